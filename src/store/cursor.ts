import { z } from 'zod';
import { Problem } from './problem.ts';

/** Where the next page of a list begins, as an opaque text: the sort key of the last item. */
export const cursorAt = (...key: (string | number)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

export const timeCursorAt = (at: Date, id: string): string => cursorAt(at.getTime(), id);

export const sortedCursorAt = (sort: string, key: Date | string, id: string): string =>
  cursorAt(sort, key instanceof Date ? key.getTime() : key, id);

/** For lists ordered by time and id, newest first. */
export function readTimeCursor(cursor: string | undefined): { at: Date; id: string } | undefined {
  const key = read(cursor, z.tuple([time, z.uuid()]));
  return key && { at: new Date(key[0]), id: key[1] };
}

/** For lists in one of several orders; a cursor of another order does not count. */
export function readSortedCursor(
  cursor: string | undefined,
  sort: 'changed' | 'name' | 'company',
): { key: Date | string; id: string } | undefined {
  const key = read(cursor, z.tuple([z.literal(sort), sort === 'changed' ? time : keyText, z.uuid()]));
  return key && { key: typeof key[1] === 'number' ? new Date(key[1]) : key[1], id: key[2] };
}

/** For the history of a contact. */
export function readHistoryCursor(
  cursor: string | undefined,
): { setAt: Date; setRevision: number; id: string } | undefined {
  const key = read(cursor, z.tuple([time, z.int32(), z.uuid()]));
  return key && { setAt: new Date(key[0]), setRevision: key[1], id: key[2] };
}

/** For lists ordered by address. */
export function readAddressCursor(cursor: string | undefined): string | undefined {
  return read(cursor, z.tuple([keyText]))?.[0];
}

/** For lists ordered by a count. */
export function readCountCursor(cursor: string | undefined): string | undefined {
  return read(cursor, z.tuple([z.string().regex(/^\d{1,18}$/)]))?.[0];
}

/** The year 2100: far below what PostgreSQL's timestamps hold. */
const endOfTime = Date.UTC(2100, 0);
const time = z.number().int().min(0).max(endOfTime);
/** No NUL and no half of a surrogate pair, which PostgreSQL does not take for text. */
const keyText = z
  .string()
  .max(320)
  .regex(/^[^\0\p{Surrogate}]*$/u);

function read<T>(cursor: string | undefined, shape: z.ZodType<T>): T | undefined {
  if (cursor === undefined) return undefined;
  const parsed = shape.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success) throw new Problem('cursor-invalid', 'Send nextCursor of the page before, as it was');
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
