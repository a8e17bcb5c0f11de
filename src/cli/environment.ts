import { readFileSync } from 'node:fs';
import { gmailLimits } from '../scan/google/units.ts';
import type { MailSettings } from '../store/mails/mail-server.ts';
import type { RateLimits } from '../store/rate-limits.ts';
import { readSecretKeys, type SecretKeys } from '../store/secrets.ts';
import type { DatabaseLocation } from '../store/sql/database.ts';
import type { ScanSettings } from './scanning.ts';

/** How Gmail tells of changes: through which topic, and whose messages count. */
export interface PushSettings {
  topic: string;
  audience: string;
  account: string;
}

/** What `contact-inbox store` is told by its environment. */
export interface StoreEnvironment {
  host: string;
  port: number;
  database: DatabaseLocation;
  audience: string[];
  keys: URL;
  /** Where Prometheus finds the metrics; nowhere unless it is said. */
  metrics: { host: string; port: number } | undefined;
  stopDelaySeconds: number;
  rateLimits: RateLimits;
  secretKeys: SecretKeys;
  jobs: 'here' | 'elsewhere';
  privateWebhooks: boolean;
  mail: MailSettings | undefined;
  scan: ScanSettings;
  push: PushSettings | undefined;
}

/** Reads the settings of `contact-inbox store`. Throws one Error that lists every mistake. */
export function storeEnvironment(env: NodeJS.ProcessEnv): StoreEnvironment {
  const mistakes: string[] = [];
  const settings = {
    host: env.HOST || '127.0.0.1',
    port: numberIn(env, 'PORT', { otherwise: 8080, max: 65_535 }, mistakes),
    database: databaseIn(env, mistakes),
    audience: audienceIn(env, mistakes),
    keys: keysIn(env, mistakes),
    metrics: metricsIn(env, mistakes),
    stopDelaySeconds: numberIn(env, 'CONTACT_INBOX_STOP_DELAY', { otherwise: 5, max: 300 }, mistakes),
    rateLimits: {
      user: numberIn(env, 'CONTACT_INBOX_USER_RATE', { otherwise: 300, max: 1e9 }, mistakes),
      tenant: numberIn(env, 'CONTACT_INBOX_TENANT_RATE', { otherwise: 30_000, max: 1e9 }, mistakes),
    },
    secretKeys: secretKeysIn(env, mistakes),
    jobs: oneIn(env, 'CONTACT_INBOX_JOBS', ['here', 'elsewhere'], mistakes),
    privateWebhooks: oneIn(env, 'CONTACT_INBOX_PRIVATE_WEBHOOKS', ['off', 'on'], mistakes) === 'on',
    mail: mailIn(env, mistakes),
    scan: scanIn(env, mistakes),
    push: pushIn(env, mistakes),
  };
  if (settings.push && settings.audience.includes(settings.push.audience)) {
    mistakes.push('CONTACT_INBOX_PUSH_AUDIENCE is in CONTACT_INBOX_AUDIENCE too: it must be one of its own');
  }
  mistakes.push(...unknownIn(env));
  refuse(mistakes);
  return settings;
}

/** Where the database is, for the commands that need nothing else. Throws as `storeEnvironment` does. */
export function databaseEnvironment(env: NodeJS.ProcessEnv): DatabaseLocation {
  const mistakes: string[] = [];
  const database = databaseIn(env, mistakes);
  refuse(mistakes);
  return database;
}

/** The keys that secrets are encrypted with, for the commands that need them; none when none is set. */
export function secretKeysEnvironment(env: NodeJS.ProcessEnv): SecretKeys {
  const mistakes: string[] = [];
  const keys = secretKeysIn(env, mistakes);
  refuse(mistakes);
  return keys;
}

const databaseVariables = {
  DATABASE_URL: 'postgres://user:password@host/database: PostgreSQL 16 or newer',
  DATABASE_CONNECTIONS: 'how many connections to it a process may open (default: 10)',
  DATABASE_PREPARE: 'off: no statement is kept ready, for a pooler that cannot pass those on (default: on)',
  CONTACT_INBOX_DATA: 'instead of it: a folder for the embedded database, for one process at a time',
};

