import { mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { PGliteDialect } from './pglite-dialect.ts';
import type { Db, Schema } from './schema.ts';

/** PostgreSQL at a URL, or PGlite in a folder; without a folder PGlite keeps everything in memory. */
export type DatabaseLocation = { folder?: string } | { url: string };

export interface Database {
  db: Db;
  /** The numbers of the migrations that opening it has run. */
  migrated: string[];
  close(): Promise<void>;
}

/** Connects and brings the tables up to date. Several processes may do so at once: one migrates, the others wait. */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const { db, close } = 'url' in location ? connectPostgres(location.url) : await openPGlite(location.folder);
  try {
    return { db, close, migrated: await migrate(db) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Answers when the database does; throws when it does not. */
export async function ping(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}

function connectPostgres(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5000 });
  pool.on('error', () => {}); // an idle connection broke: the pool drops it, the next query opens another or says why not
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { db, close: () => db.destroy() };
}

async function openPGlite(folder: string | undefined) {
  const unlock = folder === undefined ? () => {} : lockFolder(folder);
  try {
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
    const db = new Kysely<Schema>({ dialect: new PGliteDialect(await PGlite.create(folder)) });
    return { db, close: () => db.destroy().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}
