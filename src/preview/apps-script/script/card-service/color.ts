import type { Kind } from '../signature.ts';

/** Accepts `#1a73e8` and reads google.type.Color, its parts from 0 to 1. */
export const color: Kind<{ red: number; green: number; blue: number }> = {
  accepts: (value) => typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value),
  read: (value) => {
    const part = (at: number): number => Number.parseInt((value as string).slice(at, at + 2), 16) / 255;
    return { red: part(1), green: part(3), blue: part(5) };
  },
};
