import type { CountryCode } from 'libphonenumber-js/core';
import type { ContactDraft, Tel } from '../contact/draft.ts';
import { isPhoneCountry, phoneNumberIn } from '../contact/phone-number.ts';

/** A phone as a user typed it. `e164` only where it is a number of a known country; an extension is read from the text. */
export function telFromText(text: string, country: CountryCode | undefined): Tel {
  const plain = text.normalize('NFKC').replace(/内線\s{0,3}:?/, ' ext. ');
  const number = phoneNumberIn(plain, country);
  if (!number?.isValid()) return { text };
  return { text, e164: number.number, ...(number.ext && { ext: number.ext }) };
}

/** The country a number without a country code is taken to be of: that of the number it replaces, another's, the address's. */
export function countryOf(draft: ContactDraft, replaced: Tel | undefined): CountryCode | undefined {
  const numbers = [replaced, ...draft.tel.map((finding) => finding.value)];
  const e164 = numbers.find((tel) => tel?.e164)?.e164;
  const stated = draft.adr?.value.country;
  return (e164 && phoneNumberIn(e164)?.country) || (stated && isPhoneCountry(stated) ? stated : undefined);
}
