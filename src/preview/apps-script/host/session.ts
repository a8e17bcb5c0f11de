import { scope } from '../scopes.ts';
import type { Service } from './run-context.ts';

/** Session: an add-on runs as the user who uses it, so the active and the effective user are one. */
export const sessionService: Service = {
  getEmail: (run, method: 'getActiveUser' | 'getEffectiveUser') => {
    run.scopes.require(`Session.${method}`, scope.email);
    return run.callback.user.email;
  },
  getActiveUserLocale: (run) => new Intl.Locale(run.callback.locale).language,
  getScriptTimeZone: (run) => run.manifest.timeZone,
};
