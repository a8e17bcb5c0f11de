import { type Logger, pino } from 'pino';
import { createApp } from './app.ts';
import { authenticator, type TokenOptions } from './auth.ts';
import { createTenant, type NewTenant } from './commands/create-tenant.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { type RateLimits, rateLimiter } from './rate-limits.ts';
import { readinessOf } from './readiness.ts';
import { type Database, type DatabaseLocation, openDatabase } from './sql/database.ts';

export type { NewTenant } from './commands/create-tenant.ts';

export interface StoreOptions {
  /** PGlite in a folder, or in memory without one; or PostgreSQL. */
  database: DatabaseLocation;
  tokens: TokenOptions;
  /** No limits without them. */
  rateLimits?: RateLimits;
  now?: () => Date;
  log?: Logger;
  /** The metrics tell of the whole process too: one store in it may ask for that. */
  processMetrics?: boolean;
}

export interface Store {
  /** Answers an HTTP request. Never rejects. */
  fetch(request: Request): Promise<Response>;
  /** Creates an organisation, or brings the one of that domain to these settings. */
  createTenant(tenant: NewTenant): Promise<void>;
  metrics: Pick<Metrics, 'text' | 'contentType'>;
  /** Asks for no more requests: `/readyz` fails from now on, every answer closes its connection. */
  stopAsking(): void;
  close(): Promise<void>;
}

/** Opens the database, brings its tables up to date and serves the API over it. */
export async function openStore({ database, ...options }: StoreOptions): Promise<Store> {
  return storeOver(await openDatabase(database), options);
}

/** The same over a database that is open. Closing the store closes it. */
export function storeOver({ db, connections, close }: Database, options: Omit<StoreOptions, 'database'>): Store {
  const now = options.now ?? (() => new Date());
  const metrics = createMetrics(connections, { ofProcess: options.processMetrics });
  const readiness = readinessOf(db);
  const limitRate = rateLimiter(db, options.rateLimits ?? {}, now);
  const services = { db, now, metrics, limitRate, authenticate: authenticator(options.tokens, now) };
  const app = createApp(services, readiness, options.log ?? pino({ level: 'silent' }));
  return {
    fetch: async (request) => await app.fetch(request),
    createTenant: (tenant) => createTenant(db, tenant),
    metrics,
    stopAsking: readiness.stop,
    close,
  };
}
