import { sql, type Transaction } from 'kysely';
import { isPlanOutdated } from './prepared-statements.ts';
import type { Db, Schema } from './schema.ts';

/** For whom a transaction runs, as the identity token says. */
export interface Identity {
  domain: string;
  userId: string;
  /** Whose mailbox: what was read from it before its user was known is theirs too. */
  email?: string;
}

/**
 * Runs a request's work as one transaction, under the role that row-level security binds and for one identity. Work that
 * another transaction got in the way of is rolled back and done again, so it must have no effects outside the database.
 */
export async function inTransaction<T>(
  db: Db,
  identity: Identity,
  work: (trx: Db) => Promise<T>,
  onRetry: () => void = () => {},
): Promise<T> {
  const run = async (trx: Transaction<Schema>) => {
    await nameIdentity(trx, identity);
    return await work(trx);
  };
  return await retried(() => db.transaction().execute(run), onRetry);
}

/**
 * Runs a request's reading of what is private to its organisation's users, which the request itself has to be entitled to.
 */
export async function acrossUsers<T>(trx: Db, read: () => Promise<T>): Promise<T> {
  await sql`select set_config('contact_inbox.scope', 'organisation', true)`.execute(trx);
  const found = await read();
  await sql`select set_config('contact_inbox.scope', '', true)`.execute(trx);
  return found;
}

/**
 * Runs the operator's own work (never a request's) over all organisations, as one transaction that sees the database as it
 * was when it began.
 */
export async function asOperator<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await sql`select set_config('contact_inbox.operator', 'on', true)`.execute(trx);
      return await work(trx);
    });
}

/** The same for a short piece of work on what requests change at the same time: where they meet it is done again. */
export async function asOperatorBriefly<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  const run = async (trx: Transaction<Schema>) => {
    await sql`select set_config('contact_inbox.operator', 'on', true)`.execute(trx);
    return await work(trx);
  };
  return await retried(() => db.transaction().execute(run));
}

/** What `run` gives; done again, a few times, where another transaction got in its way. */
export async function retried<T>(run: () => Promise<T>, onRetry: () => void = () => {}): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === maxAttempts || !isRetryable(error)) throw error;
      onRetry();
    }
  }
}

/** A row that this transaction had found was taken away before it could lock it: do the work again. */
export class RowVanished extends Error {}

const maxAttempts = 5;

/** All for this transaction only (the third argument): a pooled connection carries nothing over to the next request. */
export async function nameIdentity(trx: Db, { domain, userId, email = '' }: Identity): Promise<void> {
  await sql`select set_config('role', 'contact_inbox_app', true),
    set_config('contact_inbox.domain', ${domain}, true), set_config('contact_inbox.user', ${userId}, true),
    set_config('contact_inbox.email', ${email}, true), set_config('contact_inbox.tenant', '', true), set_config('statement_timeout', '10s', true)`.execute(
    trx,
  );
}

/** From now on the transaction is that user's, of the same organisation and mailbox. */
export async function nameUser(trx: Db, userId: string): Promise<void> {
  await sql`select set_config('contact_inbox.user', ${userId}, true)`.execute(trx);
}

/** From now on the transaction is for the mailbox of that user of the same organisation. */
export async function nameMailbox(
  trx: Db,
  { userId, email }: Pick<Required<Identity>, 'userId' | 'email'>,
): Promise<void> {
  await nameUser(trx, userId);
  await sql`select set_config('contact_inbox.email', ${email}, true)`.execute(trx);
}

/**
 * Unique violation (two made the same thing at once), foreign key violation (what was found has just been taken away),
 * serialization failure, deadlock.
 */
const retryable = new Set(['23505', '23503', '40001', '40P01']);

export const isRetryable = (error: unknown): boolean =>
  error instanceof RowVanished || isPlanOutdated(error) || retryable.has(String((error as { code?: unknown }).code));
