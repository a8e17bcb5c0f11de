import type { CountryCode } from 'libphonenumber-js/min';

/**
 * How national numbers begin that can only be mobile ones, by country; countries without such prefixes are left out.
 * From the ITU's list of national numbering plans, by hand.
 */
const mobile: Partial<Record<CountryCode, RegExp>> = {
  AR: /^9/,
  AT: /^6[5-9]/,
  AU: /^4/,
  BE: /^4[5-9]/,
  BR: /^\d\d9\d{8}$/,
  CH: /^7[5-9]/,
  CN: /^1[3-9]/,
  CZ: /^(60|7)/,
  DE: /^1[567]/,
  ES: /^[67]/,
  FI: /^(4|50)/,
  FR: /^[67]/,
  GB: /^7[1-57-9]/,
  GR: /^69/,
  IE: /^8/,
  IL: /^5/,
  IN: /^[6-9]/,
  IT: /^3/,
  JP: /^[789]0/,
  KE: /^[17]/,
  KR: /^1[016-9]/,
  NL: /^6/,
  NO: /^[49]/,
  NZ: /^2/,
  PL: /^(45|5[0137]|6[069]|7[2389]|88)/,
  PT: /^9/,
  SE: /^7[02369]/,
  SG: /^[89]/,
  TW: /^9/,
  UA: /^(39|50|6[36-8]|73|9[1-9])/,
  ZA: /^[678]/,
};

/** Numbers the caller does not pay for: a company's, never a person's. */
const freephone: Partial<Record<CountryCode, RegExp>> = {
  US: /^8(00|33|44|55|66|77|88)/,
  CA: /^8(00|33|44|55|66|77|88)/,
  JP: /^(120|800)/,
  DE: /^800/,
  AT: /^800/,
  CH: /^800/,
  GB: /^80[08]/,
  IE: /^1800/,
  FR: /^80[0-5]/,
  IT: /^80[0-9]/,
  ES: /^[89]00/,
  BR: /^800/,
  PT: /^800/,
  NL: /^800/,
  BE: /^800/,
  KR: /^80/,
  CN: /^[48]00/,
};

/** What the number itself says about its type; undefined when it says nothing. */
export function typeByPrefix(country: CountryCode | undefined, national: string): 'cell' | 'main' | undefined {
  if (!country) return undefined;
  if (freephone[country]?.test(national)) return 'main';
  return mobile[country]?.test(national) ? 'cell' : undefined;
}
