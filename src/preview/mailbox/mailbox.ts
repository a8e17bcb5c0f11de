import { createHash } from 'node:crypto';
import { type MailEntry, readMailPath } from '../../mail/open.ts';
import type { GmailMessageData, Mailbox } from '../apps-script/types.ts';
import { groupIntoThreads } from './threads.ts';

/** The inbox of the preview, in memory. Everyone of the sample organisation sees the same mails. */
export interface LocalMailbox extends Mailbox {
  /** Newest first. */
  threads: MailThread[];
  find(id: string): GmailMessageData | undefined;
  /** What could not be read, and why. */
  unreadable: { name: string; error: Error }[];
  /** There was more than `maxMessages`; the rest was not read. */
  truncated: boolean;
}

export interface MailThread {
  id: string;
  /** Oldest first, at least one. */
  messages: GmailMessageData[];
}

/** A mailbox larger than this is read only so far: its mails are kept in memory. */
export const maxMessages = 5_000;

/**
 * Reads an `.eml` file, an mbox or a folder of them. A mail that occurs twice counts once. `until`: all mails are moved by the same
 * number of weeks, so that the newest is of the week before. Throws when not one mail can be read.
 */
export async function openMailbox(path: string, { until }: { until?: Date } = {}): Promise<LocalMailbox> {
  const messages = new Map<string, GmailMessageData>();
  const unreadable: LocalMailbox['unreadable'] = [];
  let truncated = false;
  for await (const entry of readMailPath(path)) {
    truncated = messages.size >= maxMessages;
    if (truncated) break;
    if ('error' in entry) unreadable.push(entry);
    else add(messages, entry.message);
  }
  if (messages.size === 0) {
    const [first] = unreadable;
    throw new Error(`No mail could be read from ${path}${first ? `: ${first.error.message} (${first.name})` : ''}`);
  }
  if (until) moveTo(until, [...messages.values()]);
  return {
    threads: groupIntoThreads([...messages.values()]),
    find: (id) => messages.get(id),
    message: (_user, id) => messages.get(id),
    unreadable,
    truncated,
  };
}

type MailMessage = Extract<MailEntry, { message: unknown }>['message'];

function add(messages: Map<string, GmailMessageData>, mail: MailMessage): void {
  const id = gmailId(mail.messageId ?? JSON.stringify([mail.headers, mail.text, mail.html]));
  if (messages.has(id)) return;
  messages.set(id, {
    id,
    threadId: id,
    headers: mail.headers,
    date: mail.date ?? new Date(0),
    text: mail.text,
    html: mail.html,
  });
}

function moveTo(until: Date, messages: GmailMessageData[]): void {
  const newest = Math.max(...messages.map(({ date }) => date.getTime()));
  const weeks = Math.max(0, Math.floor((until.getTime() - newest) / week));
  for (const message of messages) {
    message.date = new Date(message.date.getTime() + weeks * week);
    message.headers = message.headers.map(({ name, value }) => ({
      name,
      value: /^date$/i.test(name) ? written(message.date, value) : value,
    }));
  }
}

/** The date as RFC 5322 has it, in the zone of the one that was there. */
function written(date: Date, before: string): string {
  const [zone = '+0000', sign, hours, minutes] = /([+-])(\d\d)(\d\d)\b/.exec(before) ?? [];
  const offset = Number(`${sign ?? '+'}1`) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return new Date(date.getTime() + offset).toUTCString().replace('GMT', zone);
}

const week = 7 * 24 * 60 * 60 * 1000;

/** 60 bits of a hash after a 1: like Gmail's ids a number of 16 hexadecimal digits, the same at every start. */
function gmailId(source: string): string {
  return `1${createHash('sha256').update(source).digest('hex').slice(0, 15)}`;
}
