import { type Selectable, sql } from 'kysely';
import type { AuditAct, AuditDetails } from '../../api/types.ts';
import { likeContaining } from './like.ts';
import type { Db, Schema } from './schema.ts';

/** One act, as the log keeps it for good. */
export interface AuditRecord {
  id: string;
  at: Date;
  /** One of `AuditAct`; an older version of the store may have recorded others. */
  act: string;
  /** An address, or `operator`. */
  actor: string;
  subject?: { kind: string; id: string };
  details: AuditDetails;
}

export async function insertAuditEntry(db: Db, tenant: string, entry: AuditRecord & { act: AuditAct }): Promise<void> {
  await db
    .insertInto('audit_entries')
    .values({
      tenant_id: tenant,
      id: entry.id,
      at: entry.at,
      act: entry.act,
      actor: entry.actor,
      subject_kind: entry.subject?.kind ?? null,
      subject_id: entry.subject?.id ?? null,
      details: JSON.stringify(entry.details),
    })
    .execute();
}

export interface AuditQuery {
  act?: string;
  actor?: string;
  /** The subject's id. */
  subject?: string;
  /** From this time on. */
  from?: Date;
  /** Before this time. */
  to?: Date;
  /** Within actor, act, subject or details, in any case. */
  q?: string;
  after?: { at: Date; id: string };
  limit: number;
}

/** Newest first, from the one after `after`. */
export async function listAuditEntries(
  db: Db,
  tenant: string,
  { act, actor, subject, from, to, q, after, limit }: AuditQuery,
): Promise<AuditRecord[]> {
  let query = db.selectFrom('audit_entries').selectAll().where('tenant_id', '=', tenant);
  if (act !== undefined) query = query.where('act', '=', act);
  if (actor !== undefined) query = query.where('actor', '=', actor);
  if (subject !== undefined) query = query.where('subject_id', '=', subject);
  if (from) query = query.where('at', '>=', from);
  if (to) query = query.where('at', '<', to);
  if (q) {
    const text = sql<string>`concat_ws(' ', actor, act, subject_kind, subject_id, details)`;
    query = query.where(text, 'ilike', likeContaining(q));
  }
  if (after) query = query.where(sql<boolean>`(at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(entryFrom);
}

/** The ids of all entries about these subjects, the first one first. */
export async function auditEntriesOf(db: Db, tenant: string, subjects: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('audit_entries')
    .select('id')
    .where('tenant_id', '=', tenant)
    .where('subject_id', 'in', subjects)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Removes what is older than the organisation keeps the log, by the database's own clock; how many. For the owner of the
 * tables, in a transaction of that tenant: the database lets no request do it, and nobody remove more.
 */
export async function removeOldAuditEntries(db: Db, tenant: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('audit_entries')
    .where('tenant_id', '=', tenant)
    .where(sql<boolean>`at < now() - (select make_interval(days => audit_days) from tenants where id = ${tenant})`)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

function entryFrom(row: Selectable<Schema['audit_entries']>): AuditRecord {
  const { id, at, act, actor, details } = row;
  const subject = row.subject_kind && row.subject_id ? { kind: row.subject_kind, id: row.subject_id } : undefined;
  return { id, at, act, actor, ...(subject && { subject }), details };
}
