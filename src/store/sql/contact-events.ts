import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './schema.ts';
import { queueForWebhooks } from './webhooks.ts';

/** What became of a contact. Names the contact, and holds nothing of it. */
export interface ContactEvent {
  type: 'contact.created' | 'contact.changed' | 'contact.deleted';
  contactId: string;
  /** Of the contact after it; of a deleted one, its last. */
  revision: number;
  at: Date;
}

/**
 * Adds an event, for those who follow the contacts. Call it in the transaction that writes the contact, with the contact's
 * row inserted or locked before: so what one transaction did is followed whole or not at all, and each contact's events
 * keep their order.
 */
export async function recordEvent(db: Db, tenant: string, event: ContactEvent): Promise<void> {
  const { type, contactId, revision, at } = event;
  const id = randomUUID();
  const row = { tenant_id: tenant, id, type, contact_id: contactId, revision, at };
  await db.insertInto('contact_events').values(row).execute();
  await queueForWebhooks(db, tenant, { id, type, contactId, revision, eventAt: at });
}

/** Forgets the organisation's events from before that time, but for those that a webhook has still to be told; how many. */
export async function removeEventsBefore(db: Db, tenant: string, time: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from contact_events where tenant_id = ${tenant} and at < ${time}
    and not exists (
      select from webhook_deliveries owed
      where owed.tenant_id = contact_events.tenant_id and owed.id = contact_events.id and owed.status = 'pending'
    )`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
