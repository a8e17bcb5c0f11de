import { NewSuggestion } from '../api/schemas.ts';
import type { NewSuggestion as Suggestion } from '../api/types.ts';
import { cleaned } from '../contact/clean.ts';
import type { ContactDraft } from '../contact/draft.ts';
import { evidenceOf } from '../extract/evidence.ts';
import { type ExtractOptions, extractContact } from '../extract/extract-contact.ts';
import { messageIdOf } from '../extract/message-id.ts';
import type { GmailMessage } from './message-from-gmail.ts';
import { quotedMail } from './quoted-mail.ts';
import { type Selection, type SkipReason, skippedByHeaders } from './selection.ts';

/** `headersOnly`: nobody asks what the mail says; `again`: it was read under another of its labels. */
export type Reading = { suggestion: Suggestion } | { skip: SkipReason } | { headersOnly: true } | { again: true };

/** What a worker reads mails with, so that it remembers what the same people's other mails had too. */
export type Readers = Pick<ExtractOptions, 'senderOf' | 'readFields' | 'regionOf'>;

/**
 * What a mail of a linked mailbox suggests: the same draft that the add-on sends of it, if it passes the selection and name,
 * company and address were all found. Of the mail nothing else leaves this function.
 */
export function readMessage(message: GmailMessage, by: Selection, readers: Readers = {}): Reading {
  if (message.labelIds.includes('SENT')) return readAnswered(message, by, readers);
  const skip = skippedByHeaders(message, by, readers.senderOf);
  if (skip) return { skip };
  if (!by.suggests) return { headersOnly: true };
  const { contact, lines, reason } = extractContact(message, readers);
  if (!contact) return { skip: reason === 'signature' || reason === 'header-only' ? 'nobody-named' : reason };
  const lacking = lackingIn(contact);
  if (lacking) return { skip: lacking };
  const read = NewSuggestion.safeParse({
    draft: cleaned(contact),
    signature: cleaned(evidenceOf(contact, lines)),
    source: {
      messageId: messageIdOf(message.headers, message.id),
      gmailMessageId: message.id,
      gmailThreadId: message.threadId,
      date: message.date.toISOString(),
      way: 'background',
    },
  });
  return read.success ? { suggestion: read.data } : { skip: 'unreadable' };
}

/** Of a mail that the user sent, the one that it answers; under that mail's own Message-ID, so that both are one. */
function readAnswered(sent: GmailMessage, by: Selection, readers: Readers): Reading {
  const quoted = by.settings.sentMail ? quotedMail(sent) : undefined;
  return quoted ? readMessage({ ...quoted, labelIds: by.labelIds }, by, readers) : { skip: 'sent' };
}

function lackingIn({ fn, n, org, email }: ContactDraft): SkipReason | undefined {
  if (email.length === 0) return 'no-address';
  if (!org?.value.name.trim()) return 'no-company';
  return fn?.value.trim() && (n?.value.family || n?.value.given) ? undefined : 'no-name';
}
