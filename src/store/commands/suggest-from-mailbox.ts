import { isDeepStrictEqual } from 'node:util';
import type { NewSuggestion } from '../../api/types.ts';
import { type ContactCard, cardFrom } from '../../contact/card.ts';
import { personKey, waitingKey } from '../../contact/match.ts';
import { type Context, ownerIn } from '../context.ts';
import { insertEncounters } from '../sql/encounters.ts';
import {
  type AddedSuggestion,
  addMails,
  dismissedCards,
  insertSuggestions,
  lockWaiting,
  type MailOfPerson,
  renewSuggestions,
  type SuggestionRecord,
  suggestedMails,
} from '../sql/suggestions.ts';
import { isOnlyDesk, newSuggestion, takenIn } from './create-suggestion.ts';
import { matchEach, rolesOf } from './match-contacts.ts';
import { areSuppressed } from './suppress.ts';

/**
 * `role-address`: a desk's, as the organisation's admins name desks. `known`: a saved contact, and nothing new about them.
 * `suppressed`: nobody wants to hear of this person. `decided`: the user has this mail in the queue already, or accepted or
 * dismissed it, or dismissed the same card of another mail.
 */
export type MailboxOutcome = 'suggested' | 'known' | 'suppressed' | 'decided' | 'role-address';

/**
 * Puts what a worker read from the user's mailbox into their queue, as `createSuggestion` does, where it says something new;
 * what became of each. Reading a mail twice changes nothing: unlike on demand, nobody has asked again. A mail of a contact
 * is an encounter. However many mails, the statements are as many as for one.
 */
export async function suggestFromMailbox(context: Context, mails: NewSuggestion[]): Promise<MailboxOutcome[]> {
  const roles = rolesOf(context.tenant);
  const read = mails.map((fresh): ReadMail => {
    const person = personKey(fresh.draft);
    const { messageId } = fresh.source;
    return { fresh, card: cardFrom(fresh.draft), messageId, person, waitsAs: waitingKey(fresh.draft, roles) };
  });
  const outcomes = new Map<ReadMail, MailboxOutcome>();
  const open = () => read.filter((mail) => !outcomes.has(mail));
  await leaveOutUnwanted(context, read, outcomes);
  for (const mail of await suggestedMails(context.db, ownerIn(context), open())) outcomes.set(mail, 'decided');
  await leaveOutKnown(context, open(), outcomes);
  await queue(context, open(), outcomes);
  return read.map((mail) => outcomes.get(mail) ?? 'suggested');
}

interface ReadMail extends MailOfPerson {
  fresh: NewSuggestion;
  card: ContactCard;
  waitsAs: string | undefined;
}

type Outcomes = Map<ReadMail, MailboxOutcome>;

async function leaveOutUnwanted(context: Context, mails: ReadMail[], outcomes: Outcomes): Promise<void> {
  const suppressed = await areSuppressed(
    context,
    mails.map(({ card }) => card.email),
  );
  for (const [at, mail] of mails.entries()) {
    if (suppressed[at]) outcomes.set(mail, 'suppressed');
    else if (isOnlyDesk(context, mail.card.email)) outcomes.set(mail, 'role-address');
  }
}

async function leaveOutKnown(context: Context, mails: ReadMail[], outcomes: Outcomes): Promise<void> {
  const { db, tenant, user, now } = context;
  const matches = await matchEach(
    context,
    mails.map(({ card }) => card),
  );
  const met = mails.flatMap(({ fresh, messageId }, at) => {
    const match = matches[at];
    if (!match || !('contact' in match)) return [];
    const { date } = fresh.source;
    return [
      { contactId: match.contact.id, user: user.email, messageId, at: date === undefined ? now : new Date(date) },
    ];
  });
  await insertEncounters(db, tenant.id, met);
  for (const [at, mail] of mails.entries()) if (matches[at]?.kind === 'known') outcomes.set(mail, 'known');
}

/** One mail after another, as if each had come alone; kept when all are done. */
async function queue(context: Context, mails: ReadMail[], outcomes: Outcomes): Promise<void> {
  const { db, now } = context;
  const owner = ownerIn(context);
  const persons = [...new Set(mails.flatMap(({ waitsAs }) => waitsAs ?? []))];
  const dismissed = await dismissedCards(db, owner, persons);
  const waiting = await lockWaiting(db, owner, persons, now);
  const added = new Map<string, AddedSuggestion>();
  const renewed = new Map<string, SuggestionRecord>();
  const taken = new Map<string, MailOfPerson & { id: string }>();
  for (const mail of mails) {
    const { fresh, card, messageId, person, waitsAs } = mail;
    const key = JSON.stringify([messageId, person]);
    const isDismissed = dismissed.get(waitsAs ?? '')?.some((other) => isDeepStrictEqual(other, card));
    if (taken.has(key) || isDismissed) {
      outcomes.set(mail, 'decided');
      continue;
    }
    const waits = waiting.get(waitsAs ?? '');
    const suggestion = waits ? takenIn(context, waits, fresh) : newSuggestion(context, fresh);
    const { id } = suggestion;
    const earlier = added.get(id);
    if (!waits || earlier) added.set(id, { messageId, person, waitsAs, ...earlier, suggestion });
    else renewed.set(id, suggestion);
    if (waitsAs !== undefined) waiting.set(waitsAs, suggestion);
    taken.set(key, { messageId, person, id });
  }
  await insertSuggestions(db, owner, [...added.values()]);
  await renewSuggestions(db, owner, [...renewed.values()]);
  await addMails(db, owner, [...taken.values()]);
}
