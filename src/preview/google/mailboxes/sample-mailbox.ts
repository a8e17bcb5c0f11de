import type { GmailMessageData } from '../../apps-script/types.ts';
import { addresses, header } from '../../mailbox/headers.ts';
import type { LocalMailbox } from '../../mailbox/mailbox.ts';
import { KeptMailbox } from './kept-mailbox.ts';

/**
 * The preview's mail as this person's mailbox at Google, with the ids that the add-on sees too. Gmail's labels are given
 * by the mail's headers, roughly as Gmail sorts it.
 */
export function sampleMailbox(email: string, { threads }: Pick<LocalMailbox, 'threads'>): KeptMailbox {
  const mailbox = new KeptMailbox();
  const messages = threads.flatMap((thread) => thread.messages);
  for (const message of messages.sort((a, b) => a.date.getTime() - b.date.getTime())) {
    const { id, threadId, headers, text, html, date } = message;
    mailbox.deliver({
      id,
      threadId,
      headers,
      text,
      html,
      internalDate: date.getTime(),
      labelIds: labelsFor(email, message),
    });
  }
  return mailbox;
}

function labelsFor(email: string, message: GmailMessageData): string[] {
  if (addresses(message, 'From').some((from) => from.email.toLowerCase() === email.toLowerCase())) return ['SENT'];
  return ['INBOX', 'UNREAD', categories.find(({ has }) => has(message))?.labelId ?? 'CATEGORY_PERSONAL'];
}

const categories: { labelId: string; has(message: GmailMessageData): boolean }[] = [
  { labelId: 'CATEGORY_FORUMS', has: (message) => header(message, 'List-Post') !== '' },
  { labelId: 'CATEGORY_PROMOTIONS', has: (message) => header(message, 'List-Unsubscribe') !== '' },
  {
    labelId: 'CATEGORY_UPDATES',
    has: (message) => /^(?:no-?reply|notifications?)@/i.test(addresses(message, 'From')[0]?.email ?? ''),
  },
];
