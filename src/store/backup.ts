import { createHash } from 'node:crypto';
import { z } from 'zod';
import { migrate, migrationNames, migrationsRun, missingMigrations } from './sql/migrate.ts';
import type { Db } from './sql/schema.ts';
import { asOperator } from './sql/transaction.ts';
import {
  batchSize,
  continueNumbers,
  isEmpty,
  readRows,
  type WholeTable,
  wholeTables,
  withLateReferences,
  writeRows,
} from './sql/whole-tables.ts';

// A backup is lines of JSON. Objects are rows; lists say what they belong to:
//   ["contact-inbox-backup", {version, at, migrations}]
//   ["table", {name, columns}], its rows, ["end", {name, rows, sha256}], for each table
//   ["complete", {tables, rows}]
// Values are as PostgreSQL writes them in JSON, so PGlite and PostgreSQL read each other's.

/** How much a backup holds. */
export interface BackupSize {
  tables: number;
  rows: number;
}

/** Writes everything the database holds at this moment, line by line. Requests go on meanwhile. */
export async function backUp(db: Db, now: Date, write: (line: string) => Promise<void>): Promise<BackupSize> {
  const missing = await missingMigrations(db);
  if (missing.length > 0) {
    throw new Error(`The database lacks ${missing.join(', ')}: back it up with the version that runs on it`);
  }
  const say = (...line: [string, object]) => write(JSON.stringify(line));
  return await asOperator(db, async (trx) => {
    const migrations = await migrationsRun(trx);
    await say('contact-inbox-backup', { version: 1, at: now.toISOString(), migrations });
    const tables = await wholeTables(trx);
    let total = 0;
    for (const table of tables) {
      await say('table', table);
      const seal = sealOf(table.name);
      for await (const row of readRows(trx, table)) {
        seal.add(row);
        await write(row);
      }
      await say('end', seal.value());
      total += seal.value().rows;
    }
    const size = { tables: tables.length, rows: total };
    await say('complete', size);
    return size;
  });
}

/**
 * Reads a backup into an empty database and brings it up to date. All or nothing: a backup that is damaged or incomplete
 * leaves no row. Throws an Error that says why.
 */
export async function restore(db: Db, lines: AsyncIterable<string>): Promise<BackupSize> {
  const reader = lines[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await reader.next();
    if (done) throw new Error('The backup is incomplete: its end is missing');
    return value as string;
  };
  const { migrations } = read(await next(), 'contact-inbox-backup', Header);
  await prepare(db, migrations);
  const size = await asOperator(db, async (trx) => {
    let found: BackupSize = { tables: 0, rows: 0 };
    await withLateReferences(trx, async () => {
      found = await restoreTables(trx, next);
    });
    return found;
  });
  await migrate(db);
  return size;
}

/** Makes the tables as they were when the backup was made. */
async function prepare(db: Db, migrations: string[]): Promise<void> {
  const last = migrations.at(-1);
  if (!last || migrations.some((name, i) => name !== migrationNames[i])) {
    throw new Error(`The backup is of another version (${last}); this one knows ${migrationNames.at(-1)} at most`);
  }
  const run = await migrationsRun(db);
  if (!(await asOperator(db, isEmpty))) throw new Error('The database is not empty: restore into a new one');
  if (run.length > migrations.length) {
    throw new Error(`The database has tables newer than the backup (${run.at(-1)}): restore into a new one`);
  }
  await migrate(db, last);
}

async function restoreTables(db: Db, next: () => Promise<string>): Promise<BackupSize> {
  const expected = await wholeTables(db);
  const size: BackupSize = { tables: 0, rows: 0 };
  for (;;) {
    const line = await next();
    if (line.startsWith('["complete"')) {
      const said = read(line, 'complete', Size);
      if (said.tables !== size.tables || said.rows !== size.rows || size.tables !== expected.length) {
        throw new Error('The backup is damaged: it lacks a table');
      }
      return size;
    }
    const table = read(line, 'table', Table);
    const known = expected.find(({ name }) => name === table.name);
    if (!known || table.columns.some((column) => !known.columns.includes(column))) {
      throw new Error(`The backup is damaged: it has a table ${table.name} that its version does not have`);
    }
    size.rows += await restoreTable(db, table, next);
    size.tables++;
  }
}

async function restoreTable(db: Db, table: WholeTable, next: () => Promise<string>): Promise<number> {
  const seal = sealOf(table.name);
  let rows: string[] = [];
  let line = await next();
  for (; line.startsWith('{'); line = await next()) {
    seal.add(line);
    rows.push(line);
    if (rows.length < batchSize) continue;
    await writeRows(db, table, rows);
    rows = [];
  }
  const said = read(line, 'end', Seal);
  const found = seal.value();
  if (said.name !== table.name || said.rows !== found.rows || said.sha256 !== found.sha256) {
    throw new Error(`The backup is damaged: the rows of ${table.name} are not as they were written`);
  }
  if (rows.length > 0) await writeRows(db, table, rows);
  await continueNumbers(db, table);
  return found.rows;
}

const Header = z.object({ version: z.literal(1), migrations: z.array(z.string()) });
const Table = z.object({ name: z.string(), columns: z.array(z.string()) });
const Seal = z.object({ name: z.string(), rows: z.number(), sha256: z.string() });
const Size = z.object({ tables: z.number(), rows: z.number() });

/** Counts rows and sums them up, to tell whether they come back as they were. */
function sealOf(name: string) {
  const hash = createHash('sha256');
  let rows = 0;
  let sha256: string | undefined;
  return {
    add(row: string) {
      hash.update(row).update('\n');
      rows++;
    },
    value() {
      sha256 ??= hash.digest('hex');
      return { name, rows, sha256 };
    },
  };
}

function read<T>(line: string, word: string, shape: z.ZodType<T>): T {
  const parsed = z.tuple([z.literal(word), shape]).safeParse(parseJson(line));
  if (parsed.success) return parsed.data[1];
  throw new Error(
    word === 'contact-inbox-backup'
      ? 'This is no backup of Contact Inbox, or one of a newer version'
      : `The backup is damaged where "${word}" should be`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
