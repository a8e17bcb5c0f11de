import { type Selectable, sql } from 'kysely';
import type { Db, Schema } from './schema.ts';

export interface WebhookRecord {
  id: string;
  url: string;
  events: string[];
  enabled: boolean;
  createdAt: Date;
  createdBy: string;
}

/** Oldest first. */
export async function listWebhooks(db: Db, tenant: string): Promise<WebhookRecord[]> {
  const rows = await db
    .selectFrom('webhooks')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(webhookFrom);
}

export async function findWebhook(db: Db, tenant: string, id: string): Promise<WebhookRecord | undefined> {
  const query = db.selectFrom('webhooks').selectAll().where('tenant_id', '=', tenant).where('id', '=', id);
  const row = await query.executeTakeFirst();
  return row && webhookFrom(row);
}

export async function insertWebhook(db: Db, tenant: string, webhook: WebhookRecord): Promise<void> {
  const { id, url, events, enabled } = webhook;
  const made = { created_at: webhook.createdAt, created_by: webhook.createdBy };
  await db
    .insertInto('webhooks')
    .values({ tenant_id: tenant, id, url, events, enabled, ...made })
    .execute();
}

export async function updateWebhook(
  db: Db,
  tenant: string,
  id: string,
  { url, events, enabled }: Pick<WebhookRecord, 'url' | 'events' | 'enabled'>,
): Promise<void> {
  await db
    .updateTable('webhooks')
    .set({ url, events, enabled })
    .where('tenant_id', '=', tenant)
    .where('id', '=', id)
    .execute();
}

/** With its deliveries. */
export async function deleteWebhook(db: Db, tenant: string, id: string): Promise<void> {
  await db.deleteFrom('webhooks').where('tenant_id', '=', tenant).where('id', '=', id).execute();
}

/** What an endpoint was or is to be sent. */
export interface DeliveryRecord {
  /** The event's. */
  id: string;
  seq: string;
  type: string;
  contactId?: string;
  revision?: number;
  eventAt: Date;
  status: 'pending' | 'delivered' | 'dead';
  attempts: number;
  dueAt: Date;
  lastStatus?: number;
  lastError?: string;
}

type NewDelivery = Pick<DeliveryRecord, 'id' | 'type' | 'contactId' | 'revision' | 'eventAt'>;

/** One delivery of the event for each webhook that is on and asked for its type. */
export async function queueForWebhooks(db: Db, tenant: string, event: NewDelivery): Promise<void> {
  await sql`insert into webhook_deliveries (tenant_id, webhook_id, id, type, contact_id, revision, event_at, status,
      attempts, due_at)
    select tenant_id, id, ${event.id}, ${event.type}, ${event.contactId ?? null}::uuid, ${event.revision ?? null}::integer,
      ${event.eventAt}, 'pending', 0, ${event.eventAt}
    from webhooks where tenant_id = ${tenant} and enabled and ${event.type} = any (events)`.execute(db);
}

/** A delivery for one webhook, whatever it asked for. */
export async function queueDelivery(db: Db, tenant: string, webhook: string, event: NewDelivery): Promise<void> {
  await db
    .insertInto('webhook_deliveries')
    .values({
      tenant_id: tenant,
      webhook_id: webhook,
      id: event.id,
      type: event.type,
      contact_id: event.contactId ?? null,
      revision: event.revision ?? null,
      event_at: event.eventAt,
      status: 'pending',
      attempts: 0,
      due_at: event.eventAt,
    })
    .execute();
}

/** Newest first, from the one after `after`. */
export async function listDeliveries(
  db: Db,
  tenant: string,
  webhook: string,
  { status, after, limit }: { status?: DeliveryRecord['status']; after?: string; limit: number },
): Promise<DeliveryRecord[]> {
  let query = db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('webhook_id', '=', webhook);
  if (status) query = query.where('status', '=', status);
  if (after !== undefined) query = query.where('seq', '<', after);
  const rows = await query.orderBy('seq', 'desc').limit(limit).execute();
  return rows.map(deliveryFrom);
}

