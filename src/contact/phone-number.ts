import {
  type PhoneNumber as AnyPhoneNumber,
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type MetadataJson,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/core';
import { phoneMetadata } from './data/phone-metadata.ts';

export type PhoneNumber = Omit<AnyPhoneNumber, 'format' | 'formatNational' | 'formatInternational' | 'getURI'>;

/**
 * The telephone number in a text; undefined when there is none. One without a country's code is taken to be of `country`. Not to be formatted: the metadata has no formats.
 */
export const phoneNumberIn = (text: string, country?: CountryCode): PhoneNumber | undefined =>
  parsePhoneNumberFromString(text, { defaultCountry: country }, metadata());

/** `81` for JP. */
export const callingCodeOf = (country: CountryCode): string => getCountryCallingCode(country, metadata());

export const isPhoneCountry = (code: string): code is CountryCode =>
  isSupportedCountry(code as CountryCode, metadata());

let parsed: MetadataJson | undefined;
const metadata = (): MetadataJson => {
  parsed ??= JSON.parse(phoneMetadata()) as MetadataJson;
  return parsed;
};
