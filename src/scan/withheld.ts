import { LinkageFailure } from '../store/mail-provider.ts';
import type { LinkageRecord, Withheld } from '../store/sql/linkages.ts';

/**
 * The ids of those that are to be asked for again: 2, 4, 8 … 512 minutes after the last time. With what a turn takes to come
 * round, a mail was then asked for ten times over at least 17 hours, each time while Google gave others of its mailbox.
 */
export const dueAgain = (withheld: Withheld[], now: Date): string[] =>
  withheld
    .filter(({ leftOut, tries, triedAt }) => !leftOut && now.getTime() >= Date.parse(triedAt) + 2 ** tries * 60_000)
    .map(({ id }) => id)
    .slice(0, fewAtOnce);

const mostTries = 10;

/** Fewer than make it look as if Google was down. */
const fewAtOnce = 10;

/**
 * Whether Google has failed at this mailbox for so long that no outage is believed any more: ten tries in a row and a day.
 * Where it holds so few mails that all may be bad, these may then be told to be so.
 */
export function isLongFailing(
  { failures, cause, startedAt, lastSuccessAt = startedAt }: LinkageRecord,
  now: Date,
): boolean {
  const since = Math.max(startedAt.getTime(), lastSuccessAt.getTime());
  const isGooglesFault = cause === 'google-unavailable' || cause === 'timeout';
  return isGooglesFault && failures >= mostTries && now.getTime() - since >= dayMilliseconds;
}

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** So few mails may all be bad. */
export const fewMails = 10;

/**
 * What is withheld after `asked` were asked for and these of them did not come. `alone`: Google gave no other mail either.
 */
export function afterTry(
  before: Withheld[],
  asked: string[],
  withheldNow: Set<string>,
  { now, alone }: { now: Date; alone: boolean },
): Withheld[] {
  const known = new Map(before.map((one) => [one.id, one]));
  for (const id of asked) if (!withheldNow.has(id)) known.delete(id);
  for (const id of withheldNow) {
    const tries = (known.get(id)?.tries ?? 0) + 1;
    const leftOut = known.get(id)?.leftOut || tries >= mostTries;
    known.set(id, { id, tries, triedAt: now.toISOString(), ...(alone && { alone }), ...(leftOut && { leftOut }) });
  }
  if ([...known.values()].filter(({ leftOut }) => !leftOut).length > mostAtATime) {
    throw new LinkageFailure('linkage-error', 'google-unavailable', 'Google withholds too many mails of the mailbox', {
      retryable: true,
    });
  }
  return withoutOldest([...known.values()]);
}

const mostAtATime = 100;

/** Of those that are left out the last hundred can be taken up again. */
function withoutOldest(withheld: Withheld[]): Withheld[] {
  const leftOut = withheld.filter((one) => one.leftOut).slice(0, -100);
  return withheld.filter((one) => !leftOut.includes(one));
}
