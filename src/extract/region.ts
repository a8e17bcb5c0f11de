import type { CountryCode } from 'libphonenumber-js/core';
import { phoneNumberIn } from '../contact/phone-number.ts';
import type { Line } from './body-lines.ts';
import { countryNamed, countryOfDomain, countryOfPostalPrefix, mayNameCountry } from './data/countries.ts';
import { countryOfRegister } from './data/registers.ts';
import { findStateAndZip } from './data/us-states.ts';
import { australian, british, singaporean } from './fields/postal.ts';
import { isAscii } from './fold.ts';
import { languageOf } from './language.ts';
import { lexicons } from './lexicon/index.ts';
import { hasAny, marks } from './line-marks.ts';

/**
 * Where the signature's numbers and addresses belong when they do not say so: the country that the address names or
 * that its postal code has, that an international number has, the sender's domain's, whose registers are named, and of
 * the countries where the mail's language is spoken the one whose numbers these are.
 */
export function regionOf(signature: Line[], body: Line[], domain: string): CountryCode | undefined {
  return statedRegion(signature, domain) ?? spokenIn(languageOf(signature, body), signature, body);
}

/** Of that what follows from the signature and the domain alone. */
export const statedRegion = (signature: Line[], domain: string): CountryCode | undefined =>
  firstOf(signature, countryInAddress) ??
  firstOf(signature, countryOfNumber) ??
  countryOfDomain(domain) ??
  firstOf(signature, countryOfRegister);

function firstOf(lines: Line[], country: (text: string) => CountryCode | undefined): CountryCode | undefined {
  for (const line of lines) {
    const found = country(line.text);
    if (found) return found;
  }
  return undefined;
}

function countryInAddress(text: string): CountryCode | undefined {
  if (isAscii(text)) return countryInLatin(text);
  if (/〒\s?\d{3}|(東京都|北海道|(京都|大阪)府|\p{Script=Han}{2,3}県)\p{Script=Han}/u.test(text)) return 'JP';
  if (/[台臺]灣|[台臺][北中南東]市|(新北|桃園|高雄|基隆|新竹|嘉義)市|\p{Script=Han}{2}縣\p{Script=Han}/u.test(text))
    return 'TW';
  if (/香港|九龍|新界/.test(text)) return 'HK';
  return countryInLatin(text);
}

const countryInLatin = (text: string): CountryCode | undefined =>
  (mayNameCountry(text) ? countryWritten(text) : undefined) ??
  (hasAny(text, marks.digit) ? countryOfCode(text) : undefined);

function countryWritten(text: string): CountryCode | undefined {
  for (const part of text.split(/[,|\t()/·]|\s[-–]\s|\s{2,}/)) {
    const country = countryNamed(part.trim().replace(/[.。]$/, ''));
    if (country) return country;
  }
  const last = /[\s,]([\p{Lu}][\p{L}.]+(?: [\p{Lu}][\p{L}.]+)?)\.?\s*$/u.exec(text)?.[1];
  return last && /\d/.test(text) ? countryNamed(last) : undefined;
}

/** By the form of the postal code and what stands before it. */
function countryOfCode(text: string): CountryCode | undefined {
  if (singaporean(text)) return 'SG';
  const prefix = /(?:^|[\s,|])([A-Z]{1,3})\s?-\s?(?:\d{4,5}|\d{3}\s\d{2})\s+\p{L}/u.exec(text)?.[1];
  if (prefix && countryOfPostalPrefix(prefix)) return countryOfPostalPrefix(prefix);
  if (findStateAndZip(text)) return 'US';
  if (/\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b/.test(text)) return 'CA';
  if (australian(text)) return 'AU';
  if (
    /\b[AC-FHKNPRTV-Y]\d[\dW] [AC-FHKNPRTV-Y\d]{4}\b/.test(text) &&
    /\bCo\. |County|Dublin|Cork|Galway|Limerick/.test(text)
  )
    return 'IE';
  if (british(text)) return 'GB';
  if (/(?<![\d-])\d{4}-\d{3}\s+\p{Lu}\p{L}/u.test(text)) return 'PT';
  if (/(?<![\d-]|\d )\d{5}-\d{3}(?![\d-])/.test(text)) return 'BR';
  if (/(?<!\d)\d{4}\s[A-Z]{2}\s{1,2}\p{Lu}\p{L}/u.test(text)) return 'NL';
  return undefined;
}

