import type { ContactCard } from '../../contact/card.ts';
import { emailKeys } from '../../contact/match.ts';
import { emailKey } from '../../contact/normalize.ts';
import type { Context } from '../context.ts';
import { ownersOf } from '../sql/contact-emails.ts';

/** The card for the contact `target`, undefined for a new one: an address that another contact has stays with that one. */
export async function withOwnAddresses(
  { db, tenant }: Context,
  card: ContactCard,
  target: string | undefined,
): Promise<ContactCard> {
  const owners = await ownersOf(db, tenant.id, emailKeys(card));
  return {
    ...card,
    email: card.email.filter((address) => [undefined, target].includes(owners.get(emailKey(address)))),
  };
}
