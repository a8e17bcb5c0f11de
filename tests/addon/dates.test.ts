import { daysLeft, dayText } from '../../src/addon/dates.ts';
import { en } from '../../src/addon/messages/en.ts';
import { ja } from '../../src/addon/messages/ja.ts';

const now = Date.parse('2026-11-22T09:00:00Z');

test.each([
  ['2026-12-22T09:00:00.500Z', 30],
  ['2026-12-22T08:00:00Z', 30],
  ['2026-11-23T09:00:00Z', 1],
  ['2026-11-22T10:00:00Z', 1],
  ['2026-11-22T09:00:00Z', 0],
  ['2026-11-20T09:00:00Z', 0],
])('until %s: %i days', (until, days) => expect(daysLeft(until, now)).toBe(days));

test("a day is of the user's clock and language", () => {
  const instant = '2026-12-31T20:00:00Z';
  expect(dayText({ t: en, zoneOffset: 0 }, instant)).toBe('31 Dec 2026');
  expect(dayText({ t: en, zoneOffset: 9 * 3600_000 }, instant)).toBe('1 Jan 2027');
  expect(dayText({ t: ja, zoneOffset: -8 * 3600_000 }, instant)).toBe('2026年12月31日');
});
