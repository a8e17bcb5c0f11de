import type { Undone } from '../../api/types.ts';
import { contactAnswer, suggestionAnswer } from '../answers.ts';
import { type Context, ownerIn } from '../context.ts';
import { Problem } from '../problem.ts';
import { currentQuota } from '../quota.ts';
import { findContact } from '../sql/contacts.ts';
import { findSuggestion } from '../sql/suggestions.ts';
import { lockUndo, markUndone, type UndoRecord } from '../sql/undos.ts';
import { contactsOf } from '../undo-steps.ts';
import { takeBack } from './take-back.ts';

/**
 * Takes an act of this user back, all of it or nothing: its steps from the last to the first. A step that somebody has
 * worked upon since is an `undo-conflict`.
 */
export async function undo(context: Context, id: string): Promise<Undone> {
  const { db, now } = context;
  const owner = ownerIn(context);
  const record = await lockUndo(db, owner, id);
  if (!record || record.undone) throw new Problem('undo-not-found', `You have nothing to undo as ${id}`);
  if (record.expiresAt <= now)
    throw new Problem('undo-expired', `It was offered until ${record.expiresAt.toISOString()}`);
  for (const step of record.steps.toReversed()) await takeBack(context, step);
  await markUndone(db, owner, id, now);
  return { kind: record.kind, ...(await subjects(context, record)), quota: await currentQuota(context) };
}

/** The suggestion and the contact the undo was about, where it was one (of a merge, the survivor). */
async function subjects(
  context: Context,
  { kind, steps }: UndoRecord,
): Promise<Pick<Undone, 'suggestion' | 'contact'>> {
  if (kind === 'bulk' || kind === 'import') return {};
  const { db, tenant, now } = context;
  const suggestionStep = steps.find((step) => step.type === 'suggestion');
  const [contactId] = steps.flatMap(contactsOf);
  const suggestion = suggestionStep && (await findSuggestion(db, ownerIn(context), suggestionStep.id, now));
  const contact = contactId && (await findContact(db, tenant.id, contactId));
  return {
    ...(suggestion && { suggestion: suggestionAnswer(suggestion, now) }),
    ...(contact && { contact: contactAnswer(contact) }),
  };
}
