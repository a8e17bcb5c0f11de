import type { Access } from '../api/operation.ts';
import type { Caller } from './auth.ts';
import { claimMailbox } from './commands/claim-mailbox.ts';
import { googleProvider } from './commands/google-credential.ts';
import type { Context } from './context.ts';
import { Problem } from './problem.ts';
import { findPlace } from './sql/place.ts';
import type { Db } from './sql/schema.ts';
import { enterTenant } from './sql/tenants.ts';

/** Finds the caller's organisation and place in it, and refuses what they may not do. The first thing in a transaction. */
export async function admit(db: Db, caller: Caller, access: Access, now: Date): Promise<Admitted> {
  const tenant = await enterTenant(db, caller.domain);
  if (!tenant) throw new Problem('tenant-unknown', `The organisation ${caller.domain} is not set up in this store`);
  const role: Context['user']['role'] = tenant.admins.includes(caller.email) ? 'admin' : 'user';
  const { enabled, unclaimed, hidesAutomatic } = await findPlace(db, tenant.id, googleProvider, caller.email);
  const context = { db, tenant, user: { ...caller, role, enabled, hidesAutomatic }, now };
  refuse(access, context);
  if (unclaimed) await claimMailbox(context, googleProvider);
  return context;
}

type Admitted = Pick<Context, 'db' | 'tenant' | 'user' | 'now'>;

function refuse(access: Access, { tenant, user }: Admitted): void {
  if (access !== 'tenant' && !tenant.feature) {
    throw new Problem('feature-off', `Contact Inbox is not switched on for ${tenant.domain} by who runs the store`);
  }
  if (access === 'admin' && user.role !== 'admin') {
    throw new Problem('admin-only', `${user.email} is not an admin of ${tenant.domain}`);
  }
  if (access === 'enabled' && !tenant.settings.enabled) {
    throw new Problem('switched-off', `An admin of ${tenant.domain} has switched Contact Inbox off`);
  }
  if (access === 'enabled' && !user.enabled) {
    throw new Problem('user-not-enabled', `${user.email} is not on the list of enabled users of ${tenant.domain}`);
  }
}
