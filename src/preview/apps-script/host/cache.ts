import { ScriptError } from '../script-error.ts';
import type { RunContext, Service } from './run-context.ts';

type CacheName = 'script' | 'user';

interface Entry {
  value: string;
  expiresAt: number;
}

const keyLength = 250;
const bytesPerValue = 100 * 1024;
const itemsPerCache = 1_000;
const longestSeconds = 21_600;
const defaultSeconds = 600;

/** CacheService's two caches, in memory. When one is full, the entries that expire first make room. */
export function cacheService(now: () => number): Service {
  const caches = new Map<string, Map<string, Entry>>();

  const open = (run: RunContext, name: CacheName): Map<string, Entry> => {
    const key = name === 'script' ? name : `user ${run.callback.user.email}`;
    const cache = caches.get(key) ?? new Map<string, Entry>();
    caches.set(key, cache);
    return cache;
  };
  const get = (cache: Map<string, Entry>, key: string): string | null => {
    checkKey(key);
    const entry = cache.get(key);
    return entry && entry.expiresAt > now() ? entry.value : null;
  };
  const put = (cache: Map<string, Entry>, key: string, value: string, seconds: number): void => {
    checkKey(key);
    if (Buffer.byteLength(value) > bytesPerValue) throw new ScriptError('Argument too large: value');
    cache.set(key, { value, expiresAt: now() + seconds * 1000 });
  };

  return {
    get: (run, name: CacheName, key: string) => get(open(run, name), key),
    getAll: (run, name: CacheName, keys: string[]) => {
      const cache = open(run, name);
      const found = keys.map((key) => [key, get(cache, key)] as const);
      return Object.fromEntries(found.filter(([, value]) => value !== null));
    },
    put: (run, name: CacheName, key: string, value: string, seconds: number | null) => {
      const cache = open(run, name);
      put(cache, key, value, checkSeconds(seconds));
      evict(cache, now());
    },
    putAll: (run, name: CacheName, values: Record<string, string>, seconds: number | null) => {
      const cache = open(run, name);
      const checked = checkSeconds(seconds);
      for (const [key, value] of Object.entries(values)) put(cache, key, value, checked);
      evict(cache, now());
    },
    remove: (run, name: CacheName, key: string) => {
      open(run, name).delete(key);
    },
    removeAll: (run, name: CacheName, keys: string[]) => {
      const cache = open(run, name);
      for (const key of keys) cache.delete(key);
    },
  };
}

function checkKey(key: string): void {
  if (key.length === 0) throw new ScriptError('Invalid argument: key');
  if (key.length > keyLength) throw new ScriptError('Argument too large: key');
}

function checkSeconds(seconds: number | null): number {
  if (seconds === null) return defaultSeconds;
  if (seconds < 1 || seconds > longestSeconds) throw new ScriptError('Invalid argument: expirationInSeconds');
  return seconds;
}

function evict(cache: Map<string, Entry>, now: number): void {
  for (const [key, entry] of cache) if (entry.expiresAt <= now) cache.delete(key);
  const surplus = cache.size - itemsPerCache;
  if (surplus <= 0) return;
  const soonest = [...cache].sort(([, a], [, b]) => a.expiresAt - b.expiresAt).slice(0, surplus);
  for (const [key] of soonest) cache.delete(key);
}
