/** An answer of the token endpoint that refuses. RFC 6749, 5.2. */
export interface OAuthErrorBody {
  status: number;
  error: string;
  error_description: string;
}

/**
 * What Google's token endpoint says when it refuses, in its words: the table in
 * developers.google.com/identity/protocols/oauth2/service-account, and what administrators' tools match on
 * (GAM-team/GAM, src/gam/gamlib/glapi.py). The HTTP status of `access_denied`, `admin_policy_enforced`, `org_internal` and
 * `internal_failure` is assumed.
 */
export const oauthErrors = {
  'key-invalid': refusal(400, 'invalid_grant', 'Invalid JWT Signature.'),
  'unknown-user': refusal(400, 'invalid_grant', 'Invalid email or User ID'),
  'not-an-email': refusal(400, 'invalid_grant', 'Not a valid email.'),
  'account-not-found': refusal(400, 'invalid_grant', 'Invalid grant: account not found'),
  'account-deleted': refusal(400, 'invalid_grant', 'The account has been deleted'),
  'account-disabled': refusal(400, 'invalid_grant', 'Robot is disabled.'),
  'no-verifier': refusal(400, 'invalid_grant', 'Invalid JWT: No valid verifier found for issuer.'),
  'wrong-audience': refusal(400, 'invalid_grant', 'Invalid JWT: Failed audience check.'),
  'clock-skew': refusal(
    400,
    'invalid_grant',
    'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp ' +
      'values in the JWT claim.',
  ),
  'client-not-found': refusal(401, 'invalid_client', 'The OAuth client was not found.'),
  'client-deleted': refusal(401, 'deleted_client', 'The OAuth client was deleted.'),
  'client-disabled': refusal(401, 'disabled_client', 'The OAuth client was disabled.'),
  'invalid-impersonation': refusal(400, 'invalid_request', 'Invalid impersonation "sub" field.'),
  'not-delegated': refusal(
    401,
    'unauthorized_client',
    'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes ' +
      'requested.',
  ),
  'scope-unauthorized': refusal(401, 'unauthorized_client', 'Unauthorized client or scope in request.'),
  'access-denied': refusal(403, 'access_denied', 'Requested client not authorized.'),
  'admin-policy': refusal(
    400,
    'admin_policy_enforced',
    'The Google Account is unable to authorize one or more scopes requested due to the policies of their Google ' +
      'Workspace administrator.',
  ),
  'org-internal': refusal(403, 'org_internal', 'The OAuth client is restricted to users within its organization.'),
  'scope-missing': refusal(400, 'invalid_scope', 'Empty or missing scope not allowed.'),
  'scope-unknown': refusal(400, 'invalid_scope', 'Invalid OAuth scope or ID token audience provided.'),
  'token-failure': refusal(500, 'internal_failure', 'Backend Error'),
} as const satisfies Record<string, OAuthErrorBody>;

export class OAuthError extends Error {
  constructor(readonly body: OAuthErrorBody) {
    super(body.error_description);
  }
}

/** What an OAuth server of any maker says of a malformed request; Google's wording of these is not verified. */
export const invalidRequest = (description: string) => refusal(400, 'invalid_request', description);
export const unsupportedGrant = (type: string) => refusal(400, 'unsupported_grant_type', `Invalid grant_type: ${type}`);

function refusal(status: number, error: string, error_description: string): OAuthErrorBody {
  return { status, error, error_description };
}
