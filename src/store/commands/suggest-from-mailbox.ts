import type { NewSuggestion } from '../../api/types.ts';
import { cardFrom } from '../../contact/card.ts';
import { personKey, waitingKey } from '../../contact/match.ts';
import { type Context, ownerIn } from '../context.ts';
import { hasDecidedOn, hasMail } from '../sql/suggestions.ts';
import { isOnlyDesk, queueSuggestion } from './create-suggestion.ts';
import { matchContacts } from './match-contacts.ts';
import { recordEncounter } from './record-encounter.ts';
import { isSuppressed } from './suppress.ts';

/**
 * `role-address`: a desk's, as the organisation's admins name desks. `known`: a saved contact, and nothing new about them. `suppressed`: nobody wants to hear of this person. `decided`: the
 * user has this mail in the queue already, or accepted or dismissed it, or dismissed the same card of another mail.
 */
export type MailboxOutcome = 'suggested' | 'known' | 'suppressed' | 'decided' | 'role-address';

/**
 * Puts what a worker read from the user's mailbox into their queue, as `createSuggestion` does, where it says something new.
 * Reading a mail twice changes nothing: unlike on demand, nobody has asked again. A mail of a contact is an encounter.
 */
export async function suggestFromMailbox(context: Context, fresh: NewSuggestion): Promise<MailboxOutcome> {
  const { db } = context;
  const owner = ownerIn(context);
  const card = cardFrom(fresh.draft);
  if (await isSuppressed(context, card.email)) return 'suppressed';
  if (isOnlyDesk(context, card.email)) return 'role-address';
  if (await hasMail(db, owner, fresh.source.messageId, personKey(fresh.draft))) return 'decided';
  const match = await matchContacts(context, card);
  if ('contact' in match) await recordEncounter(context, match.contact.id, fresh.source);
  if (match.kind === 'known') return 'known';
  const waitsAs = waitingKey(fresh.draft);
  if (waitsAs !== undefined && (await hasDecidedOn(db, owner, waitsAs, card))) return 'decided';
  await queueSuggestion(context, fresh);
  return 'suggested';
}
