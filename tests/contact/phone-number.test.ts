import fc from 'fast-check';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import { phoneMetadata } from '../../src/contact/data/phone-metadata.ts';
import { phoneNumberIn } from '../../src/contact/phone-number.ts';

describe('a telephone number', () => {
  test.each<[text: string, country: CountryCode | undefined, number: string | undefined]>([
    ['+49 30 23125-042', undefined, '+493023125042'],
    ['030 23125 042', 'DE', '+493023125042'],
    ['0049 30 23125042', 'FR', '+493023125042'],
    ['49 30 23125042', 'DE', '+493023125042'],
    ['03-3123-4567', 'JP', '+81331234567'],
    ['０３－３１２３－４５６７', 'JP', '+81331234567'],
    ['Tel. (415) 555-2671.', 'US', '+14155552671'],
    ['030 23125042', undefined, undefined],
    ['+999 1234567', undefined, undefined],
    ['12', 'XX' as CountryCode, undefined],
    ['no number', 'DE', undefined],
    [`+49 30 ${'1'.repeat(250)}`, undefined, undefined],
  ])('%s in %s', (text, country, number) => expect(phoneNumberIn(text, country)?.number).toBe(number));

  test('has its extension apart', () =>
    expect(phoneNumberIn('+1 415-555-2671 ext. 42')).toMatchObject({ number: '+14155552671', ext: '42' }));

  test('is what libphonenumber-js reads', () => {
    const metadata = JSON.parse(phoneMetadata());
    const countries = Object.keys(metadata.countries) as CountryCode[];
    const digits = fc.stringMatching(/^[0-9]{1,12}$/);
    const marks = fc.constantFrom('', ' ', '-', '.', ' (', ') ', '~', '(0)', ' x', ' ext. ', ',', '#');
    const pieces = fc.array(fc.tuple(digits, marks), { minLength: 1, maxLength: 4 });
    const written = fc
      .tuple(fc.constantFrom('', '', '+', '0', '00', '＋', '+1', '+44', '011', '+800'), pieces)
      .map(([start, rest]) => start + rest.flat().join(''));
    fc.assert(
      fc.property(written, fc.constantFrom(undefined, ...countries), (text, country) => {
        const theirs = parsePhoneNumberFromString(text, { defaultCountry: country }, metadata);
        expect(told(phoneNumberIn(text, country))).toEqual(told(theirs));
      }),
      { numRuns: 3_000 },
    );
  });
});

interface Number {
  country?: string;
  nationalNumber: string;
  number: string;
  ext?: string;
  isValid(): boolean;
  isPossible(): boolean;
  getPossibleCountries(): string[];
}

const told = (read: Number | undefined) =>
  read && {
    country: read.country,
    nationalNumber: read.nationalNumber,
    number: read.number,
    ext: read.ext,
    isValid: read.isValid(),
    isPossible: read.isPossible(),
    countries: read.getPossibleCountries(),
  };
