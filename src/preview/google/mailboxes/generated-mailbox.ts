import type { Organisation } from '../directory/organisation.ts';
import { ChangeFeed } from './change-feed.ts';
import { correspondentOf, generatedMail, mailKind, mailKinds } from './generated-mail.ts';
import { inventedPeople } from './invented-people.ts';
import type { Change, GmailMailbox, Mail, MessageRef } from './mailbox.ts';
import { mixedNumber } from './mixed-number.ts';

export interface GeneratedMailboxOptions {
  /** Which mailbox it is, from 0 on; all its mail follows from it. */
  number: number;
  owner: { email: string; name: string };
  messages: number;
  /** Of the newest message, milliseconds since 1970. */
  newestAt: number;
  /** Between two messages: 6 hours when absent. */
  intervalMs?: number;
  /** How many invented people write to all the mailboxes together. */
  people?: number;
}

/**
 * A mailbox of any size that keeps nothing of its mail: every message follows from the numbers of the mailbox and of the
 * message, whenever it is read. More mail can arrive; of that, the times are kept.
 */
export class GeneratedMailbox extends ChangeFeed implements GmailMailbox {
  private readonly arrivedAt: number[] = [];
  private firstKept = firstHistoryId;

  constructor(private readonly options: GeneratedMailboxOptions) {
    super();
  }

  /** One more message, which must not be older than the newest. */
  arrive(at: number): MessageRef {
    this.arrivedAt.push(at);
    const message = this.ref(this.messagesTotal() - 1);
    this.tell({ historyId: message.historyId, type: 'messageAdded', message });
    return message;
  }

  /** Gmail forgets what happened so far. */
  expireHistory(): void {
    this.firstKept = this.historyId();
  }

  historyId(): number {
    return historyIdOf(this.messagesTotal() - 1);
  }

  messagesTotal(): number {
    return this.options.messages + this.arrivedAt.length;
  }

  threadsTotal(): number {
    return this.messagesTotal();
  }

  *newestFirst(after?: { internalDate: number; id: string }): Iterable<MessageRef> {
    const from = after ? (this.indexOf(after.id) ?? 0) : this.messagesTotal();
    for (let index = from - 1; index >= 0; index--) yield this.ref(index);
  }

  find(id: string): MessageRef | undefined {
    const index = this.indexOf(id);
    return index === undefined ? undefined : this.ref(index);
  }

  mail(ref: MessageRef): Mail {
    const index = this.indexOf(ref.id);
    if (index === undefined) throw new Error(`Message ${ref.id} is not in this mailbox`);
    const { number, owner, people = inventedPeople } = this.options;
    return generatedMail({
      kind: this.kindOf(index),
      correspondent: correspondentOf(number, index, Math.min(people, inventedPeople)),
      owner,
      date: ref.internalDate,
      variant: mixedNumber(number, index, 5),
      messageId: `<${ref.id}@mail.example.com>`,
    });
  }

  *changes(from: number): Iterable<Change> {
    for (let index = from; index < this.messagesTotal(); index++) {
      yield { historyId: historyIdOf(index), type: 'messageAdded', message: this.ref(index) };
    }
  }

  changesAfter(historyId: number): Iterable<Change> | undefined {
    if (historyId < this.firstKept || historyId > this.historyId()) return undefined;
    return this.changes(Math.floor((historyId - firstHistoryId) / historyStep));
  }

  private ref(index: number): MessageRef {
    const id = `1${hex(this.options.number, 7)}${hex(index, 8)}`;
    const { labelIds } = mailKinds[this.kindOf(index)];
    return { id, threadId: id, labelIds, internalDate: this.dateOf(index), historyId: historyIdOf(index) };
  }

  private kindOf(index: number) {
    return mailKind(mixedNumber(this.options.number, index, 3));
  }

  private dateOf(index: number): number {
    const { messages, newestAt, intervalMs = 6 * 3_600_000 } = this.options;
    return this.arrivedAt[index - messages] ?? newestAt - (messages - 1 - index) * intervalMs;
  }

  private indexOf(id: string): number | undefined {
    if (id.length !== 16 || !id.startsWith(`1${hex(this.options.number, 7)}`)) return undefined;
    const index = Number.parseInt(id.slice(8), 16);
    return index < this.messagesTotal() ? index : undefined;
  }
}

const firstHistoryId = 100_000;
const historyStep = 17;
const historyIdOf = (index: number) => firstHistoryId + (index + 1) * historyStep;

const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0');

export interface GeneratedPeopleOptions {
  count: number;
  messagesEach: number;
  newestAt: number;
  intervalMs?: number;
  /** Ten for each mailbox when absent. */
  correspondents?: number;
}

/** Adds `user-0`, `user-1` … to an organisation, each with a generated mailbox; gives the mailboxes by address. */
export function addGeneratedPeople(
  organisation: Organisation,
  { count, messagesEach, newestAt, intervalMs, correspondents = count * 10 }: GeneratedPeopleOptions,
): Map<string, GeneratedMailbox> {
  const mailboxes = new Map<string, GeneratedMailbox>();
  for (let number = 0; number < count; number++) {
    const email = `user-${number}@${organisation.domain}`;
    const owner = { email, name: `User ${number}` };
    const people = correspondents;
    const mailbox = new GeneratedMailbox({ number, owner, messages: messagesEach, newestAt, intervalMs, people });
    organisation.addPerson({ email, givenName: 'User', familyName: `${number}`, mailbox });
    mailboxes.set(email, mailbox);
  }
  return mailboxes;
}
