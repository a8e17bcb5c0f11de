import type { Dismissed } from '../../api/types.ts';
import { suggestionAnswer } from '../answers.ts';
import { type Context, ownerIn } from '../context.ts';
import { setStatus } from '../sql/suggestions.ts';
import { offerUndo } from './offer-undo.ts';
import { getPending } from './pending-suggestion.ts';

/** Takes a suggestion out of the user's queue. */
export async function dismissSuggestion(context: Context, id: string): Promise<Dismissed> {
  const suggestion = await getPending(context, id);
  await setStatus(context.db, ownerIn(context), id, 'dismissed');
  return {
    suggestion: suggestionAnswer({ ...suggestion, status: 'dismissed' }),
    undo: await offerUndo(context, { kind: 'dismiss', steps: [{ type: 'suggestion', id, left: 'dismissed' }] }),
  };
}
