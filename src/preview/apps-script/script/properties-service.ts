import { callHost } from './bridge.ts';
import { serviceObject } from './service-object.ts';
import { boolean, checked, optional, string, stringMap } from './signature.ts';

const properties = (store: 'script' | 'user') => {
  const name = (method: string): string => `PropertiesService.Properties.${method}`;
  const call = <T>(method: string, args: unknown[] = [], subject?: string): T =>
    callHost<T>('PropertiesService', method, [store, ...args], subject);
  const self = serviceObject('PropertiesService.Properties', {
    getProperty: checked(name('getProperty'), [string], (key) => call<string | null>('getProperty', [key], key)),
    getProperties: checked(name('getProperties'), [], () => call<Record<string, string>>('getProperties')),
    getKeys: checked(name('getKeys'), [], () => call<string[]>('getKeys')),
    setProperty: checked(name('setProperty'), [string, string], (key, value): object => {
      call('setProperty', [key, value], key);
      return self;
    }),
    setProperties: checked(name('setProperties'), [stringMap, optional(boolean)], (values, deleteAllOthers): object => {
      call('setProperties', [values, deleteAllOthers ?? false], Object.keys(values).join(', '));
      return self;
    }),
    deleteProperty: checked(name('deleteProperty'), [string], (key): object => {
      call('deleteProperty', [key], key);
      return self;
    }),
    deleteAllProperties: checked(name('deleteAllProperties'), [], (): object => {
      call('deleteAllProperties');
      return self;
    }),
  });
  return self;
};

export const PropertiesService = serviceObject('PropertiesService', {
  getScriptProperties: checked('PropertiesService.getScriptProperties', [], () => properties('script')),
  getUserProperties: checked('PropertiesService.getUserProperties', [], () => properties('user')),
  /** There is none: a Gmail add-on has no document. */
  getDocumentProperties: checked('PropertiesService.getDocumentProperties', [], () => null),
});
