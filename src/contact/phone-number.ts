import type { CountryCode } from 'libphonenumber-js/core';
import {
  callingCodeAtStart,
  countriesOf,
  countryWith,
  hasNationalPattern,
  isKnownCountry,
  isValidIn,
  lengthIn,
  type NumberingPlan,
  planOf,
  planOfCallingCode,
  withoutInternationalPrefix,
  withoutNationalPrefix,
} from './numbering-plan.ts';

/** A telephone number as libphonenumber would read it; ours knows no formats and reads no `phone-context`. */
export interface PhoneNumber {
  /** Undefined where several countries share the calling code and none has such numbers. */
  country?: CountryCode;
  countryCallingCode: string;
  nationalNumber: string;
  /** E.164: `+81312345678`. */
  number: string;
  ext?: string;
  /** Whether a country's numbering plan has such a number. */
  isValid(): boolean;
  /** Whether it is as long as a country's numbers are. */
  isPossible(): boolean;
  /** Those with numbers of this length and calling code. */
  getPossibleCountries(): CountryCode[];
}

/** The telephone number in a text; undefined when there is none. One without a country's code is taken to be of `country`. */
export function phoneNumberIn(text: string, country?: CountryCode): PhoneNumber | undefined {
  const written = numberWritten(text);
  if (!written) return undefined;
  const home = country && isKnownCountry(country) ? country : undefined;
  const { callingCode, rest } = international(digitsOf(written.number), home) ?? {};
  const plan = callingCode ? planOfCallingCode(callingCode) : home && planOf(home);
  if (!plan || !rest) return undefined;
  const nationalNumber = nationalIn(digitsOf(rest), plan);
  if (nationalNumber.length < 2 || nationalNumber.length > longestNational) return undefined;
  const exact = countryWith(plan.callingCode, nationalNumber) ?? (callingCode ? undefined : home);
  return phoneNumber(plan, nationalNumber, exact, written.ext);
}

/** `81` for JP. */
export const callingCodeOf = (country: CountryCode): string => planOf(country).callingCode;

export const isPhoneCountry = (code: string): code is CountryCode => isKnownCountry(code);

const longestText = 250;
const longestNational = 17;

function phoneNumber(plan: NumberingPlan, nationalNumber: string, country?: CountryCode, ext?: string): PhoneNumber {
  const { callingCode } = plan;
  const own = country ? planOf(country) : plan;
  let valid: boolean | undefined;
  return {
    country,
    countryCallingCode: callingCode,
    nationalNumber,
    number: `+${callingCode}${nationalNumber}`,
    ext,
    isValid() {
      valid ??= isValidIn(own, nationalNumber);
      return valid;
    },
    isPossible: () => lengthIn(own, nationalNumber) === 'possible',
    getPossibleCountries: () =>
      country
        ? [country]
        : countriesOf(callingCode).filter((code) => planOf(code).lengths.includes(nationalNumber.length)),
  };
}

/** From the first digit or plus to the last digit, when that looks like a number; its extension apart. */
function numberWritten(text: string): { number: string; ext?: string } | undefined {
  if (text.length > longestText) return undefined;
  const start = text.search(/[+＋0-9０-９٠-٩۰-۹]/);
  if (start < 0) return undefined;
  let end = text.length;
  while (end > start && !/[0-9０-９٠-٩۰-۹#]/.test(text.charAt(end - 1))) end--;
  const whole = text.slice(start, end);
  if (/^\+?[\d().\-/ ]*$/.test(whole)) return isViable(whole) ? { number: whole } : undefined;
  const extension = extensions.exec(whole);
  const number = extension ? whole.slice(0, extension.index) : whole;
  if (!isViable(whole) && !(number.length > 2 && isViable(number))) return undefined;
  return { number, ext: extension?.slice(1).find(Boolean) };
}

/** Two digits, or three and more among the marks that numbers are written with. */
const isViable = (text: string): boolean =>
  /^[+＋]?[-‐-―−ー－／/．. \u00a0\u00ad\u200b\u2060\u3000()（）［］[\]~⁓∼～0-9０-９٠-٩۰-۹]*$/.test(text) &&
  (text.match(/[0-9０-９٠-٩۰-۹]/g)?.length ?? 0) > (text.length === 2 ? 1 : 2);

/** `;ext=12`, `ext. 12`, `x12`, `- 12#`, `,,12`: as libphonenumber has them. */
const extensions =
  /(?:;ext=([0-9０-９٠-٩۰-۹]{1,20})|[ \u00a0\t,]*(?:e?xt(?:ensi(?:ó?|ó))?n?|ｅ?ｘｔｎ?|доб|anexo)[:.．]?[ \u00a0\t,-]*([0-9０-９٠-٩۰-۹]{1,20})#?|[ \u00a0\t,]*(?:[xｘ#＃~～]|int|ｉｎｔ)[:.．]?[ \u00a0\t,-]*([0-9０-９٠-٩۰-۹]{1,9})#?|[- ]+([0-9０-９٠-٩۰-۹]{1,6})#|[ \u00a0\t]*(?:,{2}|;)[:.．]?[ \u00a0\t,-]*([0-9０-９٠-٩۰-۹]{1,15})#?|[ \u00a0\t]*,+[:.．]?[ \u00a0\t,-]*([0-9０-９٠-٩۰-۹]{1,9})#?)$/i;

/** The digits, in half width, and a plus before them. */
function digitsOf(text: string): string {
  let digits = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) digits += text.charAt(i);
    else if (code === 0x2b && digits === '') digits = '+';
    else if (code > 0x7f) {
      const zero = zeros.find((first) => code >= first && code <= first + 9);
      if (zero !== undefined) digits += String(code - zero);
    }
  }
  return digits;
}

/** U+FF10, and the Arabic and Persian zero. */
const zeros = [0xff10, 0x660, 0x6f0];

/** The calling code that a number begins with and what follows; the number alone when it has none; undefined when it has a wrong one. */
function international(digits: string, home?: CountryCode): { callingCode?: string; rest: string } | undefined {
  const abroad = digits.startsWith('+') ? digits.slice(1) : home && withoutInternationalPrefix(digits, planOf(home));
  if (abroad === undefined) return (home && withoutPlus(digits, planOf(home))) || { rest: digits };
  const callingCode = abroad.startsWith('0') ? undefined : callingCodeAtStart(abroad);
  return callingCode ? { callingCode, rest: abroad.slice(callingCode.length) } : undefined;
}

/** A number that begins with its own country's calling code and is one only without it. */
function withoutPlus(digits: string, plan: NumberingPlan): { callingCode: string; rest: string } | undefined {
  const { callingCode } = plan;
  if (!digits.startsWith(callingCode)) return undefined;
  const rest = digits.slice(callingCode.length);
  const [whole, shorter] = [nationalIn(digits, plan), nationalIn(rest, plan)];
  const isBetter = !hasNationalPattern(plan, whole) && hasNationalPattern(plan, shorter);
  return isBetter || lengthIn(plan, whole) === 'long' ? { callingCode, rest } : undefined;
}

/** Without the prefix dialled inside the country, unless that makes it too short or no number at all. */
function nationalIn(digits: string, plan: NumberingPlan): string {
  const national = withoutNationalPrefix(plan, digits);
  if (national === digits) return digits;
  if (hasNationalPattern(plan, digits) && !hasNationalPattern(plan, national)) return digits;
  const country = countryWith(plan.callingCode, national);
  const length = lengthIn(country ? planOf(country) : plan, national);
  return length === 'short' || length === 'between' ? digits : national;
}
