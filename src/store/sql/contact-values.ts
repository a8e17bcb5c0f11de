import { type Insertable, type Selectable, sql } from 'kysely';
import type { Source } from '../../api/types.ts';
import type { ContactContent, ContactValue } from '../../contact/values.ts';
import type { Db, Schema } from './schema.ts';

/** One value of a contact while it stood there. */
export type ValueRecord = ContactValue & {
  id: string;
  /** A person typed it; a person has confirmed what was read from a mail; it came with an import. */
  how: 'typed' | 'read' | 'imported';
  setBy: string;
  setAt: Date;
  /** The contact's revision that it came with. */
  setRevision: number;
  /** The mail it was first read from. */
  source?: Source;
  /** Which address of the person that mail was from. */
  metAs?: string;
  /** When the first and the last mail (or whoever typed it) said so. */
  firstSeen: Date;
  lastSeen: Date;
  ended?: { at: Date; by: string; revision: number };
};

/** A contact at one moment, its history included: what it takes to bring it back exactly. */
export interface ContactImage {
  content: ContactContent;
  /** Rows as JSON. Absent where they were not kept: the history then goes on. */
  values?: ValueImage[];
}

/** A row as JSON has it, times as texts. */
export type ValueImage = { [K in keyof Row]: Extract<Row[K], Date> extends never ? Row[K] : string | null };
type Row = Omit<Selectable<Schema['contact_values']>, 'tenant_id' | 'contact_id'>;

/** Every value the contact has had, in the order they came. */
export async function listValues(db: Db, tenant: string, contact: string): Promise<ValueRecord[]> {
  return (await ofContact(db, tenant, contact).execute()).map(valueFrom);
}

/** Where a value stands in the order of a history. */
export type ValuePlace = Pick<ValueRecord, 'setAt' | 'setRevision' | 'id'>;

/** Values that stand in the contact now, or those that did, or all; the last set first, from the one after `after`. */
export async function pageOfValues(
  db: Db,
  tenant: string,
  contact: string,
  { state, after, limit }: { state?: 'current' | 'past'; after?: ValuePlace; limit: number },
): Promise<ValueRecord[]> {
  let query = db
    .selectFrom('contact_values')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('contact_id', '=', contact);
  if (state) query = query.where('ended_at', state === 'current' ? 'is' : 'is not', null);
  if (after) {
    query = query.where(sql<boolean>`(set_at, set_revision, id) <
      (${after.setAt}::timestamptz, ${after.setRevision}::integer, ${after.id}::uuid)`);
  }
  const inOrder = query.orderBy('set_at', 'desc').orderBy('set_revision', 'desc').orderBy('id', 'desc');
  return (await inOrder.limit(limit).execute()).map(valueFrom);
}

/** Those that stand in the contact now. */
export async function currentValues(db: Db, tenant: string, contact: string): Promise<ValueRecord[]> {
  return (await ofContact(db, tenant, contact).where('ended_at', 'is', null).execute()).map(valueFrom);
}

export async function insertValues(db: Db, tenant: string, contact: string, values: ValueRecord[]): Promise<void> {
  if (values.length === 0) return;
  await db
    .insertInto('contact_values')
    .values(values.map((value) => ({ tenant_id: tenant, contact_id: contact, ...columnsOf(value) })))
    .execute();
}

/** The values no longer stand in the contact. */
export async function endValues(
  db: Db,
  tenant: string,
  ids: string[],
  { at, by, revision }: NonNullable<ValueRecord['ended']>,
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('contact_values')
    .set({ ended_at: at, ended_by: by, ended_revision: revision })
    .where('tenant_id', '=', tenant)
    .where('id', 'in', ids)
    .execute();
}

/** The values were met again at that time. */
export async function confirmValues(db: Db, tenant: string, ids: string[], seenAt: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('contact_values')
    .set((eb) => ({
      first_seen: eb.fn<Date>('least', ['first_seen', eb.val(seenAt)]),
      last_seen: eb.fn<Date>('greatest', ['last_seen', eb.val(seenAt)]),
    }))
    .where('tenant_id', '=', tenant)
    .where('id', 'in', ids)
    .execute();
}

/** The same value written otherwise or in more detail. */
export async function rewriteValue(db: Db, tenant: string, id: string, value: ContactValue['value']): Promise<void> {
  await db
    .updateTable('contact_values')
    .set({ value: JSON.stringify(value) })
    .where('tenant_id', '=', tenant)
    .where('id', '=', id)
    .execute();
}

export async function imageValues(db: Db, tenant: string, contact: string): Promise<ValueImage[]> {
  const rows = await ofContact(db, tenant, contact).execute();
  return rows.map(({ tenant_id: _, contact_id: __, ...row }) => JSON.parse(JSON.stringify(row)) as ValueImage);
}

/** Gives a contact this history in place of what it had. */
export async function replaceValues(db: Db, tenant: string, contact: string, values: ValueRecord[]): Promise<void> {
  await db.deleteFrom('contact_values').where('tenant_id', '=', tenant).where('contact_id', '=', contact).execute();
  await insertValues(db, tenant, contact, values);
}

/** Brings the rows of an image back. What was confirmed since stays confirmed. */
export async function restoreValues(db: Db, tenant: string, contact: string, image: ValueImage[]): Promise<void> {
  const present = await listValues(db, tenant, contact);
  const lastSeen = new Map(present.map((value) => [value.id, value.lastSeen]));
  await db.deleteFrom('contact_values').where('tenant_id', '=', tenant).where('contact_id', '=', contact).execute();
  if (image.length === 0) return;
  const rows = image.map((row) => ({
    ...row,
    tenant_id: tenant,
    contact_id: contact,
    value: JSON.stringify(row.value),
    source: row.source && JSON.stringify(row.source),
    last_seen: later(lastSeen.get(row.id), row.last_seen as string),
  }));
  await db
    .insertInto('contact_values')
    .values(rows as Insertable<Schema['contact_values']>[])
    .execute();
}

const later = (present: Date | undefined, kept: string): Date | string =>
  present && present > new Date(kept) ? present : kept;

const ofContact = (db: Db, tenant: string, contact: string) =>
  db
    .selectFrom('contact_values')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('contact_id', '=', contact)
    .orderBy('set_at')
    .orderBy('id');

const columnsOf = (value: ValueRecord) => ({
  id: value.id,
  field: value.field,
  value: JSON.stringify(value.value),
  how: value.how,
  set_by: value.setBy,
  set_at: value.setAt,
  set_revision: value.setRevision,
  source: value.source ? JSON.stringify(value.source) : null,
  met_as: value.metAs ?? null,
  first_seen: value.firstSeen,
  last_seen: value.lastSeen,
  ended_by: value.ended?.by ?? null,
  ended_at: value.ended?.at ?? null,
  ended_revision: value.ended?.revision ?? null,
});

function valueFrom(row: Selectable<Schema['contact_values']>): ValueRecord {
  const { id, field, value, how, source, met_as: metAs, ended_at: at, ended_by: by, ended_revision: revision } = row;
  const set = { setBy: row.set_by, setAt: row.set_at, setRevision: row.set_revision };
  return {
    ...({ field, value } as ContactValue),
    id,
    how,
    ...set,
    ...(source && { source }),
    ...(metAs !== null && { metAs }),
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    ...(at && by !== null && revision !== null && { ended: { at, by, revision } }),
  };
}
