import pg from 'pg';
import { openDatabase } from '../../src/store/sql/database.ts';

/**
 * Fills every table of tenants in a database of PostgreSQL with 20,000 rows of 2,000 organisations that nobody belongs to,
 * so that its statements are planned as they are at an organisation that works with it. New tables are filled by themselves.
 */
export async function fillTables(url: string): Promise<void> {
  await (await openDatabase({ url })).close();
  const client = new pg.Client(url);
  await client.connect();
  const { rows: tables } = await client.query<Table>(
    `select relname as name, relforcerowsecurity as forced from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'
      and exists (select from pg_attribute where attrelid = c.oid and attname = 'tenant_id')`,
  );
  const { rows: constraints } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where contype in ('c', 'f') and connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of constraints) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const table of tables) await fill(client, table);
  for (const { table, name, definition } of constraints) {
    await client.query(`alter table ${table} add constraint ${name} ${definition} not valid`);
  }
  await client.query('analyze');
  await client.end();
}

interface Table {
  name: string;
  forced: boolean;
}

async function fill(client: pg.Client, { name: table, forced }: Table): Promise<void> {
  const { rows: columns } = await client.query<{ name: string; type: string; nullable: boolean }>(
    `select attname as name, format_type(atttypid, atttypmod) as type, not attnotnull as nullable from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = ''`,
    [table],
  );
  const names = columns.map(({ name }) => name);
  const values = columns.map(({ name, type, nullable }) => (nullable ? 'null' : filler(name, type)));
  await client.query(`alter table ${table} no force row level security`);
  await client.query(`alter table ${table} disable trigger user`);
  await client.query(
    `insert into ${table} (${names}) select ${values} from generate_series(1, 20000) as i on conflict do nothing`,
  );
  await client.query(`alter table ${table} enable trigger user`);
  if (forced) await client.query(`alter table ${table} force row level security`);
}

/** A value for row `i`. */
function filler(name: string, type: string): string {
  if (name === 'tenant_id') return `md5((i % 2000)::text)::uuid`;
  const value = values[type];
  if (value === undefined) throw new Error(`Say here what a ${type} is filled with`);
  return value;
}

const values: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  text: `'x' || i`,
  jsonb: `'{}'`,
  'text[]': `'{}'`,
  'integer[]': `array[i, i % 100, i % 10]`,
  integer: 'i',
  bigint: 'i',
  'double precision': 'i',
  boolean: 'true',
  bytea: `'\\x00'`,
  'timestamp with time zone': `timestamptz '2026-01-01' + i * interval '1 minute'`,
};
