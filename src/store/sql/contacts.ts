import { type Selectable, sql } from 'kysely';
import type { ContactCard } from '../../contact/card.ts';
import { searchText, searchWords } from '../../contact/search.ts';
import { likeContaining } from './like.ts';
import type { Db, Schema } from './schema.ts';

export interface ContactRecord {
  id: string;
  card: ContactCard;
  revision: number;
  /** Accepted suggestions that rest on this contact. */
  acceptances: number;
  createdAt: Date;
  updatedAt: Date;
  createdBy: string;
}

export async function findContact(db: Db, tenant: string, id: string): Promise<ContactRecord | undefined> {
  const row = await contact(db, tenant, id).executeTakeFirst();
  return row && contactFrom(row);
}

/** The same, and nobody else changes it until this transaction ends. */
export async function lockContact(db: Db, tenant: string, id: string): Promise<ContactRecord | undefined> {
  const row = await contact(db, tenant, id).forUpdate().executeTakeFirst();
  return row && contactFrom(row);
}

export async function insertContact(db: Db, tenant: string, record: ContactRecord): Promise<void> {
  await db
    .insertInto('contacts')
    .values({
      tenant_id: tenant,
      id: record.id,
      card: JSON.stringify(record.card),
      search: searchText(record.card),
      revision: record.revision,
      acceptances: record.acceptances,
      created_at: record.createdAt,
      updated_at: record.updatedAt,
      created_by: record.createdBy,
    })
    .execute();
}

/** Gives a contact another card; its revision grows by one. */
export async function updateCard(db: Db, tenant: string, id: string, card: ContactCard, now: Date): Promise<void> {
  await db
    .updateTable('contacts')
    .set((eb) => ({
      card: JSON.stringify(card),
      search: searchText(card),
      revision: eb('revision', '+', 1),
      updated_at: now,
    }))
    .where('tenant_id', '=', tenant)
    .where('id', '=', id)
    .execute();
}

export async function addAcceptances(db: Db, tenant: string, id: string, count: 1 | -1): Promise<void> {
  await db
    .updateTable('contacts')
    .set((eb) => ({ acceptances: eb('acceptances', '+', count) }))
    .where('tenant_id', '=', tenant)
    .where('id', '=', id)
    .execute();
}

/** Removes a contact and frees its addresses. */
export async function deleteContact(db: Db, tenant: string, id: string): Promise<void> {
  await db.deleteFrom('contacts').where('tenant_id', '=', tenant).where('id', '=', id).execute();
}

/** Newest change first, from the one after `after`; with `q`, those in which every word occurs. */
export async function listContacts(
  db: Db,
  tenant: string,
  { q, after, limit }: { q?: string; after?: { at: Date; id: string }; limit: number },
): Promise<ContactRecord[]> {
  let query = db.selectFrom('contacts').selectAll().where('tenant_id', '=', tenant);
  for (const spellings of searchWords(q ?? '')) {
    query = query.where((eb) => eb.or(spellings.map((word) => eb('search', 'like', likeContaining(word)))));
  }
  if (after) {
    query = query.where(sql<boolean>`(updated_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  }
  const rows = await query.orderBy('updated_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(contactFrom);
}

const contact = (db: Db, tenant: string, id: string) =>
  db.selectFrom('contacts').selectAll().where('tenant_id', '=', tenant).where('id', '=', id);

function contactFrom(row: Selectable<Schema['contacts']>): ContactRecord {
  const { id, card, revision, acceptances } = row;
  const times = { createdAt: row.created_at, updatedAt: row.updated_at };
  return { id, card, revision, acceptances, ...times, createdBy: row.created_by };
}
