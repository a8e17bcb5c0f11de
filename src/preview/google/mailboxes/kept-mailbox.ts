import { ChangeFeed } from './change-feed.ts';
import type { Change, ChangeType, GmailMailbox, Mail, MessageRef } from './mailbox.ts';

/** A mail that comes in. The id is made from the order of arrival unless given. */
export interface Arrival extends Mail {
  id?: string;
  threadId?: string;
  /** INBOX, UNREAD and CATEGORY_PERSONAL when absent. */
  labelIds?: string[];
  internalDate: number;
}

/** A mailbox in memory: mail arrives, is labelled and deleted, and each change is kept as Gmail keeps its history. */
export class KeptMailbox extends ChangeFeed implements GmailMailbox {
  /** Oldest first, as `isOlder` sorts. */
  private readonly refs: MessageRef[] = [];
  private readonly mails = new Map<string, { ref: MessageRef; mail: Mail }>();
  private readonly changes: Change[] = [];
  private lastHistoryId = 100_000;
  private firstKept = 100_000;
  private arrivals = 0;

  /** Several that Gmail tells of in one history record. */
  deliverTogether(arrivals: Arrival[]): MessageRef[] {
    return arrivals.map((arrival, at) => {
      if (at > 0) this.lastHistoryId -= historyStep;
      return this.deliver(arrival);
    });
  }

  deliver(arrival: Arrival): MessageRef {
    this.arrivals += 1;
    const id = arrival.id ?? (0x18c0_0000_0000_0000n + BigInt(this.arrivals) * 0x1_0003n).toString(16);
    if (this.mails.has(id)) throw new Error(`Message ${id} is in this mailbox already`);
    const { headers, text, html, attachments, internalDate } = arrival;
    const ref = {
      id,
      threadId: arrival.threadId ?? id,
      labelIds: arrival.labelIds ?? ['UNREAD', 'CATEGORY_PERSONAL', 'INBOX'],
      internalDate,
      historyId: this.lastHistoryId,
    };
    this.mails.set(id, { ref, mail: { headers, text, html, attachments } });
    this.refs.splice(this.refs.findLastIndex((each) => isOlder(each, ref)) + 1, 0, ref);
    return this.record('messageAdded', ref);
  }

  /** For good, not into the trash. */
  delete(id: string): void {
    const ref = this.get(id);
    this.mails.delete(id);
    this.refs.splice(this.refs.indexOf(ref), 1);
    this.record('messageDeleted', ref);
  }

  relabel(id: string, { add = [], remove = [] }: { add?: string[]; remove?: string[] }): void {
    const ref = this.get(id);
    const added = add.filter((label) => !ref.labelIds.includes(label));
    const removed = remove.filter((label) => ref.labelIds.includes(label));
    ref.labelIds = [...ref.labelIds.filter((label) => !removed.includes(label)), ...added];
    if (added.length > 0) this.record('labelAdded', ref, added);
    if (removed.length > 0) this.record('labelRemoved', ref, removed);
  }

  /** Gmail forgets what happened so far: a history from before now is answered with 404. */
  expireHistory(): void {
    this.changes.length = 0;
    this.lastHistoryId += historyStep;
    this.firstKept = this.lastHistoryId;
  }

  historyId(): number {
    return this.lastHistoryId;
  }

  messagesTotal(): number {
    return this.refs.length;
  }

  threadsTotal(): number {
    return new Set(this.refs.map(({ threadId }) => threadId)).size;
  }

  *newestFirst(after?: { internalDate: number; id: string }): Iterable<MessageRef> {
    const refs = after ? this.refs.filter((ref) => isOlder(ref, after)) : [...this.refs];
    for (const ref of refs.reverse()) if (this.mails.has(ref.id)) yield ref;
  }

  find(id: string): MessageRef | undefined {
    return this.mails.get(id)?.ref;
  }

  mail(ref: MessageRef): Mail {
    const found = this.mails.get(ref.id);
    if (!found) throw new Error(`Message ${ref.id} is not in this mailbox`);
    return found.mail;
  }

  changesAfter(historyId: number): Iterable<Change> | undefined {
    if (historyId < this.firstKept || historyId > this.lastHistoryId) return undefined;
    return this.changes.filter((change) => change.historyId > historyId);
  }

  private get(id: string): MessageRef {
    const ref = this.find(id);
    if (!ref) throw new Error(`Message ${id} is not in this mailbox`);
    return ref;
  }

  /** History shows the message as it was then, so the change keeps a copy. */
  private record(type: ChangeType, ref: MessageRef, labelIds?: string[]): MessageRef {
    this.lastHistoryId += historyStep;
    ref.historyId = this.lastHistoryId;
    const change = { historyId: ref.historyId, type, message: { ...ref }, labelIds };
    this.changes.push(change);
    this.tell(change);
    return ref;
  }
}

/** Gmail's history ids grow with gaps; a client must not count on the next one. */
const historyStep = 17;

function isOlder(a: { internalDate: number; id: string }, b: { internalDate: number; id: string }): boolean {
  return a.internalDate !== b.internalDate
    ? a.internalDate < b.internalDate
    : BigInt(`0x${a.id}`) < BigInt(`0x${b.id}`);
}
