import { randomUUID } from 'node:crypto';
import type { NewSuggestion, SuggestionAnswer } from '../../api/types.ts';
import { cardFrom } from '../../contact/card.ts';
import { personKey, waitingKey } from '../../contact/match.ts';
import { isSharedAddress } from '../../contact/shared-address.ts';
import { type Context, ownerIn } from '../context.ts';
import { Problem } from '../problem.ts';
import { findContact } from '../sql/contacts.ts';
import {
  addMails,
  insertSuggestions,
  lockDouble,
  lockSuggestionOf,
  lockWaiting,
  type Owner,
  renewSuggestions,
  type SuggestionRecord,
  takeMailsOver,
} from '../sql/suggestions.ts';
import { compareSuggestion } from './compare-suggestion.ts';
import { rolesOf } from './match-contacts.ts';
import { newerOf } from './newer-draft.ts';
import { recordEncounter } from './record-encounter.ts';
import { isSuppressed } from './suppress.ts';

/**
 * Puts a draft in the user's queue. The same person in the same message again is the same suggestion: while it waits it
 * takes the fresh draft; dismissed or expired it comes back, since the user asked again; accepted it stays accepted. A
 * person who waits already is not put beside: the waiting suggestion takes the mail in. Of two that make one suggestion at
 * once, the second runs into a unique key and is done again. A mail of a known person is an encounter, whatever becomes of it.
 */
export async function createSuggestion(context: Context, fresh: NewSuggestion): Promise<SuggestionAnswer> {
  if (fresh.source.way === 'background') await refuseUnwanted(context, cardFrom(fresh.draft).email);
  const answer = await compareSuggestion(context, await queueSuggestion(context, fresh));
  if ('contact' in answer.match) await recordEncounter(context, answer.match.contact.id, fresh.source);
  return answer;
}

/** Of these no suggestion is made by itself. */
async function refuseUnwanted(context: Context, addresses: string[]): Promise<void> {
  if (await isSuppressed(context, addresses)) {
    throw new Problem('suppressed', 'The user or the organisation wants no suggestion of this person');
  }
  if (isOnlyDesk(context, addresses)) {
    throw new Problem('suppressed', 'Of nobody but a desk, such as info@, is a suggestion made by itself');
  }
}

/** Whether nobody's own address is among them. */
export function isOnlyDesk({ tenant }: Context, addresses: string[]): boolean {
  const roles = rolesOf(tenant);
  return addresses.length > 0 && addresses.every((address) => isSharedAddress(address, roles));
}

/** The same without looking who it is. */
export async function queueSuggestion(context: Context, fresh: NewSuggestion): Promise<SuggestionRecord> {
  const { db, now } = context;
  const owner = ownerIn(context);
  const person = personKey(fresh.draft);
  const waitsAs = waitingKey(fresh.draft, rolesOf(context.tenant));
  const earlier = await lockSuggestionOf(db, owner, fresh.source.messageId, person, now);
  if (earlier) return await askedAgain(context, owner, earlier, fresh);
  const waiting = waitsAs === undefined ? undefined : (await lockWaiting(db, owner, [waitsAs], now)).get(waitsAs);
  const suggestion = waiting ? takenIn(context, waiting, fresh) : newSuggestion(context, fresh);
  const { messageId } = fresh.source;
  if (waiting) await renewSuggestions(db, owner, [suggestion]);
  else await insertSuggestions(db, owner, [{ person, waitsAs, messageId, suggestion }]);
  await addMails(db, owner, [{ messageId, person, id: suggestion.id }]);
  return suggestion;
}

/** What a draft is that nobody's suggestion waits for. */
export const newSuggestion = (context: Context, fresh: NewSuggestion): SuggestionRecord => ({
  id: randomUUID(),
  ...fresh,
  ...timesFrom(context),
  mails: 1,
  status: 'pending',
});

/** A waiting suggestion with another mail of its person: the newer draft stands, from now on for the whole time. */
export const takenIn = (context: Context, waiting: SuggestionRecord, fresh: NewSuggestion): SuggestionRecord => ({
  ...waiting,
  ...newerOf(waiting, fresh),
  ...timesFrom(context),
  mails: waiting.mails + 1,
  status: 'pending',
});

const timesFrom = ({ now, tenant }: Context): Pick<SuggestionRecord, 'createdAt' | 'expiresAt'> => ({
  createdAt: now,
  expiresAt: new Date(now.getTime() + tenant.settings.suggestionDays * 24 * 60 * 60 * 1000),
});

/** The message was sent before. */
async function askedAgain(
  context: Context,
  owner: Owner,
  earlier: SuggestionRecord,
  fresh: NewSuggestion,
): Promise<SuggestionRecord> {
  if (earlier.status === 'accepted' && (await isThere(context, earlier.contactId))) return earlier;
  const isSame = earlier.source.messageId === fresh.source.messageId;
  const read = isSame ? fresh : newerOf(earlier, fresh);
  const double = await lockDouble(context.db, owner, earlier.id, context.now);
  if (double) {
    await takeMailsOver(context.db, owner, double.id, earlier.id);
    const joined = takenIn(context, { ...double, mails: double.mails + earlier.mails - 1 }, fresh);
    await renewSuggestions(context.db, owner, [joined]);
    return joined;
  }
  const times = earlier.status === 'pending' ? {} : timesFrom(context);
  const { contactId: _, ...open } = earlier;
  const suggestion: SuggestionRecord = { ...open, ...read, ...times, status: 'pending' };
  await renewSuggestions(context.db, owner, [suggestion]);
  return suggestion;
}

/** A contact that was deleted since can be suggested again. */
async function isThere({ db, tenant }: Context, contactId: string | undefined): Promise<boolean> {
  return contactId !== undefined && (await findContact(db, tenant.id, contactId)) !== undefined;
}
