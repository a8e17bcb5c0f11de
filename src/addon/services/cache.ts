/** What the store said lately about this user, so that opening mail after mail does not ask again. Never for longer than `seconds`. */
export function remember<T>(key: string, seconds: number, ask: () => T): T {
  const cache = CacheService.getUserCache();
  const known = cache.get(key);
  if (known) return JSON.parse(known);
  const answer = ask();
  cache.put(key, JSON.stringify(answer), seconds);
  return answer;
}

export function forget(key: string): void {
  CacheService.getUserCache().remove(key);
}
