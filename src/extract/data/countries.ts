import type { CountryCode } from 'libphonenumber-js/core';
import { lazy } from '../../contact/lazy.ts';
import { fold, wordsOf } from '../fold.ts';

/** How countries are written in addresses: in English, in their own languages, abbreviated. Names from CLDR, by hand. */
const written: Partial<Record<CountryCode, string>> = {
  AE: 'united arab emirates|uae',
  AR: 'argentina',
  AT: 'austria|österreich',
  AU: 'australia',
  BE: 'belgium|belgique|belgië|belgien|belgio',
  BR: 'brazil|brasil',
  CA: 'canada',
  CH: 'switzerland|schweiz|suisse|svizzera',
  CL: 'chile',
  CN: 'china|p.r. china|pr china|prc|中国|中國',
  CO: 'colombia',
  CZ: 'czech republic|czechia|česká republika|česko',
  DE: 'germany|deutschland|allemagne|alemania|germania|alemanha|duitsland|bundesrepublik deutschland',
  DK: 'denmark|danmark',
  EE: 'estonia|eesti',
  EG: 'egypt',
  ES: 'spain|españa|espagne|spanien|spagna|espanha',
  FI: 'finland|suomi',
  FR: 'france|frankreich|francia|frança|frankrijk',
  GB: 'united kingdom|uk|u.k.|great britain|england|scotland|wales|northern ireland',
  GR: 'greece|hellas',
  HK: 'hong kong|香港',
  HU: 'hungary|magyarország',
  ID: 'indonesia',
  IE: 'ireland|éire',
  IL: 'israel',
  IN: 'india',
  IS: 'iceland',
  IT: 'italy|italia|italien|italie',
  JP: 'japan|日本|日本国',
  KE: 'kenya',
  KR: 'korea|south korea|republic of korea|대한민국|한국',
  LU: 'luxembourg',
  MX: 'mexico|méxico',
  MY: 'malaysia',
  NL: 'netherlands|the netherlands|nederland|holland|niederlande|pays-bas',
  NO: 'norway|norge',
  NZ: 'new zealand',
  PH: 'philippines',
  PL: 'poland|polska',
  PT: 'portugal',
  RO: 'romania',
  RU: 'russia|russian federation|россия',
  SE: 'sweden|sverige|schweden',
  SG: 'singapore',
  TH: 'thailand',
  TR: 'turkey|türkiye',
  TW: 'taiwan|台灣|台湾',
  UA: 'ukraine',
  US: 'usa|u.s.a.|united states|united states of america|us|u.s.',
  VN: 'vietnam',
  ZA: 'south africa',
};

/** The letters before a postal code on letters from abroad (`D-10115 Berlin`). */
const postalPrefixes: Record<string, CountryCode> = {
  D: 'DE',
  W: 'DE',
  A: 'AT',
  CH: 'CH',
  B: 'BE',
  F: 'FR',
  I: 'IT',
  E: 'ES',
  DK: 'DK',
  N: 'NO',
  S: 'SE',
  SE: 'SE',
  FIN: 'FI',
  FI: 'FI',
  L: 'LU',
  NL: 'NL',
  CZ: 'CZ',
  PL: 'PL',
  P: 'PT',
  H: 'HU',
  DE: 'DE',
  AT: 'AT',
  BE: 'BE',
  FR: 'FR',
  IT: 'IT',
  ES: 'ES',
};

/** Top-level domains that are a country's but not by its code. */
const domainCountries: Record<string, CountryCode> = { uk: 'GB', gov: 'US', edu: 'US', mil: 'US' };

/** The country a text names, when it names nothing else. */
export function countryNamed(text: string): CountryCode | undefined {
  return text.length <= longestName && mayNameCountry(text) ? byName().get(key(text)) : undefined;
}

/** Whether a word of the text begins the name of a country: of most lines none does. */
export const mayNameCountry = (text: string): boolean => {
  const words = firstWords();
  return wordsOf(text).some((word) => words.has(word));
};

/** With room for the blanks and dots that some set between letters. */
const longestName = 60;
const names = lazy(() =>
  Object.entries(written).flatMap(([code, list]) =>
    list.split('|').map((name) => [name, code as CountryCode] as const),
  ),
);
const byName = lazy(() => new Map(names().map(([name, code]) => [key(name), code])));
const firstWords = lazy(() => new Set(names().map(([name]) => wordsOf(name)[0] ?? '')));

export const countryOfPostalPrefix = (prefix: string): CountryCode | undefined => postalPrefixes[prefix.toUpperCase()];

/** The country of a host name's last label; undefined for `.com` and its like. */
export function countryOfDomain(domain: string): CountryCode | undefined {
  const labels = domain.toLowerCase().split('.');
  const last = labels[labels.length - 1] ?? '';
  if (last in domainCountries) return domainCountries[last];
  const code = last.toUpperCase();
  return code in written ? (code as CountryCode) : undefined;
}

const key = (name: string): string => fold(name).replace(/[.,()\s]+/g, '');
