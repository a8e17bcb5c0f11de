import { sql } from 'kysely';
import type { Db } from './schema.ts';
import { isRetryable } from './transaction.ts';

/**
 * Runs a part of a transaction that may fail without the rest: what it wrote is then gone, and it throws. Work that another
 * transaction got in the way of is done again; after a deadlock the whole transaction has to be.
 */
export async function inSavepoint<T>(trx: Db, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    await sql`savepoint item`.execute(trx);
    try {
      const result = await work();
      await sql`release savepoint item`.execute(trx);
      return result;
    } catch (error) {
      if (/^(40P01|40001|08...|57...)$/.test(String((error as { code?: unknown }).code))) throw error;
      await sql`rollback to savepoint item`.execute(trx);
      await sql`release savepoint item`.execute(trx);
      if (attempt === maxAttempts || !isRetryable(error)) throw error;
    }
  }
}

const maxAttempts = 5;
