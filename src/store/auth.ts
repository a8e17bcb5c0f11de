import { errors, type JSONWebKeySet, type JWTPayload } from 'jose';
import { emailKey } from '../contact/normalize.ts';
import { Problem } from './problem.ts';
import { isKeyOutage, tokenKeys } from './token-keys.ts';
import { tokenVerifier } from './verified-tokens.ts';

export interface TokenOptions {
  /** OAuth client ids of the Apps Script projects whose tokens count. */
  audience: string[];
  /** Google's by default. */
  issuers?: string[];
  /** The issuer's public keys, or where they are published. */
  keys: JSONWebKeySet | URL;
}

/** Who calls, as a verified identity token says. */
export interface Caller {
  /** `sub`: stays the same when the address changes. */
  userId: string;
  /** As a key: see `emailKey`. */
  email: string;
  /** `hd`, in lower case: the Workspace organisation the account belongs to. */
  domain: string;
}

const googleIssuers = ['accounts.google.com', 'https://accounts.google.com'];

/**
 * A function that turns an Authorization header into the caller, or throws the problem to answer with. Rules: Google's
 * for ID tokens (developers.google.com/identity/gsi/web/guides/verify-google-id-token).
 */
export function authenticator(
  { audience, issuers, keys }: TokenOptions,
  now: () => Date,
): (authorization: string | undefined) => Promise<Caller> {
  const claimsOf = claimsReader({ audience, issuers, keys }, ['sub', 'exp', 'email'], now);
  return async (authorization) => callerFrom(await claimsOf(authorization));
}

/** A function that gives the claims of the token in an Authorization header, once its signature, issuer, audience and time hold. */
export function claimsReader(
  { audience, issuers = googleIssuers, keys }: TokenOptions,
  requiredClaims: string[],
  now: () => Date,
): (authorization: string | undefined) => Promise<JWTPayload> {
  const options = { algorithms: ['RS256'], audience, issuer: issuers, clockTolerance: clockToleranceSeconds };
  const verify = tokenVerifier(tokenKeys(keys), { ...options, requiredClaims });
  return async (authorization) => {
    const token = bearerToken(authorization);
    return await problemsNamed(() => verify(token, now()));
  };
}

const clockToleranceSeconds = 60;

function bearerToken(authorization: string | undefined): string {
  const [scheme, token, ...rest] = (authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) {
    throw new Problem('token-missing', 'Send the identity token as "Authorization: Bearer …"');
  }
  if (rest.length > 0) throw new Problem('token-invalid', 'The Authorization header holds more than one token');
  return token;
}

async function problemsNamed(verify: () => Promise<JWTPayload>): Promise<JWTPayload> {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new Problem('token-expired', 'Ask Google for a new identity token');
    if (isKeyOutage(error)) {
      throw new Problem('unavailable', "The issuer's keys cannot be fetched now", { cause: error });
    }
    if (error instanceof errors.JOSEError || error instanceof TypeError) {
      const detail = 'The identity token does not hold up against issuer, audience, time or key';
      throw new Problem('token-invalid', detail, { cause: error });
    }
    throw error;
  }
}

function callerFrom({ sub, email, email_verified: emailVerified, hd }: JWTPayload): Caller {
  if (typeof sub !== 'string' || !sub || typeof email !== 'string' || !email) {
    throw new Problem('token-invalid', 'The identity token lacks sub or email');
  }
  if (emailVerified !== true) throw new Problem('token-invalid', "The token's address is not verified");
  if (typeof hd !== 'string' || !hd) {
    throw new Problem('tenant-unknown', 'This account belongs to no Google Workspace organisation');
  }
  if (sub.length > 255 || email.length > 320 || hd.length > 253 || /\0/.test(sub + email + hd)) {
    throw new Problem('token-invalid', 'The identity token holds values that Google would not issue');
  }
  return { userId: sub, email: emailKey(email), domain: hd.toLowerCase() };
}
