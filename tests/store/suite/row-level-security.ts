import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { inTransaction } from '../../../src/store/sql/transaction.ts';
import { type Person, save, type TestStore, type TestTenant } from '../support.ts';

const appendOnly = ['audit_entries', 'contact_events'];

/** What the database itself keeps apart, whatever the store would ask it. */
export function rowLevelSecurity(given: () => TestStore): void {
  let ours: TestTenant;
  let theirs: TestTenant;
  beforeAll(async () => {
    ours = await given().tenant();
    theirs = await given().tenant();
    await save(given(), ours.user, { fn: 'Ana', email: ['ana@example.com'] });
  });

  const tables = async () => {
    const { rows } = await sql<{ name: string; enabled: boolean; forced: boolean }>`
        select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%'`.execute(
      given().db,
    );
    return rows;
  };
  const tenantId = async (domain: string) =>
    (await given().db.selectFrom('tenants').select('id').where('domain', '=', domain).executeTakeFirstOrThrow()).id;
  const identity = (who: Person) => ({ domain: who.hd, userId: who.sub });
  const setTenant = (id: string) => sql`select set_config('contact_inbox.tenant', ${id}, true)`;
  const count = (table: string) => sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`;

  /** Counted by the store itself before it knows the organisation; no request reads or writes it. */
  const outOfReach = ['google_budgets', 'rate_limits'];
  const reachable = async () => (await tables()).filter(({ name }) => !outOfReach.includes(name));

  test('every table is protected, and every key starts with the tenant', async () => {
    const found = await tables();
    expect(found.length).toBeGreaterThanOrEqual(9);
    for (const { name, enabled, forced } of found) {
      expect([name, enabled, forced]).toEqual([name, true, ![...outOfReach, 'tenants'].includes(name)]);
    }
    const { rows } = await sql<{ key: string; first: string }>`
        select i.relname as key, a.attname as first from pg_index x join pg_class i on i.oid = x.indexrelid
        join pg_class t on t.oid = x.indrelid join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
        where t.relnamespace = 'public'::regnamespace and t.relname not like 'kysely%' and t.relname <> 'tenants'
          and i.relname <> 'contact_terms_by_term' -- its entries are hashes of the tenant and a term
          and i.relname <> 'google_budgets_pkey' -- counts of Google Cloud projects, which organisations may share
          and i.relname not like '%\\_due' -- what the operator''s own work asks of all organisations
          and i.relname <> 'linkages_watched' -- whose mailbox Gmail tells of, before the organisation is known
      `.execute(given().db);
    expect(rows.filter((row) => row.first !== 'tenant_id')).toEqual([]);
  });

  test('only suggestions can be read across users, where a request says so: for what is kept about a person', async () => {
    const { rows } = await sql<{ policy: string; command: string; using: string }>`
      select policyname as policy, cmd as command, qual as "using" from pg_policies
      where qual like '%contact_inbox.scope%' or with_check like '%contact_inbox.scope%'`.execute(given().db);
    expect(rows).toMatchObject([{ policy: 'suggestions_select_across_users', command: 'SELECT' }]);
    expect(rows[0]?.using).toMatch(/^\(\(tenant_id = .* AND .*scope.* = 'organisation'/);
  });

  test('every table of a tenant has a policy for requests, which asks for the tenant, and one for the operator', async () => {
    const { rows } = await sql<{
      name: string;
      policy: string;
      roles: string;
      using: string | null;
      check: string | null;
    }>`
        select tablename as name, policyname as policy, roles::text, qual as "using", with_check as "check"
        from pg_policies where schemaname = 'public' and permissive = 'PERMISSIVE'`.execute(given().db);
    const tenant = "(tenant_id = (NULLIF(current_setting('contact_inbox.tenant'::text, true), ''::text))::uuid)";
    const operator = "(current_setting('contact_inbox.operator'::text, true) = 'on'::text)";
    for (const { name } of (await reachable()).filter((table) => table.name !== 'tenants')) {
      const policies = rows.filter((row) => row.name === name);
      const operated = policies.filter(({ policy }) => policy === `${name}_operated`);
      expect([name, operated]).toMatchObject([name, [{ using: operator, check: null }]]);
      expect(operated[0]?.roles).not.toMatch(/public|contact_inbox_app/);
      const forRequests = policies.filter((policy) => !operated.includes(policy));
      expect(forRequests.map(({ policy }) => policy)).toContain(`${name}_isolated`);
      for (const { policy, using, check } of forRequests) {
        for (const condition of [using, check]) {
          if (condition !== null)
            expect([policy, condition.startsWith(tenant) || condition.startsWith(`(${tenant} AND `)]).toEqual([
              policy,
              true,
            ]);
        }
      }
    }
  });

  test.each([
    'set local row_security = off; select count(*) from contacts',
    'alter table contacts disable row level security',
    'alter table contacts no force row level security',
    'drop policy contacts_isolated on contacts',
    'create policy mine on contacts using (true)',
    'alter role contact_inbox_app bypassrls',
    'create table mine as select * from contacts; alter table mine owner to postgres',
    `copy contacts to program 'cat'`,
    'update kysely_migration set name = name',
  ])('a request that says %j is refused', async (statement) => {
    const tried = inTransaction(given().db, identity(theirs.user), async (trx) => {
      for (const one of statement.split('; ')) await sql.raw(one).execute(trx);
    });
    await expect(tried).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|0A000)$/) });
  });

  test("a request that calls itself the operator's sees no more", async () => {
    const seen = await inTransaction(given().db, identity(theirs.user), async (trx) => {
      await sql`select set_config('contact_inbox.operator', 'on', true)`.execute(trx);
      return await count('contacts').execute(trx);
    });
    expect(seen.rows).toEqual([{ n: 0 }]);
  });

  test('requests run under a role that cannot step around it', async () => {
    const { rows } = await inTransaction(given().db, identity(ours.user), (trx) =>
      sql`select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user`.execute(
        trx,
      ),
    );
    expect(rows).toEqual([
      { rolname: 'contact_inbox_app', rolsuper: false, rolbypassrls: false, rolcreaterole: false },
    ]);
  });

  test('without a tenant nothing is seen', async () => {
    for (const { name } of await reachable()) {
      const seen = await inTransaction(given().db, { domain: '', userId: '' }, (trx) => count(name).execute(trx));
      expect([name, seen.rows]).toEqual([name, [{ n: 0 }]]);
    }
  });

  test("under one tenant the other's rows are not there", async () => {
    const [our, their] = [await tenantId(ours.domain), await tenantId(theirs.domain)];
    for (const { name } of (await reachable()).filter((table) => table.name !== 'tenants')) {
      const [seen, changed] = await inTransaction(given().db, identity(theirs.admin), async (trx) => {
        await setTenant(their).execute(trx);
        const rows = await sql`select from ${sql.table(name)} where tenant_id = ${our}`.execute(trx);
        if (appendOnly.includes(name)) return [rows.rows.length, 0];
        const update = await sql`delete from ${sql.table(name)} where tenant_id = ${our}`.execute(trx);
        return [rows.rows.length, Number(update.numAffectedRows)];
      });
      expect([name, seen, changed]).toEqual([name, 0, 0]);
    }
  });

  test.each(outOfReach)('%s: no request reaches it', async (table) => {
    const tried = inTransaction(given().db, identity(ours.user), (trx) => count(table).execute(trx));
    await expect(tried).rejects.toMatchObject({ code: '42501' });
  });

  test.each(appendOnly)('%s: a request adds, and neither changes nor removes', async (table) => {
    const our = await tenantId(ours.domain);
    for (const statement of [`delete from ${table}`, `update ${table} set at = now()`, `truncate ${table}`]) {
      const tried = inTransaction(given().db, identity(ours.admin), async (trx) => {
        await setTenant(our).execute(trx);
        await sql.raw(statement).execute(trx);
      });
      await expect(tried).rejects.toMatchObject({ code: '42501' });
    }
  });

  test.each(['delete from audit_entries', 'update audit_entries set at = now()', 'truncate audit_entries'])(
    'the owner of the tables too is refused: %s',
    async (statement) => {
      const our = await tenantId(ours.domain);
      const tried = given()
        .db.transaction()
        .execute(async (trx) => {
          await setTenant(our).execute(trx);
          await sql.raw(statement).execute(trx);
        });
      await expect(tried).rejects.toMatchObject({ code: '42501' });
    },
  );

  test('nor can a row be written for another tenant, or moved to it', async () => {
    const [our, their] = [await tenantId(ours.domain), await tenantId(theirs.domain)];
    const as = (work: Parameters<typeof inTransaction>[2]) =>
      inTransaction(given().db, identity(theirs.admin), async (trx) => {
        await setTenant(their).execute(trx);
        await work(trx);
      });
    const insert = sql`insert into quotas (tenant_id, period, used) values (${our}, '2026-12', 1)`;
    await expect(as((trx) => insert.execute(trx))).rejects.toMatchObject({ code: '42501' });
    const move = sql`update rosters set tenant_id = ${our}`;
    await expect(as((trx) => move.execute(trx))).rejects.toMatchObject({ code: '42501' });
  });

  test("under one user a colleague's rows are not there", async () => {
    const our = await tenantId(ours.domain);
    for (const table of ['suggestions', 'undos', 'idempotency_keys']) {
      const seenBy = (who: Person) =>
        inTransaction(given().db, identity(who), async (trx) => {
          await setTenant(our).execute(trx);
          const owned = sql`select from ${sql.table(table)} where user_id = ${ours.user.sub}`;
          return (await owned.execute(trx)).rows.length;
        });
      expect([table, await seenBy(ours.admin)]).toEqual([table, 0]);
      expect([table, (await seenBy(ours.user)) > 0]).toEqual([table, true]);
    }
  });

  test.each(['quota_allowed = 1000000', 'feature = true', "admins = '{}'", "domain = 'x.example'"])(
    "a request cannot change the operator's part of the organisation: %s",
    async (change) => {
      const raise = inTransaction(given().db, identity(ours.admin), (trx) =>
        sql`update tenants set ${sql.raw(change)}`.execute(trx),
      );
      await expect(raise).rejects.toMatchObject({ code: '42501' });
    },
  );

  test("nor another organisation's settings", async () => {
    const changed = await inTransaction(given().db, identity(theirs.admin), (trx) =>
      sql`update tenants set enabled = false where domain = ${ours.domain}`.execute(trx),
    );
    expect(Number(changed.numAffectedRows)).toBe(0);
  });

  test('nothing of it stays with the connection', async () => {
    await inTransaction(given().db, identity(ours.user), async (trx) => {
      await setTenant(await tenantIdIn(trx, ours.domain)).execute(trx);
    });
    const { rows } = await sql<{ role: string; tenant: string | null }>`
        select current_user::text as role, current_setting('contact_inbox.tenant', true) as tenant`.execute(given().db);
    expect(rows[0]?.role).not.toBe('contact_inbox_app');
    expect(rows[0]?.tenant || '').toBe('');
  });

  const tenantIdIn = async (db: TestStore['db'], domain: string) =>
    (await db.selectFrom('tenants').select('id').where('domain', '=', domain).executeTakeFirst())?.id ?? randomUUID();
}
