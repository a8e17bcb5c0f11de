import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Line } from './body-lines.ts';
import { countryNamed, countryOfDomain, countryOfPostalPrefix } from './data/countries.ts';
import { usStatePattern } from './data/us-states.ts';
import { wordsOf } from './fold.ts';
import { lexicons } from './lexicon/index.ts';
import { phraseTable } from './lexicon/table.ts';

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
  for (const part of text.split(/[,|\t()（）/]|\s[-–]\s|\s{2,}/)) {
    const country = countryNamed(part.trim().replace(/[.。]$/, ''));
    if (country) return country;
  }
  const last = /[\s,]([\p{Lu}][\p{L}.]+(?: [\p{Lu}][\p{L}.]+)?)\.?\s*$/u.exec(text)?.[1];
  if (last && /\d/.test(text) && countryNamed(last)) return countryNamed(last);
  const prefix = /(?:^|[\s,|])([A-Z]{1,3})\s?-\s?(?:\d{4,5}|\d{3}\s\d{2})\s+\p{L}/u.exec(text)?.[1];
  if (prefix && countryOfPostalPrefix(prefix)) return countryOfPostalPrefix(prefix);
  if (new RegExp(`\\b(?:${usStatePattern})\\.?,?\\s+\\d{5}(?:-\\d{4})?\\b`, 'i').test(text)) return 'US';
  if (/\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b/.test(text)) return 'CA';
  if (/(?<!\p{L})(NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s+\d{4}(?!\d)/u.test(text)) return 'AU';
  if (/\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b/.test(text)) return 'GB';
  return undefined;
}

const countryOfNumber = (text: string): CountryCode | undefined => {
  const number = /\+\d[\d\s().\-/]{6,20}\d/.exec(text)?.[0].replace('(0)', '');
  return number ? parsePhoneNumberFromString(number)?.country : undefined;
};

/** ISO 639-1 of the mail's language: by its letters, else by the commonest words and the closing formula. */
function languageOf(signature: Line[], body: Line[]): string {
  const text = [...body.slice(0, 60), ...signature].map((line) => line.text).join('\n');
  const letters = (script: RegExp) => text.match(script)?.length ?? 0;
  const kana = letters(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = letters(/\p{Script=Hangul}/gu);
  const han = letters(/\p{Script=Han}/gu);
  const latin = letters(/\p{Script=Latin}/gu);
  if (hangul > han && hangul * 4 > latin) return 'ko';
  if (kana > 0 && (kana + han) * 4 > latin) return 'ja';
  if (han * 4 > latin && han > 3) return 'zh';
  const words = wordsOf(text.slice(0, 20_000));
  let best = { language: 'en', score: 0 };
  for (const { language, common, closing } of lexicons) {
    const known = new Set(common.flatMap(wordsOf));
    const closings = phraseTable(closing);
    const closed = signature.filter((line) => closings.afterStart(line.text) !== undefined).length;
    const score = words.filter((word) => known.has(word)).length + 3 * closed;
    if (score > best.score) best = { language, score };
  }
  return best.language;
}
