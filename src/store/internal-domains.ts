import type { Tenant } from './sql/tenants.ts';

/** Whose senders are colleagues, as the operator and the organisation's admins named them. */
export const internalDomainsOf = ({ domain, internalDomains, settings }: Tenant): string[] => [
  domain,
  ...internalDomains,
  ...settings.internalDomains,
];

/**
 * Whether a mailbox is the organisation's, by its domain and those the operator named. What admins say is no proof: one service
 * account may act in several organisations, and an admin can put any address on the list of users.
 */
export const isOwnMailbox = ({ domain, internalDomains }: Tenant, email: string): boolean =>
  [domain, ...internalDomains].includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
