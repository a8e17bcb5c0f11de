import { emailDomain } from '../contact/normalize.ts';
import { addressesIn } from '../extract/fields/email.ts';
import { messageIdOf } from '../extract/message-id.ts';
import { notAPerson } from '../extract/not-a-person.ts';
import { senderOf } from '../extract/sender.ts';
import type { Met } from '../store/commands/note-met.ts';
import type { GmailMessage } from './message-from-gmail.ts';
import type { Selection } from './selection.ts';

/** Whom the user met by a mail, from its headers alone: who wrote it, or whom the user wrote to. Undefined: no stranger. */
export function metBy(message: GmailMessage, { internalDomains, readFrom }: Selection): Met | undefined {
  const { headers, date, id, labelIds } = message;
  if (date < readFrom) return undefined;
  const isSent = labelIds.includes('SENT');
  if (!isSent && notAPerson(headers)) return undefined;
  const written = isSent
    ? addressesIn(`${headers.to ?? ''}, ${headers.cc ?? ''}`.slice(0, 5_000))
    : [senderOf(headers.from).email];
  const addresses = written.filter((one) => one.includes('@') && !internalDomains.includes(emailDomain(one)));
  return addresses.length === 0
    ? undefined
    : { addresses, messageId: messageIdOf(headers, id), date: date.toISOString() };
}
