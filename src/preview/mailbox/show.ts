import type { GmailMessageData } from '../apps-script/types.ts';
import type { Address, ShownMessage, ShownThread, ThreadPage, ThreadSummary } from '../protocol.ts';
import { addresses, header, shownHeader } from './headers.ts';
import type { MailThread } from './mailbox.ts';
import { plainText } from './plain-text.ts';

/** The mailbox as the page shows it: lists to page and search through, conversations to open. */
export interface MailboxView {
  list(q: string, from: number, count: number): ThreadPage;
  /** Undefined where there is no such thread. Its neighbours are those of the list that `q` gives. */
  open(id: string, q: string): ShownThread | undefined;
}

export function mailboxView(threads: MailThread[]): MailboxView {
  const shown = threads.map((thread) => ({ thread, words: searchable(thread) }));
  const matching = (q: string): MailThread[] => {
    const wanted = folded(q).split(' ').filter(Boolean).slice(0, 20);
    return shown.filter(({ words }) => wanted.every((word) => words.includes(word))).map(({ thread }) => thread);
  };
  return {
    list: (q, from, count) => {
      const found = matching(q);
      return { total: found.length, from, threads: found.slice(from, from + count).map(summary) };
    },
    open: (id, q) => {
      const thread = threads.find((each) => each.id === id);
      if (!thread) return undefined;
      const found = matching(q);
      const list = found.includes(thread) ? found : threads;
      const at = list.indexOf(thread);
      return {
        id,
        subject: subjectOf(thread),
        messages: thread.messages.map(showMessage),
        at: at + 1,
        of: list.length,
        newer: list[at - 1]?.id,
        older: list[at + 1]?.id,
      };
    },
  };
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

function searchable({ messages }: MailThread): string {
  const parts = messages.flatMap((message) => [
    ...['From', 'To', 'Cc', 'Subject'].map((name) => header(message, name)),
    plainText(message),
  ]);
  return folded(parts.join(' '));
}

const subjectOf = ({ messages }: MailThread): string => (messages[0] ? shownHeader(messages[0], 'Subject') : '');

function summary(thread: MailThread): ThreadSummary {
  const latest = thread.messages.at(-1) as GmailMessageData;
  const senders = new Map<string, Address>();
  for (const message of thread.messages) {
    const from = senderOf(message);
    if (!senders.has(from.email)) senders.set(from.email, from);
  }
  return {
    id: thread.id,
    subject: subjectOf(thread),
    senders: [...senders.values()],
    messageCount: thread.messages.length,
    snippet: snippetOf(latest),
    date: dateOf(latest),
  };
}

function showMessage(message: GmailMessageData): ShownMessage {
  return {
    id: message.id,
    from: senderOf(message),
    to: addresses(message, 'To'),
    cc: addresses(message, 'Cc'),
    date: dateOf(message),
    snippet: snippetOf(message),
    text: message.html === null ? message.text : null,
    hasHtml: message.html !== null,
  };
}

const senderOf = (message: GmailMessageData): Address => addresses(message, 'From')[0] ?? { name: '', email: '' };
const snippetOf = (message: GmailMessageData): string => plainText(message).slice(0, 200);
/** A mail without a readable date was given the beginning of 1970. */
const dateOf = ({ date }: GmailMessageData): number | null => date.getTime() || null;
