import { callHost } from './bridge.ts';
import { serviceObject } from './service-object.ts';
import { checked, integer } from './signature.ts';

const lock = (name: 'script' | 'user') => {
  const call = <T>(method: string, ...args: unknown[]): T => callHost<T>('LockService', method, [name, ...args], name);
  return serviceObject('LockService.Lock', {
    tryLock: checked('LockService.Lock.tryLock', [integer], (milliseconds) => call<boolean>('tryLock', milliseconds)),
    waitLock: checked('LockService.Lock.waitLock', [integer], (milliseconds) => {
      call('waitLock', milliseconds);
    }),
    hasLock: checked('LockService.Lock.hasLock', [], () => call<boolean>('hasLock')),
    releaseLock: checked('LockService.Lock.releaseLock', [], () => {
      call('releaseLock');
    }),
  });
};

export const LockService = serviceObject('LockService', {
  getScriptLock: checked('LockService.getScriptLock', [], () => lock('script')),
  getUserLock: checked('LockService.getUserLock', [], () => lock('user')),
  /** There is none: a Gmail add-on has no document. */
  getDocumentLock: checked('LockService.getDocumentLock', [], () => null),
});
