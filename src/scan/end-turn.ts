import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { loggedError } from '../store/logged-error.ts';
import { LinkageFailure } from '../store/mail-provider.ts';
import { type ClaimedLinkage, changeLinkage, type LinkageRecord } from '../store/sql/linkages.ts';
import type { Db } from '../store/sql/schema.ts';
import { isLater, leastPauseSeconds } from '../store/sql/watches.ts';
import { backOffSeconds } from './back-off.ts';
import { BudgetSpent } from './google/units.ts';
import { ClaimLost, inMailbox } from './keep-findings.ts';
import type { TurnResult } from './scan-mailbox.ts';
import { isTold } from './watching.ts';

export type TurnOutcome = 'done' | 'more' | 'waits' | 'failed' | 'lost' | 'stopped';

/**
 * Gives the mailbox back: read, it is active and looked at again later; else it has the status that the failure means, and a
 * next try if the failure may pass by itself. Throws ClaimLost.
 */
export async function endTurn(
  db: Db,
  claimed: ClaimedLinkage,
  ended: TurnResult | { error: unknown },
  { log, now }: { log: Logger; now: Date },
): Promise<TurnOutcome> {
  const failed = 'error' in ended ? afterError(ended.error, claimed.linkage, now) : undefined;
  if (failed?.outcome === 'lost') return failed.outcome;
  if (failed?.logged) {
    const { level, fields } = failed.logged;
    log[level]({ tenant: claimed.tenant, ...fields }, 'a mailbox could not be read');
  }
  return await inMailbox(db, claimed, now, async ({ linkage }, trx) => {
    const { outcome, changes } = failed ?? afterReading(ended as TurnResult, claimed.linkage, linkage, now);
    await changeLinkage(trx, claimed, { ...changes, claimed_until: null, claimed_by: null });
    return outcome;
  });
}

interface End {
  outcome: TurnOutcome;
  changes: Parameters<typeof changeLinkage>[2];
  logged?: { level: 'warn' | 'error'; fields: object };
}

/** `present`: the mailbox as it stands now; Gmail may have told of a change since it was claimed. */
function afterReading({ read, hasMore }: TurnResult, claimed: LinkageRecord, present: LinkageRecord, now: Date): End {
  const seconds = hasMore ? 0 : secondsUntilNext(claimed, present, read, now);
  const changes = {
    status: 'active' as const,
    cause: null,
    reference: null,
    failures: 0,
    told_at: null,
    next_try_at: inSeconds(now, seconds),
    ...(hasMore ? {} : { last_success_at: now, interval_seconds: Math.max(60, seconds) }),
  };
  return { outcome: hasMore ? 'more' : 'done', changes };
}

function secondsUntilNext(
  { pushedHistoryId: known }: LinkageRecord,
  { historyId = '', pushedHistoryId, pushedAt, watch, intervalSeconds }: LinkageRecord,
  read: number,
  now: Date,
): number {
  const isAhead = pushedHistoryId !== undefined && isLater(pushedHistoryId, historyId);
  // Told while it was read; or Gmail told of what it does not show yet.
  if (isAhead && pushedHistoryId !== known) return leastPauseSeconds;
  if (isAhead && pushedAt && now.getTime() - pushedAt.getTime() < 10 * 60_000) return 60;
  if (isTold({ watch, pushedAt }, now)) return Math.round(Math.min(1800, Math.max(600, intervalSeconds * 1.5)));
  return nextIntervalSeconds(intervalSeconds, read);
}

/**
 * Mailboxes that get much mail are looked at every minute, those that get none every ten: with the hourly token that is
 * seven requests an hour. Where Gmail tells of changes, every half hour is enough to find what it did not tell of.
 */
const nextIntervalSeconds = (last: number, read: number): number =>
  Math.round(Math.min(600, Math.max(60, read > 0 ? last / 2 : last * 1.5)));

function afterError(error: unknown, linkage: LinkageRecord, now: Date): End {
  if (error instanceof ClaimLost) return { outcome: 'lost', changes: {} };
  if (error instanceof BudgetSpent) {
    return { outcome: 'waits', changes: { next_try_at: inSeconds(now, error.retryAfterSeconds) } };
  }
  if ((error as { name?: unknown } | undefined)?.name === 'AbortError') return { outcome: 'stopped', changes: {} };
  const isKnown = error instanceof LinkageFailure;
  const { status, reason, options } = isKnown
    ? error
    : {
        status: 'linkage-error' as const,
        reason: 'other' as const,
        options: { retryable: true, retryAfterSeconds: undefined },
      };
  const failures = linkage.failures + 1;
  const askedSeconds = options.retryAfterSeconds;
  const wait = backOffSeconds(failures, { first: 60, most: longestWaitSeconds, askedSeconds });
  const reference = status === 'linkage-error' ? (linkage.reference ?? newReference()) : null;
  return {
    outcome: 'failed',
    changes: {
      status,
      cause: reason,
      failed_at: now,
      reference,
      failures,
      next_try_at: options.retryable ? inSeconds(now, wait) : null,
      told_at: linkage.status === status ? (linkage.toldAt ?? null) : null,
    },
    logged: {
      level: isKnown ? 'warn' : 'error',
      fields: { status, cause: reason, reference, failures, ...(!isKnown && { error: loggedError(error) }) },
    },
  };
}

const longestWaitSeconds = 6 * 60 * 60;
const inSeconds = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

/** What a user or admin tells who runs the store, who finds it in the log. */
const newReference = (): string => `L-${randomBytes(4).toString('hex').toUpperCase()}`;
