import type { Match, SuggestionAnswer } from '../../api/types.ts';
import { cardFrom } from '../../contact/card.ts';
import { emailKeys, matchCard } from '../../contact/match.ts';
import { contactSummary, suggestionAnswer } from '../answers.ts';
import type { Context } from '../context.ts';
import { currentQuota } from '../quota.ts';
import { findContact } from '../sql/contacts.ts';
import type { SuggestionRecord } from '../sql/suggestions.ts';
import { findKnown } from './find-known.ts';

/** A suggestion with what saving it would mean now. */
export async function compareSuggestion(context: Context, suggestion: SuggestionRecord): Promise<SuggestionAnswer> {
  const match = await matchSuggestion(context, suggestion);
  return { suggestion: suggestionAnswer(suggestion), match, quota: await currentQuota(context) };
}

async function matchSuggestion(context: Context, { draft, contactId }: SuggestionRecord): Promise<Match> {
  const { db, tenant } = context;
  const card = cardFrom(draft);
  const contact = contactId ? await findContact(db, tenant.id, contactId) : await findKnown(context, emailKeys(card));
  const match = matchCard(contact?.card, card);
  if (!contact || match.kind === 'new') return { kind: 'new' };
  return { ...match, contact: contactSummary(contact) };
}
