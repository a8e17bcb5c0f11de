import { type ExpressionBuilder, type RawBuilder, type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import { type SearchWord, searchWords } from '../../contact/search.ts';
import { exactTerms, nameTerms } from './contact-terms.ts';
import { type ContactRecord, contactFrom, presentContacts } from './contacts.ts';
import { likeContaining } from './like.ts';
import type { Db, Schema } from './schema.ts';

/** `id` is no order for people, but one that no change moves a contact in. */
export type ContactSort = 'changed' | 'name' | 'company' | 'id';

/** Which contacts: each word of `q` occurs in what the search looks through, and every other filter holds. */
export interface ContactFilter {
  q?: string;
  tag?: string;
  /** Key of an address. */
  owner?: string;
  /** As `sortKeys` gives it. */
  company?: string;
  /** Registrable domain of a company that one of the addresses has. */
  domain?: string;
  changedSince?: Date;
}

/** A contact's place in the order of a list: what it is sorted by, and its id. */
export interface ContactPlace {
  key: Date | string;
  id: string;
}

export interface ContactPage extends ContactFilter {
  sort: ContactSort;
  /** The last place of the page before. */
  after?: ContactPlace;
  limit: number;
}

export type ListedContact = ContactRecord & { place: ContactPlace };

/**
 * A page of contacts, newest change first or by code point of name or company.
 *
 * What many contacts have is found soonest among those that come next in order, what few have by the index of terms. Which
 * of the two it is nobody knows beforehand: so the next few are looked through first, and more as long as they promise a full page.
 */
export async function listContacts(db: Db, tenant: string, page: ContactPage): Promise<ListedContact[]> {
  const words = searchWords(page.q ?? '');
  const terms = [...words.flatMap((word) => word.terms), ...exactTerms(page)];
  if (terms.length === 0) return await listed(inOrder(db, tenant, page).where(holds(page, words)), page);
  for (const count of lookedThrough) {
    const next = inOrder(db, tenant, page).limit(count).as('contacts');
    const near = await listed(sorted(db.selectFrom(next).selectAll().where(holds(page, words)), page), page);
    if (near.length === page.limit) return near;
    const promised = (near.length * mostLookedThrough) / count;
    if (promised < page.limit) break;
  }
  await nameTerms(db, tenant, terms);
  const found = await listed(byTerms(db, tenant, page, words), page);
  await nameTerms(db, tenant, []);
  return found;
}

/**
 * Going through the last takes about as long as putting in order, of a million contacts, the one in 350 that has the terms. The second
 * is there because a few hits among 500 are chance: what one in 1,000 has is not looked for among 8,000.
 */
const lookedThrough = [500, 2500, 8000];
const mostLookedThrough = 8000;

const sorts = {
  changed: { column: 'updated_at', type: 'timestamptz', direction: 'desc' },
  name: { column: 'name_key', type: 'text', direction: 'asc' },
  company: { column: 'company_key', type: 'text', direction: 'asc' },
  id: { column: 'id', type: 'uuid', direction: 'asc' },
} as const;

/** All contacts from the place on, each order with an index of its own. */
function inOrder(db: Db, tenant: string, page: ContactPage) {
  const query = presentContacts(db, tenant).selectAll().where(isAfter(page));
  const since = page.sort === 'changed' ? page.changedSince : undefined;
  return sorted(since ? query.where('updated_at', '>=', since) : query, page);
}

/** The contacts that have all the terms now named, put in order by what stands beside the terms, and looked up in that order. */
function byTerms(db: Db, tenant: string, page: ContactPage, words: SearchWord[]) {
  const { column, direction } = sorts[page.sort];
  const beside = column === 'id' ? 'contact_id' : column;
  const found = db
    .selectFrom('contact_terms')
    .select(['contact_id', `${beside} as place`])
    .where('tenant_id', '=', tenant)
    .where(isBehind(page, beside, 'contact_id'))
    .orderBy(beside, direction)
    .orderBy('contact_id', direction)
    .offset(0) // keeps the planner from joining in another way, which would look all of them up
    .as('found');
  const contact = presentContacts(db, tenant)
    .selectAll()
    .where(sql<boolean>`id = found.contact_id`)
    .where(holds(page, words))
    .offset(0)
    .as('contacts');
  return db
    .selectFrom(found)
    .innerJoinLateral(contact, (join) => join.onTrue())
    .selectAll('contacts')
    .orderBy('found.place', direction)
    .orderBy('found.contact_id', direction);
}

type Where = ExpressionBuilder<Pick<Schema, 'contacts'>, 'contacts'>;

const isAfter = (page: ContactPage) => isBehind(page, sorts[page.sort].column, 'id');

/** Whether the row is behind the page's place in the order of these columns. */
function isBehind({ sort, after }: ContactPage, column: string, id: string): RawBuilder<boolean> {
  if (!after) return sql<boolean>`true`;
  const { type, direction } = sorts[sort];
  const compare = sql.raw(direction === 'asc' ? '>' : '<');
  return sql<boolean>`(${sql.ref(column)}, ${sql.ref(id)}) ${compare} (${after.key}::${sql.raw(type)}, ${after.id}::uuid)`;
}

const holds =
  ({ tag, owner, company, domain, changedSince }: ContactFilter, words: SearchWord[]) =>
  (eb: Where) =>
    eb.and([
      ...words.map(({ find }) => eb('search', 'like', likeContaining(find))),
      ...(tag === undefined ? [] : [sql<boolean>`${tag} = any (tags)`]),
      ...(owner === undefined ? [] : [eb('owner', '=', owner)]),
      ...(company === undefined ? [] : [eb('company_key', '=', company)]),
      ...(domain === undefined ? [] : [hasDomain(domain)]),
      ...(changedSince === undefined ? [] : [eb('updated_at', '>=', changedSince)]),
    ]);

/** `contacts` may be the table or some rows of it. */
const hasDomain = (domain: string) => sql<boolean>`exists (select from contact_emails
  where tenant_id = contacts.tenant_id and contact_id = contacts.id and domain = ${domain})`;

type Query = SelectQueryBuilder<Pick<Schema, 'contacts'>, 'contacts', Selectable<Schema['contacts']>>;

function sorted<Q>(query: Q, { sort }: ContactPage): Q {
  const { column, direction } = sorts[sort];
  return (query as Query).orderBy(column, direction).orderBy('id', direction) as Q;
}

async function listed(
  query: { limit(count: number): { execute(): Promise<Selectable<Schema['contacts']>[]> } },
  page: ContactPage,
): Promise<ListedContact[]> {
  const rows = await query.limit(page.limit).execute();
  const { column } = sorts[page.sort];
  return rows.map((row) => ({ ...contactFrom(row), place: { key: row[column], id: row.id } }));
}
