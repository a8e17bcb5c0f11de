import type { Caller } from './auth.ts';
import type { Secrets } from './secrets.ts';
import type { Db } from './sql/schema.ts';
import type { Owner } from './sql/suggestions.ts';
import type { Tenant } from './sql/tenants.ts';

/** What a command works with: one request's transaction, organisation, user and time. */
export interface Context {
  db: Db;
  tenant: Tenant;
  user: Caller & { role: 'user' | 'admin'; enabled: boolean };
  now: Date;
  secrets: Secrets;
}

/** Whose private rows (suggestions, undos, keys) this request may touch. */
export const ownerIn = ({ tenant, user }: Context): Owner => ({ tenant: tenant.id, user: user.userId });
