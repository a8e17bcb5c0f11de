import { statements } from './statements.ts';

/** Names before the `@` that an organisation's admins count as a desk's. */
export const roleNames = statements(
  `alter table tenants add column role_names text[] not null default '{}'`,
  `grant update (role_names) on tenants to contact_inbox_app`,
);
