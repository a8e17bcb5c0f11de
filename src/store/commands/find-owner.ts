import type { ContactCard } from '../../contact/card.ts';
import { emailKeys } from '../../contact/match.ts';
import type { Context } from '../context.ts';
import { ownersOf } from '../sql/contact-emails.ts';

/** Which contact a whole card is of, by its addresses: none, one, or several. */
export async function findOwners({ db, tenant }: Context, card: ContactCard): Promise<Map<string, string>> {
  const owners = await ownersOf(db, tenant.id, emailKeys(card));
  const addressOf = new Map<string, string>();
  for (const [address, contact] of owners) if (!addressOf.has(contact)) addressOf.set(contact, address);
  return addressOf;
}
