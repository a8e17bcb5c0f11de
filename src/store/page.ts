/** One page out of `limit + 1` found items, and the cursor to the next page when there is one. */
export function pageOf<T>(
  found: T[],
  limit: number,
  cursorOf: (last: T) => string,
): { page: T[]; nextCursor?: string } {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return found.length > limit && last !== undefined ? { page, nextCursor: cursorOf(last) } : { page };
}
