import { type Kind, serviceType } from './signature.ts';

/** An enumeration of a service, e.g. `CardService.TextButtonStyle`: objects, not strings, that print as their names. */
export class Enumeration<N extends string> {
  readonly values: Record<N, EnumValue>;
  /** Accepts this enumeration's values and reads their names. */
  readonly kind: Kind<N>;

  constructor(type: string, names: readonly N[]) {
    const values = names.map((name, ordinal) => new EnumValue(type, name, ordinal));
    this.values = Object.freeze(Object.fromEntries(values.map((value) => [value.name(), value]))) as Record<
      N,
      EnumValue
    >;
    this.kind = {
      accepts: (value) => values.includes(value as EnumValue),
      read: (value) => (value as EnumValue).name() as N,
    };
  }
}

export class EnumValue {
  readonly #name: string;
  readonly #ordinal: number;
  readonly [serviceType]: string;

  constructor(type: string, name: string, ordinal: number) {
    this[serviceType] = type;
    this.#name = name;
    this.#ordinal = ordinal;
    Object.freeze(this);
  }

  name(): string {
    return this.#name;
  }

  ordinal(): number {
    return this.#ordinal;
  }

  toString(): string {
    return this.#name;
  }

  toJSON(): string {
    return this.#name;
  }
}
