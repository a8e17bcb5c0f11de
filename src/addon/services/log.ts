import { Problem } from '../problem.ts';

/**
 * Writes what failed to the script's log, which admins of the script can read for weeks: the problem's code and the places in
 * our code, never a message of an unknown error, since such messages quote what they choked on.
 */
export function logFailure(doing: string, error: unknown): void {
  const { code, message, requestId } = error instanceof Problem ? error : unknown;
  console.error(
    JSON.stringify({ doing, code, message, requestId, at: placesIn(error), cause: placesIn(causeOf(error)) }),
  );
}

const unknown = { code: 'unexpected', message: undefined, requestId: undefined };
const causeOf = (error: unknown): unknown => (error instanceof Error ? error.cause : undefined);

function placesIn(error: unknown): string[] | undefined {
  if (!(error instanceof Error)) return undefined;
  const trace = error.message ? (error.stack ?? '').split(error.message).pop() : error.stack;
  const frames = (trace ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 6).map((line) => line.trim())];
}
