import type { Context } from './context.ts';
import { isOwnMailbox } from './internal-domains.ts';
import { secretsWith } from './secrets.ts';
import { getIntegrationFor, type IntegrationRecord } from './sql/integrations.ts';
import { type LinkageKey, type LinkageRecord, lockLinkage } from './sql/linkages.ts';
import { mailboxUser } from './sql/mailbox-suggestions.ts';
import type { Db } from './sql/schema.ts';
import { enterTenant } from './sql/tenants.ts';
import { nameUser } from './sql/transaction.ts';

/** What a worker works with while it reads one user's mailbox. */
export interface MailboxContext {
  /** For `createSuggestion` and its like: they then act for the user of the mailbox. */
  context: Context;
  /** Locked until the transaction ends. */
  linkage: LinkageRecord;
  integration: IntegrationRecord;
}

/**
 * Makes a transaction, begun in the name of the mailbox (`mailboxUser`), that of its user, in their organisation. The first
 * thing in it. Undefined when the mailbox may not be read any more, or another worker has it: then nothing may be kept.
 */
export async function openMailboxContext(
  trx: Db,
  { domain, claimedBy, ...key }: LinkageKey & { domain: string; claimedBy: string },
  now: Date,
): Promise<MailboxContext | undefined> {
  const { email } = key;
  const tenant = await enterTenant(trx, domain);
  if (!tenant?.feature || !tenant.settings.enabled) return undefined;
  const linkage = await lockLinkage(trx, key);
  if (linkage?.claimedBy !== claimedBy) return undefined;
  const { integration, isOnRoster } = (await getIntegrationFor(trx, tenant.id, key.provider, email)) ?? {};
  const on = integration?.functions.contactInbox?.on || integration?.functions.activity?.on;
  const enabled = isOwnMailbox(tenant, email) && isOnRoster === true;
  if (!integration?.credential || !on || !enabled) return undefined;
  const userId = linkage.userId ?? mailboxUser(email);
  if (linkage.userId) await nameUser(trx, userId);
  const user = { userId, email, domain, role: 'user', enabled } as const;
  return { context: { db: trx, tenant, user, now, secrets: secretsWith(new Map()) }, linkage, integration };
}
