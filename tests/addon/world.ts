import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { buildAddon } from '../../src/addon/bundle.ts';
import { readEml } from '../../src/mail/read.ts';
import { type AppsScript, startAppsScript } from '../../src/preview/apps-script/apps-script.ts';
import type { GmailMessageData, User } from '../../src/preview/apps-script/types.ts';
import type { MailProvider } from '../../src/store/mail-provider.ts';
import { type NewTenant, type Store, storeOver } from '../../src/store/open-store.ts';
import { newSecretKey, readSecretKeys, type SecretKeys } from '../../src/store/secrets.ts';
import { type Database, openDatabase } from '../../src/store/sql/database.ts';
import { Panel, type PanelOptions } from './panel.ts';

export type { Panel } from './panel.ts';

/** One request that left the add-on. */
export interface Sent {
  method: string;
  path: string;
  key: string | null;
  /** The body as text, '' without one. */
  body: string;
}

/** What stands between add-on and store: gives an answer of its own, throws as a dead network does, or lets it pass. */
export type Network = (request: Sent) => Response | undefined | Promise<Response | undefined>;

/** The built add-on in the emulated Apps Script, over a real store. One for a test file; each test has its own organisation. */
export interface World {
  script: AppsScript;
  store: Store;
  /** Every request since the test began. */
  sent: Sent[];
  network: Network | undefined;
  /** Milliseconds that Gmail's clock runs ahead, for tokens that expire. */
  ahead: number;
  /** Called whenever a script asks for its identity token. */
  onToken: (() => void) | undefined;
  /** An identity token as Google would give it to this user. */
  token(user: User): Promise<string>;
  /** A mail in everybody's inbox; gives its id. */
  deliver(mail: Partial<Mail>): string;
  /** One of the sample mails, read from its file. */
  deliverSample(name: string): Promise<string>;
  organisation(settings?: Partial<NewTenant>): Promise<Organisation>;
  stop(): Promise<void>;
}

export interface Mail {
  from: string;
  text: string | null;
  html: string | null;
  headers: Record<string, string>;
  /** '' for a mail without one. */
  messageId: string;
}

export interface Organisation {
  domain: string;
  admin: User;
  user: User;
  /** Not on the roster. */
  outsider: User;
  member(name: string): User;
  panel(user: User, options?: PanelOptions): Panel;
  /** Changes the organisation's settings in the store. */
  set(settings: Partial<NewTenant>): Promise<void>;
  /** Enables users as the settings card does. */
  enable(...users: User[]): Promise<void>;
}

export const samples = path.join(__dirname, '../../src/preview/mailbox/samples');

export interface WorldOptions {
  /** What reads mailboxes for the store. */
  mailProvider?: MailProvider;
  /** One in memory when absent; closed with the world. */
  database?: Database;
  secretKeys?: SecretKeys;
}

export async function startWorld({
  mailProvider,
  database,
  secretKeys = readSecretKeys(newSecretKey(new Date())),
}: WorldOptions = {}): Promise<World> {
  const folder = await builtAddon();
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'RS256', use: 'sig' }] };
  const store = storeOver(database ?? (await openDatabase({})), {
    tokens: { audience: ['script.example'], keys },
    secretKeys,
    mailProvider,
  });
  const messages = new Map<string, GmailMessageData>();
  let organisations = 0;

  const world: World = {
    sent: [],
    network: undefined,
    ahead: 0,
    onToken: undefined,
    store,
    script: undefined as never,
    token: (user) =>
      new SignJWT({ email: user.email, email_verified: true, ...(user.domain && { hd: user.domain }) })
        .setProtectedHeader({ alg: 'RS256', kid: 'test' })
        .setIssuer('https://accounts.google.com')
        .setAudience('script.example')
        .setSubject(`sub-${user.email}`)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey),
    deliver: (mail) => {
      const data = messageData(mail, messages.size + 1);
      messages.set(data.id, data);
      return data.id;
    },
    deliverSample: async (name) => {
      const mail = await readEml(await readFile(path.join(samples, `${name}.eml`)));
      const data = { ...messageData({}, messages.size + 1), ...mail, date: mail.date ?? new Date(0) };
      messages.set(data.id, data);
      return data.id;
    },
    organisation: async (settings) => {
      organisations += 1;
      return organisation(world, settings?.domain ?? `org${organisations}.example`, settings);
    },
    stop: async () => {
      await world.script.stop();
      await store.close();
    },
  };
  world.script = await startAppsScript({
    folder,
    mailbox: { message: (_, id) => messages.get(id) },
    now: () => Date.now() + world.ahead,
    identityToken: (user) => {
      world.onToken?.();
      return world.token(user);
    },
    fetch: async (url, init) => {
      const sent = {
        method: init.method ?? 'GET',
        path: url.replace('https://store.example.com', ''),
        key: new Headers(init.headers).get('idempotency-key'),
        body: init.body ? await new Response(init.body).text() : '',
      };
      world.sent.push(sent);
      return (await untilAborted(world.network?.(sent), init.signal)) ?? store.fetch(new Request(url, init));
    },
  });
  return world;
}

