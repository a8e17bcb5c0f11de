import type { Call } from './call.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** How much the store's clock may differ from ours before 30 days are called 31. */
const clocksApartMs = 10 * 60 * 1000;

/** Whole days from `now` (milliseconds since 1970) until an instant (ISO 8601), begun ones counted; 0 when it is past. */
export function daysLeft(until: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(until) - now - clocksApartMs) / dayMs));
}

/** The day of an instant (ISO 8601) on the user's clock, in the user's language. */
export function dayText({ t, zoneOffset }: Pick<Call, 't' | 'zoneOffset'>, instant: string): string {
  const local = new Date(Date.parse(instant) + zoneOffset);
  return t.date(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate());
}

/** The same with hours and minutes. */
export function timeText(call: Pick<Call, 't' | 'zoneOffset'>, instant: string): string {
  const clock = new Date(Date.parse(instant) + call.zoneOffset).toISOString().slice(11, 16);
  return `${dayText(call, instant)}, ${clock}`;
}
