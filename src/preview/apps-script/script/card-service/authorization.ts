import { string } from '../signature.ts';
import { defineBuilder, field, type Json } from './builder.ts';

/** What throwException throws: it passes through the script and becomes Gmail's request for authorization. */
export class AuthorizationRequired extends Error {
  constructor(readonly prompt: { authorizationUrl?: string; resource?: string; customUiCallback?: string }) {
    super('Authorization required');
    this.name = 'AuthorizationException';
  }
}

export const AuthorizationException = defineBuilder(
  'AuthorizationException',
  {
    setAuthorizationUrl: field(string, 'authorizationUrl'),
    setResourceDisplayName: field(string, 'resource'),
    setCustomUiCallback: field(string, 'customUiCallback'),
  },
  {
    methods: {
      throwException: (prompt: Json) => {
        throw new AuthorizationRequired(prompt);
      },
    },
  },
);
