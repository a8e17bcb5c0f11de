import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** A message by which a user and a contact have met. */
export interface Encounter {
  contactId: string;
  /** Key of the user's address. */
  user: string;
  messageId: string;
  at: Date;
}

export interface AcquaintanceRecord {
  user: string;
  first: Date;
  last: Date;
  messages: number;
}

/**
 * Keeps that they have met; how many of these were not known: of others the message has told it before, or the contact has
 * just been removed.
 */
export async function insertEncounters(db: Db, tenant: string, met: Encounter[]): Promise<number> {
  if (met.length === 0) return 0;
  const rows = met.map(({ contactId, user, messageId, at }) => ({ contactId, user, message: digest(messageId), at }));
  const { numAffectedRows = 0n } = await sql`
    insert into encounters (tenant_id, contact_id, user_email, message_key, at)
    select contacts.tenant_id, contacts.id, met.user, met.message, met.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as met ("contactId" uuid, "user" text, message text, at timestamptz)
    join contacts on contacts.tenant_id = ${tenant} and contacts.id = met."contactId"
    order by contacts.id, met.message for key share of contacts
    on conflict do nothing`.execute(db);
  return Number(numAffectedRows);
}

export async function deleteEncounter(db: Db, tenant: string, met: Omit<Encounter, 'at'>): Promise<void> {
  await db
    .deleteFrom('encounters')
    .where('tenant_id', '=', tenant)
    .where('contact_id', '=', met.contactId)
    .where('user_email', '=', met.user)
    .where('message_key', '=', digest(met.messageId))
    .execute();
}

/** Who knows a contact, or one that was merged into it: most messages first, then the latest. */
export async function listAcquaintances(
  db: Db,
  tenant: string,
  contact: string,
  limit: number,
): Promise<AcquaintanceRecord[]> {
  const { rows } = await sql<AcquaintanceRecord>`
    with recursive same (id) as (
      select ${contact}::uuid
      union select contacts.id from contacts, same where contacts.tenant_id = ${tenant} and contacts.merged_into = same.id
    )
    select user_email as user, min(at) as first, max(at) as last, count(distinct message_key)::int as messages
    from same cross join lateral (
      select user_email, message_key, at from encounters where tenant_id = ${tenant} and contact_id = same.id offset 0
    ) as met
    group by user_email order by messages desc, last desc, user_email limit ${limit}`.execute(db);
  return rows;
}

const digest = (messageId: string): string => createHash('sha256').update(messageId).digest('base64url');
