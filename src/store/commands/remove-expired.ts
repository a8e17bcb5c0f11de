import { purgeDeleted } from '../sql/contacts.ts';
import { removeOldBudgets } from '../sql/google-budgets.ts';
import { dropAllKeysBefore } from '../sql/idempotency-keys.ts';
import type { Db } from '../sql/schema.ts';
import { listTenants } from '../sql/tenants.ts';
import { asOperatorBriefly } from '../sql/transaction.ts';
import { takeExpiredUndos } from '../sql/undos.ts';

export interface Removed {
  undos: number;
  /** Deleted ones whose deletion cannot be undone any more. */
  contacts: number;
  idempotencyKeys: number;
}

/**
 * Removes for good, in all organisations, what was kept only for a while: undos past their time with the people's data in
 * them, the contacts whose deletion they could have undone, and answers kept for repeated requests. For a job to call, an
 * hourly one say; twice at once does no harm.
 */
export async function removeExpired(db: Db, now: Date): Promise<Removed> {
  const removed: Removed = { undos: 0, contacts: 0, idempotencyKeys: 0 };
  for (const { id } of await listTenants(db)) {
    for (;;) {
      const { undos, contacts } = await asOperatorBriefly(db, (trx) => removeUndos(trx, id, now));
      removed.undos += undos;
      removed.contacts += contacts;
      if (undos < batch) break;
    }
    const keysBefore = new Date(now.getTime() - keysKeptMilliseconds);
    removed.idempotencyKeys += await asOperatorBriefly(db, (trx) => dropAllKeysBefore(trx, id, keysBefore));
  }
  await removeOldBudgets(db, new Date(now.getTime() - keptBudgetMilliseconds));
  return removed;
}

const keptBudgetMilliseconds = 10 * 60 * 1000;

async function removeUndos(trx: Db, tenant: string, now: Date): Promise<{ undos: number; contacts: number }> {
  const expired = await takeExpiredUndos(trx, tenant, now, batch);
  const steps = expired.flatMap((undo) => undo.steps);
  const deleted = steps.flatMap((step) => (step.type === 'contact-removed' ? [step.id] : []));
  return { undos: expired.length, contacts: await purgeDeleted(trx, tenant, deleted) };
}

const batch = 200;
const keysKeptMilliseconds = 24 * 60 * 60 * 1000;
