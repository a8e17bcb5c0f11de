import { setImmediate } from 'node:timers/promises';
import type { gmail_v1 } from '@googleapis/gmail';
import type { Logger } from 'pino';
import { type Credential, LinkageFailure } from '../store/mail-provider.ts';
import type { IntegrationRecord } from '../store/sql/integrations.ts';
import type { Backfill, ClaimedLinkage, HistoryPart, Withheld } from '../store/sql/linkages.ts';
import type { Db } from '../store/sql/schema.ts';
import { fetchMails, givesOneOf, smallBatch } from './fetch-mails.ts';
import { foundIn } from './found-in.ts';
import { type Change, type GmailAccess, GmailMailbox, isGooglesFault } from './google/gmail-mailbox.ts';
import type { Budget } from './google/units.ts';
import { type Found, isRead, keepFindings, type Position } from './keep-findings.ts';
import type { LabelIds } from './label-ids.ts';
import { leftOutByCategory } from './left-out.ts';
import type { Readers } from './read-message.ts';
import { after, notBefore, type Selection, selectionFor, skippedByLabels, suggests } from './selection.ts';
import { afterTry, dueAgain, fewMails, isLongFailing } from './withheld.ts';

export interface Scanning {
  db: Db;
  access: GmailAccess;
  labels: LabelIds;
  readers: Readers;
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
  /** The labels whose mail is read. */
  listed: string[];
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
  private readonly result: TurnResult = { read: 0, suggested: 0, hasMore: false, listed: [] };
  private position: Position | undefined;
  /** As many as Google advises for a batch, unless one of so many fails. */
  private batchSize = 50;

  constructor(
    private readonly scanning: Scanning,
    private readonly turn: Turn,
  ) {
    const { credential, claimed, budget } = turn;
    const headersOnly = !suggests(turn.integration.functions);
    const of = { credential, email: claimed.email, headersOnly };
    this.gmail = new GmailMailbox(scanning.access, of, budget, scanning.signal);
    const { historyId, historyPart, backfill, withheld } = claimed.linkage;
    this.position = historyId === undefined ? undefined : { historyId, historyPart, backfill, withheld };
  }

  async run(): Promise<TurnResult> {
    const { labels, now } = this.scanning;
    const { settings } = this.turn.integration;
    const labelIds = await labels.of(this.gmail, this.turn.claimed, settings.labels, now());
    const selection = selectionFor({ ...this.turn, labelIds, readFrom: this.readFrom() });
    this.result.listed = selection.listed;
    if (!this.position) await this.begin(this.readFrom(), selection);
    if (this.position?.backfill) await this.readOlder(selection);
    if (!this.result.hasMore) await this.readNewer(selection);
    if (!this.result.hasMore) await this.readWithheld(selection);
    return this.result;
  }

  private readFrom(): Date {
    return notBefore(this.turn.integration.settings, this.turn.claimed.linkage.readFrom);
  }

  /**
   * What comes from now on is in the history; what came before, back to that time, is older mail. What is never read of it is
   * counted now, so that no mail is counted here and by the history too; `countFrom`: what is older was counted before.
   */
  private async begin(from: Date, selection: Selection, countFrom = from): Promise<void> {
    const historyId = await this.gmail.historyId();
    const leftOut = await leftOutByCategory(this.gmail, selection, after(countFrom));
    const withheld = this.position?.withheld ?? [];
    const backfill = { from: from.toISOString(), label: 0 };
    const skips = leftOut.map((skip) => ({ skip }));
    await this.keep(skips, { historyId, historyPart: undefined, backfill, withheld });
  }

  private async readOlder(selection: Selection): Promise<void> {
    for (let backfill = this.position?.backfill; backfill; backfill = this.position?.backfill) {
      const { from, label } = backfill;
      const following = label + 1 < selection.listed.length ? { from, label: label + 1 } : undefined;
      const isDone = label >= selection.listed.length || (await this.readLabel(backfill, following, selection));
      if (!isDone) return;
      if (this.position?.backfill?.label === label) await this.keep([], { backfill: following });
    }
  }

