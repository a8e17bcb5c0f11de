import type { Caller } from './auth.ts';
import type { MailProvider } from './mail-provider.ts';
import type { Secrets } from './secrets.ts';
import type { Db } from './sql/schema.ts';
import type { Owner } from './sql/suggestions.ts';
import type { Tenant } from './sql/tenants.ts';

/** What a command works with: one request's transaction, organisation, user and time. */
export interface Context {
  db: Db;
  tenant: Tenant;
  user: Caller & { role: 'user' | 'admin'; enabled: boolean; hidesAutomatic?: boolean };
  now: Date;
  secrets: Secrets;
  /** Absent where the store reads no mailboxes. */
  mailProvider?: MailProvider;
  /** There is a server to send mails with. */
  sendsMail?: boolean;
}

/** Whose private rows (suggestions, undos, keys) this request may touch. */
export const ownerIn = ({ tenant, user }: Context): Owner => ({
  tenant: tenant.id,
  user: user.userId,
  hidesAutomatic: user.hidesAutomatic,
});
