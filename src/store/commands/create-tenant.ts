import { randomUUID } from 'node:crypto';
import { emailKey } from '../../contact/normalize.ts';
import type { Db } from '../sql/schema.ts';
import { saveTenant } from '../sql/tenants.ts';

export interface NewTenant {
  /** The `hd` claim of the organisation's identity tokens. */
  domain: string;
  name: string;
  /** Addresses of those who may change the roster. */
  admins: string[];
  /** Whom users ask beside the admins: an address, a page, a phone. */
  contact?: string;
  /** Contact Inbox is switched on. */
  feature: boolean;
  /** Without it there is no limit. */
  quota?: { allowed: number | null; policy: 'warn' | 'block' };
  /** Other domains whose senders are colleagues. */
  internalDomains?: string[];
}

/** Creates an organisation, or brings an existing one to these settings. Throws with every mistake when one is wrong. */
export async function createTenant(db: Db, tenant: NewTenant): Promise<void> {
  const mistakes = mistakesIn(tenant);
  if (mistakes.length > 0)
    throw new Error(`Cannot set up ${tenant.domain || 'an organisation'}:\n- ${mistakes.join('\n- ')}`);
  await saveTenant(db, {
    ...tenant,
    id: randomUUID(),
    domain: tenant.domain.toLowerCase(),
    admins: [...new Set(tenant.admins.map(emailKey))],
    quota: tenant.quota ?? { allowed: null, policy: 'warn' },
    internalDomains: (tenant.internalDomains ?? []).map((domain) => domain.toLowerCase()),
  });
}

function mistakesIn({ domain, name, admins, contact, quota, internalDomains = [] }: NewTenant): string[] {
  const allowed = quota?.allowed ?? 0;
  return [
    ...[domain, ...internalDomains].filter((one) => !isDomain(one)).map((one) => `"${one}" is not a domain`),
    ...(name.trim() && name.length <= 300 ? [] : ['the name must have 1 to 300 characters']),
    ...(admins.length > 0 ? [] : ['at least one admin is needed']),
    ...admins.filter((one) => !/^[^\s@<>"]+@[^\s@<>"]+$/.test(one)).map((one) => `"${one}" is not an email address`),
    ...((contact ?? '').length <= 300 ? [] : ['the contact may have at most 300 characters']),
    ...(Number.isInteger(allowed) && allowed >= 0 && allowed <= 1_000_000_000 ? [] : [`${allowed} is not a quota`]),
  ];
}

const isDomain = (text: string): boolean =>
  text.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i.test(text);
