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

/** By what a card's person may be found. */
export interface Wanted {
  addresses: string[];
  keys: string[];
}

/**
 * Of each of the wanted, the contacts that have one of its addresses or keys, those with an address first: at most 20 for a
 * key and 100 in all, however many contacts there are.
 */
export async function findCandidates(db: Db, tenant: string, wanted: Wanted[]): Promise<ContactRecord[][]> {
  const found: ContactRecord[][] = wanted.map(() => []);
  if (wanted.length === 0) return found;
  const numbered = JSON.stringify(wanted.map(({ addresses, keys }, number) => ({ number, addresses, keys })));
  const { rows } = await sql<Parameters<typeof contactFrom>[0] & { wanted_number: number }>`
    select wanted.number as wanted_number, candidates.*
    from jsonb_to_recordset(${numbered}::jsonb) as wanted (number integer, addresses text[], keys text[])
    cross join lateral (
      select ranked.place, contacts.* from (
        select contact_id, min(place) as place from (
          select contact_id, 0 as place from contact_emails
            where tenant_id = ${tenant}::uuid and address = any(wanted.addresses)
          union all
          select found.contact_id, one.place from unnest(wanted.keys) with ordinality as one (key, place)
            cross join lateral (
              select contact_id from contact_keys
                where tenant_id = ${tenant}::uuid and key = one.key order by contact_id limit ${perKey}::integer
            ) as found
        ) as hits group by contact_id order by min(place), contact_id limit ${inAll}::integer
      ) as ranked
      join contacts on contacts.tenant_id = ${tenant}::uuid and contacts.id = ranked.contact_id
      where contacts.gone_at is null
    ) as candidates
    order by wanted.number, candidates.place, candidates.id`.execute(db);
  for (const { wanted_number, ...row } of rows) found[wanted_number]?.push(contactFrom(row));
  return found;
}

const perKey = 20;
const inAll = 100;
