import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Line } from './body-lines.ts';
import { countryNamed, countryOfDomain, countryOfPostalPrefix, mayNameCountry } from './data/countries.ts';
import { findStateAndZip } from './data/us-states.ts';
import { languageOf } from './language.ts';
import { lexicons } from './lexicon/index.ts';

/**
 * Where the signature's numbers and addresses belong when they do not say so: the country that the address names or
 * that its postal code has, that an international number has, the sender's domain's, the language's.
 */
export function regionOf(signature: Line[], body: Line[], domain: string): CountryCode | undefined {
  return (
    firstOf(signature, countryInAddress) ??
    countryOfDomain(domain) ??
    firstOf(signature, countryOfNumber) ??
    lexicons.find((lexicon) => lexicon.language === languageOf(signature, body))?.region
  );
}

function firstOf(lines: Line[], country: (text: string) => CountryCode | undefined): CountryCode | undefined {
  for (const line of lines) {
    const found = country(line.text);
    if (found) return found;
  }
  return undefined;
}

function countryInAddress(text: string): CountryCode | undefined {
  if (/〒\s?\d{3}|(東京都|北海道|(京都|大阪)府|\p{Script=Han}{2,3}県)\p{Script=Han}/u.test(text)) return 'JP';
  return (
    (mayNameCountry(text) ? countryWritten(text) : undefined) ?? (/\d/.test(text) ? countryOfCode(text) : undefined)
  );
}

function countryWritten(text: string): CountryCode | undefined {
  for (const part of text.split(/[,|\t()（）/]|\s[-–]\s|\s{2,}/)) {
    const country = countryNamed(part.trim().replace(/[.。]$/, ''));
    if (country) return country;
  }
  const last = /[\s,]([\p{Lu}][\p{L}.]+(?: [\p{Lu}][\p{L}.]+)?)\.?\s*$/u.exec(text)?.[1];
  return last && /\d/.test(text) ? countryNamed(last) : undefined;
}

/** By the form of the postal code and what stands before it. */
function countryOfCode(text: string): CountryCode | undefined {
  const prefix = /(?:^|[\s,|])([A-Z]{1,3})\s?-\s?(?:\d{4,5}|\d{3}\s\d{2})\s+\p{L}/u.exec(text)?.[1];
  if (prefix && countryOfPostalPrefix(prefix)) return countryOfPostalPrefix(prefix);
  if (findStateAndZip(text)) return 'US';
  if (/\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b/.test(text)) return 'CA';
  if (/(?<!\p{L})(NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s+\d{4}(?!\d)/u.test(text)) return 'AU';
  if (/\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b/.test(text)) return 'GB';
  return undefined;
}

const countryOfNumber = (text: string): CountryCode | undefined => {
  const number = /\+\d[\d\s().\-/]{6,20}\d/.exec(text)?.[0].replace('(0)', '');
  return number ? parsePhoneNumberFromString(number)?.country : undefined;
};
