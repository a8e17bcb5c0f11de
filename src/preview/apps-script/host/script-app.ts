import { scope } from '../scopes.ts';
import { ExecutionEnded } from '../script-error.ts';
import type { AppsScriptOptions } from '../types.ts';
import type { RunContext, Service } from './run-context.ts';

/** ScriptApp: identity and consent. */
export function scriptAppService(identityToken: AppsScriptOptions['identityToken']): Service {
  return {
    getIdentityToken: (run) => (run.scopes.has(scope.openid) ? identityToken(run.callback.user) : null),
    getOAuthToken: (run) => `ya29.preview-${run.id}`,
    requireScopes: (run, scopes: string[]) => requireScopes(run, scopes),
    requireAllScopes: (run) => requireScopes(run, run.scopes.asked),
    getAuthorizationInfo: (run, scopes: string[] | null) => {
      const wanted = scopes ?? run.scopes.asked;
      const missing = run.scopes.missing(wanted);
      return {
        status: missing.length > 0 ? 'REQUIRED' : 'NOT_REQUIRED',
        url: missing.length > 0 ? authorizationUrl(missing) : null,
        authorizedScopes: wanted.filter((one) => run.scopes.has(one)),
      };
    },
  };
}

/** Ends the execution when something is missing: Gmail then asks the user for consent. */
function requireScopes(run: RunContext, wanted: readonly string[]): void {
  const missing = run.scopes.missing(wanted);
  if (missing.length > 0)
    throw new ExecutionEnded('Authorization is required to perform that action.', { scopes: missing });
}

const authorizationUrl = (scopes: string[]): string =>
  `https://accounts.google.com/o/oauth2/auth?${new URLSearchParams({ scope: scopes.join(' ') })}`;
