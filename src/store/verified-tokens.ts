import { createHash } from 'node:crypto';
import {
  type CompactJWSHeaderParameters,
  type FlattenedJWSInput,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose';

/** What holds up of a token: its claims, for as long as their time lasts and the key that has signed it counts. */
interface Verified {
  payload: JWTPayload;
  header: CompactJWSHeaderParameters;
  key: unknown;
}

/**
 * `jwtVerify`, which looks at the signature of each token once: that costs more than all else that a token is asked. One that is
 * sent again is told by its digest, and only its time and its key are looked at, which each time may have passed or been withdrawn.
 */
export function tokenVerifier(
  keys: JWTVerifyGetKey,
  { clockTolerance, ...options }: JWTVerifyOptions & { clockTolerance: number },
): (token: string, now: Date) => Promise<JWTPayload> {
  const verified = new Map<string, Verified>();
  return async (token, now) => {
    const digest = createHash('sha256').update(token).digest('base64');
    const before = verified.get(digest);
    if (before && isInTime(before.payload, now, clockTolerance)) {
      if ((await keys(before.header, partsOf(token))) === before.key) return before.payload;
    }
    const { payload, protectedHeader, key } = await jwtVerify(token, keys, {
      ...options,
      clockTolerance,
      currentDate: now,
    });
    verified.delete(digest); // what was verified longest ago stands first
    verified.set(digest, { payload, header: protectedHeader, key });
    if (verified.size > mostVerified) verified.delete(verified.keys().next().value ?? '');
    return payload;
  };
}

const mostVerified = 10_000;

/** As jose compares: `nbf` may be as much ahead, `exp` as much behind, as clocks may differ. */
function isInTime({ exp = 0, nbf = 0 }: JWTPayload, now: Date, toleranceSeconds: number): boolean {
  const seconds = Math.floor(now.getTime() / 1000);
  return exp > seconds - toleranceSeconds && nbf <= seconds + toleranceSeconds;
}

function partsOf(token: string): FlattenedJWSInput {
  const [protectedHeader, payload = '', signature = ''] = token.split('.');
  return { protected: protectedHeader, payload, signature };
}
