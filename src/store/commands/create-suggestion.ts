import { randomUUID } from 'node:crypto';
import type { NewSuggestion, SuggestionAnswer } from '../../api/types.ts';
import { personKey } from '../../contact/match.ts';
import { type Context, ownerIn } from '../context.ts';
import {
  insertSuggestion,
  lockSuggestionOf,
  type Owner,
  renewSuggestion,
  type SuggestionRecord,
} from '../sql/suggestions.ts';
import { RowVanished } from '../sql/transaction.ts';
import { compareSuggestion } from './compare-suggestion.ts';

/**
 * Puts a draft in the user's queue. The same person in the same message again is the same suggestion: while it waits it
 * takes the fresh draft; dismissed or expired it comes back, since the user asked again; accepted it stays accepted.
 */
export async function createSuggestion(context: Context, fresh: NewSuggestion): Promise<SuggestionAnswer> {
  const { db, now } = context;
  const owner = ownerIn(context);
  const person = personKey(fresh.draft);
  const suggestion = { id: randomUUID(), ...fresh, createdAt: now, expiresAt: expiryOf(context) };
  if (await insertSuggestion(db, owner, person, suggestion)) {
    return await compareSuggestion(context, { ...suggestion, status: 'pending' });
  }
  const earlier = await lockSuggestionOf(db, owner, fresh.source.messageId, person, now);
  if (!earlier) throw new RowVanished();
  return await compareSuggestion(context, await renewed(context, owner, earlier, fresh));
}

const expiryOf = ({ tenant, now }: Context): Date =>
  new Date(now.getTime() + tenant.settings.suggestionDays * 24 * 60 * 60 * 1000);

async function renewed(
  context: Context,
  owner: Owner,
  earlier: SuggestionRecord,
  fresh: NewSuggestion,
): Promise<SuggestionRecord> {
  const { db, now } = context;
  if (earlier.status === 'accepted') return earlier;
  const times = earlier.status === 'pending' ? {} : { createdAt: now, expiresAt: expiryOf(context) };
  const suggestion: SuggestionRecord = { ...earlier, ...fresh, ...times, status: 'pending' };
  await renewSuggestion(db, owner, suggestion);
  return suggestion;
}
