import type { ContactDeleted } from '../../api/types.ts';
import type { Context } from '../context.ts';
import { removeContact } from './contact-writes.ts';
import { getLockedContact } from './get-contact.ts';
import { offerUndo } from './offer-undo.ts';

/** Takes a contact out of every list and frees its addresses; `removeExpired` removes its data when undo has expired. */
export async function deleteContact(
  context: Context,
  id: string,
  { revision }: { revision?: number },
): Promise<ContactDeleted> {
  const contact = await getLockedContact(context, id, revision);
  const { undo } = await removeContact(context, contact, { act: 'delete' });
  return { undo: await offerUndo(context, { kind: 'delete', steps: undo }) };
}
