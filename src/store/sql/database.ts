import { mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { PGliteDialect } from './pglite-dialect.ts';
import { preparingClient } from './prepared-statements.ts';
import type { Db, Schema } from './schema.ts';

/**
 * PostgreSQL at a URL, with that many connections (10), which may keep statements ready unless `prepare` is false; or PGlite in
 * a folder; without a folder PGlite keeps everything in memory.
 */
export type DatabaseLocation = { folder?: string } | PostgresLocation;

interface PostgresLocation {
  url: string;
  connections?: number;
  prepare?: boolean;
}

/** How many connections work, how many are open and free, how many requests wait for one. */
export interface Connections {
  busy: number;
  idle: number;
  waiting: number;
}

export interface Connection {
  db: Db;
  connections(): Connections;
  /** Runs SQL that is not ours: the job engine's. Several statements may stand in a text without values. */
  run(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  close(): Promise<void>;
}

export interface Database extends Connection {
  /** The numbers of the migrations that opening it has run. */
  migrated: string[];
}

/** Connects and brings the tables up to date. Several processes may do so at once: one migrates, the others wait. */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const opened = await connectDatabase(location);
  try {
    return { ...opened, migrated: await migrate(opened.db) };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** The same with the tables as they are, or without any. */
export async function connectDatabase(location: DatabaseLocation): Promise<Connection> {
  return 'url' in location ? connectPostgres(location) : await openPGlite(location.folder);
}

function connectPostgres({ url, connections: max = 10, prepare = true }: PostgresLocation): Connection {
  const Client = prepare ? preparingClient() : pg.Client;
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 5000, Client });
  // A connection broke while nothing ran on it: the pool drops it when it is given back, and the next query opens another or
  // says why not. One that is lent for a transaction reports to itself, not to the pool.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const connections = () => {
    const { totalCount, idleCount: idle, waitingCount: waiting } = pool;
    return { busy: totalCount - idle, idle, waiting };
  };
  const run: Database['run'] = async (text, values) => {
    const client = await pool.connect();
    try {
      const { rows } = await client.query(text, values);
      client.release();
      return { rows: rows ?? [] };
    } catch (error) {
      client.release(true); // it may be within a transaction of the text's own
      throw error;
    }
  };
  return { db, connections, run, close: () => db.destroy() };
}

async function openPGlite(folder: string | undefined): Promise<Connection> {
  const unlock = folder === undefined ? () => {} : lockFolder(folder);
  try {
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
    const pglite = await PGlite.create(folder);
    const dialect = new PGliteDialect(pglite);
    const db = new Kysely<Schema>({ dialect });
    const run: Database['run'] = (text, values) => db.connection().execute(() => runIn(pglite, text, values));
    return { db, connections: () => dialect.connections(), run, close: () => db.destroy().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function runIn(pglite: PGlite, text: string, values: unknown[] = []): ReturnType<Database['run']> {
  if (values.length > 0)
    return await pglite.query(
      text,
      values.map((value) => value ?? null),
    );
  try {
    return { rows: (await pglite.exec(text)).at(-1)?.rows ?? [] };
  } catch (error) {
    await pglite.exec('rollback'); // the text may have begun a transaction of its own
    throw error;
  }
}
