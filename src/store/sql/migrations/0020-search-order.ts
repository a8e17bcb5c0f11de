import { type Migration, sql } from 'kysely';
import { copyOrder, indexAllContacts } from '../contact-terms.ts';

/**
 * What contacts are ordered by stands beside their terms: those that a search finds by the index of terms are put in order
 * there, and only as many as fill a page are looked up. Room in each page keeps a change of the order alone out of the indexes.
 * The search text now holds romaji.
 */
export const searchOrder: Migration = {
  async up(db) {
    for (const text of before) await sql.raw(text).execute(db);
    await indexAllContacts(db);
    await copyOrder(db);
    for (const text of after) await sql.raw(text).execute(db);
  },
};

const before = [
  `alter table contacts no force row level security`,
  `alter table contact_terms no force row level security`,
  `drop index contact_terms_by_term`,
  `alter table contact_terms set (fillfactor = 85),
    add column updated_at timestamptz not null default '-infinity',
    add column name_key text collate "C" not null default '',
    add column company_key text collate "C" not null default ''`,
];

const after = [
  `alter table contact_terms alter column updated_at drop default, alter column name_key drop default,
    alter column company_key drop default`,
  `create index contact_terms_by_term on contact_terms using gin (terms) with (fastupdate = off)`,
  `alter table contact_terms force row level security`,
  `alter table contacts force row level security`,
];
