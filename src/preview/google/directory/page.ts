import { ApiError } from '../api/api-error.ts';

/** One page of a list that is sorted by its keys; the token is the last key of the page before. */
export function pageOf<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  { maxResults, pageToken }: { maxResults: number; pageToken?: string },
): { items: T[]; nextPageToken?: string } {
  const from = pageToken === undefined ? 0 : all.findIndex((item) => keyOf(item) > readToken(pageToken));
  const items = from === -1 ? [] : all.slice(from, from + maxResults);
  const last = items.at(-1);
  if (!last || last === all.at(-1)) return { items };
  return { items, nextPageToken: Buffer.from(keyOf(last)).toString('base64url') };
}

function readToken(token: string): string {
  const key = Buffer.from(token, 'base64url').toString();
  if (Buffer.from(key).toString('base64url') === token) return key;
  throw new ApiError({ status: 400, message: 'Invalid Input: pageToken', reason: 'invalid' });
}
