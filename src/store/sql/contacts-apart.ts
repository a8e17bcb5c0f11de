import type { Db } from './schema.ts';

/** The contacts that somebody has said to be other people than this one. */
export async function contactsApartFrom(db: Db, tenant: string, contact: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('contacts_apart')
    .select(['contact_a', 'contact_b'])
    .where('tenant_id', '=', tenant)
    .where((eb) => eb.or([eb('contact_a', '=', contact), eb('contact_b', '=', contact)]))
    .execute();
  return new Set(rows.map((row) => (row.contact_a === contact ? row.contact_b : row.contact_a)));
}
