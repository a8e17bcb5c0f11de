import type { Context } from '../context.ts';
import { ownersOf } from '../sql/contact-emails.ts';
import { type ContactRecord, findContact } from '../sql/contacts.ts';

/** The contact that has the first of these address keys that any contact has. */
export async function findKnown({ db, tenant }: Context, addresses: string[]): Promise<ContactRecord | undefined> {
  const owners = await ownersOf(db, tenant.id, addresses);
  const first = addresses.find((address) => owners.has(address));
  const id = first === undefined ? undefined : owners.get(first);
  return id === undefined ? undefined : await findContact(db, tenant.id, id);
}
