import { type Kysely, sql } from 'kysely';
import type { ContactCard } from '../../contact/card.ts';
import { companyDomain } from '../../contact/mail-domain.ts';
import { searchTerms, searchText } from '../../contact/search.ts';
import { sortKeys } from '../../contact/sort-keys.ts';
import type { ContactContent } from '../../contact/values.ts';
import type { Db } from './schema.ts';
import { termHashes } from './term-hash.ts';

/** What a contact is searched, filtered and sorted by, worked out from its card. */
export function searchColumns(card: ContactCard) {
  const { name, company } = sortKeys(card);
  return { search: searchText(card), name_key: name, company_key: company };
}

/** Terms beside those of the text, for values that are asked for as a whole; no text has a control character. */
export const exactTerms = ({ tag, owner, company, domain }: ExactValues): string[] => [
  ...(tag === undefined ? [] : [`\u0001tag ${tag}`]),
  ...(owner === undefined ? [] : [`\u0001owner ${owner}`]),
  ...(company === undefined ? [] : [`\u0001company ${company}`]),
  ...(domain === undefined ? [] : [`\u0001domain ${domain}`]),
];

interface ExactValues {
  tag?: string;
  owner?: string;
  company?: string;
  domain?: string;
}

/** Makes a contact found by what it holds now, and stand where it belongs in what a search has found. */
export async function saveTerms(db: Db, tenant: string, id: string, content: ContactContent, now: Date): Promise<void> {
  const terms = arrayText(termHashes(tenant, termsOf(content)));
  const { name, company } = sortKeys(content.card);
  await sql`insert into contact_terms (tenant_id, contact_id, terms, updated_at, name_key, company_key)
    values (${tenant}, ${id}, ${terms}::integer[], ${now}, ${name}, ${company})
    on conflict (tenant_id, contact_id) do update set terms = excluded.terms, updated_at = excluded.updated_at,
      name_key = excluded.name_key, company_key = excluded.company_key`.execute(db);
}

/** The contact counts as changed then. */
export async function saveChangeTime(db: Db, tenant: string, id: string, now: Date): Promise<void> {
  await db
    .updateTable('contact_terms')
    .set({ updated_at: now })
    .where('tenant_id', '=', tenant)
    .where('contact_id', '=', id)
    .execute();
}

/** From now on only contacts that have all these terms are seen in `contact_terms`. */
export async function nameTerms(db: Db, tenant: string, terms: string[]): Promise<void> {
  await sql`select set_config('contact_inbox.terms', ${arrayText(termHashes(tenant, terms))}, true)`.execute(db);
}

function termsOf({ card, tags, owner }: Omit<ContactContent, 'notes'>): string[] {
  const { search, company_key: company } = searchColumns(card);
  const domains = card.email.map((address) => ({ domain: companyDomain(address) }));
  const exact: ExactValues[] = [...tags.map((tag) => ({ tag })), { owner, company }, ...domains];
  return [...searchTerms(search), ...exact.flatMap(exactTerms)];
}

/**
 * Works the columns and terms of all contacts of all organisations out again, for a migration: as owner of tables that do
 * not force row-level security on it. Bounded pieces, so that it needs little memory. The order beside the terms is left to
 * `copyOrder`, since the migration that first calls this knows none.
 */
export async function indexAllContacts(db: Kysely<unknown>): Promise<void> {
  let after = { tenant_id: nil, id: nil };
  for (;;) {
    const { rows } = await sql<Row>`select tenant_id, id, card, tags, owner from contacts
      where (tenant_id, id) > (${after.tenant_id}::uuid, ${after.id}::uuid) order by tenant_id, id limit 1000`.execute(
      db,
    );
    const last = rows.at(-1);
    if (!last) return;
    await sql`with given as (select * from jsonb_to_recordset(${JSON.stringify(rows.map(indexed))}::jsonb)
        as given (tenant_id uuid, id uuid, search text, name_key text, company_key text, terms integer[])),
      kept as (insert into contact_terms (tenant_id, contact_id, terms) select tenant_id, id, terms from given
        on conflict (tenant_id, contact_id) do update set terms = excluded.terms)
      update contacts set search = given.search, name_key = given.name_key, company_key = given.company_key
      from given where contacts.tenant_id = given.tenant_id and contacts.id = given.id`.execute(db);
    after = last;
  }
}

/** Makes the order beside the terms that of the contacts, for a migration. */
export async function copyOrder(db: Kysely<unknown>): Promise<void> {
  await sql`update contact_terms set updated_at = contacts.updated_at, name_key = contacts.name_key,
      company_key = contacts.company_key
    from contacts where contacts.tenant_id = contact_terms.tenant_id and contacts.id = contact_terms.contact_id`.execute(
    db,
  );
}

interface Row {
  tenant_id: string;
  id: string;
  card: ContactCard;
  tags: string[];
  owner: string | null;
}

const nil = '00000000-0000-0000-0000-000000000000';

function indexed({ tenant_id, id, card, tags, owner }: Row) {
  return { tenant_id, id, ...indexedContact(tenant_id, { card, tags, ...(owner !== null && { owner }) }) };
}

/** What is worked out from a contact's content, for statements that write many at once. */
export const indexedContact = (tenant: string, content: Omit<ContactContent, 'notes'>) => ({
  ...searchColumns(content.card),
  terms: termHashes(tenant, termsOf(content)),
});

const arrayText = (numbers: number[]): string => `{${numbers.join(',')}}`;
