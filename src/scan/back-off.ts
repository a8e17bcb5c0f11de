import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Seconds until the next try after so many failures in a row: 1, 2, 4 … each shortened or lengthened by up to a half, so
 * that many who failed together do not come back together; never before the other side asked for, never beyond `most`.
 */
export function backOffSeconds(
  failures: number,
  {
    first = 1,
    most,
    askedSeconds = 0,
    random = Math.random,
  }: { first?: number; most: number; askedSeconds?: number; random?: () => number },
): number {
  const wait = Math.min(most, first * 2 ** Math.min(failures - 1, 30)) * (0.5 + random());
  return Math.max(Math.min(wait, most), askedSeconds);
}

/** Rejects when the signal ends the wait. */
export async function pause(seconds: number, signal?: AbortSignal): Promise<void> {
  await sleep(seconds * 1000, undefined, { signal });
}
