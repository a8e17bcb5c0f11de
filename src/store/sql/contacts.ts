import type { Selectable } from 'kysely';
import type { ContactContent } from '../../contact/values.ts';
import { addKeys, setKeys } from './contact-keys.ts';
import { saveChangeTime, saveTerms, searchColumns } from './contact-terms.ts';
import type { Db, Schema } from './schema.ts';

export interface ContactRecord extends ContactContent {
  id: string;
  revision: number;
  /** Accepted suggestions that rest on this contact. */
  acceptances: number;
  createdAt: Date;
  updatedAt: Date;
  createdBy: string;
}

/** The contact, or the one it was merged into; undefined when there is none, or when it was deleted. */
export async function findContact(db: Db, tenant: string, id: string): Promise<ContactRecord | undefined> {
  const row = await contact(db, tenant, id).executeTakeFirst();
  if (row?.merged_into) return await findContact(db, tenant, row.merged_into);
  return row && !row.gone_at ? contactFrom(row) : undefined;
}

/** The same, and nobody else changes it until this transaction ends. */
export async function lockContact(db: Db, tenant: string, id: string): Promise<ContactRecord | undefined> {
  const row = await contact(db, tenant, id).forUpdate().executeTakeFirst();
  if (row?.merged_into) return await lockContact(db, tenant, row.merged_into);
  return row && !row.gone_at ? contactFrom(row) : undefined;
}

export async function insertContact(db: Db, tenant: string, record: ContactRecord): Promise<void> {
  await db
    .insertInto('contacts')
    .values({
      tenant_id: tenant,
      id: record.id,
      ...columnsOf(record),
      revision: record.revision,
      acceptances: record.acceptances,
      created_at: record.createdAt,
      updated_at: record.updatedAt,
      created_by: record.createdBy,
      gone_at: null,
      merged_into: null,
    })
    .execute();
  await saveTerms(db, tenant, record.id, record, record.updatedAt);
  await addKeys(db, tenant, record.id, record.card);
}

/** Gives a contact another content; its revision grows by one. */
export async function updateContent(
  db: Db,
  tenant: string,
  id: string,
  content: ContactContent,
  now: Date,
): Promise<void> {
  await db
    .updateTable('contacts')
    .set((eb) => ({ ...columnsOf(content), revision: eb('revision', '+', 1), updated_at: now }))
    .where('tenant_id', '=', tenant)
    .where('id', '=', id)
    .execute();
  await saveTerms(db, tenant, id, content, now);
  await setKeys(db, tenant, id, content.card);
}

export async function addAcceptances(db: Db, tenant: string, id: string, count: number): Promise<void> {
  await db
    .updateTable('contacts')
    .set((eb) => ({ acceptances: eb('acceptances', '+', count) }))
    .where('tenant_id', '=', tenant)
    .where('id', '=', id)
    .execute();
}

/** The contact is no longer there; its row stays for those who point to it. Whose addresses it had is for the caller. */
export async function setGone(db: Db, tenant: string, id: string, now: Date, mergedInto?: string): Promise<void> {
  await setGoneColumns(db, tenant, id, { gone_at: now, merged_into: mergedInto ?? null }, now);
}

/** The contact is there again. */
export async function setPresent(db: Db, tenant: string, id: string, now: Date): Promise<void> {
  await setGoneColumns(db, tenant, id, { gone_at: null, merged_into: null }, now);
}

/** The contact as it was when it went, locked; undefined when it is there, or was never. */
export async function lockGoneContact(
  db: Db,
  tenant: string,
  id: string,
): Promise<(ContactRecord & { mergedInto?: string }) | undefined> {
  const row = await contact(db, tenant, id).forUpdate().executeTakeFirst();
  if (!row?.gone_at) return undefined;
  return { ...contactFrom(row), ...(row.merged_into && { mergedInto: row.merged_into }) };
}

/** Contacts by their ids, whether they are there or gone. */
export async function contactsById(db: Db, tenant: string, ids: string[]): Promise<Map<string, ContactRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('contacts')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, contactFrom(row)]));
}

/** Of contacts that are there or gone. */
export async function revisionsOf(db: Db, tenant: string, ids: string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('contacts')
    .select(['id', 'revision'])
    .where('tenant_id', '=', tenant)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

/** Removes a contact for good, with its history and everything else that rests on it. */
export async function deleteContact(db: Db, tenant: string, id: string): Promise<void> {
  await db.deleteFrom('contacts').where('tenant_id', '=', tenant).where('id', '=', id).execute();
}

/** Removes those of the contacts that were deleted for good, and what was merged into them; how many of them there were. */
export async function purgeDeleted(db: Db, tenant: string, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { numDeletedRows } = await db
    .deleteFrom('contacts')
    .where('tenant_id', '=', tenant)
    .where('id', 'in', ids)
    .where('gone_at', 'is not', null)
    .where('merged_into', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** A contact's row whether it is there or gone, and those merged into it, and into those. */
export async function familyOf(db: Db, tenant: string, id: string): Promise<ContactRecord[]> {
  const rows = await db
    .selectFrom('contacts')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where((eb) => eb.or([eb('id', '=', id), eb('merged_into', '=', id)]))
    .orderBy('created_at')
    .execute();
  const merged = rows.filter((row) => row.id !== id);
  const further = await Promise.all(merged.map((row) => familyOf(db, tenant, row.id)));
  return [...rows.filter((row) => row.id === id).map(contactFrom), ...further.flat()];
}

/** The contacts that are there: every list and search starts from this. */
export const presentContacts = (db: Db, tenant: string) =>
  db.selectFrom('contacts').where('contacts.tenant_id', '=', tenant).where('contacts.gone_at', 'is', null);

const contact = (db: Db, tenant: string, id: string) =>
  db.selectFrom('contacts').selectAll().where('tenant_id', '=', tenant).where('id', '=', id);

async function setGoneColumns(
  db: Db,
  tenant: string,
  id: string,
  columns: { gone_at: Date | null; merged_into: string | null },
  now: Date,
): Promise<void> {
  await db
    .updateTable('contacts')
    .set((eb) => ({ ...columns, revision: eb('revision', '+', 1), updated_at: now }))
    .where('tenant_id', '=', tenant)
    .where('id', '=', id)
    .execute();
  await saveChangeTime(db, tenant, id, now);
}

const columnsOf = ({ card, tags, notes, owner }: ContactContent) => ({
  card: JSON.stringify(card),
  ...searchColumns(card),
  tags,
  notes: notes ?? null,
  owner: owner ?? null,
});

export const contentFrom = ({
  card,
  tags,
  notes,
  owner,
}: Pick<Selectable<Schema['contacts']>, 'card' | 'tags' | 'notes' | 'owner'>): ContactContent => ({
  card,
  tags,
  ...(notes !== null && { notes }),
  ...(owner !== null && { owner }),
});

export function contactFrom(row: Selectable<Schema['contacts']>): ContactRecord {
  const { id, revision, acceptances } = row;
  const times = { createdAt: row.created_at, updatedAt: row.updated_at };
  return { id, ...contentFrom(row), revision, acceptances, ...times, createdBy: row.created_by };
}
