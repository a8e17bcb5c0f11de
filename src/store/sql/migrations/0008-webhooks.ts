import { isolated, statements } from './statements.ts';

/**
 * Endpoints that are told what becomes of contacts, and what each has still to be told or was told. A delivery is written in
 * the transaction of its event, so none is lost between the two; `seq` is the order within a contact. `leased_until`: a
 * process is at it. An endpoint's signing secret is in `secrets`.
 */
export const webhooks = statements(
  `create table webhooks (
    tenant_id uuid not null references tenants,
    id uuid not null,
    url text not null,
    events text[] not null,
    enabled boolean not null,
    created_at timestamptz not null,
    created_by text not null,
    primary key (tenant_id, id)
  )`,
  ...isolated('webhooks', 'tenant'),

  `create table webhook_deliveries (
    tenant_id uuid not null,
    webhook_id uuid not null,
    seq bigint generated always as identity,
    id uuid not null,
    type text not null,
    contact_id uuid,
    revision integer,
    event_at timestamptz not null,
    status text not null check (status in ('pending', 'delivered', 'dead')),
    attempts integer not null,
    due_at timestamptz not null,
    leased_until timestamptz,
    last_status integer,
    last_error text,
    done_at timestamptz,
    primary key (tenant_id, webhook_id, seq),
    unique (tenant_id, webhook_id, id),
    foreign key (tenant_id, webhook_id) references webhooks on delete cascade
  )`,
  `create index webhook_deliveries_pending on webhook_deliveries (tenant_id, webhook_id, contact_id, seq)
    where status = 'pending'`,
  ...isolated('webhook_deliveries', 'tenant'),
);
