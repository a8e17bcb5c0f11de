import type { Selectable } from 'kysely';
import type { ContactContent } from '../../contact/values.ts';
import type { ContactImage } from './contact-values.ts';
import type { Db, Schema } from './schema.ts';

/** Two contacts that are one now, and what it takes to make them two again. */
export interface MergeRecord {
  id: string;
  survivorId: string;
  mergedId: string;
  mergedAt: Date;
  mergedBy: string;
  /** The survivor before; the other one's row still is as it was. */
  before: ContactImage & { revision: number };
  /** What the merge made of the survivor. */
  after: ContactContent;
}

export async function insertMerge(db: Db, tenant: string, merge: MergeRecord): Promise<void> {
  await db
    .insertInto('contact_merges')
    .values({
      tenant_id: tenant,
      id: merge.id,
      survivor_id: merge.survivorId,
      merged_id: merge.mergedId,
      merged_at: merge.mergedAt,
      merged_by: merge.mergedBy,
      before: JSON.stringify(merge.before),
      after: JSON.stringify(merge.after),
    })
    .execute();
}

export async function findMerge(db: Db, tenant: string, id: string): Promise<MergeRecord | undefined> {
  const row = await merges(db, tenant).where('id', '=', id).executeTakeFirst();
  return row && mergeFrom(row);
}

/** The merges into that contact, the last one first. */
export async function mergesInto(db: Db, tenant: string, survivor: string): Promise<MergeRecord[]> {
  const rows = await merges(db, tenant).where('survivor_id', '=', survivor).execute();
  return rows.map(mergeFrom).sort((a, b) => b.before.revision - a.before.revision);
}

export async function deleteMerge(db: Db, tenant: string, id: string): Promise<void> {
  await db.deleteFrom('contact_merges').where('tenant_id', '=', tenant).where('id', '=', id).execute();
}

/** From now on the two are different people to every comparison. */
export async function keepApart(db: Db, tenant: string, pair: [string, string], since: Date): Promise<void> {
  const [contact_a = '', contact_b = ''] = [...pair].sort();
  await db
    .insertInto('contacts_apart')
    .values({ tenant_id: tenant, contact_a, contact_b, since })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The two may be one; whether they were kept apart. */
export async function letTogether(db: Db, tenant: string, pair: [string, string]): Promise<boolean> {
  const [a = '', b = ''] = [...pair].sort();
  const { numDeletedRows } = await db
    .deleteFrom('contacts_apart')
    .where('tenant_id', '=', tenant)
    .where('contact_a', '=', a)
    .where('contact_b', '=', b)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Those that a contact is kept apart from. */
export async function keptApartFrom(db: Db, tenant: string, contact: string): Promise<string[]> {
  const pairs = await pairsKeptApart(db, tenant, [contact]);
  return pairs.map(([a, b]) => (a === contact ? b : a));
}

/** Each pair of contacts that is kept apart and that one of these is in. */
export async function pairsKeptApart(db: Db, tenant: string, contacts: string[]): Promise<[string, string][]> {
  if (contacts.length === 0) return [];
  const rows = await db
    .selectFrom('contacts_apart')
    .select(['contact_a', 'contact_b'])
    .where('tenant_id', '=', tenant)
    .where((eb) => eb.or([eb('contact_a', 'in', contacts), eb('contact_b', 'in', contacts)]))
    .execute();
  return rows.map((row) => [row.contact_a, row.contact_b]);
}

const merges = (db: Db, tenant: string) => db.selectFrom('contact_merges').selectAll().where('tenant_id', '=', tenant);

const mergeFrom = (row: Selectable<Schema['contact_merges']>): MergeRecord => ({
  id: row.id,
  survivorId: row.survivor_id,
  mergedId: row.merged_id,
  mergedAt: row.merged_at,
  mergedBy: row.merged_by,
  before: row.before,
  after: row.after,
});
