import { callHost } from './bridge.ts';
import { serviceObject } from './service-object.ts';
import { checked, integer, optional, string, stringMap, strings } from './signature.ts';

const cache = (name: 'script' | 'user') => {
  const signature = (method: string): string => `CacheService.Cache.${method}`;
  const call = <T>(method: string, args: unknown[], subject: string): T =>
    callHost<T>('CacheService', method, [name, ...args], subject);
  return serviceObject('CacheService.Cache', {
    get: checked(signature('get'), [string], (key) => call<string | null>('get', [key], key)),
    getAll: checked(signature('getAll'), [strings], (keys) =>
      call<Record<string, string>>('getAll', [keys], keys.join(', ')),
    ),
    put: checked(signature('put'), [string, string, optional(integer)], (key, value, seconds) => {
      call('put', [key, value, seconds], key);
    }),
    putAll: checked(signature('putAll'), [stringMap, optional(integer)], (values, seconds) => {
      call('putAll', [values, seconds], Object.keys(values).join(', '));
    }),
    remove: checked(signature('remove'), [string], (key) => {
      call('remove', [key], key);
    }),
    removeAll: checked(signature('removeAll'), [strings], (keys) => {
      call('removeAll', [keys], keys.join(', '));
    }),
  });
};

export const CacheService = serviceObject('CacheService', {
  getScriptCache: checked('CacheService.getScriptCache', [], () => cache('script')),
  getUserCache: checked('CacheService.getUserCache', [], () => cache('user')),
  /** There is none: a Gmail add-on has no document. */
  getDocumentCache: checked('CacheService.getDocumentCache', [], () => null),
});
