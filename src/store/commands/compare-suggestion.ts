import type { Match, SuggestionAnswer } from '../../api/types.ts';
import { cardFrom } from '../../contact/card.ts';
import { matchCard } from '../../contact/match.ts';
import { suggestionAnswer } from '../answers.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import { currentQuota } from '../quota.ts';
import { findContact } from '../sql/contacts.ts';
import type { SuggestionRecord } from '../sql/suggestions.ts';
import { matchAnswer, matchContacts } from './match-contacts.ts';

/** A suggestion with what saving it would mean now: into `contactId` where one was chosen. */
export async function compareSuggestion(
  context: Context,
  suggestion: SuggestionRecord,
  contactId?: string,
): Promise<SuggestionAnswer> {
  const match = await matchSuggestion(context, suggestion, contactId);
  return { suggestion: suggestionAnswer(suggestion, context.now), match, quota: await currentQuota(context) };
}

/** An accepted one is compared with the contact it became. */
async function matchSuggestion(context: Context, suggestion: SuggestionRecord, chosen?: string): Promise<Match> {
  const { db, tenant } = context;
  const card = cardFrom(suggestion.draft);
  const contactId = chosen ?? suggestion.contactId;
  const contact = contactId === undefined ? undefined : await findContact(db, tenant.id, contactId);
  if (chosen !== undefined && !contact) throw new Problem('contact-not-found', `There is no contact ${chosen}`);
  const match = contact ? { ...matchCard(contact, card), reasons: [] } : await matchContacts(context, card);
  return await matchAnswer(context, match);
}
