import type { z } from 'zod';
import type { Dismissal } from '../../api/schemas.ts';
import type { Dismissed } from '../../api/types.ts';
import { cardFrom } from '../../contact/card.ts';
import { emailDomain } from '../../contact/normalize.ts';
import { suggestionAnswer, suppressionAnswer } from '../answers.ts';
import { type Context, ownerIn } from '../context.ts';
import { type SuggestionRecord, setStatus } from '../sql/suggestions.ts';
import type { UndoStep } from '../undo-steps.ts';
import { offerUndo } from './offer-undo.ts';
import { getPending } from './pending-suggestion.ts';
import { type Suppressing, suppressDomain, suppressPerson } from './suppress.ts';

export type DismissalKind = z.output<typeof Dismissal>['as'];

/** Takes a suggestion out of the user's queue, alone or with all that the same person or domain would bring. */
export async function dismissSuggestion(context: Context, id: string, as: DismissalKind): Promise<Dismissed> {
  const { suggestion, suppression, steps } = await dismissOne(context, id, as);
  return {
    suggestion: suggestionAnswer({ ...suggestion, status: 'dismissed' }, context.now),
    ...(suppression && { suppression: suppressionAnswer(suppression) }),
    undo: await offerUndo(context, { kind: 'dismiss', steps }),
  };
}

/** The same without the offer to undo it. */
export async function dismissOne(
  context: Context,
  id: string,
  as: DismissalKind,
): Promise<{ suggestion: SuggestionRecord; suppression?: Suppressing['suppression']; steps: UndoStep[] }> {
  const suggestion = await getPending(context, id);
  const { suppression, undo = [] } = (await suppressing(context, suggestion, as)) ?? {};
  await setStatus(context.db, ownerIn(context), id, 'dismissed');
  return {
    suggestion,
    ...(suppression && { suppression }),
    steps: [...undo, { type: 'suggestion', id, left: 'dismissed' }],
  };
}

async function suppressing(
  context: Context,
  { draft }: SuggestionRecord,
  as: DismissalKind,
): Promise<Suppressing | undefined> {
  const { email } = cardFrom(draft);
  if (as === 'person') return await suppressPerson(context, email, { scope: 'mine' });
  if (as === 'domain') return await suppressDomain(context, emailDomain(email[0] ?? ''), { scope: 'mine' });
  return undefined;
}
