import { isolated, statements } from './statements.ts';

/**
 * Every value of a contact gets rows of its own, which say who set it and until when it held; what takes an act back is a
 * list of steps; a contact that was deleted or merged away keeps its row, with `gone_at`, until it is removed for good.
 */
export const contactsHistory = statements(
  // Rows are carried over here for all organisations at once, which the owner may not see while it is forced.
  ...['contacts', 'suggestions', 'undos'].map((table) => `alter table ${table} no force row level security`),

  `alter table contacts
    add column tags text[] not null default '{}',
    add column notes text,
    add column owner text,
    add column gone_at timestamptz,
    add column merged_into uuid,
    add foreign key (tenant_id, merged_into) references contacts on delete cascade,
    add check (merged_into is null or gone_at is not null)`,
  `drop index contacts_by_change`,
  `create index contacts_by_change on contacts (tenant_id, updated_at desc, id desc) where gone_at is null`,
  `create index contacts_gone on contacts (tenant_id, gone_at) where gone_at is not null`,
  `create index contacts_by_survivor on contacts (tenant_id, merged_into) where merged_into is not null`,

  // A contact that is removed for good takes along what was read of that person and accepted.
  `alter table undos drop constraint undos_tenant_id_suggestion_id_fkey`,
  `alter table suggestions drop constraint suggestions_tenant_id_contact_id_fkey`,
  `alter table suggestions add foreign key (tenant_id, contact_id) references contacts on delete cascade`,

  // set_at and ended_at: while it stood in the contact. first_seen and last_seen: when mails (or whoever typed it) said so.
  `create table contact_values (
    tenant_id uuid not null,
    id uuid not null,
    contact_id uuid not null,
    field text not null,
    value jsonb not null,
    how text not null check (how in ('typed', 'read', 'imported')),
    set_by text not null,
    set_at timestamptz not null,
    set_revision integer not null,
    source jsonb,
    met_as text,
    first_seen timestamptz not null,
    last_seen timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    ended_revision integer,
    primary key (tenant_id, id),
    foreign key (tenant_id, contact_id) references contacts on delete cascade,
    check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_revision is null))
  )`,
  `create index contact_values_by_contact on contact_values (tenant_id, contact_id)`,
  ...['fn', 'n', 'phonetic', 'org', 'title', 'adr'].map((field) => carriedOver(field, `card->'${field}'`, 'single')),
  ...['email', 'tel', 'url', 'social'].map((field) => carriedOver(field, `card->'${field}'`, 'list')),
  ...isolated('contact_values', 'tenant'),

  // The row of a merge goes when the two are split again. before: the survivor as it was; after: what the merge made of it.
  `create table contact_merges (
    tenant_id uuid not null,
    id uuid not null,
    survivor_id uuid not null,
    merged_id uuid not null,
    merged_at timestamptz not null,
    merged_by text not null,
    before jsonb not null,
    after jsonb not null,
    primary key (tenant_id, id),
    unique (tenant_id, merged_id),
    foreign key (tenant_id, survivor_id) references contacts on delete cascade,
    foreign key (tenant_id, merged_id) references contacts on delete cascade
  )`,
  `create index contact_merges_by_survivor on contact_merges (tenant_id, survivor_id, merged_at)`,
  ...isolated('contact_merges', 'tenant'),

  // Pairs that somebody has split: matching never proposes them as one again.
  `create table contacts_apart (
    tenant_id uuid not null,
    contact_a uuid not null,
    contact_b uuid not null,
    since timestamptz not null,
    primary key (tenant_id, contact_a, contact_b),
    foreign key (tenant_id, contact_a) references contacts on delete cascade,
    foreign key (tenant_id, contact_b) references contacts on delete cascade,
    check (contact_a < contact_b)
  )`,
  `create index contacts_apart_by_b on contacts_apart (tenant_id, contact_b)`,
  ...isolated('contacts_apart', 'tenant'),

  `drop index undos_by_suggestion`,
  `alter table undos drop constraint undos_kind_check, drop constraint undos_check,
    add column steps jsonb, add column created_at timestamptz`,
  `update undos set created_at = expires_at - interval '24 hours', steps = jsonb_path_query_array(jsonb_build_array(
    case when contact_id is not null then jsonb_strip_nulls(jsonb_build_object('type', 'contact', 'id', contact_id,
      'acceptances', 1,
      'before', case when card_before is not null
        then jsonb_build_object('content', jsonb_build_object('card', card_before, 'tags', '[]'::jsonb)) end,
      'left', case when card_before is distinct from card_after
        then jsonb_build_object('card', card_after, 'tags', '[]'::jsonb) end)) end,
    case when quota_period is not null then jsonb_build_object('type', 'quota', 'period', quota_period) end,
    jsonb_build_object('type', 'suggestion', 'id', suggestion_id,
      'left', case kind when 'accept' then 'accepted' else 'dismissed' end)), '$[*] ? (@ != null)')`,
  `alter table undos alter column steps set not null, alter column created_at set not null,
    drop column suggestion_id, drop column contact_id, drop column card_before, drop column card_after,
    drop column quota_period`,
  `create index undos_by_age on undos (tenant_id, user_id, created_at desc, id desc)`,
  `create index undos_by_expiry on undos (tenant_id, expires_at)`,

  ...['contacts', 'suggestions', 'undos'].map((table) => `alter table ${table} force row level security`),
  ...['suggestions', 'undos', 'idempotency_keys'].flatMap(acrossUsers),
);

/** Contacts from before history was kept: what a user has accepted stands as read, without its mail. */
function carriedOver(field: string, path: string, kind: 'single' | 'list'): string {
  const value = kind === 'single' ? path : 'one.value';
  const from = kind === 'single' ? 'contacts' : `contacts, jsonb_array_elements(${path}) as one (value)`;
  return `insert into contact_values (tenant_id, id, contact_id, field, value, how, set_by, set_at, set_revision,
      first_seen, last_seen)
    select tenant_id, gen_random_uuid(), id, '${field}', ${value}, 'read', created_by, created_at, 1, created_at, updated_at
    from ${from} where ${value} is not null and ${value} <> '""'::jsonb`;
}

/** What is private to a user can be read and removed for the whole organisation, where that is asked for by name. */
function acrossUsers(table: string): string[] {
  const condition = `tenant_id = nullif(current_setting('contact_inbox.tenant', true), '')::uuid
    and current_setting('contact_inbox.scope', true) = 'organisation'`;
  return ['select', 'delete'].map(
    (act) => `create policy ${table}_${act}_across_users on ${table} for ${act} using (${condition})`,
  );
}
