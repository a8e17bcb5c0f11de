import { type Logger, pino } from 'pino';
import { createApp } from './app.ts';
import { authenticator, type TokenOptions } from './auth.ts';
import { createTenant, type NewTenant } from './commands/create-tenant.ts';
import { type PushOptions, pushReceiver } from './gmail-push.ts';
import { type Jobs, startJobs } from './jobs.ts';
import type { MailProvider } from './mail-provider.ts';
import { type MailSettings, mailServerAt } from './mails/mail-server.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { type RateLimits, rateLimiter } from './rate-limits.ts';
import { readinessOf } from './readiness.ts';
import { type SecretKeys, secretsWith } from './secrets.ts';
import { type Database, type DatabaseLocation, openDatabase } from './sql/database.ts';

export type { NewTenant } from './commands/create-tenant.ts';

export interface StoreOptions {
  /** PGlite in a folder, or in memory without one; or PostgreSQL. */
  database: DatabaseLocation;
  tokens: TokenOptions;
  /** No limits without them. */
  rateLimits?: RateLimits;
  /** Without them nothing that needs a secret works. */
  secretKeys?: SecretKeys;
  /** Without it the store answers nothing that needs a mailbox or the directory of people. */
  mailProvider?: MailProvider;
  /** Without it mails to admins only lie in the outbox. */
  mail?: MailSettings;
  /** Without it nobody is told at once that a mailbox has changed. */
  push?: PushOptions;
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
  /**
   * From now on this process does what is done beside requests too. `privateWebhooks`: webhooks may lead into private networks.
   */
  startJobs(options: { privateWebhooks: boolean }): Promise<void>;
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
export function storeOver(database: Database, options: Omit<StoreOptions, 'database'>): Store {
  const { db, connections } = database;
  let jobs: Jobs | undefined;
  const now = options.now ?? (() => new Date());
  const metrics = createMetrics(connections, { ofProcess: options.processMetrics });
  const readiness = readinessOf(db);
  const limitRate = rateLimiter(db, options.rateLimits ?? {}, now);
  const secrets = secretsWith(options.secretKeys ?? new Map());
  const { mailProvider, mail, tokens, push, rateLimits = {} } = options;
  const mailServer = mail && mailServerAt(mail);
  const authenticate = authenticator(tokens, now);
  const services = { db, now, secrets, metrics, limitRate, mailProvider, sendsMail: mail !== undefined, authenticate };
  const log = options.log ?? pino({ level: 'silent' });
  const takePush = push && pushReceiver(push, { db, rateLimits, metrics, now });
  const app = createApp(services, readiness, log, takePush);
  return {
    fetch: async (request) => await app.fetch(request),
    createTenant: (tenant) => createTenant(db, tenant, now()),
    async startJobs({ privateWebhooks: allowPrivate }) {
      const settings = { secrets, now, log, metrics, mailServer, allowPrivate, timeoutMilliseconds: webhookTimeout };
      jobs ??= await startJobs(database, settings);
    },
    metrics,
    stopAsking: readiness.stop,
    async close() {
      await jobs?.stop();
      await database.close();
    },
  };
}

const webhookTimeout = 10_000;
