import type { Tenant } from './sql/tenants.ts';

/** Whose senders are colleagues, as the operator and the organisation's admins named them. */
export const internalDomainsOf = ({ domain, internalDomains, settings }: Tenant): string[] => [
  domain,
  ...internalDomains,
  ...settings.internalDomains,
];
