import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { emailKey } from '../../contact/normalize.ts';
import { insertAuditEntry } from '../sql/audit-entries.ts';
import type { Db } from '../sql/schema.ts';
import { findTenant, inTenant, saveTenant, type Tenant } from '../sql/tenants.ts';
import { mailAdmins } from './mail-admins.ts';

export interface NewTenant {
  /** The `hd` claim of the organisation's identity tokens. */
  domain: string;
  name: string;
  /** Addresses of those who may change the roster. */
  admins: string[];
  /** Whom users ask beside the admins: an address, a page, a phone. */
  contact?: string;
  /** Contact Inbox is part of the organisation's contract. */
  feature: boolean;
  /** Without it there is no limit. */
  quota?: { allowed: number | null; policy: 'warn' | 'block' };
  /** Other domains whose senders are colleagues. */
  internalDomains?: string[];
}

/**
 * Creates an organisation, or brings an existing one to these settings. When the feature becomes part of its contract, every
 * admin gets a mail. Throws with every mistake when one is wrong.
 */
export async function createTenant(db: Db, tenant: NewTenant, now = new Date()): Promise<void> {
  const mistakes = mistakesIn(tenant);
  if (mistakes.length > 0)
    throw new Error(`Cannot set up ${tenant.domain || 'an organisation'}:\n- ${mistakes.join('\n- ')}`);
  const next = {
    ...tenant,
    domain: tenant.domain.toLowerCase(),
    admins: [...new Set(tenant.admins.map(emailKey))],
    quota: tenant.quota ?? { allowed: null, policy: 'warn' },
    internalDomains: (tenant.internalDomains ?? []).map((domain) => domain.toLowerCase()),
  };
  const present = await findTenant(db, next.domain);
  const saved = { ...next, id: present?.id ?? randomUUID() };
  const fields = compared.filter((field) => !isDeepStrictEqual(saved[field], present?.[field]));
  if (fields.length === 0) return;
  await inTenant(db, saved.id, async (trx) => {
    await saveTenant(trx, saved);
    const act = present ? 'tenant.change' : 'tenant.create';
    const details = { fields, admins: saved.admins, feature: saved.feature };
    if (saved.feature && !present?.feature) await mailAdmins({ db: trx, tenant: saved, now }, 'available', {});
    await insertAuditEntry(trx, saved.id, { id: randomUUID(), at: now, act, actor: 'operator', details });
  });
}

/** Changes what is named of an existing organisation. Throws when there is none, and as `createTenant` does. */
export async function changeTenant(db: Db, domain: string, changes: Partial<Omit<NewTenant, 'domain'>>): Promise<void> {
  await createTenant(db, { ...(await getTenant(db, domain)), ...changes });
}

/** Throws when there is none. */
export async function getTenant(db: Db, domain: string): Promise<Tenant> {
  const tenant = await findTenant(db, domain.toLowerCase());
  if (!tenant)
    throw new Error(`The organisation ${JSON.stringify(domain)} is not set up; tenant list names those that are`);
  return tenant;
}

const compared = ['domain', 'name', 'admins', 'contact', 'feature', 'quota', 'internalDomains'] as const;

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
