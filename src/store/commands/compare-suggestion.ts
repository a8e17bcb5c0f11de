import type { Match, SuggestionAnswer } from '../../api/types.ts';
import { cardFrom } from '../../contact/card.ts';
import { matchCard } from '../../contact/match.ts';
import { suggestionAnswer } from '../answers.ts';
import type { Context } from '../context.ts';
import { currentQuota } from '../quota.ts';
import { findContact } from '../sql/contacts.ts';
import type { SuggestionRecord } from '../sql/suggestions.ts';
import { matchAnswer, matchContacts } from './match-contacts.ts';

/** A suggestion with what saving it would mean now. */
export async function compareSuggestion(context: Context, suggestion: SuggestionRecord): Promise<SuggestionAnswer> {
  const match = await matchSuggestion(context, suggestion);
  return { suggestion: suggestionAnswer(suggestion, context.now), match, quota: await currentQuota(context) };
}

/** An accepted one is compared with the contact it became. */
async function matchSuggestion(context: Context, { draft, contactId }: SuggestionRecord): Promise<Match> {
  const { db, tenant } = context;
  const card = cardFrom(draft);
  const contact = contactId === undefined ? undefined : await findContact(db, tenant.id, contactId);
  const match = contact ? { ...matchCard(contact, card), reasons: [] } : await matchContacts(context, card);
  return await matchAnswer(context, match);
}
