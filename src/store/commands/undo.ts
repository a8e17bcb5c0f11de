import { isDeepStrictEqual } from 'node:util';
import type { Undone } from '../../api/types.ts';
import { emailKeys } from '../../contact/match.ts';
import { suggestionAnswer } from '../answers.ts';
import { type Context, ownerIn } from '../context.ts';
import { Problem } from '../problem.ts';
import { currentQuota } from '../quota.ts';
import { removeAddresses } from '../sql/contact-emails.ts';
import { addAcceptances, deleteContact, lockContact, updateCard } from '../sql/contacts.ts';
import { returnQuota } from '../sql/quotas.ts';
import { findSuggestion, lockSuggestion, setStatus } from '../sql/suggestions.ts';
import { lockUndo, markUndone, type UndoRecord } from '../sql/undos.ts';

/**
 * Takes an acceptance or a dismissal of this user back: the suggestion waits again, and the contact is as it was, unless
 * somebody has worked with it since.
 */
export async function undo(context: Context, id: string): Promise<Undone> {
  const { db, now } = context;
  const owner = ownerIn(context);
  const record = await lockUndo(db, owner, id);
  if (!record || record.undone) throw new Problem('undo-not-found', `You have nothing to undo as ${id}`);
  if (record.expiresAt <= now) throw new Problem('undo-expired', 'It was offered for 24 hours');
  if (record.acceptance) await undoAcceptance(context, record.suggestionId, record.acceptance);
  else await undoDismissal(context, record.suggestionId);
  await markUndone(db, owner, id, now);
  const suggestion = await findSuggestion(db, owner, record.suggestionId, now);
  if (!suggestion) throw new Error('An undo without its suggestion');
  return {
    kind: record.acceptance ? 'accept' : 'dismiss',
    suggestion: suggestionAnswer(suggestion),
    quota: await currentQuota(context),
  };
}

async function undoAcceptance(
  context: Context,
  suggestionId: string,
  { contactId, before, after, quotaPeriod }: NonNullable<UndoRecord['acceptance']>,
): Promise<void> {
  const { db, tenant, now } = context;
  const contact = await lockContact(db, tenant.id, contactId);
  const changed = !contact || !isDeepStrictEqual(contact.card, after);
  const takenUp = !before && contact?.acceptances !== 1; // others have accepted a suggestion into the new contact
  const unchanged = before && isDeepStrictEqual(before, after);
  if (!unchanged && (changed || takenUp)) {
    throw new Problem('undo-conflict', 'The contact was changed after it was saved, so it stays as it is');
  }
  await setStatus(db, ownerIn(context), suggestionId, 'pending');
  if (!before) {
    await deleteContact(db, tenant.id, contactId);
  } else {
    await addAcceptances(db, tenant.id, contactId, -1);
    if (!unchanged) await updateCard(db, tenant.id, contactId, before, now);
    const had = new Set(emailKeys(before));
    await removeAddresses(
      db,
      tenant.id,
      contactId,
      emailKeys(after).filter((address) => !had.has(address)),
    );
  }
  if (quotaPeriod) await returnQuota(db, tenant.id, quotaPeriod);
}

/** Asked for again in the meantime, the suggestion waits already; accepted since, the dismissal is history. */
async function undoDismissal(context: Context, suggestionId: string): Promise<void> {
  const owner = ownerIn(context);
  const suggestion = await lockSuggestion(context.db, owner, suggestionId, context.now);
  if (suggestion?.status === 'accepted') {
    throw new Problem('undo-conflict', 'The suggestion was asked for again and accepted since');
  }
  await setStatus(context.db, owner, suggestionId, 'pending');
}
