import { callHost } from './bridge.ts';
import { Enumeration } from './enumeration.ts';
import { serviceObject } from './service-object.ts';
import { checked, optional, strings } from './signature.ts';

const AuthMode = new Enumeration('ScriptApp.AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
const AuthorizationStatus = new Enumeration('ScriptApp.AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);

interface AuthorizationInfo {
  status: 'REQUIRED' | 'NOT_REQUIRED';
  url: string | null;
  authorizedScopes: string[];
}

export const ScriptApp = serviceObject('ScriptApp', {
  AuthMode: AuthMode.values,
  AuthorizationStatus: AuthorizationStatus.values,
  getIdentityToken: checked('ScriptApp.getIdentityToken', [], () =>
    callHost<string | null>('ScriptApp', 'getIdentityToken'),
  ),
  getOAuthToken: checked('ScriptApp.getOAuthToken', [], () => callHost<string>('ScriptApp', 'getOAuthToken')),
  requireScopes: checked('ScriptApp.requireScopes', [AuthMode.kind, strings], (_mode, scopes) => {
    callHost('ScriptApp', 'requireScopes', [scopes], scopes.join(' '));
  }),
  requireAllScopes: checked('ScriptApp.requireAllScopes', [AuthMode.kind], () => {
    callHost('ScriptApp', 'requireAllScopes');
  }),
  getAuthorizationInfo: checked(
    'ScriptApp.getAuthorizationInfo',
    [AuthMode.kind, optional(strings)],
    (_mode, scopes) => {
      const info = callHost<AuthorizationInfo>('ScriptApp', 'getAuthorizationInfo', [scopes ?? null]);
      return serviceObject('ScriptApp.AuthorizationInfo', {
        getAuthorizationStatus: () => AuthorizationStatus.values[info.status],
        getAuthorizationUrl: () => info.url,
        getAuthorizedScopes: () => info.authorizedScopes,
      });
    },
  ),
});
