import { type Kind, readArguments, serviceType } from '../signature.ts';

export type Json = Record<string, unknown>;

type Values<K extends readonly Kind<unknown>[]> = { [I in keyof K]: K[I] extends Kind<infer T> ? T : never };

/** A chaining method: its parameters, and what it changes in the object's JSON. */
interface Setter {
  kinds: readonly Kind<unknown>[];
  apply(json: Json, ...values: unknown[]): void;
}

/** A class of CardService: `create` is its `new…` method, `kind` accepts its objects and reads a copy of their JSON. */
export interface Builder {
  create(): object;
  of(json: Json): object;
  kind: Kind<Json>;
}

const states = new WeakMap<object, Json>();

/**
 * Defines a class by a table of its setters. Its objects keep their JSON to themselves; whoever takes one as a child
 * takes a copy, as on the platform, so later changes to the child are lost.
 *
 * @param methods methods that give something other than the object itself
 */
export function defineBuilder(
  name: string,
  setters: Record<string, Setter>,
  { initial = {}, methods = {} }: { initial?: Json; methods?: Record<string, (json: Json) => unknown> } = {},
): Builder {
  const type = `CardService.${name}`;
  const prototype: Json & { [serviceType]?: string } = { [serviceType]: type, toString: () => name };
  const own = (self: object): Json => {
    const json = states.get(self);
    if (!json || !(serviceType in self) || self[serviceType] !== type) throw new TypeError('Illegal invocation');
    return json;
  };
  for (const [method, { kinds, apply }] of Object.entries(setters)) {
    prototype[method] = function (this: object, ...values: unknown[]) {
      apply(own(this), ...readArguments(`${type}.${method}`, kinds, values));
      return this;
    };
  }
  for (const [method, result] of Object.entries(methods)) {
    prototype[method] = function (this: object, ...values: unknown[]) {
      readArguments(`${type}.${method}`, [], values);
      return result(copy(own(this)));
    };
  }
  const of = (json: Json): object => {
    const self: object = Object.create(prototype);
    states.set(self, json);
    return self;
  };
  return {
    create: () => of(copy(initial)),
    of,
    kind: {
      accepts: (value) => isObject(value) && serviceType in value && value[serviceType] === type && states.has(value),
      read: (value) => copy(states.get(value as object) as Json),
    },
  };
}

export function setter<const K extends readonly Kind<unknown>[]>(
  kinds: K,
  apply: (json: Json, ...values: Values<K>) => void,
): Setter {
  return { kinds, apply: apply as Setter['apply'] };
}

/** The commonest setter: one value into one field. */
export const field = (kind: Kind<unknown>, name: string): Setter =>
  setter([kind], (json, value) => {
    json[name] = value;
  });

/** Puts a value into an object inside the JSON: `icon.knownIcon`. */
export const nestedField = (kind: Kind<unknown>, outer: string, name: string): Setter =>
  setter([kind], (json, value) => {
    json[outer] = { ...(json[outer] as Json | undefined), [name]: value };
  });

export const append = (kind: Kind<unknown>, name: string): Setter =>
  setter([kind], (json, value) => {
    listIn(json, name).push(value);
  });

export function listIn(json: Json, name: string): unknown[] {
  json[name] ??= [];
  return json[name] as unknown[];
}

/** For classes that print themselves, as a debugging aid. */
export const printJson = { printJson: (json: Json): string => JSON.stringify(json) };

const copy = (json: Json): Json => JSON.parse(JSON.stringify(json)) as Json;

const isObject = (value: unknown): value is object & { [serviceType]?: string } =>
  typeof value === 'object' && value !== null;
