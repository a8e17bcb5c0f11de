import type { Quota } from '../api/types.ts';
import type { Context } from './context.ts';
import { usedQuota } from './sql/quotas.ts';

/** The calendar month in UTC, e.g. `2026-11`. */
export const periodOf = (now: Date): string => now.toISOString().slice(0, 7);

/** How many contacts the organisation has added this month, and how many it may. */
export async function currentQuota({ db, tenant, now }: Context): Promise<Quota> {
  const period = periodOf(now);
  return { period, used: await usedQuota(db, tenant.id, period), ...tenant.quota };
}
