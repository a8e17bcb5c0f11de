import type { Address } from '../protocol.ts';
import { type Language, localeOf } from './words.ts';

/** A date as Gmail's list shows it: the time today, month and day this year, else day, month and year. */
export function shortDate(date: number | null, language: Language, now = Date.now()): string {
  if (date === null) return '';
  const then = new Date(date);
  const today = new Date(now);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf(language), options).format(then);
  if (then.toDateString() === today.toDateString()) return format({ hour: 'numeric', minute: '2-digit' });
  if (then.getFullYear() === today.getFullYear()) return format({ month: 'short', day: 'numeric' });
  return format({ year: 'numeric', month: 'numeric', day: 'numeric' });
}

/** A date as an open mail shows it. */
export function longDate(date: number | null, language: Language): string {
  if (date === null) return '';
  const options = {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
  };
  return new Intl.DateTimeFormat(localeOf(language), options as Intl.DateTimeFormatOptions).format(new Date(date));
}

export const nameOf = (address: Address): string => address.name || address.email;

/** One of eight background colours, the same for the same address, dark enough for white letters. */
export function avatarColor(text: string): string {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return `color-${sum % 8}`;
}
