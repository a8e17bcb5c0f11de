import { sql } from 'kysely';
import type { Db, Schema } from './schema.ts';

export interface Tenant {
  id: string;
  domain: string;
  name: string;
  admins: string[];
  /** Whom users ask, as the operator wrote it. */
  contact?: string;
  feature: boolean;
  quota: { allowed: number | null; policy: 'warn' | 'block' };
  internalDomains: string[];
}

/** The organisation of that domain, from now on the one this transaction works for; undefined when there is none. */
export async function enterTenant(db: Db, domain: string): Promise<Tenant | undefined> {
  const row = await db.selectFrom('tenants').selectAll().where('domain', '=', domain).executeTakeFirst();
  if (!row) return undefined;
  await sql`select set_config('contact_inbox.tenant', ${row.id}, true)`.execute(db);
  return tenantFrom(row);
}

/** Creates the organisation, or brings the one of that domain to these settings; its id then stays. */
export async function saveTenant(db: Db, tenant: Tenant): Promise<void> {
  const settings = {
    name: tenant.name,
    admins: tenant.admins,
    contact: tenant.contact ?? null,
    feature: tenant.feature,
    quota_allowed: tenant.quota.allowed,
    quota_policy: tenant.quota.policy,
    internal_domains: tenant.internalDomains,
  };
  await db
    .insertInto('tenants')
    .values({ id: tenant.id, domain: tenant.domain, ...settings })
    .onConflict((conflict) => conflict.column('domain').doUpdateSet(settings))
    .execute();
}

export async function listTenants(db: Db): Promise<Tenant[]> {
  const rows = await db.selectFrom('tenants').selectAll().orderBy('domain').execute();
  return rows.map(tenantFrom);
}

function tenantFrom(row: Schema['tenants']): Tenant {
  const { id, domain, name, admins, contact, feature } = row;
  const quota = { allowed: row.quota_allowed, policy: row.quota_policy };
  return {
    id,
    domain,
    name,
    admins,
    ...(contact && { contact }),
    feature,
    quota,
    internalDomains: row.internal_domains,
  };
}
