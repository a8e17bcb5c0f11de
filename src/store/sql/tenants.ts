import { type Selectable, sql } from 'kysely';
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
  /** Whose senders are colleagues, as the operator named them. */
  internalDomains: string[];
  settings: TenantSettings;
}

/** What the organisation's admins set. */
export interface TenantSettings {
  revision: number;
  enabled: boolean;
  helpContact: string | null;
  internalDomains: string[];
  /** Folded. */
  roleNames: string[];
  suggestionDays: number;
  undoHours: number;
  closedSuggestionDays: number;
  auditDays: number;
}

/** The organisation of that domain, from now on the one this transaction works for; undefined when there is none. */
export async function enterTenant(db: Db, domain: string): Promise<Tenant | undefined> {
  const row = await db
    .selectFrom('tenants')
    .selectAll()
    .select(sql`set_config('contact_inbox.tenant', id::text, true)`.as('entered'))
    .where('domain', '=', domain)
    .executeTakeFirst();
  return row && tenantFrom(row);
}

/** One transaction in the name of an organisation, with the rights of who runs the store. */
export async function inTenant<T>(db: Db, tenant: string, work: (trx: Db) => Promise<T>): Promise<T> {
  return await db.transaction().execute(async (trx) => {
    await sql`select set_config('contact_inbox.tenant', ${tenant}, true)`.execute(trx);
    return await work(trx);
  });
}

/** Creates the organisation, or brings the one of that domain to these settings; its id then stays. */
export async function saveTenant(db: Db, tenant: Omit<Tenant, 'settings'>): Promise<void> {
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

/** False, and nothing is saved, unless these settings follow the revision before theirs. */
export async function saveSettings(db: Db, tenant: string, settings: TenantSettings): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('tenants')
    .set({
      settings_revision: settings.revision,
      enabled: settings.enabled,
      help_contact: settings.helpContact,
      more_internal_domains: settings.internalDomains,
      role_names: settings.roleNames,
      suggestion_days: settings.suggestionDays,
      undo_hours: settings.undoHours,
      closed_suggestion_days: settings.closedSuggestionDays,
      audit_days: settings.auditDays,
    })
    .where('id', '=', tenant)
    .where('settings_revision', '=', settings.revision - 1)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** The organisation of that domain, for who runs the store. */
export async function findTenant(db: Db, domain: string): Promise<Tenant | undefined> {
  const row = await db.selectFrom('tenants').selectAll().where('domain', '=', domain).executeTakeFirst();
  return row && tenantFrom(row);
}

export async function listTenants(db: Db): Promise<Tenant[]> {
  const rows = await db.selectFrom('tenants').selectAll().orderBy('domain').execute();
  return rows.map(tenantFrom);
}

function tenantFrom(row: Selectable<Schema['tenants']>): Tenant {
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
    settings: {
      revision: row.settings_revision,
      enabled: row.enabled,
      helpContact: row.help_contact,
      internalDomains: row.more_internal_domains,
      roleNames: row.role_names,
      suggestionDays: row.suggestion_days,
      undoHours: row.undo_hours,
      closedSuggestionDays: row.closed_suggestion_days,
      auditDays: row.audit_days,
    },
  };
}
