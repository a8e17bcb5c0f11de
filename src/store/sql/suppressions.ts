import { createHash } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { anyOf } from './any-of.ts';
import type { Db, Schema } from './schema.ts';
import type { Owner } from './suggestions.ts';

export interface SuppressionRecord {
  id: string;
  kind: 'person' | 'domain';
  /** Of one user, or of the whole organisation. */
  scope: 'mine' | 'organisation';
  hint?: string;
  createdAt: Date;
  createdBy: string;
}

/** The rows of a suppression, times as texts: what it takes to bring it back. */
export type SuppressionImage = (Omit<Row, 'tenant_id' | 'created_at'> & { created_at: string })[];
type Row = Selectable<Schema['suppressions']>;

/** Addresses are kept as digests that are of use in this organisation alone. */
export const addressKey = (tenant: string, address: string): string =>
  `person ${createHash('sha256').update(`${tenant} ${address}`).digest('hex')}`;
export const domainKey = (domain: string): string => `domain ${domain}`;

export async function insertSuppression(
  db: Db,
  owner: Owner,
  { id, kind, scope, hint, createdAt, createdBy }: SuppressionRecord,
  keys: string[],
): Promise<void> {
  const user = scope === 'organisation' ? '' : owner.user;
  const row = { tenant_id: owner.tenant, id, user_id: user, kind, hint: hint ?? null, created_at: createdAt };
  await db
    .insertInto('suppressions')
    .values(keys.map((key) => ({ ...row, key, created_by: createdBy })))
    .execute();
}

/** Which of the keys are on the user's list or on the organisation's. */
export async function suppressedKeys(db: Db, tenant: string, keys: string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .selectFrom('suppressions')
    .select('key')
    .where('tenant_id', '=', tenant)
    .where(anyOf('key', keys))
    .execute();
  return new Set(rows.map(({ key }) => key));
}

/** Newest first, each once however many addresses it has. */
export async function listSuppressions(
  db: Db,
  owner: Owner,
  { scopes, after, limit }: { scopes: SuppressionRecord['scope'][]; after?: { at: Date; id: string }; limit: number },
): Promise<SuppressionRecord[]> {
  let query = db
    .selectFrom('suppressions')
    .selectAll()
    .distinctOn(['created_at', 'id'])
    .where('tenant_id', '=', owner.tenant)
    .where(
      'user_id',
      'in',
      scopes.map((scope) => (scope === 'mine' ? owner.user : '')),
    );
  if (after) query = query.where(sql<boolean>`(created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(suppressionFrom);
}

/** Removes a suppression that is in one of the scopes; what it was, or undefined when there is none. */
export async function deleteSuppression(
  db: Db,
  owner: Owner,
  id: string,
  scopes: SuppressionRecord['scope'][],
): Promise<SuppressionImage | undefined> {
  const rows = await db
    .deleteFrom('suppressions')
    .where('tenant_id', '=', owner.tenant)
    .where('id', '=', id)
    .where(
      'user_id',
      'in',
      scopes.map((scope) => (scope === 'mine' ? owner.user : '')),
    )
    .returningAll()
    .execute();
  if (rows.length === 0) return undefined;
  return rows.map(({ tenant_id: _, created_at, ...row }) => ({ ...row, created_at: created_at.toISOString() }));
}

/** Brings a removed suppression back. */
export async function restoreSuppression(db: Db, tenant: string, rows: SuppressionImage): Promise<void> {
  await db
    .insertInto('suppressions')
    .values(rows.map((row) => ({ ...row, tenant_id: tenant, created_at: new Date(row.created_at) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const suppressionFrom = (row: Row): SuppressionRecord => ({
  id: row.id,
  kind: row.kind,
  scope: row.user_id === '' ? 'organisation' : 'mine',
  ...(row.hint !== null && { hint: row.hint }),
  createdAt: row.created_at,
  createdBy: row.created_by,
});
