import { callHost } from './bridge.ts';
import { serviceObject } from './service-object.ts';
import { checked } from './signature.ts';

const user = (method: 'getActiveUser' | 'getEffectiveUser') =>
  checked(`Session.${method}`, [], () =>
    serviceObject('Session.User', {
      getEmail: checked('Session.User.getEmail', [], () => callHost<string>('Session', 'getEmail', [method], method)),
    }),
  );

export const Session = serviceObject('Session', {
  getActiveUser: user('getActiveUser'),
  getEffectiveUser: user('getEffectiveUser'),
  getActiveUserLocale: checked('Session.getActiveUserLocale', [], () =>
    callHost<string>('Session', 'getActiveUserLocale'),
  ),
  getScriptTimeZone: checked('Session.getScriptTimeZone', [], () => callHost<string>('Session', 'getScriptTimeZone')),
});