/** What `contact-inbox worker` is told. Throws as `storeEnvironment` does. */
export function workerEnvironment(
  env: NodeJS.ProcessEnv,
): Pick<StoreEnvironment, 'database' | 'secretKeys' | 'privateWebhooks' | 'mail' | 'scan' | 'push' | 'metrics'> {
  const mistakes: string[] = [];
  const settings = {
    database: databaseIn(env, mistakes),
    secretKeys: secretKeysIn(env, mistakes),
    privateWebhooks: oneIn(env, 'CONTACT_INBOX_PRIVATE_WEBHOOKS', ['off', 'on'], mistakes) === 'on',
    mail: mailIn(env, mistakes),
    scan: scanIn(env, mistakes),
    push: pushIn(env, mistakes),
    metrics: metricsIn(env, mistakes),
  };
  mistakes.push(...unknownIn(env));
  refuse(mistakes);
  return settings;
}

const jobsVariables = {
  CONTACT_INBOX_MAILBOXES: 'how many linked mailboxes a process reads at once (default: 4)',
  CONTACT_INBOX_GMAIL_USER_UNITS: "quota units of Gmail a minute for one mailbox (default: Google's 6000)",
  CONTACT_INBOX_GMAIL_PROJECT_UNITS: "and for all mailboxes of a Cloud project (default: Google's 1200000)",
  CONTACT_INBOX_PUSH_TOPIC: 'projects/…/topics/…: Gmail tells it of new mail at once (default: none, it is looked for)',
  CONTACT_INBOX_PUSH_AUDIENCE: "the audience of its push subscription's tokens, such as https://…/push/google",
  CONTACT_INBOX_PUSH_ACCOUNT: 'the service account that these tokens name',
  CONTACT_INBOX_PRIVATE_WEBHOOKS: 'on: webhooks may lead to http:// and into private networks (default: off)',
  CONTACT_INBOX_SMTP_URL: 'smtp:// or smtps://user:password@host:port: sends mails to admins (default: none are sent)',
  CONTACT_INBOX_MAIL_FROM: 'the address these mails are from',
};

const metricsVariables = {
  CONTACT_INBOX_METRICS_PORT: 'a port of its own for Prometheus (default: none, no metrics)',
  CONTACT_INBOX_METRICS_HOST: 'where that port listens (default: 127.0.0.1)',
};

const secretKeysVariables = {
  CONTACT_INBOX_SECRET_KEY:
    'the key for secrets in the database, as secrets new-key prints it; old ones after it, by commas',
  CONTACT_INBOX_SECRET_KEY_FILE: 'instead of it: a file that holds them, one a line',
};

const storeVariables = {
  CONTACT_INBOX_AUDIENCE: "OAuth client ids of the add-on's scripts, by commas: only their users' tokens count",
  CONTACT_INBOX_KEYS_URL: "where the tokens' signing keys are (default: Google's)",
  CONTACT_INBOX_JOBS:
    'elsewhere: webhooks, linked mailboxes and the clean-up are left to contact-inbox worker (default: here)',
  HOST: 'where it listens (default: 127.0.0.1)',
  PORT: 'likewise (default: 8080)',
  CONTACT_INBOX_USER_RATE: 'requests a minute of one user, 0 for no limit (default: 300)',
  CONTACT_INBOX_TENANT_RATE: 'requests a minute of one organisation, 0 for no limit (default: 30000)',
  CONTACT_INBOX_STOP_DELAY: 'seconds from the signal to stop until no connection is taken any more (default: 5)',
};

/** What other commands of this project are told; no mistake where the store finds it. */
const elsewhere = ['CONTACT_INBOX_STORE_URL'];

const helpOn = (variables: Record<string, string>): string =>
  Object.entries(variables)
    .map(([name, about]) => `  ${name.padEnd(27)} ${about}`)
    .join('\n');

