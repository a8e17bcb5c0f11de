import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { EmulatedGoogle, type GoogleOptions } from '../../src/preview/google/emulated-google.ts';
import { type Arrival, KeptMailbox } from '../../src/preview/google/mailboxes/kept-mailbox.ts';
import { type ServiceAccountKeyFile, ServiceAccounts } from '../../src/preview/google/oauth/service-accounts.ts';
import { type ServedGoogle, serveGoogle } from '../../src/preview/google/serve.ts';
import { AccessTokens } from '../../src/scan/google/access-tokens.ts';
import type { GmailAccess } from '../../src/scan/google/gmail-mailbox.ts';
import { readKeyFile } from '../../src/scan/google/key-file.ts';
import { googleTransport, type TransportOptions } from '../../src/scan/google/transport.ts';
import { type Budget, gmailLimits } from '../../src/scan/google/units.ts';
import { createScanMetrics } from '../../src/scan/metrics.ts';
import { googleMail } from '../../src/scan/provider.ts';
import { scanDue, type WorkerOptions } from '../../src/scan/worker.ts';
import type { Credential } from '../../src/store/mail-provider.ts';
import { readSecretKeys, secretsWith } from '../../src/store/secrets.ts';
import { openDatabase } from '../../src/store/sql/database.ts';
import { directoryScopes, gmailReadonly } from '../preview/google/support.ts';
import { type Person, push, type TestStore, testStoreOver } from '../store/support.ts';

/** Google's own clients against that server, and no wait between two tries. */
export function gmailAccess(rootUrl: string, options: TransportOptions = {}): GmailAccess {
  const transport = googleTransport({ rootUrl, ...options });
  return { transport, tokens: new AccessTokens(transport), firstPauseSeconds: 0.001 };
}

export function credentialOf(file: ServiceAccountKeyFile): Credential {
  const { account, kept } = readKeyFile(JSON.stringify(file));
  return { kind: 'key', account, kept };
}

export const unlimited: Budget = { take: async () => {} };

/** Made once: it takes longer than all that follows. */
const keyFile = (() => {
  const accounts = new ServiceAccounts();
  return accounts.createKey(accounts.create({ name: 'reader', projectId: 'inbox-test' }).email);
})();

export interface World {
  google: EmulatedGoogle;
  served: ServedGoogle;
  key: ServiceAccountKeyFile;
  store: TestStore;
  organisation: Organisation;
  options: WorkerOptions;
  /** Everything workers have logged. */
  log: string[];
  close(): Promise<void>;
}

export interface Organisation {
  admin: Person;
  user: Person;
  mailbox: KeptMailbox;
  mailboxOfAdmin: KeptMailbox;
}

/**
 * A store on an embedded database, a served Google, and one organisation in both: its key registered, the function switched
 * on, nobody linked yet. The store's clock is the test's, Google's is the real one. With a topic, its subscription leads to
 * the store, and workers ask Gmail to publish to it.
 */
export async function openWorld(settings: GoogleOptions = {}, { topic }: { topic?: string } = {}): Promise<World> {
  const quota = { unitsPerMinutePerUser: Number.POSITIVE_INFINITY };
  const toStore = { fetch: (request: Request) => store.store.fetch(request), retryMs: 1 };
  const google = new EmulatedGoogle({ slowMs: 20, quota, push: toStore, ...settings });
  const served = await serveGoogle(google);
  const key = await keyFile;
  google.serviceAccounts.restore(key);
  const access = gmailAccess(served.url, { timeoutMilliseconds: 5_000 });
  const secretKeys = readSecretKeys(`test:${randomBytes(32).toString('base64')}`);
  const pushed = topic && { push: { ...push, keys: new URL('oauth2/v3/certs', served.url) } };
  const services = { secretKeys, mailProvider: googleMail(access), ...pushed };
  const store = await testStoreOver(await openDatabase({}), services);
  if (topic) publishTo(google, topic);
  store.clock.now = new Date();

  const log: string[] = [];
  const sink = new Writable({ write: (line, _, done) => done(void log.push(String(line)) as never) });
  const options: WorkerOptions = {
    db: store.db,
    secrets: secretsWith(secretKeys),
    access,
    limits: gmailLimits,
    topic,
    log: pino(sink),
    metrics: createScanMetrics(),
    now: () => store.clock.now,
  };
  const close = async () => {
    await store.close();
    await served.stop();
  };
  const world = { google, served, key, store, options, log, close };
  return { ...world, organisation: await newOrganisation(world) };
}

