import { sql } from 'kysely';
import type { Company } from '../../api/types.ts';
import type { Db } from './schema.ts';

/** Companies in the order of their domains' bytes, from the one after `after`. `beginning` of their domains. */
export async function listCompanies(
  db: Db,
  tenant: string,
  { beginning, domain, after, limit }: { beginning?: string; domain?: string; after?: string; limit: number },
): Promise<Company[]> {
  let query = db
    .selectFrom('contact_emails')
    .select([sql<string>`domain`.as('domain'), sql<number>`count(distinct contact_id)::int`.as('people')])
    .where('tenant_id', '=', tenant)
    .where('domain', 'is not', null)
    .groupBy('domain');
  if (beginning !== undefined) {
    query = query.where('domain', '>=', beginning).where('domain', '<', `${beginning}\u{10ffff}`);
  }
  if (domain !== undefined) query = query.where('domain', '=', domain);
  if (after !== undefined) query = query.where('domain', '>', after);
  return await named(db, tenant, await query.orderBy('domain').limit(limit).execute());
}

/** With the name that most of its people have, of a hundred of them; none is no name. */
async function named(db: Db, tenant: string, found: { domain: string; people: number }[]): Promise<Company[]> {
  if (found.length === 0) return [];
  const domains = JSON.stringify(found.map(({ domain }) => domain));
  const { rows } = await sql<{ domain: string; name: string }>`
    select asked.domain, names.name from jsonb_array_elements_text(${domains}::jsonb) as asked (domain)
    cross join lateral (
      select card->'org'->>'name' as name from (
        select contact_id from contact_emails where tenant_id = ${tenant} and domain = asked.domain limit 100
      ) as people cross join lateral (
        select card from contacts where tenant_id = ${tenant} and id = people.contact_id offset 0
      ) as contacts
      where card->'org'->>'name' <> '' group by 1 order by count(*) desc, 1 limit 1
    ) as names`.execute(db);
  const names = new Map(rows.map(({ domain, name }) => [domain, name]));
  return found.map(({ domain, people }) => {
    const name = names.get(domain);
    return { domain, ...(name !== undefined && { name }), people };
  });
}
