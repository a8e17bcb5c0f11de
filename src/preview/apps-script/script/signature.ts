import { Exception } from './exception.ts';

/** What a method's parameter accepts, and what becomes of it. */
export interface Kind<T> {
  accepts(value: unknown): boolean;
  read(value: unknown): T;
  optional?: boolean;
}

type Values<K extends readonly Kind<unknown>[]> = { [I in keyof K]: K[I] extends Kind<infer T> ? T : never };

const kind = <T>(accepts: (value: unknown) => boolean): Kind<T> => ({ accepts, read: (value) => value as T });

export const string = kind<string>((value) => typeof value === 'string');
export const boolean = kind<boolean>((value) => typeof value === 'boolean');
export const number = kind<number>((value) => typeof value === 'number' && Number.isFinite(value));
export const integer = kind<number>((value) => Number.isSafeInteger(value));
export const date = kind<Date>((value) => value instanceof Date && !Number.isNaN(value.getTime()));
export const strings = kind<string[]>((value) => Array.isArray(value) && value.every((one) => typeof one === 'string'));
export const bytes = kind<number[]>((value) => Array.isArray(value) && value.every(isByte));
export const object = kind<Record<string, unknown>>(isPlainObject);

/** An object whose values are strings; numbers are not made into strings. */
export const stringMap = kind<Record<string, string>>(
  (value) => isPlainObject(value) && Object.values(value).every((one) => typeof one === 'string'),
);

/** A parameter that may be left out, for methods with a shorter overload. */
export const optional = <T>(of: Kind<T>): Kind<T | undefined> => ({ ...of, optional: true });

export const oneOf = <A, B>(first: Kind<A>, second: Kind<B>): Kind<A | B> => ({
  accepts: (value) => first.accepts(value) || second.accepts(value),
  read: (value) => (first.accepts(value) ? first.read(value) : second.read(value)),
});

/**
 * A service's method with its parameters checked first. A wrong number or type fails as on the platform:
 * `The parameters (number) don't match the method signature for CardService.TextButton.setText.`
 */
export function checked<const K extends readonly Kind<unknown>[], R>(
  name: string,
  kinds: K,
  method: (...values: Values<K>) => R,
): (...values: unknown[]) => R {
  return (...values) => method(...readArguments(name, kinds, values));
}

export function readArguments<const K extends readonly Kind<unknown>[]>(
  name: string,
  kinds: K,
  values: unknown[],
): Values<K> {
  const required = kinds.filter((one) => !one.optional).length;
  const fits =
    values.length >= required &&
    values.length <= kinds.length &&
    values.every((value, index) => (kinds[index] as Kind<unknown>).accepts(value));
  if (!fits) {
    throw new Exception(
      `The parameters (${values.map(typeName).join(',')}) don't match the method signature for ${name}.`,
    );
  }
  return kinds.map((one, index) => (index < values.length ? one.read(values[index]) : undefined)) as Values<K>;
}

/** Classes of services say their name in such messages, e.g. `CardService.TextButton`. */
export const serviceType = Symbol('type of a service');

function typeName(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'string') return 'String';
  if (typeof value !== 'object') return typeof value;
  if (Array.isArray(value)) return value.length > 0 ? `${typeName(value[0])}[]` : 'Object[]';
  const named = (value as { [serviceType]?: string })[serviceType];
  return named ?? '(class)';
}

function isByte(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= -128 && (value as number) <= 255;
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(serviceType in value) && !(value instanceof Date);
}