/** Makes one delivery that is done or dead pending again, or all dead ones; how many. */
export async function replayDeliveries(
  db: Db,
  tenant: string,
  webhook: string,
  id: string | undefined,
  now: Date,
): Promise<number> {
  let query = db
    .updateTable('webhook_deliveries')
    .set({ status: 'pending', attempts: 0, due_at: now, leased_until: null, done_at: null })
    .where('tenant_id', '=', tenant)
    .where('webhook_id', '=', webhook);
  query =
    id === undefined ? query.where('status', '=', 'dead') : query.where('id', '=', id).where('status', '!=', 'pending');
  return Number((await query.executeTakeFirstOrThrow()).numUpdatedRows);
}

/** The webhooks of all organisations that have a delivery due; for a transaction of the operator. */
export async function dueWebhooks(db: Db, now: Date): Promise<{ tenantId: string; webhookId: string }[]> {
  const rows = await db
    .selectFrom('webhook_deliveries')
    .select(['tenant_id', 'webhook_id'])
    .distinct()
    .where('status', '=', 'pending')
    .where('due_at', '<=', now)
    .limit(1000)
    .execute();
  return rows.map((row) => ({ tenantId: row.tenant_id, webhookId: row.webhook_id }));
}

/**
 * Takes the webhook's next delivery that is due, until `leasedUntil`, and counts the attempt; undefined when there is none.
 * Nobody else gets it meanwhile, nor a later one of the same contact before it is done or dead.
 */
export async function leaseDelivery(
  db: Db,
  tenant: string,
  webhook: string,
  now: Date,
  leasedUntil: Date,
): Promise<DeliveryRecord | undefined> {
  const { rows } = await sql<Selectable<Schema['webhook_deliveries']>>`
    update webhook_deliveries set leased_until = ${leasedUntil}, attempts = attempts + 1
    where tenant_id = ${tenant} and webhook_id = ${webhook} and seq = (
      select seq from webhook_deliveries d
      where tenant_id = ${tenant} and webhook_id = ${webhook} and status = 'pending' and due_at <= ${now}
        and (leased_until is null or leased_until <= ${now})
        and not exists (
          select from webhook_deliveries earlier
          where earlier.tenant_id = ${tenant} and earlier.webhook_id = ${webhook} and earlier.status = 'pending'
            and earlier.contact_id = d.contact_id and earlier.seq < d.seq
        )
      order by seq limit 1 for update skip locked
    )
    returning *`.execute(db);
  return rows[0] && deliveryFrom(rows[0]);
}

export type DeliveryOutcome = { status?: number; error?: string } & (
  | { kind: 'delivered' | 'dead' }
  | { kind: 'again'; dueAt: Date }
);

/** What came of an attempt. Without effect when the lease ran out and somebody else has made another attempt since. */
export async function finishDelivery(
  db: Db,
  tenant: string,
  webhook: string,
  { seq, attempts }: Pick<DeliveryRecord, 'seq' | 'attempts'>,
  outcome: DeliveryOutcome,
  now: Date,
): Promise<void> {
  const result = { leased_until: null, last_status: outcome.status ?? null, last_error: outcome.error ?? null };
  const state = outcome.kind === 'again' ? { due_at: outcome.dueAt } : { status: outcome.kind, done_at: now };
  await db
    .updateTable('webhook_deliveries')
    .set({ ...result, ...state })
    .where('tenant_id', '=', tenant)
    .where('webhook_id', '=', webhook)
    .where('seq', '=', seq)
    .where('attempts', '=', attempts)
    .execute();
}

/** Forgets the organisation's deliveries that were done or given up before that time; how many. */
export async function removeDeliveriesBefore(db: Db, tenant: string, time: Date): Promise<number> {
  const query = db.deleteFrom('webhook_deliveries').where('tenant_id', '=', tenant).where('done_at', '<', time);
  return Number((await query.executeTakeFirstOrThrow()).numDeletedRows);
}

function webhookFrom(row: Selectable<Schema['webhooks']>): WebhookRecord {
  const { id, url, events, enabled } = row;
  return { id, url, events, enabled, createdAt: row.created_at, createdBy: row.created_by };
}

function deliveryFrom(row: Selectable<Schema['webhook_deliveries']>): DeliveryRecord {
  const { id, type, status, attempts } = row;
  return {
    id,
    seq: String(row.seq),
    type,
    ...(row.contact_id !== null && { contactId: row.contact_id }),
    ...(row.revision !== null && { revision: row.revision }),
    eventAt: row.event_at,
    status,
    attempts,
    dueAt: row.due_at,
    ...(row.last_status !== null && { lastStatus: row.last_status }),
    ...(row.last_error !== null && { lastError: row.last_error }),
  };
}
