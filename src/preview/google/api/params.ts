import { ApiError, fieldViolation, invalidArgument } from './api-error.ts';

/** How one query parameter is read; `values` has at least one. Throws what Google answers to a value it does not take. */
export type Param<T> = (name: string, values: string[]) => T;

export type Params = Record<string, Param<unknown>>;

export type Query<P extends Params> = { [K in keyof P]?: ReturnType<P[K]> };

export const text: Param<string> = (_name, values) => values.at(-1) ?? '';

export const texts: Param<string[]> = (_name, values) => values;

export const flag: Param<boolean> = (name, values) => {
  const value = values.at(-1) ?? '';
  if (value !== 'true' && value !== 'false') throw wrongValue(name, 'TYPE_BOOL', value);
  return value === 'true';
};

/** A whole number from 0 on. A larger one than `max` counts as `max`, as Gmail's lists do. */
export const upTo =
  (max: number): Param<number> =>
  (name, values) => {
    const value = values.at(-1) ?? '';
    if (!/^\d{1,10}$/.test(value)) throw wrongValue(name, 'TYPE_UINT32', value);
    return Math.min(Number(value), max);
  };

/** A whole number in a range, refused outside of it, as the Directory API does. */
export const within =
  (min: number, max: number): Param<number> =>
  (name, values) => {
    const value = values.at(-1) ?? '';
    const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= min && number <= max) return number;
    throw new ApiError({
      status: 400,
      message: `Invalid value '${value}'. Values must be within the range: [${min}, ${max}]`,
      reason: 'invalidParameter',
      location: { name, type: 'parameter' },
    });
  };

/** Google writes enum values with any case and an optional underscore in a query: `full`, `FULL`. */
export const oneOf =
  <T extends string>(...allowed: readonly T[]): Param<T> =>
  (name, values) => {
    const value = values.at(-1) ?? '';
    const found = allowed.find((each) => each.toLowerCase() === value.toLowerCase());
    if (!found) throw wrongValue(name, 'TYPE_ENUM', value);
    return found;
  };

/** What every Google API takes besides a method's own parameters. */
const systemParams = new Set([
  ...['$.xgafv', 'access_token', 'alt', 'callback', 'fields', 'key', 'oauth_token', 'prettyPrint', 'quotaUser'],
  ...['upload_protocol', 'uploadType'],
]);

/** Reads a method's own parameters; one that the method does not have is refused. */
export function readQuery<P extends Params>(search: URLSearchParams, params: P): Query<P> {
  const read: Query<P> = {};
  for (const name of new Set(search.keys())) {
    if (systemParams.has(name)) continue;
    const param = Object.hasOwn(params, name) ? params[name] : undefined;
    if (!param) throw unknownName(name);
    read[name as keyof P] = param(name, search.getAll(name)) as ReturnType<P[keyof P]>;
  }
  if ((search.get('alt') ?? 'json') !== 'json') {
    throw new ApiError(invalidArgument(`The emulated Google answers JSON only, not alt=${search.get('alt')}`));
  }
  return read;
}

function unknownName(name: string): ApiError {
  const description = `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`;
  return new ApiError(invalidArgument(description, [fieldViolation('', description)]));
}

function wrongValue(name: string, type: string, value: string): ApiError {
  const field = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const description = `Invalid value at '${field}' (${type}), "${value}"`;
  return new ApiError(invalidArgument(description, [fieldViolation(field, description)]));
}
