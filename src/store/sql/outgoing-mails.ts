import { type Selectable, sql } from 'kysely';
import type { Db, Schema } from './schema.ts';

/** A mail from the store to an admin. */
export interface MailRecord {
  id: string;
  recipient: string;
  kind: 'available' | 'switched-on' | 'mailboxes-failing';
  subject: string;
  text: string;
  createdAt: Date;
  sentAt?: Date;
  failure?: string;
}

export async function insertMail(db: Db, tenant: string, mail: MailRecord): Promise<void> {
  const { id, recipient, kind, subject, text, createdAt } = mail;
  const state = { created_at: createdAt, sent_at: null, tries: 0, next_try_at: createdAt, failure: null };
  await db
    .insertInto('outgoing_mails')
    .values({ tenant_id: tenant, id, recipient, kind, subject, text, ...state })
    .execute();
}

/** Newest first. */
export async function listMails(db: Db, tenant: string, limit: number): Promise<MailRecord[]> {
  const rows = await db
    .selectFrom('outgoing_mails')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(mailFrom);
}

/** What was written after `notBefore` and is to be tried by `now`. */
interface Due {
  now: Date;
  notBefore: Date;
}

const due = ({ now, notBefore }: Due) => sql<boolean>`next_try_at <= ${now} and created_at > ${notBefore}`;

/** For a transaction of the operator, as the next. */
export async function hasDueMail(db: Db, times: Due): Promise<boolean> {
  const row = await db.selectFrom('outgoing_mails').select('id').where(due(times)).limit(1).executeTakeFirst();
  return row !== undefined;
}

/**
 * Takes the mail that has waited longest, of any organisation, and puts it off until `again`, so that nobody else sends it
 * meanwhile.
 */
export async function takeDueMail(
  db: Db,
  { again, ...times }: Due & { again: Date },
): Promise<(MailRecord & { tenant: string; tries: number }) | undefined> {
  const { rows } = await sql<Selectable<Schema['outgoing_mails']>>`
    update outgoing_mails as mail set next_try_at = ${again}, tries = tries + 1
    from (
      select tenant_id, id from outgoing_mails where ${due(times)} order by next_try_at limit 1 for update skip locked
    ) as due
    where mail.tenant_id = due.tenant_id and mail.id = due.id
    returning mail.*`.execute(db);
  const [row] = rows;
  return row && { ...mailFrom(row), tenant: row.tenant_id, tries: row.tries };
}

/** `nextTryAt` undefined: it is sent, or given up. */
export async function finishMail(
  db: Db,
  tenant: string,
  id: string,
  { sentAt, failure, nextTryAt }: { sentAt?: Date; failure?: string; nextTryAt?: Date },
): Promise<void> {
  await db
    .updateTable('outgoing_mails')
    .set({ sent_at: sentAt ?? null, failure: failure ?? null, next_try_at: nextTryAt ?? null })
    .where('tenant_id', '=', tenant)
    .where('id', '=', id)
    .execute();
}

export async function removeMailsBefore(db: Db, tenant: string, time: Date): Promise<void> {
  await db.deleteFrom('outgoing_mails').where('tenant_id', '=', tenant).where('created_at', '<', time).execute();
}

const mailFrom = (row: Selectable<Schema['outgoing_mails']>): MailRecord => ({
  id: row.id,
  recipient: row.recipient,
  kind: row.kind as MailRecord['kind'],
  subject: row.subject,
  text: row.text,
  createdAt: row.created_at,
  ...(row.sent_at && { sentAt: row.sent_at }),
  ...(row.failure && { failure: row.failure }),
});
