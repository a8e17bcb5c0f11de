import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWKSCacheInput,
  type JWTVerifyGetKey,
  jwksCache,
} from 'jose';

/**
 * The issuer's public keys, as jose asks for them. Those published at a URL are fetched again after an hour, and at once for
 * a key that is not among them; while they cannot be fetched, those of the last day go on counting.
 */
export function tokenKeys(keys: JSONWebKeySet | URL): JWTVerifyGetKey {
  if (!(keys instanceof URL)) return createLocalJWKSet(keys);
  const cache: JWKSCacheInput = {};
  const fetched = createRemoteJWKSet(keys, { cacheMaxAge: hourMs, [jwksCache]: cache });
  return async (header, token) => {
    try {
      return await fetched(header, token);
    } catch (outage) {
      const { jwks, uat = 0 } = cache;
      if (!isKeyOutage(outage) || !jwks || uat < Date.now() - 24 * hourMs) throw outage;
      return await createLocalJWKSet(jwks)(header, token).catch(() => {
        throw outage; // the key may be a new one
      });
    }
  };
}

const hourMs = 60 * 60 * 1000;

/** The key set could not be fetched or read; a plain JOSEError is what jose throws for a wrong HTTP answer, and `fetch failed` is Node's. */
export const isKeyOutage = (error: unknown): boolean =>
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC') ||
  (error as { message?: unknown }).message === 'fetch failed';
