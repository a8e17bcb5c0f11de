import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { pino } from 'pino';
import { buildAddon } from './addon/bundle.ts';
import { type AppsScript, startAppsScript } from './preview/apps-script/apps-script.ts';
import type { User } from './preview/apps-script/types.ts';
import { openSampleGoogle, type SampleGoogle } from './preview/google/open-sample-google.ts';
import { type IdentityIssuer, openIdentityIssuer } from './preview/identity.ts';
import { type LocalMailbox, openMailbox } from './preview/mailbox/mailbox.ts';
import { type OutboxMail, outboxPage } from './preview/outbox.ts';
import { buildPage } from './preview/page-files.ts';
import { organisation, type Person, people } from './preview/people.ts';
import { previewServer } from './preview/server.ts';
import { gmailLimits } from './scan/google/units.ts';
import { createScanMetrics } from './scan/metrics.ts';
import { googleAccess, googleMail } from './scan/provider.ts';
import { startWorker } from './scan/worker.ts';
import { type Store, storeOver } from './store/open-store.ts';
import { newSecretKey, readSecretKeys, type SecretKeys, secretsWith } from './store/secrets.ts';
import { openDatabase } from './store/sql/database.ts';
import { lockFolder } from './store/sql/folder-lock.ts';

export interface DevOptions {
  /** The first port to try, 8787 when absent; 0 takes any free one. */
  port?: number;
  /** An `.eml` file, a folder of them, or an `.mbox`; the sample mails when absent. */
  mailbox?: string;
  /** Where everything is kept: `.data` in the project when absent. */
  dataFolder?: string;
  /** Forgets what is kept in the data folder before it starts. */
  reset?: boolean;
}

export interface Dev {
  url: string;
  dataFolder: string;
  mailbox: LocalMailbox;
  google: SampleGoogle['google'];
  stop(): Promise<void>;
}

/**
 * Builds the add-on and serves, on one port of this machine, a local Gmail that runs it, and the contact store it saves to; on
 * another an emulated Google, whose mailboxes a worker reads once an admin has set that up. `/google/` is Google's console.
 * At the first start the admin of the sample organisation enables two users. Throws an Error that says what to do.
 */
export async function startDev(options: DevOptions = {}): Promise<Dev> {
  const data = foldersIn(options.dataFolder ?? path.join(root, '.data'));
  const cleanups: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    const mailbox = options.mailbox
      ? await openMailbox(options.mailbox)
      : await openMailbox(sampleMails, { until: new Date() });
    const { server, port } = await listen(options.port ?? defaultPort);
    cleanups.push(() => close(server));
    const url = `http://localhost:${port}/`;

    await prepare(data, options.reset);
    const identity = await openIdentityIssuer(path.join(data.preview, 'identity-key.json'));
    const google = await openSampleGoogle(mailbox, data.preview);
    cleanups.push(() => google.stop());
    const secretKeys = await openSecretKeys(path.join(data.preview, 'secret-key'));
    const { store, stopStore } = await startStore(data.store, { identity, secretKeys, googleUrl: google.url });
    cleanups.push(stopStore);
    await store.createTenant(sampleTenant);

    const [page] = await Promise.all([buildPage(), buildAddon({ storeUrl: url, out: data.addon, localPreview: true })]);
    const appsScript = await startAppsScript({
      folder: data.addon,
      mailbox,
      propertiesFile: path.join(data.preview, 'properties.json'),
      identityToken: identity.token,
      fetch: async (address, init) => store.fetch(new Request(address, init)),
    });
    cleanups.push(() => appsScript.stop());
    const asAdmin: AsAdmin = (address) => readAsAdmin(store, identity, url + address);
    await enableFirstUsers(appsScript, asAdmin);

    const app = previewServer({ page, appsScript, mailbox, people, domain: organisation.domain });
    for (const path of ['/v1/*', '/openapi.json', '/healthz', '/readyz', '/docs', '/docs/*'])
      app.all(path, ({ req }) => store.fetch(req.raw));
    app.get('/google', ({ redirect }) => redirect('/google/'));
    app.mount('/google/', google.console.fetch);
    app.route(
      '/outbox',
      outboxPage(async () => (await asAdmin<{ items: OutboxMail[] }>('v1/admin/mails')).items),
    );
    server.on('request', getRequestListener(app.fetch));
    return { url, dataFolder: data.root, mailbox, google: google.google, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const sampleMails = path.join(root, 'src', 'preview', 'mailbox', 'samples');
export const defaultPort = 8787;

const asUser = ({ email, name }: Person): User => ({ email, name, domain: organisation.domain });
const admin = people.find(({ role }) => role === 'admin') as Person;

const sampleTenant = {
  domain: organisation.domain,
  name: organisation.name,
  admins: [admin.email],
  feature: true,
  quota: { allowed: 100, policy: 'warn' as const },
};

interface Folders {
  root: string;
  store: string;
  preview: string;
  addon: string;
}

function foldersIn(folder: string): Folders {
  const at = (name: string) => path.resolve(folder, name);
  return { root: path.resolve(folder), store: at('store'), preview: at('preview'), addon: at('addon') };
}

/** Opens this port of the loopback address, or the first free one after it. */
async function listen(first: number): Promise<{ server: Server; port: number }> {
  for (let port = first; port < first + 100 && port <= 65_535; port += 1) {
    const server = createServer();
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', resolve);
      });
      return { server, port: (server.address() as { port: number }).port };
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'EACCES') throw new Error(`Port ${port} may not be opened by this user. Choose one above 1023.`);
      if (code !== 'EADDRINUSE') throw new Error(`Port ${port} cannot be opened: ${message}`);
    }
  }
  throw new Error(`No port from ${first} on is free. Choose another with --port.`);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Refuses a folder that another process uses; with `reset`, forgets what lies in it. */
