import { type Context, ownerIn } from '../context.ts';
import { Problem } from '../problem.ts';
import { lockSuggestion, type SuggestionRecord } from '../sql/suggestions.ts';

/** The user's suggestion, locked, or the problem that there is none to decide on. */
export async function getPending(context: Context, id: string): Promise<SuggestionRecord> {
  const suggestion = await lockSuggestion(context.db, ownerIn(context), id, context.now);
  if (!suggestion) throw new Problem('suggestion-not-found', `You have no suggestion ${id}`);
  if (suggestion.status !== 'pending') {
    throw new Problem('suggestion-closed', `The suggestion ${id} is ${suggestion.status}`);
  }
  return suggestion;
}
