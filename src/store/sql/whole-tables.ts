import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** A table as a backup holds it: what PostgreSQL computes by itself is left out. */
export interface WholeTable {
  name: string;
  columns: string[];
}

/** The tables that hold something worth keeping, by name: not the migrations' own, nor those that a crash may empty. */
export async function wholeTables(db: Db): Promise<WholeTable[]> {
  const { rows } = await sql<WholeTable>`
    select relname as name, array_agg(attname::text order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
    where relnamespace = current_schema::regnamespace and relkind in ('r', 'p') and not relispartition
      and relpersistence = 'p' and relname not like 'kysely%'
    group by relname order by relname`.execute(db);
  return rows;
}

/** The rows as JSON texts, without a line feed inside, read bit by bit. Needs a transaction; one table at a time. */
export async function* readRows(db: Db, { name, columns }: WholeTable): AsyncGenerator<string> {
  const list = sql.join(columns.map((column) => sql.ref(column)));
  await sql`declare whole_table no scroll cursor for
    select to_json(one)::text as row from (select ${list} from ${sql.table(name)}) one`.execute(db);
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(batchSize)} from whole_table`.execute(db);
    for (const { row } of rows) yield row;
    if (rows.length < batchSize) break;
  }
  await sql`close whole_table`.execute(db);
}

/** As many rows as one statement reads or writes. */
export const batchSize = 500;

export async function writeRows(db: Db, { name, columns }: WholeTable, rows: string[]): Promise<void> {
  const list = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(name)} (${list}) overriding system value
    select ${list} from json_populate_recordset(null::${sql.table(name)}, ${`[${rows.join(',')}]`}::json)`.execute(db);
}

/** Whether no table has a row. */
export async function isEmpty(db: Db): Promise<boolean> {
  for (const { name } of await wholeTables(db)) {
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) return false;
  }
  return true;
}

/** Runs `work` with references between rows checked at its end, so that tables and rows may come in any order. */
export async function withLateReferences(db: Db, work: () => Promise<void>): Promise<void> {
  const { rows } = await sql<{ table: string; name: string }>`
    select conrelid::regclass::text as table, conname as name from pg_constraint
    where contype = 'f' and connamespace = current_schema::regnamespace and not condeferrable`.execute(db);
  const alterAll = async (how: string) => {
    for (const { table, name } of rows) {
      await sql`alter table ${sql.raw(table)} alter constraint ${sql.ref(name)} ${sql.raw(how)}`.execute(db);
    }
  };
  await alterAll('deferrable initially deferred');
  await work();
  await sql`set constraints all immediate`.execute(db);
  await alterAll('not deferrable');
}

/** Numbers that a table gives out itself go on after the highest that its rows have. */
export async function continueNumbers(db: Db, { name }: WholeTable): Promise<void> {
  const { rows } = await sql<{ column: string; sequence: string }>`
    select attname as column, pg_get_serial_sequence(quote_ident(${name}), attname) as sequence
    from pg_attribute where attrelid = ${name}::regclass and attidentity <> ''`.execute(db);
  for (const { column, sequence } of rows) {
    await sql`select setval(${sequence}, greatest(max(${sql.ref(column)}), 1), count(*) > 0) from ${sql.table(name)}`.execute(
      db,
    );
  }
}
