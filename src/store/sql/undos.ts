import { type Selectable, sql } from 'kysely';
import type { UndoKind, UndoStep } from '../undo-steps.ts';
import type { Db, Schema } from './schema.ts';
import type { Owner } from './suggestions.ts';

/** What an act of a user did, step by step, so that it can be taken back. */
export interface UndoRecord {
  id: string;
  kind: UndoKind;
  /** In the order they were done. */
  steps: UndoStep[];
  createdAt: Date;
  expiresAt: Date;
  /** Taken back already. */
  undone: boolean;
}

export async function insertUndo(db: Db, owner: Owner, undo: Omit<UndoRecord, 'undone'>): Promise<void> {
  await db
    .insertInto('undos')
    .values({
      tenant_id: owner.tenant,
      user_id: owner.user,
      id: undo.id,
      kind: undo.kind,
      steps: JSON.stringify(undo.steps),
      created_at: undo.createdAt,
      expires_at: undo.expiresAt,
      undone_at: null,
    })
    .execute();
}

/** Nobody else takes it until this transaction ends. */
export async function lockUndo(db: Db, owner: Owner, id: string): Promise<UndoRecord | undefined> {
  const row = await db
    .selectFrom('undos')
    .selectAll()
    .where('tenant_id', '=', owner.tenant)
    .where('user_id', '=', owner.user)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && undoFrom(row);
}

/** What the user can take back at that time, newest first, from the one after `after`. */
export async function listUndos(
  db: Db,
  owner: Owner,
  { after, limit }: { after?: { at: Date; id: string }; limit: number },
  now: Date,
): Promise<UndoRecord[]> {
  let query = db
    .selectFrom('undos')
    .selectAll()
    .where('tenant_id', '=', owner.tenant)
    .where('user_id', '=', owner.user)
    .where('undone_at', 'is', null)
    .where('expires_at', '>', now);
  if (after) query = query.where(sql<boolean>`(created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(undoFrom);
}

/** It cannot be taken back again; what it held of people is dropped. */
export async function markUndone(db: Db, owner: Owner, id: string, now: Date): Promise<void> {
  await db
    .updateTable('undos')
    .set({ undone_at: now, steps: '[]' })
    .where('tenant_id', '=', owner.tenant)
    .where('user_id', '=', owner.user)
    .where('id', '=', id)
    .execute();
}

/** Takes up to `limit` undos of an organisation's users away that have expired. */
export async function takeExpiredUndos(db: Db, tenant: string, now: Date, limit: number): Promise<UndoRecord[]> {
  const expired = db
    .selectFrom('undos')
    .select('id')
    .where('tenant_id', '=', tenant)
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(limit);
  const rows = await db
    .deleteFrom('undos')
    .where('tenant_id', '=', tenant)
    .where('id', 'in', expired)
    .returningAll()
    .execute();
  return rows.map(undoFrom);
}

const undoFrom = (row: Selectable<Schema['undos']>): UndoRecord => ({
  id: row.id,
  kind: row.kind,
  steps: row.steps,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  undone: row.undone_at !== null,
});
