import type { ContactDeleted } from '../../api/types.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import type { UndoStep } from '../undo-steps.ts';
import { removeContact } from './contact-writes.ts';
import { getLockedContact } from './get-contact.ts';
import { offerUndo } from './offer-undo.ts';
import { suppressPerson } from './suppress.ts';

/** Takes a contact out of every list and frees its addresses; `removeExpired` removes its data when undo has expired. */
export async function deleteContact(
  context: Context,
  id: string,
  { revision, block }: { revision?: number; block?: 'mine' | 'organisation' },
): Promise<ContactDeleted> {
  if (block === 'organisation' && context.user.role !== 'admin') {
    throw new Problem('admin-only', 'Only an admin may keep a person out for the whole organisation');
  }
  const contact = await getLockedContact(context, id, revision);
  const { undo } = await removeContact(context, contact, { act: 'delete' });
  const blocked = block ? await blockPerson(context, undo, block) : [];
  return { undo: await offerUndo(context, { kind: 'delete', steps: [...undo, ...blocked] }) };
}

/** By every address that led to the contact, those of contacts merged into it too. */
async function blockPerson(context: Context, removal: UndoStep[], scope: 'mine' | 'organisation'): Promise<UndoStep[]> {
  const addresses = removal.flatMap((step) => (step.type === 'contact-removed' ? step.addresses : []));
  return (await suppressPerson(context, addresses, { scope, forgotten: true })).undo;
}
