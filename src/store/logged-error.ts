/**
 * What of an error may stand in the log. Errors of the database quote the values and statements they are about, and so
 * people's data: of those only code, place and stack remain.
 */
export function loggedError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, table, constraint, routine, severity } = error as Error & Record<string, unknown>;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const place = { name: error.name, code, stack: frames.slice(0, 10).map((line) => line.trim()) };
  if (severity !== undefined) return { ...place, table, constraint, routine };
  return { ...place, message: error.message, ...(error.cause !== undefined && { cause: loggedError(error.cause) }) };
}