  /**
   * True when there is no more; `following`: what there is to read then, as the last batch keeps it. Mail of the very second at which an
   * earlier turn broke off is listed once more.
   */
  private async readLabel(
    { from, to, seen = [], label }: Backfill,
    following: Backfill | undefined,
    selection: Selection,
  ): Promise<boolean> {
    const since = after(new Date(from));
    const until = to === undefined ? '' : ` before:${Math.floor(Date.parse(to) / 1000) + 1}`;
    const query = { labelIds: selection.listed.slice(label, label + 1), q: `${since}${until}${selection.search}` };
    let pageToken: string | undefined;
    let read: Read = { to, seen };
    const known = new Set(seen);
    const listedBefore = selection.listed.slice(0, label);
    do {
      const page = await this.gmail.listMessages({ ...query, ...(pageToken && { pageToken }) });
      const fresh = page.ids.filter((id) => !known.has(id));
      const isDone = await this.inBatches(fresh, async (ids, next) => {
        const { found, withheld } = await this.read(ids, selection, listedBefore);
        read = readTo(read, found);
        const isLast = next === undefined && page.nextPageToken === undefined;
        await this.keep(found, { backfill: isLast ? following : { from, label, ...read }, withheld });
      });
      if (!isDone) return false;
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
      const all = latest(page.changes.filter(concerns(selection)).filter(isUnread(this.position?.historyPart)));
      const isDone = await this.inBatches(all, async (changes, next) => {
        const skipped = changes.flatMap(({ labelIds }) => skippedByLabels(labelIds, selection) ?? []);
        const wanted = changes.filter(({ labelIds }) => !skippedByLabels(labelIds, selection));
        const { found, withheld } = await this.read(
          wanted.map(({ id }) => id),
          selection,
        );
        const historyId = wholeUpTo(changes, next) ?? this.position?.historyId;
        const historyPart = partOf(changes, next, this.position?.historyPart);
        await this.keep([...skipped.map((skip) => ({ skip })), ...found], { historyId, historyPart, withheld });
      });
      if (!isDone) return;
      pageToken = page.nextPageToken;
      if (!pageToken && page.historyId !== this.position?.historyId)
        await this.keep([], { historyId: page.historyId, historyPart: undefined });
    } while (pageToken);
  }

  /** Gmail has forgotten what changed since: all that came since the last success, and an hour before, is looked at again. */
  private async resync(selection: Selection): Promise<void> {
    const { lastSuccessAt } = this.turn.claimed.linkage;
    const start = this.readFrom();
    const last = lastSuccessAt ? new Date(lastSuccessAt.getTime() - hourMilliseconds) : start;
    this.scanning.log.info({ tenant: this.turn.claimed.tenant }, 'history expired, mail is looked up by date');
    const notBeforeStart = (date: Date) => (date > start ? date : start);
    await this.begin(notBeforeStart(last), selection, notBeforeStart(lastSuccessAt ?? start));
    await this.readOlder(selection);
  }

  /** False when the turn has to end before. Of a batch that does not come as a whole, and from then on, smaller ones. */
  private async inBatches<T>(items: T[], work: (batch: T[], next: T | undefined) => Promise<void>): Promise<boolean> {
    for (let at = 0; at < items.length; ) {
      if (this.isLongEnough()) return false;
      const batch = items.slice(at, at + this.batchSize);
      at += batch.length;
      try {
        await work(batch, items[at]);
      } catch (error) {
        if (!isGooglesFault(error) || batch.length <= smallBatch) throw error;
        this.batchSize = smallBatch;
        at -= batch.length;
      }
    }
    return true;
  }

  /** Those that Google withheld are asked for once more when it is time, until they were asked for often enough. */
  private async readWithheld(selection: Selection): Promise<void> {
    const ids = dueAgain(this.withheld, this.scanning.now());
    if (ids.length === 0) return;
    const { found, withheld } = await this.ask(ids, selection);
    const leftOut = withheld.filter((one) => one.leftOut && ids.includes(one.id));
    for (const { id, tries } of leftOut) {
      const { tenant } = this.turn.claimed;
      this.scanning.log.warn({ tenant, message: id, tries }, 'a mail is left out: Google does not give it');
    }
    await this.keep([...found, ...leftOut.map(() => ({ skip: 'withheld' as const }))], { withheld });
  }

  private get withheld(): Withheld[] {
    return this.position?.withheld ?? [];
  }

  /**
   * What became of these, but for those that Google withholds; and all that it withholds from now on. `listedBefore`: mail
   * with one of these labels has been read.
   */
  private async read(ids: string[], selection: Selection, listedBefore: string[] = []): Promise<Asked> {
    const isWithheld = new Set(this.withheld.map(({ id }) => id));
    const open = ids.filter((id) => !isWithheld.has(id));
    return await this.ask(open, selection, listedBefore);
  }

