import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Credential } from '../store/mail-provider.ts';
import type { IntegrationRecord } from '../store/sql/integrations.ts';
import type { Backfill, ClaimedLinkage } from '../store/sql/linkages.ts';
import type { Db } from '../store/sql/schema.ts';
import { foundIn } from './found-in.ts';
import { type Change, type GmailAccess, GmailMailbox } from './google/gmail-mailbox.ts';
import type { Budget } from './google/units.ts';
import { type Found, keepFindings, type Position } from './keep-findings.ts';
import type { LabelIds } from './label-ids.ts';
import { notBefore, type Selection, selectionFor, skippedByLabels } from './selection.ts';

export interface Scanning {
  db: Db;
  access: GmailAccess;
  labels: LabelIds;
  log: Logger;
  /** Is told what was kept. */
  onKept: (counts: { read: number; suggested: number }) => void;
  now: () => Date;
  /** Ends the turn at the next batch. */
  signal: AbortSignal;
}

export interface Turn {
  claimed: ClaimedLinkage;
  credential: Credential;
  integration: IntegrationRecord;
  internalDomains: string[];
  budget: Budget;
}

/** What a turn has read, and whether more of the mailbox waits. */
export interface TurnResult {
  read: number;
  suggested: number;
  hasMore: boolean;
}

/**
 * One turn with a mailbox: its older mail if that was asked for, newest first, then what came since the last turn. After each
 * batch the suggestions and how far it got are kept in one transaction, so that a turn may break off anywhere. Throws
 * LinkageFailure, BudgetSpent, and ClaimLost when the mailbox is not this worker's any more.
 */
export async function scanMailbox(scanning: Scanning, turn: Turn): Promise<TurnResult> {
  return await new MailboxTurn(scanning, turn).run();
}

class MailboxTurn {
  private readonly gmail: GmailMailbox;
  private readonly result: TurnResult = { read: 0, suggested: 0, hasMore: false };
  private position: Position | undefined;

  constructor(
    private readonly scanning: Scanning,
    private readonly turn: Turn,
  ) {
    const { credential, claimed, budget } = turn;
    this.gmail = new GmailMailbox(scanning.access, { credential, email: claimed.email }, budget, scanning.signal);
    const { historyId, backfill } = claimed.linkage;
    this.position = historyId === undefined ? undefined : { historyId, backfill };
  }

  async run(): Promise<TurnResult> {
    const { labels, now } = this.scanning;
    const { settings } = this.turn.integration;
    const labelIds = await labels.of(this.gmail, this.turn.claimed, settings.labels, now());
    const selection = selectionFor({ ...this.turn, labelIds, readFrom: this.readFrom() });
    if (!this.position) await this.begin(this.readFrom());
    if (this.position?.backfill) await this.readOlder(selection);
    if (!this.result.hasMore) await this.readNewer(selection);
    return this.result;
  }

  private readFrom(): Date {
    return notBefore(this.turn.integration.settings, this.turn.claimed.linkage.readFrom);
  }

  /** What comes from now on is in the history; what came before, back to that time, is older mail. */
  private async begin(from: Date): Promise<void> {
    const historyId = await this.gmail.historyId();
    await this.keep([], { historyId, backfill: { from: from.toISOString(), label: 0 } });
  }

  private async readOlder(selection: Selection): Promise<void> {
    for (let backfill = this.position?.backfill; backfill; backfill = this.position?.backfill) {
      const { from, label } = backfill;
      const isDone = label >= selection.listed.length || (await this.readLabel(backfill, selection));
      if (!isDone) return;
      const hasNext = label + 1 < selection.listed.length;
      await this.keep([], { backfill: hasNext ? { from, label: label + 1 } : undefined });
    }
  }

  /** True when there is no more. Mail of the very second at which an earlier turn broke off is asked for once more. */
  private async readLabel({ from, to, label }: Backfill, selection: Selection): Promise<boolean> {
    const since = `after:${Math.floor(Date.parse(from) / 1000) - 1}`;
    const until = to === undefined ? '' : ` before:${Math.floor(Date.parse(to) / 1000) + 1}`;
    const query = { labelIds: selection.listed.slice(label, label + 1), q: `${since}${until}${selection.search}` };
    let pageToken: string | undefined;
    let oldest = to;
    do {
      const page = await this.gmail.listMessages({ ...query, ...(pageToken && { pageToken }) });
      for (const ids of batches(page.ids)) {
        if (this.isLongEnough()) return false;
        const found = await this.read(ids, selection);
        oldest = found.findLast(({ date }) => date)?.date ?? oldest;
        await this.keep(found, { backfill: { from, label, ...(oldest && { to: oldest }) } });
      }
      pageToken = page.nextPageToken;
    } while (pageToken);
    return true;
  }