const countryOfNumber = (text: string): CountryCode | undefined => {
  if (!hasAny(text, marks.digit)) return undefined;
  const number = /(?:\+|(?<!\d)00)[1-9][\d\s().\-/]{6,20}\d/.exec(text)?.[0].replace('(0)', '');
  return number ? phoneNumberIn(number.replace(/^00/, '+'))?.country : undefined;
};

/**
 * The language's first country, or another one in which more of the signature's numbers and postal codes are right. The body is
 * looked at for Chinese alone.
 */
export function spokenIn(language: string, signature: Line[], body: Line[]): CountryCode | undefined {
  const [first, ...others] = (lexicons()
    .find((lexicon) => lexicon.language === language)
    ?.regions.split(' ') ?? []) as CountryCode[];
  if (!first) return undefined;
  const text = signature.map((line) => line.text).join('\n');
  const numbers = (text.match(/(?<![\d+.-])\(?\d[\d ().\-/]{6,16}\d(?![\d-])/g) ?? []).slice(0, 8);
  let best = { country: first, right: countRight(first, numbers, text) };
  for (const country of others) {
    const right = countRight(country, numbers, text);
    if (right > best.right) best = { country, right };
  }
  if (language !== 'zh' || best.country !== 'CN') return best.country;
  return isTraditional(body.map((line) => line.text).join('\n')) ? 'TW' : 'CN';
}

/** How only one of the countries of a language groups its numbers. */
const grouped: Partial<Record<CountryCode, RegExp>> = {
  GB: /^(\(?0\d{4}\)? \d{3} ?\d{3}|0\d{3} \d{3} \d{4}|02\d \d{4} \d{4})$/,
  IE: /^(\(?0(1|[2-9]\d)\)? \d{3} \d{4}|08[35679] \d{3} \d{4}|08[35679] \d{7})$/,
  AU: /^(\(?0[2378]\)? \d{4} \d{4}|04\d\d \d{3} \d{3})$/,
  NZ: /^(0[34679] \d{3} \d{4}|02[12789] \d{3} \d{3,4})$/,
  ES: /^[6-9]\d\d \d\d \d\d \d\d$/,
  PT: /^(9[1236]|2\d)\d[ .]\d{3}[ .]\d{3}$/,
};

function countRight(country: CountryCode, numbers: string[], text: string): number {
  let right = fourDigits.has(country) && /(?:^|[\s,|])[1-9]\d{3} (?![A-Z]{2} )\p{Lu}\p{Ll}/mu.test(text) ? 2 : 0;
  for (const number of numbers) {
    const parsed = phoneNumberIn(number, country);
    if (grouped[country]?.test(number)) right += 2;
    if (parsed?.isValid()) right += 2;
    else if (country !== 'US' && /^\(?0/.test(number) && parsed?.isPossible()) right += 1;
  }
  return right;
}

const fourDigits = new Set<CountryCode>(['AT', 'CH', 'BE', 'NO']);

/** Letters that Taiwan and Hong Kong write, against those of the mainland. */
function isTraditional(text: string): boolean {
  const count = (letters: RegExp) => text.slice(0, 20_000).match(letters)?.length ?? 0;
  return (
    count(/[們這會來說時後個為與請電話傳號業區實體學國專經總麼樓東開關發點]/g) >
    count(/[们这会来说时后个为与请电话传号业区实体学国专经总么楼东开关发点]/g)
  );
}
