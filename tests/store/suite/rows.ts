import { sql } from 'kysely';
import { asOperator } from '../../../src/store/sql/transaction.ts';
import type { TestStore } from '../support.ts';

/** Every table of the store, as the database lists them: those of a tenant have a `tenant_id`. */
export async function tablesOf({ db }: TestStore): Promise<{ name: string; ofTenant: boolean }[]> {
  const { rows } = await sql<{ name: string; ofTenant: boolean }>`
    select relname as name, exists (
      select from pg_attribute where attrelid = pg_class.oid and attname = 'tenant_id' and not attisdropped
    ) as "ofTenant"
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'kysely%'
    order by relname`.execute(db);
  return rows;
}

/** All rows of one organisation, table by table, as text: what must not change under somebody else's hands. */
export async function rowsOf(test: TestStore, domain: string): Promise<Record<string, string[]>> {
  const tables = (await tablesOf(test)).filter(({ ofTenant }) => ofTenant);
  return await asOperator(test.db, async (trx) => {
    const found: Record<string, string[]> = {};
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`
        select to_json(t)::text as row from ${sql.table(name)} t
        where tenant_id = (select id from tenants where domain = ${domain}) order by 1`.execute(trx);
      found[name] = rows.map(({ row }) => row);
    }
    return found;
  });
}