  private async ask(ids: string[], selection: Selection, listedBefore: string[] = []): Promise<Asked> {
    if (ids.length === 0) return { found: [], withheld: this.withheld };
    const { claimed } = this.turn;
    const aloneBefore = new Set(this.withheld.filter(({ alone }) => alone).map(({ id }) => id));
    const isLong = ids.every((id) => aloneBefore.has(id)) || isLongFailing(claimed.linkage, this.scanning.now());
    let alone = false;
    const { messages, withheld } = await fetchMails(this.gmail, ids, {
      givesOthers: async (than) => {
        const answer = await this.givesOthers(new Set([...than, ...this.withheld.map(({ id }) => id)]), selection);
        alone = answer === 'none of few' && isLong;
        return answer === 'yes' || alone;
      },
      stillAtIt: () => this.keep([], {}),
    });
    this.result.read += messages.size;
    const { readers } = this.scanning;
    const found: Found[] = [];
    for (const id of ids) {
      if (withheld.has(id)) continue;
      const onUnreadable = ({ name }: Error) => {
        this.scanning.log.warn({ message: id, error: name }, 'a mail cannot be read');
      };
      const message = messages.get(id);
      const again = message && readAgain(message, listedBefore);
      found.push({ id, ...(again ?? foundIn(message, selection, readers, onUnreadable)) });
      await setImmediate(); // who else is served by this process need not wait for a whole batch
    }
    return { found, withheld: afterTry(this.withheld, ids, withheld, { now: this.scanning.now(), alone }) };
  }

  /** Whether Google gives another mail of this mailbox; `none of few`: it lists them, and they are so few that all may be bad. */
  private async givesOthers(than: Set<string>, { listed }: Selection): Promise<'yes' | 'no' | 'none of few'> {
    try {
      const newest = await this.gmail.listMessages({ labelIds: listed.slice(0, 1) }, { tries: 1 });
      if (await givesOneOf(this.gmail, newest.ids, than)) return 'yes';
      return newest.ids.length <= fewMails ? 'none of few' : 'no';
    } catch (error) {
      if (error instanceof LinkageFailure) return 'no';
      throw error;
    }
  }

  private async keep(found: Found[], changes: Partial<Position>): Promise<void> {
    const position = { ...(this.position as Position), ...changes };
    const { db, now, onKept } = this.scanning;
    const suggested = await keepFindings(db, this.turn.claimed, { found, position }, now());
    this.position = position;
    this.result.suggested += suggested;
    onKept({ read: found.filter(isRead).length, suggested });
  }

  /** Others wait too. */
  private isLongEnough(): boolean {
    this.scanning.signal.throwIfAborted();
    this.result.hasMore ||= this.result.read >= longestTurn;
    return this.result.hasMore;
  }
}

interface Asked {
  found: Found[];
  withheld: Withheld[];
}

/** Of a mail that came with another of its labels, only when that was. */
function readAgain({ labelIds, internalDate }: gmail_v1.Schema$Message, listedBefore: string[]): Found | undefined {
  const isAgain = labelIds?.some((label) => listedBefore.includes(label));
  return isAgain ? { again: true, date: new Date(Number(internalDate)).toISOString() } : undefined;
}

const longestTurn = 500;
const hourMilliseconds = 60 * 60 * 1000;

/**
 * The last history record of which nothing is left to read when the next change is that one: a record may hold several, and
 * what is asked for later begins after a whole one.
 */
const wholeUpTo = (changes: Change[], next: Change | undefined): string | undefined =>
  changes.findLast(({ historyId }) => historyId !== next?.historyId)?.historyId;

/** The record that the next change belongs to too, and what of it was read by then. */
function partOf(changes: Change[], next: Change | undefined, before: HistoryPart | undefined): HistoryPart | undefined {
  const ids = changes.filter(({ historyId }) => historyId === next?.historyId).map(({ id }) => id);
  if (!next || ids.length === 0) return undefined;
  const earlier = before?.historyId === next.historyId ? before.ids : [];
  return { historyId: next.historyId, ids: [...earlier, ...ids] };
}

function isUnread(part: HistoryPart | undefined): (change: Change) => boolean {
  const read = new Set(part?.ids);
  return ({ historyId, id }) => historyId !== part?.historyId || !read.has(id);
}

type Read = Pick<Backfill, 'to' | 'seen'>;

/** How far older mail was read with these, newest first; of a mail that is gone nobody knows the time. */
function readTo({ to, seen = [] }: Read, found: Found[]): Read {
  const oldest = found.findLast(({ date }) => date)?.date ?? to;
  const isOfSecond = (date: string | undefined) => date === undefined || second(date) === second(oldest);
  const ids = found.flatMap(({ id, date }) => (id !== undefined && isOfSecond(date) ? [id] : []));
  return { ...(oldest && { to: oldest }), seen: [...(isOfSecond(to) ? seen : []), ...ids] };
}

const second = (date: string | undefined): number => Math.floor(Date.parse(date ?? '') / 1000);

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
