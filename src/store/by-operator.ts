import type { MailProvider } from './mail-provider.ts';
import type { Step } from './routes/handlers.ts';
import { type SecretKeys, secretsWith } from './secrets.ts';
import type { Db } from './sql/schema.ts';
import { enterTenant } from './sql/tenants.ts';
import { inTransaction } from './sql/transaction.ts';

/**
 * Work for one organisation at the operator's command instead of a request: under the same role and the same row-level
 * security, without keys for secrets unless they are given. `actor` stands in history and audit log. Throws when no
 * organisation has the domain.
 */
export function byOperator(
  db: Db,
  domain: string,
  actor: string,
  {
    secretKeys = new Map(),
    ...services
  }: { secretKeys?: SecretKeys; mailProvider?: MailProvider; sendsMail?: boolean } = {},
): Step {
  const secrets = secretsWith(secretKeys);
  return (work) =>
    inTransaction(db, { domain, userId: actor }, async (trx) => {
      const tenant = await enterTenant(trx, domain);
      if (!tenant) throw new Error(`There is no organisation ${domain}; tenant list shows them`);
      const user = { userId: actor, email: actor, domain, role: 'admin' as const, enabled: true };
      return await work({ db: trx, tenant, user, now: new Date(), secrets, ...services });
    });
}
