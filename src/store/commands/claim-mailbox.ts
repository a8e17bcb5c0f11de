import type { Context } from '../context.ts';
import { changeLinkage, lockLinkage } from '../sql/linkages.ts';
import { dropFromMailbox, suggestedInMailbox, takeMailboxOver } from '../sql/mailbox-suggestions.ts';
import { isSuppressed } from './suppress.ts';

/**
 * At a user's first call: what was read from their mailbox before is theirs, and what is read later too. Whom they want no suggestion of,
 * said since it was read, is left out.
 */
export async function claimMailbox(
  { db, tenant, user }: Pick<Context, 'db' | 'tenant' | 'user'>,
  provider: string,
): Promise<void> {
  const key = { tenant: tenant.id, provider, email: user.email };
  const linkage = await lockLinkage(db, key);
  if (!linkage || linkage.userId !== undefined) return;
  for (const { id, addresses } of await suggestedInMailbox(db, tenant.id, user.email)) {
    if (await isSuppressed({ db, tenant }, addresses)) await dropFromMailbox(db, tenant.id, user.email, id);
  }
  await takeMailboxOver(db, tenant.id, user.email, user.userId);
  await changeLinkage(db, key, { user_id: user.userId });
}
