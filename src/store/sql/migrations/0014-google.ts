import { isolated, operatedByOwner, statements } from './statements.ts';

/** Suggestions read from a mailbox whose user has not called yet: nobody knows the user's id, only the address. */
const ofMailbox = `tenant_id = nullif(current_setting('contact_inbox.tenant', true), '')::uuid
  and user_id = 'mailbox:' || nullif(current_setting('contact_inbox.email', true), '')`;

/** What lets the store read mailboxes: an organisation's key and switches, and how it stands with each mailbox. */
export const google = statements(
  // The key itself is a secret; credential holds what may be shown of it.
  `create table integrations (
    tenant_id uuid not null references tenants,
    provider text not null,
    revision integer not null,
    credential jsonb,
    functions jsonb not null,
    settings jsonb not null,
    primary key (tenant_id, provider)
  )`,
  ...isolated('integrations', 'tenant'),

  // user_id: the user's, once they have called. next_try_at: when it is read next; null while nobody need try.
  `create table linkages (
    tenant_id uuid not null references tenants,
    provider text not null,
    email text collate "C" not null,
    user_id text,
    name text,
    status text not null check (status in
      ('starting', 'active', 'authentication-error', 'unauthorized', 'linkage-error', 'disabled')),
    cause text,
    reference text,
    history_id text,
    read_from timestamptz not null,
    started_at timestamptz not null,
    started_by text not null,
    last_success_at timestamptz,
    next_try_at timestamptz,
    failures integer not null,
    interval_seconds integer not null,
    skipped jsonb not null,
    read integer not null,
    suggested integer not null,
    claimed_until timestamptz,
    claimed_by text,
    told_at timestamptz,
    primary key (tenant_id, provider, email),
    check (status <> 'disabled' or next_try_at is null)
  )`,
  // Of all organisations: workers ask who is due next.
  `create index linkages_due on linkages (next_try_at) where next_try_at is not null`,
  ...isolated('linkages', 'tenant'),

  // Mails to admins. next_try_at is null once it is sent or given up.
  `create table outgoing_mails (
    tenant_id uuid not null references tenants,
    id uuid not null,
    recipient text not null,
    kind text not null,
    subject text not null,
    text text not null,
    created_at timestamptz not null,
    sent_at timestamptz,
    tries integer not null,
    next_try_at timestamptz,
    failure text,
    primary key (tenant_id, id)
  )`,
  `create index outgoing_mails_by_time on outgoing_mails (tenant_id, created_at desc, id desc)`,
  `create index outgoing_mails_due on outgoing_mails (next_try_at) where next_try_at is not null`,
  ...isolated('outgoing_mails', 'tenant'),
  ...['integrations', 'linkages', 'outgoing_mails'].map(operatedByOwner),

  ...['suggestions', 'suggestion_mails'].map(
    (table) => `create policy ${table}_of_mailbox on ${table} using (${ofMailbox}) with check (${ofMailbox})`,
  ),
);
