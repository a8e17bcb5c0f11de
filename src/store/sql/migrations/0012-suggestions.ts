import { isolated, operatedByOwner, statements } from './statements.ts';

/** Private to a user, or of the whole organisation where `user_id` is empty. */
const mineOrAll = `tenant_id = nullif(current_setting('contact_inbox.tenant', true), '')::uuid
  and user_id in ('', current_setting('contact_inbox.user', true))`;

/** Whom no suggestion is made of, and which mails a suggestion was read from, since one person waits once. */
export const suggestionsOfOnePerson = statements(
  // A row for each key: a domain, or the digest of an address.
  `create table suppressions (
    tenant_id uuid not null references tenants,
    id uuid not null,
    key text collate "C" not null,
    user_id text not null,
    kind text not null check (kind in ('person', 'domain')),
    hint text,
    created_at timestamptz not null,
    created_by text not null,
    primary key (tenant_id, id, key)
  )`,
  `create index suppressions_by_key on suppressions (tenant_id, key)`,
  `create index suppressions_by_age on suppressions (tenant_id, created_at desc, id desc)`,
  ...isolated('suppressions', 'tenant'),
  `drop policy suppressions_isolated on suppressions`,
  `create policy suppressions_isolated on suppressions using (${mineOrAll}) with check (${mineOrAll})`,

  `create table suggestion_mails (
    tenant_id uuid not null,
    user_id text not null,
    message_key text not null,
    person_key text not null,
    suggestion_id uuid not null,
    primary key (tenant_id, user_id, message_key, person_key),
    foreign key (tenant_id, suggestion_id) references suggestions on delete cascade
  )`,
  `create index suggestion_mails_by_suggestion on suggestion_mails (tenant_id, suggestion_id)`,
  ...isolated('suggestion_mails', 'tenant and user'),

  // waits_as: by which the person is known among the user's waiting suggestions; null for who has no address of their own.
  `alter table suggestions no force row level security`,
  `alter table suggestions add column waits_as text, add column mails integer not null default 1,
    add column search text not null default ''`,
  `insert into suggestion_mails (tenant_id, user_id, message_key, person_key, suggestion_id)
    select tenant_id, user_id, message_key, person_key, id from suggestions`,
  `alter table suggestions drop constraint suggestions_tenant_id_user_id_message_key_person_key_key`,
  `update suggestions set search = lower(concat_ws(' ', draft#>>'{fn,value}', draft#>>'{org,value,name}',
    draft#>>'{title,value}', (select string_agg(one->>'value', ' ') from jsonb_array_elements(draft->'email') as one)))`,
  `create unique index suggestions_waiting on suggestions (tenant_id, user_id, waits_as) where status = 'pending'`,
  `alter table suggestions force row level security`,
  ...['suppressions', 'suggestion_mails'].map(operatedByOwner),
);