/** The folder of the built bundle: the first test file that needs it builds it for all. */
async function builtAddon(): Promise<string> {
  const run = process.env.TEST_RUN_FOLDER as string;
  const folder = path.join(run, 'addon');
  if (existsSync(folder)) return folder;
  const building = await mkdtemp(path.join(run, 'building-'));
  await buildAddon({ storeUrl: 'https://store.example.com/', out: building });
  await rename(building, folder).catch((error) => {
    if (!existsSync(folder)) throw error; // another was quicker
  });
  return folder;
}

/** As fetch does: rejects when the signal says that it took too long. */
function untilAborted<T>(answer: T | Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
    Promise.resolve(answer).then(resolve, reject);
  });
}

/** Back to a working network and an empty record; for `beforeEach`. */
export function calm(world: World): void {
  world.sent = [];
  world.network = undefined;
  world.ahead = 0;
  world.onToken = undefined;
}

async function organisation(world: World, domain: string, settings: Partial<NewTenant> = {}): Promise<Organisation> {
  const member = (name: string): User => ({
    name,
    email: `${name.toLowerCase().replace(/ /g, '.')}@${domain}`,
    domain,
  });
  const admin = member('Ken Adams');
  const tenant: NewTenant = { domain, name: 'Aozora Trading', admins: [admin.email], feature: true, ...settings };
  await world.store.createTenant(tenant);
  const here: Organisation = {
    domain,
    admin,
    user: member('Sakura Mori'),
    outsider: member('Lena Vogt'),
    member,
    panel: (user, options) => new Panel(world.script, user, options),
    set: async (changed) => {
      await world.store.createTenant({ ...tenant, ...changed });
    },
    enable: async (...users) => {
      const addresses = users.map(({ email }) => email).join('\n');
      await here.panel(admin).callAction({ action: 'enableUsers' }, { addresses });
    },
  };
  return here;
}

function messageData(mail: Partial<Mail>, number: number): GmailMessageData {
  const id = (0x18c0000000000000n + BigInt(number)).toString(16);
  const messageId = mail.messageId ?? `<mail-${number}@mx.example.com>`;
  const headers = {
    From: mail.from ?? 'Ana Ruiz <ana.ruiz@example.com>',
    To: 'Sakura Mori <sakura.mori@aozora.example>',
    Subject: 'Delivery next week',
    ...(messageId && { 'Message-ID': messageId }),
    ...mail.headers,
  };
  return {
    id,
    threadId: id,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    date: new Date('2026-11-20T09:30:00Z'),
    text: mail.text === undefined ? signedMail : mail.text,
    html: mail.html ?? null,
  };
}

/** A mail whose signature holds one of each. */
export const signedMail = `Dear Sakura,

the samples leave our warehouse on Thursday.

Best regards,

Ana Ruiz
Sales Manager
Northwind Example Ltd
12 Harbour Street, Bristol BS1 4QA, United Kingdom
Tel: +44 20 7946 0123
Mobile: +44 7700 900123
ana.ruiz@example.com
www.example.com
`;
