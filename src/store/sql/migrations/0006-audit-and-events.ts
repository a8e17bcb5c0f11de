import { isolated, statements } from './statements.ts';

/** What was done and by whom, and what became of contacts; both are only ever added to. */
export const auditAndEvents = statements(
  // subject_id is text: a subject is a contact, a user's address, a webhook, or nothing.
  `create table audit_entries (
    tenant_id uuid not null references tenants,
    id uuid not null,
    at timestamptz not null,
    act text not null,
    actor text not null,
    subject_kind text,
    subject_id text,
    details jsonb not null,
    primary key (tenant_id, id),
    check ((subject_kind is null) = (subject_id is null))
  )`,
  `create index audit_entries_by_time on audit_entries (tenant_id, at desc, id desc)`,
  `create index audit_entries_by_subject on audit_entries (tenant_id, subject_id, at desc, id desc)`,
  ...isolated('audit_entries', 'tenant'),
  `revoke update, delete on audit_entries from contact_inbox_app`,

  // Who owns the tables is held to it as well. An UPDATE or DELETE that finds no row is stopped too.
  `create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
  end $$`,
  `create trigger audit_entries_append_only before update or delete or truncate on audit_entries
    for each statement execute function refuse_change()`,

  // seq grows from one event of a contact to the next, since whoever writes one holds the contact's row.
  `create table contact_events (
    tenant_id uuid not null references tenants,
    seq bigint generated always as identity,
    id uuid not null,
    type text not null check (type in ('contact.created', 'contact.changed', 'contact.deleted')),
    contact_id uuid not null,
    revision integer not null,
    at timestamptz not null,
    primary key (tenant_id, seq),
    unique (tenant_id, id)
  )`,
  `create index contact_events_by_contact on contact_events (tenant_id, contact_id, seq)`,
  ...isolated('contact_events', 'tenant'),
  `revoke update, delete on contact_events from contact_inbox_app`,
);
