import { isolated, statements } from './statements.ts';

/** `acceptances` counts the accepted suggestions that rest on a contact: the last one to be undone removes it. */
export const contacts = statements(
  `create table contacts (
    tenant_id uuid not null references tenants,
    id uuid not null,
    card jsonb not null,
    search text not null,
    revision integer not null,
    acceptances integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by text not null,
    primary key (tenant_id, id)
  )`,
  `create index contacts_by_change on contacts (tenant_id, updated_at desc, id desc)`,
  ...isolated('contacts', 'tenant'),

  // An address belongs to one contact: this key, not a look before the insert, keeps contacts from doubling.
  `create table contact_emails (
    tenant_id uuid not null,
    address text not null,
    contact_id uuid not null,
    primary key (tenant_id, address),
    foreign key (tenant_id, contact_id) references contacts on delete cascade
  )`,
  `create index contact_emails_by_contact on contact_emails (tenant_id, contact_id)`,
  ...isolated('contact_emails', 'tenant'),
);