export const databaseHelp = helpOn(databaseVariables);
export const secretKeysHelp = helpOn(secretKeysVariables);
const workerVariables = { ...databaseVariables, ...jobsVariables, ...metricsVariables, ...secretKeysVariables };
export const workerHelp = helpOn(workerVariables);
export const storeHelp = helpOn({ ...databaseVariables, ...storeVariables, ...workerVariables });

/** A misspelt setting would otherwise be left out in silence. */
function unknownIn(env: NodeJS.ProcessEnv): string[] {
  const known = [...Object.keys(storeVariables), ...Object.keys(workerVariables), ...elsewhere];
  return Object.keys(env)
    .filter((name) => name.startsWith('CONTACT_INBOX_') && !known.includes(name))
    .map((name) => `${name} is no setting of Contact Inbox; --help lists them`);
}

function databaseIn(env: NodeJS.ProcessEnv, mistakes: string[]): DatabaseLocation {
  const url = env.DATABASE_URL ?? '';
  const folder = env.CONTACT_INBOX_DATA ?? '';
  if (url && folder) mistakes.push('DATABASE_URL and CONTACT_INBOX_DATA are both set: choose one');
  if (!url && !folder) mistakes.push('neither DATABASE_URL nor CONTACT_INBOX_DATA is set: where is the database?');
  if (url && !/^postgres(ql)?:$/.test(urlIn(url)?.protocol ?? '')) {
    mistakes.push('DATABASE_URL is not a postgres:// address'); // not repeated here: it holds a password
  }
  const connections = numberIn(env, 'DATABASE_CONNECTIONS', { otherwise: 10, min: 1, max: 1000 }, mistakes);
  const prepare = oneIn(env, 'DATABASE_PREPARE', ['on', 'off'], mistakes) === 'on';
  return url ? { url, connections, prepare } : { folder };
}

function numberIn(
  env: NodeJS.ProcessEnv,
  name: string,
  { otherwise, min = 0, max }: { otherwise: number; min?: number; max: number },
  mistakes: string[],
): number {
  const text = env[name] || String(otherwise);
  const number = Number(text);
  if (!/^\d{1,15}$/.test(text) || number < min || number > max) {
    mistakes.push(`${name} is ${JSON.stringify(text)}, not a number from ${min} to ${max}`);
  }
  return number;
}

function metricsIn(env: NodeJS.ProcessEnv, mistakes: string[]): StoreEnvironment['metrics'] {
  const host = env.CONTACT_INBOX_METRICS_HOST || '127.0.0.1';
  if (!env.CONTACT_INBOX_METRICS_PORT) return undefined;
  return { host, port: numberIn(env, 'CONTACT_INBOX_METRICS_PORT', { otherwise: 0, max: 65_535 }, mistakes) };
}

