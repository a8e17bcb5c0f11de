import { type Migration, sql } from 'kysely';
import { indexAllContacts } from '../contact-terms.ts';
import { isolated } from './statements.ts';

/**
 * Searching by index. Row-level security lets an index answer only what its own policy asks, or what an operator answers
 * that PostgreSQL knows to leak nothing; `@>` is none of these. So a search names its terms in a setting, and the policy
 * of `contact_terms` asks for them. Nothing named, nothing hidden.
 */
export const search: Migration = {
  async up(db) {
    for (const text of tables) await sql.raw(text).execute(db);
    await indexAllContacts(db);
    for (const text of indexes) await sql.raw(text).execute(db);
  },
};

const tables = [
  `alter table contacts no force row level security`,
  `alter table contacts
    add column name_key text collate "C" not null default '',
    add column company_key text collate "C" not null default ''`,
  `create table contact_terms (
    tenant_id uuid not null,
    contact_id uuid not null,
    terms integer[] not null,
    primary key (tenant_id, contact_id),
    foreign key (tenant_id, contact_id) references contacts on delete cascade
  )`,
];

const indexes = [
  `alter table contacts alter column name_key drop default, alter column company_key drop default`,
  `create index contacts_by_name on contacts (tenant_id, name_key, id) where gone_at is null`,
  `create index contacts_by_company on contacts (tenant_id, company_key, id) where gone_at is null`,
  // The tenant is part of each hashed term. Without fastupdate, no search waits for what writes have put off.
  `create index contact_terms_by_term on contact_terms using gin (terms) with (fastupdate = off)`,
  ...isolated('contact_terms', 'tenant'),
  `create policy contact_terms_found on contact_terms as restrictive for select using (terms @>
    (select coalesce(nullif(current_setting('contact_inbox.terms', true), ''), '{}')::integer[]))`,
  `alter table contacts force row level security`,
];
