import type { Db } from './schema.ts';
import type { Owner } from './suggestions.ts';

/**
 * Takes a key for this request; false when it is taken. Where another transaction is about to take it, this waits for
 * that one to end, so of two equal requests at once one runs and the other sees its answer.
 */
export async function takeKey(db: Db, owner: Owner, key: string, requestHash: string, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('idempotency_keys')
    .values({
      tenant_id: owner.tenant,
      user_id: owner.user,
      key,
      request_hash: requestHash,
      answer: null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** `answer`: the JSON text that was answered. */
export async function findKey(
  db: Db,
  owner: Owner,
  key: string,
): Promise<{ requestHash: string; answer: string } | undefined> {
  const row = await db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'answer'])
    .where('tenant_id', '=', owner.tenant)
    .where('user_id', '=', owner.user)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.answer ? { requestHash: row.request_hash, answer: row.answer } : undefined;
}

export async function keepAnswer(db: Db, owner: Owner, key: string, answer: string): Promise<void> {
  await db
    .updateTable('idempotency_keys')
    .set({ answer })
    .where('tenant_id', '=', owner.tenant)
    .where('user_id', '=', owner.user)
    .where('key', '=', key)
    .execute();
}

/** Forgets the user's keys taken before that time. */
export async function dropKeysBefore(db: Db, owner: Owner, time: Date): Promise<void> {
  await db
    .deleteFrom('idempotency_keys')
    .where('tenant_id', '=', owner.tenant)
    .where('user_id', '=', owner.user)
    .where('created_at', '<', time)
    .execute();
}

/** The same for all users of the organisation; how many there were. */
export async function dropAllKeysBefore(db: Db, tenant: string, time: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('idempotency_keys')
    .where('tenant_id', '=', tenant)
    .where('created_at', '<', time)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
