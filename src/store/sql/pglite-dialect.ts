import type { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';

/** PGlite for Kysely. PGlite has one connection, so whoever wants it (each transaction) waits for the one before. */
export class PGliteDialect implements Dialect {
  private readonly queue = { taken: 0 };

  constructor(private readonly pglite: PGlite) {}

  /** The one connection, and how many wait for it. */
  connections(): { busy: number; idle: number; waiting: number } {
    const { taken } = this.queue;
    return { busy: Math.min(1, taken), idle: Math.max(0, 1 - taken), waiting: Math.max(0, taken - 1) };
  }

  createDriver(): Driver {
    return new PGliteDriver(this.pglite, this.queue);
  }

  createAdapter() {
    return new PostgresAdapter();
  }

  createQueryCompiler() {
    return new PostgresQueryCompiler();
  }

  createIntrospector(db: Kysely<unknown>) {
    return new PostgresIntrospector(db);
  }
}

class PGliteDriver implements Driver {
  private readonly connection: PGliteConnection;
  private free: Promise<void> = Promise.resolve();
  private release: () => void = () => {};

  constructor(
    private readonly pglite: PGlite,
    private readonly queue: { taken: number },
  ) {
    this.connection = new PGliteConnection(pglite);
  }

  async init(): Promise<void> {
    await this.pglite.waitReady;
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.free;
    let release = () => {};
    this.free = new Promise((resolve) => {
      release = resolve;
    });
    this.queue.taken++;
    await before;
    this.release = release;
    return this.connection;
  }

  async releaseConnection(): Promise<void> {
    this.queue.taken--;
    this.release();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    await this.pglite.close();
  }
}

class PGliteConnection implements DatabaseConnection {
  constructor(private readonly pglite: PGlite) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const { rows, affectedRows } = await this.pglite.query<R>(query.sql, [...query.parameters]);
      return { rows, numAffectedRows: affectedRows === undefined ? undefined : BigInt(affectedRows) };
    } catch (error) {
      if (error instanceof Error) error.stack += `\n${new Error('Called').stack}`; // its own ends inside PGlite
      throw error;
    }
  }

  // biome-ignore lint/correctness/useYield: the interface asks for a generator, nothing here streams
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Cannot stream: PGlite answers a query as a whole');
  }
}