async function prepare(data: Folders, reset = false): Promise<void> {
  const unlock = lockFolder(data.store);
  const ours = reset ? [data.store, data.preview, data.addon] : [];
  for (const folder of ours) await rm(folder, { recursive: true, force: true });
  unlock();
}

async function startStore(
  folder: string,
  {
    identity: { audience, issuer, keys },
    secretKeys,
    googleUrl,
  }: { identity: IdentityIssuer; secretKeys: SecretKeys; googleUrl: string },
): Promise<{ store: Store; stopStore(): Promise<void> }> {
  try {
    const database = await openDatabase({ folder });
    const access = googleAccess({ rootUrl: googleUrl });
    const store = storeOver(database, {
      tokens: { audience: [audience], issuers: [issuer], keys },
      secretKeys,
      mailProvider: googleMail(access),
    });
    await store.startJobs({ privateWebhooks: true });
    const log = pino({ level: 'silent' });
    const secrets = secretsWith(secretKeys);
    const metrics = createScanMetrics();
    const worker = startWorker({ db: database.db, secrets, access, limits: gmailLimits, log, metrics });
    const stopStore = async () => {
      await worker.stop();
      await store.close();
    };
    return { store, stopStore };
  } catch (error) {
    const advice = 'If its data is damaged, npm start -- --reset begins anew (and forgets the saved contacts).';
    throw new Error(`The contact store cannot start from ${folder}: ${(error as Error).message}\n${advice}`, {
      cause: error,
    });
  }
}

/** The preview's own key, made at the first start. */
async function openSecretKeys(file: string): Promise<SecretKeys> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, newSecretKey(new Date()), { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return readSecretKeys(await readFile(file, 'utf8'));
}

/** What the store answers to the sample admin. */
type AsAdmin = <T>(path: string) => Promise<T>;

async function readAsAdmin<T>(store: Store, identity: IdentityIssuer, address: string): Promise<T> {
  const authorization = `Bearer ${await identity.token(asUser(admin))}`;
  const response = await store.fetch(new Request(address, { headers: { authorization } }));
  if (!response.ok) throw new Error(`The contact store refuses the sample admin: ${await response.text()}`);
  return (await response.json()) as T;
}

/** As an admin does on the settings card; only while nobody was ever enabled, so that later choices stay. */
async function enableFirstUsers(appsScript: AppsScript, asAdmin: AsAdmin): Promise<void> {
  const me = () => asAdmin<{ rosterRevision: number }>('v1/me');
  if ((await me()).rosterRevision > 0) return;
  const enabled = people.filter(({ role }) => role !== 'not-enabled').map(({ email }) => email);
  const { error } = await appsScript.run({
    user: asUser(admin),
    functionName: 'onAction',
    kind: 'action',
    parameters: { action: 'enableUsers' },
    formInputs: { addresses: [enabled.join('\n')] },
    locale: 'en-US',
    platform: 'WEB',
  });
  if (error || (await me()).rosterRevision === 0) {
    throw new Error(`The sample users could not be enabled: ${error?.message ?? 'the add-on did not tell the store'}`);
  }
}
