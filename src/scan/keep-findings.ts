import { type Met, noteMet } from '../store/commands/note-met.ts';
import { suggestFromMailbox } from '../store/commands/suggest-from-mailbox.ts';
import { type MailboxContext, openMailboxContext } from '../store/open-mailbox-context.ts';
import {
  type Backfill,
  type ClaimedLinkage,
  changeLinkage,
  type HistoryPart,
  type Withheld,
} from '../store/sql/linkages.ts';
import { mailboxUser } from '../store/sql/mailbox-suggestions.ts';
import { inSavepoint } from '../store/sql/savepoint.ts';
import type { Db } from '../store/sql/schema.ts';
import { inTransaction } from '../store/sql/transaction.ts';
import type { Reading } from './read-message.ts';

/** How far a mailbox was read. */
export interface Position {
  historyId: string;
  historyPart: HistoryPart | undefined;
  backfill: Backfill | undefined;
  /** Mails before that which are still to be read, or were left out. */
  withheld: Withheld[];
}

/** What became of a mail, by its id; `date` of one that was read, in ISO 8601; whom the user met by it, where that is noted. */
export type Found = Reading & { id?: string; date?: string; met?: Met };

/** Counted as read: it came, and for the first time. */
export const isRead = (one: Found): boolean => one.date !== undefined && !('again' in one);

/** Another worker has the mailbox, or it may not be read any more: nothing was kept. */
export class ClaimLost extends Error {}

/**
 * Keeps what a batch of mails suggests, and how far the mailbox was read, in one transaction; how many it suggested. The
 * claim lasts anew from now on. Throws ClaimLost.
 */
export async function keepFindings(
  db: Db,
  claimed: ClaimedLinkage,
  kept: { found: Found[]; position: Position },
  now: Date,
): Promise<number> {
  const keep = (isCareful: boolean) =>
    inMailbox(db, claimed, now, async (mailbox, trx) => {
      const counts = await suggestAll(mailbox, kept.found, isCareful);
      const { linkage } = mailbox;
      const skipped = { ...linkage.skipped };
      for (const [reason, count] of Object.entries(counts.skipped)) skipped[reason] = (skipped[reason] ?? 0) + count;
      await changeLinkage(trx, claimed, {
        history_id: kept.position.historyId,
        history_part: kept.position.historyPart ?? null,
        backfill: kept.position.backfill ?? null,
        withheld: kept.position.withheld.length > 0 ? kept.position.withheld : null,
        skipped,
        read: linkage.read + counts.read,
        suggested: linkage.suggested + counts.suggested,
        claimed_until: claimUntil(now),
      });
      return counts.suggested;
    });
  try {
    return await keep(false);
  } catch (error) {
    if (!isRefusedValue(error)) throw error;
    return await keep(true);
  }
}

/** One transaction in the name of the mailbox's user. Throws ClaimLost. */
export async function inMailbox<T>(
  db: Db,
  claimed: ClaimedLinkage,
  now: Date,
  work: (mailbox: MailboxContext, trx: Db) => Promise<T>,
): Promise<T> {
  const { tenant, provider, email, domain } = claimed;
  const claimedBy = claimed.linkage.claimedBy ?? '';
  return await inTransaction(db, { domain, userId: mailboxUser(email), email }, async (trx) => {
    const mailbox = await openMailboxContext(trx, { tenant, provider, email, domain, claimedBy }, now);
    if (!mailbox) throw new ClaimLost();
    return await work(mailbox, trx);
  });
}

/** Until when a worker has a mailbox to itself, unless it says again that it is at it: longer than a batch may take. */
export const claimUntil = (now: Date): Date => new Date(now.getTime() + 5 * 60 * 1000);

interface Counts {
  read: number;
  suggested: number;
  skipped: Record<string, number>;
}

/** `isCareful`: one mail after another, so that of those which the database does not take the others are kept. */
async function suggestAll(
  { context, integration }: MailboxContext,
  found: Found[],
  isCareful: boolean,
): Promise<Counts> {
  const counts: Counts = { read: 0, suggested: 0, skipped: {} };
  const count = (outcome: string) => {
    if (outcome === 'suggested') counts.suggested++;
    else counts.skipped[outcome] = (counts.skipped[outcome] ?? 0) + 1;
  };
  const { contactInbox } = integration.functions;
  const suggestions = found.flatMap((one) => ('suggestion' in one && contactInbox?.on ? one.suggestion : []));
  const met = found.flatMap((one) => one.met ?? []);
  for (const one of found) {
    if (isRead(one)) counts.read++;
    if ('skip' in one) count(one.skip);
  }
  for (const mails of isCareful ? met.map((one) => [one]) : [met]) {
    const note = () => noteMet(context, mails);
    await (isCareful ? inSavepoint(context.db, note).catch(keepOthers) : note());
  }
  for (const mails of isCareful ? suggestions.map((one) => [one]) : [suggestions]) {
    const suggest = () => suggestFromMailbox(context, mails);
    const outcomes = await (isCareful ? inSavepoint(context.db, suggest).catch(keepOthers) : suggest());
    for (const outcome of outcomes ?? ['unreadable']) count(outcome);
  }
  return counts;
}

/** After a deadlock or without the database there are none. */
function keepOthers(error: unknown): undefined {
  if (!isRefusedValue(error)) throw error;
}

/** A value that the database does not take, or a rule of a table that it breaks. */
const isRefusedValue = (error: unknown): boolean => /^2[23]/.test(String((error as { code?: unknown }).code));