  private async readNewer(selection: Selection): Promise<void> {
    const start = this.position?.historyId ?? '';
    let pageToken: string | undefined;
    do {
      const page = await this.gmail.listHistory(start, pageToken);
      if (!page) return await this.resync(selection);
      const all = latest(page.changes.filter(concerns(selection)));
      for (const [at, changes] of batches(all).entries()) {
        if (this.isLongEnough()) return;
        const skipped = changes.flatMap(({ labelIds }) => skippedByLabels(labelIds, selection) ?? []);
        const wanted = changes.filter(({ labelIds }) => !skippedByLabels(labelIds, selection));
        const found = await this.read(
          wanted.map(({ id }) => id),
          selection,
        );
        const historyId = wholeUpTo(changes, all[(at + 1) * batchSize]) ?? this.position?.historyId;
        await this.keep([...skipped.map((skip) => ({ skip })), ...found], { historyId });
      }
      pageToken = page.nextPageToken;
      if (!pageToken && page.historyId !== this.position?.historyId) await this.keep([], { historyId: page.historyId });
    } while (pageToken);
  }

  /** Gmail has forgotten what changed since: all that came since the last success, and an hour before, is looked at again. */
  private async resync(selection: Selection): Promise<void> {
    const { lastSuccessAt } = this.turn.claimed.linkage;
    const start = this.readFrom();
    const last = lastSuccessAt ? new Date(lastSuccessAt.getTime() - hourMilliseconds) : start;
    this.scanning.log.info({ tenant: this.turn.claimed.tenant }, 'history expired, mail is looked up by date');
    await this.begin(new Date(Math.max(last.getTime(), start.getTime())));
    await this.readOlder(selection);
  }

  private async read(ids: string[], selection: Selection): Promise<Found[]> {
    if (ids.length === 0) return [];
    const messages = await this.gmail.getMessages(ids);
    this.result.read += messages.size;
    const found: Found[] = [];
    for (const id of ids) {
      const onUnreadable = ({ name }: Error) => {
        this.scanning.log.warn({ message: id, error: name }, 'a mail cannot be read');
      };
      found.push(foundIn(messages.get(id), selection, onUnreadable));
      await setImmediate(); // who else is served by this process need not wait for a whole batch
    }
    return found;
  }

  private async keep(found: Found[], changes: Partial<Position>): Promise<void> {
    const position = { ...(this.position as Position), ...changes };
    const { db, now, onKept } = this.scanning;
    const suggested = await keepFindings(db, this.turn.claimed, { found, position }, now());
    this.position = position;
    this.result.suggested += suggested;
    onKept({ read: found.filter(({ date }) => date !== undefined).length, suggested });
  }

  /** Others wait too. */
  private isLongEnough(): boolean {
    this.scanning.signal.throwIfAborted();
    this.result.hasMore ||= this.result.read >= longestTurn;
    return this.result.hasMore;
  }
}

const longestTurn = 500;
const hourMilliseconds = 60 * 60 * 1000;

/** As many as Google advises for a batch. */
const batchSize = 50;
const batches = <T>(items: T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / batchSize) }, (_, at) =>
    items.slice(at * batchSize, (at + 1) * batchSize),
  );

/**
 * The last history record of which nothing is left to read when the next change is that one: a record may hold several, and
 * what is asked for later begins after a whole one.
 */
const wholeUpTo = (changes: Change[], next: Change | undefined): string | undefined =>
  changes.findLast(({ historyId }) => historyId !== next?.historyId)?.historyId;

/** A mail that came, or was put where mail is read from: out of the spam, under a label that the admin chose. */
const concerns =
  ({ labelIds }: Selection) =>
  ({ added }: Change): boolean =>
    added === undefined || added.some((label) => labelIds.includes(label));

/** Each mail once, at its last change, oldest first. */
function latest(changes: Change[]): Change[] {
  const byId = new Map<string, Change>();
  for (const change of changes) {
    byId.delete(change.id);
    byId.set(change.id, change);
  }
  return [...byId.values()];
}
