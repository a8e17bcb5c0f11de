import { isolated, statements } from './statements.ts';

/**
 * The role that every request runs under, which row-level security binds, and what belongs to an organisation. Roles are
 * the server's, so another database on it may have made this one already. Needs PostgreSQL 16 and a user who may create
 * roles, or a `contact_inbox_app` that this user may become.
 */
export const tenants = statements(
  `do $$
  begin
    if not exists (select from pg_roles where rolname = 'contact_inbox_app') then
      create role contact_inbox_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
    end if;
  exception when duplicate_object or unique_violation then null; -- made just now by another process
  end $$`,
  `do $$
  begin
    if not pg_has_role(current_user, 'contact_inbox_app', 'SET') then
      execute format('grant contact_inbox_app to %I with set true', current_user);
    end if;
  end $$`,

  `create table tenants (
    id uuid primary key,
    domain text not null unique check (domain = lower(domain)),
    name text not null,
    admins text[] not null,
    contact text,
    feature boolean not null,
    quota_allowed integer check (quota_allowed >= 0),
    quota_policy text not null check (quota_policy in ('warn', 'block')),
    internal_domains text[] not null
  )`,
  // Requests read the one tenant whose domain the token names. Not forced: the operator's commands, as owner, see all.
  `alter table tenants enable row level security`,
  `create policy tenants_isolated on tenants using (domain = current_setting('contact_inbox.domain', true))`,
  `grant select on tenants to contact_inbox_app`,

  `create table rosters (
    tenant_id uuid primary key references tenants,
    revision integer not null
  )`,
  ...isolated('rosters', 'tenant'),

  `create table roster_users (
    tenant_id uuid not null references rosters,
    email text collate "C" not null,
    primary key (tenant_id, email)
  )`,
  ...isolated('roster_users', 'tenant'),

  `create table quotas (
    tenant_id uuid not null references tenants,
    period text not null check (period ~ '^[0-9]{4}-[0-9]{2}$'),
    used integer not null check (used >= 0),
    primary key (tenant_id, period)
  )`,
  ...isolated('quotas', 'tenant'),

  `create table idempotency_keys (
    tenant_id uuid not null references tenants,
    user_id text not null,
    key text not null,
    request_hash text not null,
    answer text,
    created_at timestamptz not null,
    primary key (tenant_id, user_id, key)
  )`,
  `create index idempotency_keys_by_age on idempotency_keys (tenant_id, user_id, created_at)`,
  ...isolated('idempotency_keys', 'tenant and user'),
);