/** A topic whose subscription leads to the store. */
export function publishTo(google: EmulatedGoogle, topic: string): void {
  const { audience, account: serviceAccount } = push;
  google.pubSub.createTopic(topic);
  google.pubSub.subscribe(topic, {
    name: 'projects/inbox-test/subscriptions/store',
    endpoint: audience,
    audience,
    serviceAccount,
  });
}

/** One more organisation in both; from now on the test's. */
export async function newOrganisation({
  store,
  google,
  key,
}: Pick<World, 'store' | 'google' | 'key'>): Promise<Organisation> {
  const { domain, admin, user } = await store.tenant();
  const atGoogle = google.createOrganisation(domain);
  atGoogle.delegate(key.client_id, [gmailReadonly, ...directoryScopes]);
  const [mailbox, mailboxOfAdmin] = [new KeptMailbox(), new KeptMailbox()];
  atGoogle.addPerson({ email: user.email, givenName: 'Sakura', familyName: 'Ito', mailbox });
  atGoogle.addPerson({
    email: admin.email,
    givenName: 'Ken',
    familyName: 'Mori',
    isAdmin: true,
    mailbox: mailboxOfAdmin,
  });
  await store.ok('setServiceAccount', admin, { body: { keyFile: JSON.stringify(key) } });
  const { revision } = await store.ok('getGoogle', admin);
  await store.ok('changeGoogle', admin, {
    body: { revision, functions: { contactInbox: true }, noticeAccepted: true },
  });
  return { admin, user, mailbox, mailboxOfAdmin };
}

/** An admin links the user's mailbox. */
export const link = ({ store, organisation: { admin, user } }: World) =>
  store.ok('startLinkages', admin, { body: { emails: [user.email] } });

/** So that no later test meets it. */
export const unlink = ({ store, organisation: { admin, user } }: World) =>
  store.ok('disableLinkages', admin, { body: { emails: [user.email] } });

/** Works off what is due now, turn after turn. */
export async function scan({ options }: World): Promise<void> {
  for (let turn = 0; turn < 50; turn++) if ((await scanDue(options)) === 0) return;
  throw new Error('There is always more to read');
}

/** Minutes later; whatever was put off until then is due. */
export function wait({ store }: World, minutes: number): void {
  store.clock.now = new Date(store.clock.now.getTime() + minutes * 60_000);
}

export const linkageOf = ({ store, organisation: { admin, user } }: World) =>
  store.ok('getLinkage', admin, { params: { email: user.email } });

export const queueOf = async ({ store, organisation: { user } }: World) =>
  (await store.ok('listSuggestions', user)).items.map(({ draft, source }) => ({ fn: draft.fn?.value, ...source }));

/** A number as letters, for names that are told apart and look like names. */
export const letters = (number: number) => String(number).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');

let mails = 0;

/** A letter by Eva Rossi of another company, who signs, unless the test says otherwise. */
export function letter({
  from = 'Eva Rossi <eva.rossi@olio.example.com>',
  headers = {},
  text = letterText,
  at = Date.now(),
  messageId = `<${++mails}@olio.example.com>`,
  labelIds,
}: {
  from?: string;
  headers?: Record<string, string>;
  text?: string;
  at?: number;
  messageId?: string;
  labelIds?: string[];
} = {}): Arrival {
  const all = {
    From: from,
    To: 'Sakura <sakura@example.com>',
    Subject: 'Samples',
    'Message-ID': messageId,
    ...headers,
  };
  return {
    headers: Object.entries(all).map(([name, value]) => ({ name, value })),
    text,
    html: null,
    internalDate: at,
    ...(labelIds && { labelIds }),
  };
}

export const letterText = `Hello,

the samples are on their way: reference BODY-7391.

Best regards,

Eva Rossi
Head of Sales
Olio Rossi Ltd
Phone: +1 415 555 0134
eva.rossi@olio.example.com
`;

export const signed = (name: string, company = 'Olio Rossi Ltd') =>
  `Hello,\n\nplease find the offer in our portal.\n\nBest regards,\n\n${name}\nSales Manager\n${company}\n`;
