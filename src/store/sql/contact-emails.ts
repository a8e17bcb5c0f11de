import { companyDomain } from '../../contact/mail-domain.ts';
import type { Db } from './schema.ts';

/** Which contact has which of these addresses (keys, as `emailKey` makes them). */
export async function ownersOf(db: Db, tenant: string, addresses: string[]): Promise<Map<string, string>> {
  if (addresses.length === 0) return new Map();
  const rows = await db
    .selectFrom('contact_emails')
    .select(['address', 'contact_id'])
    .where('tenant_id', '=', tenant)
    .where('address', 'in', addresses)
    .execute();
  return new Map(rows.map((row) => [row.address, row.contact_id]));
}

/** Gives addresses to a contact. Fails with a unique violation when one belongs to a contact already. */
export async function addAddresses(db: Db, tenant: string, contact: string, addresses: string[]): Promise<void> {
  if (addresses.length === 0) return;
  const inOrder = [...addresses].sort(); // two who add the same ones at once wait for each other in one order
  await db
    .insertInto('contact_emails')
    .values(
      inOrder.map((address) => ({
        tenant_id: tenant,
        address,
        contact_id: contact,
        domain: companyDomain(address) ?? null,
      })),
    )
    .execute();
}

export async function removeAddresses(db: Db, tenant: string, contact: string, addresses: string[]): Promise<void> {
  if (addresses.length === 0) return;
  await db
    .deleteFrom('contact_emails')
    .where('tenant_id', '=', tenant)
    .where('contact_id', '=', contact)
    .where('address', 'in', addresses)
    .execute();
}

/** Takes all its addresses from a contact; which they were. */
export async function removeAllAddresses(db: Db, tenant: string, contact: string): Promise<string[]> {
  const rows = await db
    .deleteFrom('contact_emails')
    .where('tenant_id', '=', tenant)
    .where('contact_id', '=', contact)
    .returning('address')
    .execute();
  return rows.map(({ address }) => address);
}

/** Gives all addresses of one contact to another. */
export async function moveAddresses(db: Db, tenant: string, from: string, to: string): Promise<void> {
  await db
    .updateTable('contact_emails')
    .set({ contact_id: to })
    .where('tenant_id', '=', tenant)
    .where('contact_id', '=', from)
    .execute();
}
