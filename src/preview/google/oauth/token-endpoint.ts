import { compactVerify, decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose';
import type { EmulatedGoogle } from '../emulated-google.ts';
import { type Access, tokenLifetimeSeconds } from './access-tokens.ts';
import { invalidRequest, OAuthError, oauthErrors, unsupportedGrant } from './oauth-errors.ts';
import type { ServiceAccount } from './service-accounts.ts';

/**
 * POST /token with the JWT bearer grant (RFC 7523), the only one a service account uses. The answer is the access token
 * or Google's refusal.
 */
export async function answerTokenRequest(google: EmulatedGoogle, request: Request): Promise<Response> {
  try {
    const access = await readGrant(google, request);
    const body = {
      access_token: google.accessTokens.issue(access),
      expires_in: tokenLifetimeSeconds,
      token_type: 'Bearer',
    };
    return Response.json(body, { headers: { 'cache-control': 'private' } });
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const { status, ...body } = error.body;
    return Response.json(body, { status });
  }
}

/** Whom a token request names as `sub`, unverified; undefined when it names nobody or cannot be read. */
export function subjectOfAssertion(form: URLSearchParams): string | undefined {
  try {
    return decodeJwt(form.get('assertion') ?? '').sub;
  } catch {
    return undefined;
  }
}

async function readGrant(google: EmulatedGoogle, request: Request): Promise<Access> {
  const form = new URLSearchParams(await request.text());
  const grantType = form.get('grant_type');
  const assertion = form.get('assertion');
  if (!grantType) throw new OAuthError(invalidRequest('Missing required parameter: grant_type'));
  if (grantType !== jwtBearer) throw new OAuthError(unsupportedGrant(grantType));
  if (!assertion) throw new OAuthError(invalidRequest('Missing required parameter: assertion'));

  const subject = subjectOfAssertion(form);
  const trouble = google.troubles.atToken(subject);
  if (trouble) throw new OAuthError(trouble);

  const { account, claims } = await verify(google, assertion);
  checkTimes(claims, google.now());
  if (!tokenUrls.includes(claims.aud as string)) refuse('wrong-audience');
  const scopes = readScopes(claims.scope);
  if (subject !== undefined) checkDelegation(google, account, subject, scopes);
  return { serviceAccount: account.email, projectId: account.projectId, subject: subject?.toLowerCase(), scopes };
}

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** The audiences that Google has published for this endpoint over the years. */
const tokenUrls = [
  'https://oauth2.googleapis.com/token',
  'https://www.googleapis.com/oauth2/v4/token',
  'https://accounts.google.com/o/oauth2/token',
];

/**
 * Google's Node library sends no `kid`, so without one any key of the issuer may have signed. A deleted, disabled or foreign
 * key is one and the same to Google: the signature is invalid.
 */
async function verify(
  google: EmulatedGoogle,
  assertion: string,
): Promise<{ account: ServiceAccount; claims: JWTPayload }> {
  const { header, claims } = decode(assertion);
  const issuer = claims.iss ?? '';
  const account = google.serviceAccounts.find(issuer);
  if (!account) return refuse(issuer.endsWith('.gserviceaccount.com') ? 'account-not-found' : 'no-verifier');
  if (account.state === 'deleted') refuse('account-not-found');
  if (account.state === 'disabled') refuse('account-disabled');
  const keys = [...account.keys].filter(([kid, { disabled }]) => !disabled && (!header.kid || header.kid === kid));
  for (const [, { publicKey }] of keys) {
    const verified = await compactVerify(assertion, publicKey, { algorithms: ['RS256'] }).catch(() => undefined);
    if (verified) return { account, claims };
  }
  return refuse('key-invalid');
}

function decode(assertion: string): { header: { kid?: string }; claims: JWTPayload } {
  try {
    return { header: decodeProtectedHeader(assertion), claims: decodeJwt(assertion) };
  } catch {
    return refuse('key-invalid');
  }
}

/** At most an hour, and not more than 5 minutes away from Google's clock; those minutes are assumed. */
function checkTimes({ iat, exp }: JWTPayload, now: number): void {
  const seconds = now / 1000;
  const isTimely =
    typeof iat === 'number' &&
    typeof exp === 'number' &&
    iat <= seconds + skewSeconds &&
    exp > seconds - skewSeconds &&
    exp > iat &&
    exp - iat <= 3600;
  if (!isTimely) refuse('clock-skew');
}

const skewSeconds = 300;

function readScopes(scope: unknown): Set<string> {
  const scopes = typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [];
  if (scopes.length === 0) refuse('scope-missing');
  if (!scopes.every((each) => knownScope.test(each))) refuse('scope-unknown');
  return new Set(scopes);
}

const knownScope =
  /^(?:https:\/\/www\.googleapis\.com\/auth\/[a-z][a-z.-]*|https:\/\/mail\.google\.com\/|openid|email)$/;

/** One scope that the admin did not enter refuses all of them. */
function checkDelegation(
  google: EmulatedGoogle,
  account: ServiceAccount,
  subject: string,
  scopes: ReadonlySet<string>,
): void {
  if (!/^[^@\s]+@[^@\s]+$/.test(subject)) refuse('not-an-email');
  const organisation = google.organisationOf(subject);
  if (!organisation) throw new OAuthError(oauthErrors['unknown-user']);
  const delegated = organisation.delegations.get(account.clientId);
  if (!delegated || ![...scopes].every((scope) => delegated.has(scope))) refuse('not-delegated');
  if (!organisation.findPerson(subject) || organisation.findPerson(subject)?.suspended) refuse('unknown-user');
}

function refuse(code: keyof typeof oauthErrors): never {
  throw new OAuthError(oauthErrors[code]);
}
