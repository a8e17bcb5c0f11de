import { isolated, statements } from './statements.ts';

/** `message_key` and `person_key` are SHA-256 digests: the values themselves may be longer than an index takes. */
export const suggestions = statements(
  `create table suggestions (
    tenant_id uuid not null references tenants,
    id uuid not null,
    user_id text not null,
    message_key text not null,
    person_key text not null,
    status text not null check (status in ('pending', 'accepted', 'dismissed')),
    draft jsonb not null,
    signature jsonb not null,
    source jsonb not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    contact_id uuid,
    primary key (tenant_id, id),
    unique (tenant_id, user_id, message_key, person_key),
    foreign key (tenant_id, contact_id) references contacts,
    check ((status = 'accepted') = (contact_id is not null))
  )`,
  `create index suggestions_by_status on suggestions (tenant_id, user_id, status, created_at desc, id desc)`,
  `create index suggestions_by_contact on suggestions (tenant_id, contact_id) where contact_id is not null`,
  ...isolated('suggestions', 'tenant and user'),

  // card_before is null where the acceptance created the contact, quota_period where none was counted.
  `create table undos (
    tenant_id uuid not null,
    id uuid not null,
    user_id text not null,
    kind text not null check (kind in ('accept', 'dismiss')),
    suggestion_id uuid not null,
    contact_id uuid,
    card_before jsonb,
    card_after jsonb,
    quota_period text,
    expires_at timestamptz not null,
    undone_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, suggestion_id) references suggestions,
    check ((kind = 'accept') = (contact_id is not null and card_after is not null))
  )`,
  `create index undos_by_suggestion on undos (tenant_id, suggestion_id)`,
  ...isolated('undos', 'tenant and user'),
);
