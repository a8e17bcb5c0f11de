import { sql } from 'kysely';
import type { ContactCard } from '../../contact/card.ts';
import { matchKeys } from '../../contact/match-keys.ts';
import { type ContactRecord, contactFrom } from './contacts.ts';
import type { Db } from './schema.ts';

/** Makes a contact found by what stands in its card now. */
export async function setKeys(db: Db, tenant: string, contact: string, card: ContactCard): Promise<void> {
  await db.deleteFrom('contact_keys').where('tenant_id', '=', tenant).where('contact_id', '=', contact).execute();
  await addKeys(db, tenant, contact, card);
}

/** The same for a contact that was not there before. */
export async function addKeys(db: Db, tenant: string, contact: string, card: ContactCard): Promise<void> {
  const keys = matchKeys(card).sort();
  if (keys.length === 0) return;
  await db
    .insertInto('contact_keys')
    .values(keys.map((key) => ({ tenant_id: tenant, key, contact_id: contact })))
    .execute();
}

/**
 * The contacts that have one of these addresses or keys in common, those with an address first: at most 20 for a key and
 * 100 in all, however many contacts there are.
 */
export async function findCandidates(
  db: Db,
  tenant: string,
  { addresses, keys }: { addresses: string[]; keys: string[] },
): Promise<ContactRecord[]> {
  const { rows } = await sql<Parameters<typeof contactFrom>[0]>`
    select contacts.* from (
      select contact_id, min(place) as place from (
        select contact_id, 0 as place from contact_emails
          where tenant_id = ${tenant}::uuid and address = any(${addresses}::text[])
        union all
        select found.contact_id, wanted.place from unnest(${keys}::text[]) with ordinality as wanted (key, place)
          cross join lateral (
            select contact_id from contact_keys
              where tenant_id = ${tenant}::uuid and key = wanted.key order by contact_id limit ${perKey}::integer
          ) as found
      ) as hits group by contact_id order by min(place), contact_id limit ${inAll}::integer
    ) as candidates
    join contacts on contacts.tenant_id = ${tenant}::uuid and contacts.id = candidates.contact_id
    where contacts.gone_at is null
    order by candidates.place, contacts.id`.execute(db);
  return rows.map(contactFrom);
}

const perKey = 20;
const inAll = 100;
