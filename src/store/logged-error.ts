import { errors } from 'jose';

/**
 * What of an error may stand in the log. Errors of the database quote the values and statements they are about, and so
 * people's data: of those only code, place and stack remain.
 */
export function loggedError(error: unknown): Record<string, unknown> {
  if (typeof error !== 'object' || error === null) return { name: typeof error };
  const { name, message, stack, cause, code, table, constraint, routine, severity } = error as Partial<Error> &
    Record<string, unknown>;
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const own = frames.filter((line) => !/node_modules|wasm:|\(node:/.test(line));
  const place = { name, code, stack: (own.length > 0 ? own : frames).map((line) => line.trim()) };
  if (severity !== undefined) return { ...place, table, constraint, routine };
  return { ...place, message, ...(cause !== undefined && { cause: loggedError(cause) }) };
}

/** Why a token was refused, for the operator: which claim, and for which client it was issued. Names no user. */
export function refusedToken(error: unknown): Record<string, unknown> {
  if (!(error instanceof errors.JOSEError)) return {};
  if (!(error instanceof errors.JWTClaimValidationFailed)) return { code: error.code };
  const { claim, payload } = error;
  return { code: error.code, claim, ...(claim === 'aud' && { aud: String(payload.aud).slice(0, 200) }) };
}
