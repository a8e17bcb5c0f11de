import type { LinkageCause } from '../../api/types.ts';
import { countLinked, failuresToTell, markTold } from '../sql/linkages.ts';
import type { Db } from '../sql/schema.ts';
import { listTenants } from '../sql/tenants.ts';
import { asOperatorBriefly } from '../sql/transaction.ts';
import { mailAdmins } from './mail-admins.ts';

/**
 * Mails the admins of each organisation when many mailboxes cannot be read that they were not told of, naming the causes; once,
 * until these are read again. `many`: three, and a tenth of those that are linked.
 */
export async function tellOfFailures(db: Db, now: Date): Promise<void> {
  for (const tenant of await listTenants(db)) {
    if (!tenant.feature) continue;
    await asOperatorBriefly(db, async (trx) => {
      const failing = await failuresToTell(trx, tenant.id);
      if (failing.length < 3 || failing.length < (await countLinked(trx, tenant.id)) / 10) return;
      const causes: Partial<Record<LinkageCause, number>> = {};
      for (const { cause } of failing) causes[cause] = (causes[cause] ?? 0) + 1;
      await mailAdmins({ db: trx, tenant, now }, 'mailboxes-failing', { count: failing.length, causes });
      await markTold(trx, tenant.id, now);
    });
  }
}
