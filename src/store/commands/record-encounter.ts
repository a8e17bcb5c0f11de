import type { Source } from '../../api/types.ts';
import type { Context } from '../context.ts';
import { insertEncounters } from '../sql/encounters.ts';
import type { UndoStep } from '../undo-steps.ts';

/** Keeps that the user has had this message of the contact, once; the steps that take it back. */
export async function recordEncounter(
  { db, tenant, user, now }: Context,
  contactId: string,
  { messageId, date }: Source,
): Promise<UndoStep[]> {
  const met = { contactId, user: user.email, messageId };
  const at = date === undefined ? now : new Date(date);
  return (await insertEncounters(db, tenant.id, [{ ...met, at }])) > 0 ? [{ type: 'encounter', ...met }] : [];
}
