import { sql } from 'kysely';
import { likeContaining } from './like.ts';
import type { Db } from './schema.ts';

/** The roster's revision, 0 before the first change. */
export async function rosterRevision(db: Db, tenant: string): Promise<number> {
  const row = await db.selectFrom('rosters').select('revision').where('tenant_id', '=', tenant).executeTakeFirst();
  return row?.revision ?? 0;
}

/** The same, and nobody else changes the roster until this transaction ends. */
export async function lockRoster(db: Db, tenant: string): Promise<number> {
  await db
    .insertInto('rosters')
    .values({ tenant_id: tenant, revision: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('rosters')
    .select('revision')
    .where('tenant_id', '=', tenant)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.revision;
}

export async function setRosterRevision(db: Db, tenant: string, revision: number): Promise<void> {
  await db.updateTable('rosters').set({ revision }).where('tenant_id', '=', tenant).execute();
}

export async function isOnRoster(db: Db, tenant: string, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('roster_users')
    .select('email')
    .where('tenant_id', '=', tenant)
    .where('email', '=', email)
    .executeTakeFirst();
  return row !== undefined;
}

/** Those of these addresses that are on the roster, with the names that are known. */
export async function namesOnRoster(db: Db, tenant: string, emails: string[]): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom('roster_users')
    .select(['email', sql<string | null>`coalesce(name, typed_name)`.as('name')])
    .where('tenant_id', '=', tenant)
    .where('email', 'in', list(emails))
    .execute();
  return new Map(rows.map(({ email, name }) => [email, name]));
}

/** How many of these addresses are on the roster. */
export async function countOnRoster(db: Db, tenant: string, emails: string[]): Promise<number> {
  const row = await db
    .selectFrom('roster_users')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('tenant_id', '=', tenant)
    .where('email', 'in', list(emails))
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function countRoster(db: Db, tenant: string): Promise<number> {
  const row = await db
    .selectFrom('roster_users')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('tenant_id', '=', tenant)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function addToRoster(db: Db, tenant: string, emails: string[]): Promise<void> {
  await sql`insert into roster_users (tenant_id, email) select ${tenant}::uuid, email from ${list(emails)} as list (email)
    on conflict do nothing`.execute(db);
}

export async function removeFromRoster(db: Db, tenant: string, emails: string[]): Promise<void> {
  await db.deleteFrom('roster_users').where('tenant_id', '=', tenant).where('email', 'in', list(emails)).execute();
}

/** Takes off the roster whoever is none of these. */
export async function removeOthersFromRoster(db: Db, tenant: string, emails: string[]): Promise<void> {
  await db.deleteFrom('roster_users').where('tenant_id', '=', tenant).where('email', 'not in', list(emails)).execute();
}

/** What the directory calls these users; of nobody else a name is kept. */
export async function keepDirectoryNames(
  db: Db,
  tenant: string,
  people: { email: string; name: string }[],
): Promise<void> {
  const said = sql`jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as said (email text, name text)`;
  for (const table of ['roster_users', 'linkages']) {
    await sql`update ${sql.table(table)} as users set name = said.name from ${said}
      where users.tenant_id = ${tenant} and users.email = said.email and said.name <> ''
        and users.name is distinct from said.name`.execute(db);
  }
}

/** What an admin calls these enabled users; seen where the directory names them not. How many of them are enabled. */
export async function typeNames(db: Db, tenant: string, people: { email: string; name: string }[]): Promise<number> {
  const said = sql`jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as said (email text, name text)`;
  const { numAffectedRows } = await sql`update roster_users as users set typed_name = said.name from ${said}
    where users.tenant_id = ${tenant} and users.email = said.email`.execute(db);
  return Number(numAffectedRows);
}

/** Whether the directory has not named any of these enabled users yet; of all when none are named. */
export async function hasUnnamed(db: Db, tenant: string, emails?: string[]): Promise<boolean> {
  let query = db.selectFrom('roster_users').select('email').where('tenant_id', '=', tenant).where('name', 'is', null);
  if (emails) query = query.where('email', 'in', list(emails));
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}

/** Enabled users in the order of their addresses' bytes, from the one after `after`. */
export async function listRoster(
  db: Db,
  tenant: string,
  { q, after, limit }: { q?: string; after?: string; limit: number },
): Promise<string[]> {
  let query = db.selectFrom('roster_users').select('email').where('tenant_id', '=', tenant);
  if (q) query = query.where('email', 'like', likeContaining(q));
  if (after !== undefined) query = query.where('email', '>', after);
  const rows = await query.orderBy('email').limit(limit).execute();
  return rows.map((row) => row.email);
}

/** One parameter for any number of addresses: PostgreSQL takes at most 65,535 of them. */
const list = (emails: string[]) => sql<string>`(select jsonb_array_elements_text(${JSON.stringify(emails)}::jsonb))`;
