import { isolated, statements } from './statements.ts';

/** What an organisation's admins set themselves; what else `tenants` holds is the operator's. Secrets, encrypted. */
export const settingsAndSecrets = statements(
  `alter table tenants
    add column settings_revision integer not null default 0,
    add column enabled boolean not null default true,
    add column help_contact text,
    add column more_internal_domains text[] not null default '{}',
    add column suggestion_days integer not null default 30 check (suggestion_days between 1 and 365),
    add column undo_hours integer not null default 24 check (undo_hours between 1 and 168),
    add column closed_suggestion_days integer not null default 90 check (closed_suggestion_days between 1 and 3650),
    add column audit_days integer not null default 730 check (audit_days between 90 and 3650)`,
  `grant update (settings_revision, enabled, help_contact, more_internal_domains, suggestion_days, undo_hours,
    closed_suggestion_days, audit_days) on tenants to contact_inbox_app`,

  // From now on the log lets go of what is older than the organisation keeps it, of nothing else, and not in a request.
  `drop trigger audit_entries_append_only on audit_entries`,
  `create trigger audit_entries_append_only before update or truncate on audit_entries
    for each statement execute function refuse_change()`,
  `create function refuse_early_removal() returns trigger language plpgsql as $$
  begin
    if old.at < now() - (select make_interval(days => audit_days) from tenants where id = old.tenant_id) then
      return old;
    end if;
    raise exception '% is kept longer', tg_table_name using errcode = 'insufficient_privilege';
  end $$`,
  `create trigger audit_entries_kept before delete on audit_entries
    for each row execute function refuse_early_removal()`,

  // key_id names the key that the value is encrypted with; see src/store/secrets.ts.
  `create table secrets (
    tenant_id uuid not null references tenants,
    name text not null,
    key_id text not null,
    nonce bytea not null check (octet_length(nonce) = 12),
    ciphertext bytea not null,
    updated_at timestamptz not null,
    primary key (tenant_id, name)
  )`,
  ...isolated('secrets', 'tenant'),
);
