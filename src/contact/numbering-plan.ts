import type { CountryCode } from 'libphonenumber-js/core';
import { phoneMetadata } from './data/phone-metadata.ts';

/** How the numbers of a country, or of a service under a calling code of its own, are made. */
export interface NumberingPlan {
  callingCode: string;
  /** How many digits its numbers have, ascending. */
  lengths: readonly number[];
  /** What is dialled before a number of another country. */
  internationalPrefix: RegExp;
  /** What all its numbers are like. */
  national: RegExp;
  /** What is dialled before a number inside the country, and what replaces it. */
  nationalPrefix?: RegExp;
  transform?: string;
  /** How numbers begin that are this country's of all that share the calling code. */
  leading?: RegExp;
  /** Fixed lines, mobile numbers and so on; undefined where only `national` is known. */
  types?: { pattern: RegExp; lengths: readonly number[] }[];
}

export const isKnownCountry = (code: string): code is CountryCode => Object.hasOwn(metadata().countries, code);

/** @throws TypeError for a country without a plan; see isKnownCountry. */
export function planOf(country: CountryCode): NumberingPlan {
  const before = plans.get(country);
  if (before) return before;
  const plan = planFrom(metadata().countries[country] as PlanData);
  plans.set(country, plan);
  return plan;
}

/** The plan of a calling code: of several countries that share it the main one's. */
export function planOfCallingCode(code: string): NumberingPlan | undefined {
  const [country] = countriesOf(code);
  if (country) return planOf(country);
  const service = metadata().nonGeographic[code];
  return service && planFrom(service);
}

export const countriesOf = (callingCode: string): readonly CountryCode[] =>
  metadata().country_calling_codes[callingCode] ?? [];

/** The calling code that digits begin with: no code is the beginning of another. */
export function callingCodeAtStart(digits: string): string | undefined {
  const { country_calling_codes: countries, nonGeographic } = metadata();
  for (let length = 1; length <= 3 && length <= digits.length; length++) {
    const code = digits.slice(0, length);
    if (code in countries || code in nonGeographic) return code;
  }
  return undefined;
}

/** The country whose number it is of those that share a calling code. */
export function countryWith(callingCode: string, national: string): CountryCode | undefined {
  const countries = countriesOf(callingCode);
  if (countries.length < 2) return countries[0];
  return countries.find((country) => {
    const plan = planOf(country);
    return plan.leading ? plan.leading.test(national) : plan.types !== undefined && isValidIn(plan, national);
  });
}

export const hasNationalPattern = ({ national }: NumberingPlan, digits: string): boolean => national.test(digits);

export const isValidIn = ({ national, types }: NumberingPlan, digits: string): boolean =>
  national.test(digits) && (types === undefined || isOfType(types, digits));

/** How the number of digits compares to that of the plan's numbers. */
export function lengthIn({ lengths }: NumberingPlan, digits: string): 'possible' | 'short' | 'long' | 'between' {
  if (lengths.includes(digits.length)) return 'possible';
  if (digits.length < (lengths[0] ?? 0)) return 'short';
  return digits.length > (lengths[lengths.length - 1] ?? 0) ? 'long' : 'between';
}

/** The digits after `00` or the like; undefined when they do not begin so, or with a number that none abroad has. */
export function withoutInternationalPrefix(digits: string, plan: NumberingPlan): string | undefined {
  const prefix = plan.internationalPrefix.exec(digits)?.[0];
  const rest = prefix && digits.slice(prefix.length);
  return rest && !rest.startsWith('0') ? rest : undefined;
}

export function withoutNationalPrefix({ nationalPrefix, transform }: NumberingPlan, digits: string): string {
  const match = nationalPrefix?.exec(digits);
  if (!match || !nationalPrefix) return digits;
  const isCaptured = match.length > 1 && match[match.length - 1];
  return transform && isCaptured ? digits.replace(nationalPrefix, transform) : digits.slice(match[0].length);
}

const isOfType = (types: NonNullable<NumberingPlan['types']>, digits: string): boolean =>
  types.some(({ pattern, lengths }) => lengths.includes(digits.length) && pattern.test(digits));

/** A plan as libphonenumber-js writes it (METADATA.md); 0 for what it does not have. */
type PlanData = [
  callingCode: string,
  internationalPrefix: string | 0,
  national: string,
  lengths: number[],
  formats: 0,
  nationalPrefix?: string | 0,
  formattingRule?: string | 0,
  nationalPrefixForParsing?: string | 0,
  transform?: string | 0,
  isOptional?: number,
  leading?: string | 0,
  types?: ([pattern: string, lengths?: number[]] | 0)[] | 0,
];

function planFrom(data: PlanData): NumberingPlan {
  const [callingCode, international, national, lengths, , nationalPrefix, , forParsing, transform, , leading, types] =
    data;
  const prefix = forParsing || nationalPrefix;
  return {
    callingCode,
    lengths,
    internationalPrefix: atStart(international || '(?!)'),
    national: whole(national),
    nationalPrefix: prefix ? atStart(prefix) : undefined,
    transform: transform || undefined,
    leading: leading ? atStart(leading) : undefined,
    types: types
      ? types.flatMap((type) => {
          const [pattern, own] = type || [];
          return pattern ? [{ pattern: whole(pattern), lengths: own ?? lengths }] : [];
        })
      : undefined,
  };
}

const atStart = (pattern: string): RegExp => new RegExp(`^(?:${pattern})`);
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

interface Metadata {
  country_calling_codes: Record<string, CountryCode[]>;
  countries: Partial<Record<CountryCode, PlanData>>;
  nonGeographic: Record<string, PlanData>;
}

const plans = new Map<CountryCode, NumberingPlan>();
let parsed: Metadata | undefined;
const metadata = (): Metadata => {
  parsed ??= JSON.parse(phoneMetadata()) as Metadata;
  return parsed;
};
