import type { Access } from '../api/operation.ts';
import type { Caller } from './auth.ts';
import type { Context } from './context.ts';
import { Problem } from './problem.ts';
import { isOnRoster } from './sql/rosters.ts';
import type { Db } from './sql/schema.ts';
import { enterTenant } from './sql/tenants.ts';

/** Finds the caller's organisation and place in it, and refuses what they may not do. The first thing in a transaction. */
export async function admit(db: Db, caller: Caller, access: Access, now: Date): Promise<Context> {
  const tenant = await enterTenant(db, caller.domain);
  if (!tenant) throw new Problem('tenant-unknown', `The organisation ${caller.domain} is not set up in this store`);
  const role = tenant.admins.includes(caller.email) ? 'admin' : 'user';
  const enabled = await isOnRoster(db, tenant.id, caller.email);
  const context: Context = { db, tenant, user: { ...caller, role, enabled }, now };
  refuse(access, context);
  return context;
}

function refuse(access: Access, { tenant, user }: Context): void {
  if (access === 'admin' && user.role !== 'admin') {
    throw new Problem('admin-only', `${user.email} is not an admin of ${tenant.domain}`);
  }
  if (access === 'enabled' && !tenant.feature) {
    throw new Problem('feature-off', `Contact Inbox is switched off for ${tenant.domain}`);
  }
  if (access === 'enabled' && !user.enabled) {
    throw new Problem('user-not-enabled', `${user.email} is not on the list of enabled users of ${tenant.domain}`);
  }
}
