import type { Db } from './schema.ts';

/** How many contacts were added in the period. */
export async function usedQuota(db: Db, tenant: string, period: string): Promise<number> {
  const row = await db
    .selectFrom('quotas')
    .select('used')
    .where('tenant_id', '=', tenant)
    .where('period', '=', period)
    .executeTakeFirst();
  return row?.used ?? 0;
}

/** Newest first, at most five years. */
export async function usedByPeriod(db: Db, tenant: string): Promise<{ period: string; used: number }[]> {
  const rows = db.selectFrom('quotas').select(['period', 'used']).where('tenant_id', '=', tenant);
  return await rows.orderBy('period', 'desc').limit(60).execute();
}

/** Counts one new contact; undefined, and nothing counted, when `limit` is reached. No look-then-insert. */
export async function takeQuota(
  db: Db,
  tenant: string,
  period: string,
  limit: number | undefined,
): Promise<number | undefined> {
  await db
    .insertInto('quotas')
    .values({ tenant_id: tenant, period, used: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  let query = db
    .updateTable('quotas')
    .set((eb) => ({ used: eb('used', '+', 1) }))
    .where('tenant_id', '=', tenant)
    .where('period', '=', period);
  if (limit !== undefined) query = query.where('used', '<', limit);
  const row = await query.returning('used').executeTakeFirst();
  return row?.used;
}

/** Takes one counted contact back. */
export async function returnQuota(db: Db, tenant: string, period: string): Promise<void> {
  await db
    .updateTable('quotas')
    .set((eb) => ({ used: eb('used', '-', 1) }))
    .where('tenant_id', '=', tenant)
    .where('period', '=', period)
    .execute();
}