/** Both or none. The address of the server is not repeated: it holds a password. */
function mailIn(env: NodeJS.ProcessEnv, mistakes: string[]): MailSettings | undefined {
  const { CONTACT_INBOX_SMTP_URL: url = '', CONTACT_INBOX_MAIL_FROM: from = '' } = env;
  if (!url && !from) return undefined;
  if (!url) mistakes.push('CONTACT_INBOX_MAIL_FROM is set and CONTACT_INBOX_SMTP_URL is not');
  else if (!/^smtps?:$/.test(urlIn(url)?.protocol ?? '') || !urlIn(url)?.hostname) {
    mistakes.push('CONTACT_INBOX_SMTP_URL is not an smtp:// or smtps:// address');
  }
  if (!/^([^<>]+<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/.test(from)) {
    mistakes.push(`CONTACT_INBOX_MAIL_FROM is ${JSON.stringify(from)}, not an email address`);
  }
  return { url, from };
}

/** All three or none, so that no mailbox is watched whose messages nobody takes. */
function pushIn(env: NodeJS.ProcessEnv, mistakes: string[]): PushSettings | undefined {
  const topic = env.CONTACT_INBOX_PUSH_TOPIC ?? '';
  const audience = env.CONTACT_INBOX_PUSH_AUDIENCE ?? '';
  const account = env.CONTACT_INBOX_PUSH_ACCOUNT ?? '';
  if (!topic && !audience && !account) return undefined;
  const wrong = (name: string, text: string, what: string) =>
    mistakes.push(`CONTACT_INBOX_PUSH_${name} is ${text ? JSON.stringify(text) : 'not set'}, not ${what}`);
  if (!/^projects\/[a-z0-9.:-]+\/topics\/[A-Za-z][\w.~+%-]{2,254}$/.test(topic)) {
    wrong('TOPIC', topic, 'projects/PROJECT/topics/NAME');
  }
  if (!/^\S+$/.test(audience)) wrong('AUDIENCE', audience, 'the audience of the push subscription');
  if (!/^[^\s@]+@[a-z0-9.-]+\.gserviceaccount\.com$/.test(account)) {
    wrong('ACCOUNT', account, 'the address of a service account');
  }
  return { topic, audience, account };
}

function scanIn(env: NodeJS.ProcessEnv, mistakes: string[]): ScanSettings {
  const { unitsPerMinutePerUser: user, unitsPerMinutePerProject: project } = gmailLimits;
  const units = (name: string, otherwise: number) => numberIn(env, name, { otherwise, min: 1000, max: 1e9 }, mistakes);
  return {
    mailboxesAtOnce: numberIn(env, 'CONTACT_INBOX_MAILBOXES', { otherwise: 4, min: 1, max: 100 }, mistakes),
    limits: {
      unitsPerMinutePerUser: units('CONTACT_INBOX_GMAIL_USER_UNITS', user),
      unitsPerMinutePerProject: units('CONTACT_INBOX_GMAIL_PROJECT_UNITS', project),
    },
  };
}

/** The first is the default. */
function oneIn<T extends string>(
  env: NodeJS.ProcessEnv,
  name: string,
  choices: readonly [T, ...T[]],
  mistakes: string[],
): T {
  const text = env[name] || choices[0];
  const choice = choices.find((one) => one === text);
  if (choice === undefined) mistakes.push(`${name} is ${JSON.stringify(text)}, not one of ${choices.join(', ')}`);
  return choice ?? choices[0];
}

function secretKeysIn(env: NodeJS.ProcessEnv, mistakes: string[]): SecretKeys {
  const { CONTACT_INBOX_SECRET_KEY: text = '', CONTACT_INBOX_SECRET_KEY_FILE: file = '' } = env;
  if (text && file)
    mistakes.push('CONTACT_INBOX_SECRET_KEY and CONTACT_INBOX_SECRET_KEY_FILE are both set: choose one');
  const name = file ? 'CONTACT_INBOX_SECRET_KEY_FILE' : 'CONTACT_INBOX_SECRET_KEY';
  try {
    return readSecretKeys(file ? readFileSync(file, 'utf8') : text);
  } catch (error) {
    mistakes.push(`${name}: ${(error as Error).message}`);
    return new Map();
  }
}

function audienceIn(env: NodeJS.ProcessEnv, mistakes: string[]): string[] {
  const ids = (env.CONTACT_INBOX_AUDIENCE ?? '').split(',').map((id) => id.trim());
  const audience = ids.filter(Boolean);
  if (audience.length === 0) {
    mistakes.push("CONTACT_INBOX_AUDIENCE is not set: the OAuth client id of the add-on's script, several by commas");
  }
  return audience;
}

function keysIn(env: NodeJS.ProcessEnv, mistakes: string[]): URL {
  const url = urlIn(env.CONTACT_INBOX_KEYS_URL || googleKeys);
  const isLocal = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url?.protocol !== 'https:' && !isLocal) {
    mistakes.push(`CONTACT_INBOX_KEYS_URL is ${JSON.stringify(env.CONTACT_INBOX_KEYS_URL)}, not an https:// address`);
  }
  return url ?? new URL(googleKeys);
}

/** Where Google publishes the keys it signs identity tokens with. */
const googleKeys = 'https://www.googleapis.com/oauth2/v3/certs';

const urlIn = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

function refuse(mistakes: string[]): void {
  if (mistakes.length > 0)
    throw new Error(`Cannot start, the environment is not as it should be:\n- ${mistakes.join('\n- ')}`);
}
