import type { ContactCard } from '../../contact/card.ts';
import { emailKeys } from '../../contact/match.ts';
import { emailKey } from '../../contact/normalize.ts';
import type { Context } from '../context.ts';
import { ownersOf } from '../sql/contact-emails.ts';

/** Which contact has an address (its key). */
export type AddressOwners = ReadonlyMap<string, string>;

/**
 * Who has the card's addresses. To be asked before the card is compared with the contacts: a contact that another request saves
 * in between is then found by the comparison, or met by the address's unique key. Asked after it, the addresses would be taken
 * for those of somebody else.
 */
export async function addressOwners({ db, tenant }: Context, card: ContactCard): Promise<AddressOwners> {
  return await ownersOf(db, tenant.id, emailKeys(card));
}

/** The card for the contact `target`, undefined for a new one: an address that another contact has stays with that one. */
export function withOwnAddresses(card: ContactCard, owners: AddressOwners, target: string | undefined): ContactCard {
  return {
    ...card,
    email: card.email.filter((address) => [undefined, target].includes(owners.get(emailKey(address)))),
  };
}
