import { SignJWT } from 'jose';
import { ApiError, type ApiErrorBody, answerResponse, errorAnswer, invalidArgument, refuse } from '../api/api-error.ts';
import { authenticate } from '../api/serve-method.ts';
import type { EmulatedGoogle } from '../emulated-google.ts';

/**
 * POST /v1/projects/-/serviceAccounts/{email}:signJwt of the IAM Credentials API: Google signs the claims with a key of
 * the account that nobody can download (cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/signJwt).
 * The caller needs the permission on that account, its own account included.
 */
export async function answerSignJwt(google: EmulatedGoogle, email: string, request: Request): Promise<Response> {
  try {
    const { serviceAccount, scopes } = authenticate(google, request.headers.get('authorization') ?? undefined);
    if (!iamScopes.some((scope) => scopes.has(scope))) refuse('insufficient-scope');
    const account = google.serviceAccounts.find(email);
    if (!account?.signers.has(serviceAccount) || account.state !== 'enabled') throw new ApiError(permissionDenied);
    const claims = readClaims(await request.text(), google.now());
    const { kid, privateKey } = await google.serviceAccounts.managedKey(account);
    const signedJwt = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(privateKey);
    return Response.json({ keyId: kid, signedJwt });
  } catch (error) {
    return answerResponse(errorAnswer(error));
  }
}

const iamScopes = ['https://www.googleapis.com/auth/cloud-platform', 'https://www.googleapis.com/auth/iam'];

const permissionDenied: ApiErrorBody = {
  status: 403,
  message: "Permission 'iam.serviceAccounts.signJwt' denied on resource (or it may not exist).",
  reason: 'forbidden',
  code: 'PERMISSION_DENIED',
  details: [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'IAM_PERMISSION_DENIED',
      domain: 'iam.googleapis.com',
    },
  ],
};

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
