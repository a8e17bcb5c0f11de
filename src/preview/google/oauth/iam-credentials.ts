import { SignJWT } from 'jose';
import { ApiError, type ApiErrorBody, answerResponse, errorAnswer, invalidArgument, refuse } from '../api/api-error.ts';
import { authenticate } from '../api/serve-method.ts';
import type { EmulatedGoogle } from '../emulated-google.ts';
import type { ServiceAccount } from './service-accounts.ts';

/**
 * POST /v1/projects/-/serviceAccounts/{email}:signJwt of the IAM Credentials API: Google signs the claims with a key of
 * the account that nobody can download (cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/signJwt).
 * The caller needs the permission on that account, its own account included.
 */
export const answerSignJwt = (google: EmulatedGoogle, email: string, request: Request): Promise<Response> =>
  answer(async () => {
    const account = allowed(google, email, request, { permission: 'signJwt', holders: 'signers' });
    const claims = readClaims(await request.text(), google.now());
    const { kid, privateKey } = await google.serviceAccounts.managedKey(account);
    const signedJwt = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(privateKey);
    return { keyId: kid, signedJwt };
  });

/**
 * `:generateIdToken`: an ID token of the account, signed by Google (…/projects.serviceAccounts/generateIdToken). `sub` and
 * `azp` are the account's unique ID; its address is in it when `includeEmail` asks for it.
 */
export const answerGenerateIdToken = (google: EmulatedGoogle, email: string, request: Request): Promise<Response> =>
  answer(async () => {
    const account = allowed(google, email, request, { permission: 'getOpenIdToken', holders: 'identifiers' });
    const { audience, includeEmail } = readIdTokenRequest(await request.text());
    const { clientId } = account;
    const emailClaims = includeEmail ? { email: account.email, email_verified: true } : {};
    return {
      token: await google.signer.sign({ aud: audience, azp: clientId, sub: clientId, ...emailClaims }, google.now()),
    };
  });

async function answer(body: () => Promise<object>): Promise<Response> {
  try {
    return Response.json(await body());
  } catch (error) {
    return answerResponse(errorAnswer(error));
  }
}

/** The account that is asked for, when the caller has the permission on it. */
function allowed(
  google: EmulatedGoogle,
  email: string,
  { headers }: Request,
  { permission, holders }: { permission: string; holders: 'signers' | 'identifiers' },
): ServiceAccount {
  const { serviceAccount, scopes } = authenticate(google, headers.get('authorization') ?? undefined);
  if (!iamScopes.some((scope) => scopes.has(scope))) refuse('insufficient-scope');
  const account = google.serviceAccounts.find(email);
  if (account?.[holders].has(serviceAccount) && account.state === 'enabled') return account;
  throw new ApiError(permissionDenied(permission));
}

const iamScopes = ['https://www.googleapis.com/auth/cloud-platform', 'https://www.googleapis.com/auth/iam'];

const permissionDenied = (permission: string): ApiErrorBody => ({
  status: 403,
  message: `Permission 'iam.serviceAccounts.${permission}' denied on resource (or it may not exist).`,
  reason: 'forbidden',
  code: 'PERMISSION_DENIED',
  details: [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'IAM_PERMISSION_DENIED',
      domain: 'iam.googleapis.com',
    },
  ],
});

/** The claims come as JSON in a string; `exp` at most 12 hours ahead. */
function readClaims(body: string, now: number): Record<string, unknown> {
  let claims: { exp?: number };
  try {
    claims = JSON.parse(JSON.parse(body).payload);
  } catch {
    throw new ApiError(invalidArgument('The payload must be a JSON object, serialized as a string.'));
  }
  const ahead = claims.exp === undefined ? 0 : claims.exp - now / 1000;
  if (ahead < 0 || ahead > 12 * 3600) throw new ApiError(invalidArgument('The exp claim must be within 12 hours.'));
  return { ...claims };
}

function readIdTokenRequest(body: string): { audience: string; includeEmail: boolean } {
  try {
    const { audience, includeEmail } = JSON.parse(body);
    if (typeof audience === 'string' && audience) return { audience, includeEmail: includeEmail === true };
  } catch {
    // refused as one without an audience
  }
  throw new ApiError(invalidArgument('The audience is required.'));
}
