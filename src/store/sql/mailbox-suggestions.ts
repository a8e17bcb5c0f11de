import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** Under which `user_id` suggestions stand that were read from a mailbox before its user was known. */
export const mailboxUser = (email: string): string => `mailbox:${email}`;

/** What was read from a mailbox before its user was known, and the addresses of whom it is about. */
export async function suggestedInMailbox(
  db: Db,
  tenant: string,
  email: string,
): Promise<{ id: string; addresses: string[] }[]> {
  const rows = await db
    .selectFrom('suggestions')
    .select(['id', 'draft'])
    .where('tenant_id', '=', tenant)
    .where('user_id', '=', mailboxUser(email))
    .execute();
  return rows.map(({ id, draft }) => ({ id, addresses: draft.email.map(({ value }) => value) }));
}

export async function dropFromMailbox(db: Db, tenant: string, email: string, id: string): Promise<void> {
  await db
    .deleteFrom('suggestions')
    .where('tenant_id', '=', tenant)
    .where('user_id', '=', mailboxUser(email))
    .where('id', '=', id)
    .execute();
}

/**
 * What was read from a mailbox becomes its user's, who has to be named by the transaction with that address. A person who
 * waits for the user already, or whom the same mail has suggested to them, is not put beside: the user's suggestion takes the
 * mails over.
 */
export async function takeMailboxOver(db: Db, tenant: string, email: string, user: string): Promise<void> {
  const mailbox = mailboxUser(email);
  const doubles = sql`(
    select distinct on (found.id) found.id as found, own.id as own
    from suggestions found
    join suggestions own on own.tenant_id = ${tenant} and own.user_id = ${user}
      and (own.status = 'pending' and own.waits_as = found.waits_as or exists (
        select from suggestion_mails theirs join suggestion_mails ours using (tenant_id, message_key, person_key)
        where theirs.tenant_id = ${tenant} and theirs.suggestion_id = found.id and theirs.user_id = ${mailbox}
          and ours.user_id = ${user} and ours.suggestion_id = own.id))
    where found.tenant_id = ${tenant} and found.user_id = ${mailbox}
    order by found.id, own.created_at desc)`;
  const { rows } = await sql<{ found: string; own: string }>`select * from ${doubles} as doubles`.execute(db);
  for (const { found, own } of rows) await join(db, tenant, { found, own, mailbox, user });
  for (const table of ['suggestions', 'suggestion_mails']) {
    await sql`update ${sql.table(table)} set user_id = ${user} where tenant_id = ${tenant} and user_id = ${mailbox}`.execute(
      db,
    );
  }
}

/** Mails that are the user's already go with the suggestion that was found. */
async function join(
  db: Db,
  tenant: string,
  { found, own, mailbox, user }: Record<'found' | 'own' | 'mailbox' | 'user', string>,
): Promise<void> {
  const { numAffectedRows = 0n } = await sql`
    update suggestion_mails as mail set user_id = ${user}, suggestion_id = ${own}
    where tenant_id = ${tenant} and user_id = ${mailbox} and suggestion_id = ${found} and not exists (
      select from suggestion_mails ours where ours.tenant_id = ${tenant} and ours.user_id = ${user}
        and ours.message_key = mail.message_key and ours.person_key = mail.person_key)`.execute(db);
  await sql`update suggestions set mails = mails + ${Number(numAffectedRows)}::int
    where tenant_id = ${tenant} and id = ${own}`.execute(db);
  await sql`delete from suggestions where tenant_id = ${tenant} and id = ${found} and user_id = ${mailbox}`.execute(db);
}
