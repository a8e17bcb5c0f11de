import { ScriptError } from '../script-error.ts';

/**
 * Utilities.formatDate: the patterns of java.text.SimpleDateFormat, in English. Quoted text is literal; `''` is a quote.
 * Throws a ScriptError on an unknown zone or letter.
 */
export function formatDate(date: Date, timeZone: string, pattern: string): string {
  const field = fieldsOf(date, timeZone);
  return pattern.replace(
    /'((?:[^']|'')*)'|([A-Za-z])\2*/g,
    (run: string, quoted: string | undefined, letter?: string) => {
      if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
      const format = letters[letter as string];
      if (!format) throw new ScriptError(`Invalid argument: Illegal pattern character '${letter}'`);
      return format(field, run.length);
    },
  );
}

interface Fields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  weekday: string;
  monthName: string;
  zoneName: string;
  offsetMinutes: number;
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

const letters: Record<string, (field: Fields, length: number) => string> = {
  y: ({ year }, length) => (length === 2 ? padded(year % 100, 2) : padded(year, length)),
  M: ({ month, monthName }, length) =>
    length > 3 ? monthName : length === 3 ? monthName.slice(0, 3) : padded(month, length),
  d: ({ day }, length) => padded(day, length),
  H: ({ hour }, length) => padded(hour, length),
  h: ({ hour }, length) => padded(hour % 12 || 12, length),
  m: ({ minute }, length) => padded(minute, length),
  s: ({ second }, length) => padded(second, length),
  S: ({ millisecond }, length) => padded(millisecond, length),
  a: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  E: ({ weekday }, length) => (length > 3 ? weekday : weekday.slice(0, 3)),
  z: ({ zoneName }) => zoneName,
  Z: ({ offsetMinutes }) => offset(offsetMinutes, ''),
  X: ({ offsetMinutes }, length) =>
    offsetMinutes === 0 ? 'Z' : offset(offsetMinutes, length === 3 ? ':' : '').slice(0, length === 1 ? 3 : undefined),
};

function offset(minutes: number, separator: string): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${padded(Math.floor(size / 60), 2)}${separator}${padded(size % 60, 2)}`;
}

function fieldsOf(date: Date, timeZone: string): Fields {
  const part = new Map<string, string>();
  for (const { type, value } of formatterOf(timeZone).formatToParts(date)) part.set(type, value);
  const number = (type: string): number => Number(part.get(type));
  const wall = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  );
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
    millisecond: date.getUTCMilliseconds(),
    weekday: new Intl.DateTimeFormat('en', { timeZone, weekday: 'long' }).format(date),
    monthName: new Intl.DateTimeFormat('en', { timeZone, month: 'long' }).format(date),
    zoneName: part.get('timeZoneName') ?? '',
    offsetMinutes: Math.round((wall - Math.floor(date.getTime() / 1000) * 1000) / 60_000),
  };
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      timeZoneName: 'short',
    });
  } catch {
    throw new ScriptError(`Invalid argument: ${timeZone}`);
  }
}
