import type { CountryCode } from 'libphonenumber-js/core';

/** Registers, tax numbers and legal forms that one country alone has, as signatures write them. */
const registers: [CountryCode, RegExp][] = [
  ['TW', /統一編號|統編/],
  ['BR', /\b(CNPJ|CPF|CREA|OAB)\b/],
  ['PT', /\b(NIPC|NISS)\b/],
  ['AT', /\bATU\s?\d{4}|\bFN\s?\d{5,6}\s?[a-z]\b|\bDW\s?\d|Ges(ellschaft)?\.? ?m\. ?b\. ?H\b/],
  ['CH', /\bCHE-\d{3}|\bNatel\b/],
  ['BE', /\b(bvba|vzw|asbl|RPR|RPM|sprl|srl\/bv)\b|\b(BTW|TVA|ond(?:ernemings)?\.?nr\.?):?\s?BE\b/i],
  ['AR', /\bC\.?U\.?I\.?[TL]\.?\b|\bCABA\b/],
  ['MX', /S\.? de R\.?\s?L\.? de C\.?\s?V|S\.?A\.? de C\.?V|\bCDMX\b/],
  ['PE', /\bR\.?U\.?C\.?:?\s?20\d{9}/],
  ['ZA', /\(Pty\) Ltd\b/],
  ['AU', /\b(ABN|ACN):?\s?\d|\bPty\b/i],
  ['IN', /\bGSTIN\b|\bPvt\.? Ltd\b/i],
  ['SG', /\bPte\.? Ltd\b/i],
];

export const countryOfRegister = (text: string): CountryCode | undefined =>
  registers.find(([, pattern]) => pattern.test(text))?.[0];
