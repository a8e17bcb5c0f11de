import type { DatabaseLocation } from '../store/sql/database.ts';

/** What `contact-inbox store` is told by its environment. */
export interface StoreEnvironment {
  host: string;
  port: number;
  database: DatabaseLocation;
  audience: string[];
  keys: URL;
}

/** Reads the settings of `contact-inbox store`. Throws one Error that lists every mistake. */
export function storeEnvironment(env: NodeJS.ProcessEnv): StoreEnvironment {
  const mistakes: string[] = [];
  const settings = {
    host: env.HOST || '127.0.0.1',
    port: portIn(env, mistakes),
    database: databaseIn(env, mistakes),
    audience: audienceIn(env, mistakes),
    keys: keysIn(env, mistakes),
  };
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

export const databaseHelp = `  DATABASE_URL             postgres://user:password@host/database: PostgreSQL 16 or newer
  CONTACT_INBOX_DATA       instead of it: a folder for the embedded database, for one process at a time`;

function databaseIn(env: NodeJS.ProcessEnv, mistakes: string[]): DatabaseLocation {
  const url = env.DATABASE_URL ?? '';
  const folder = env.CONTACT_INBOX_DATA ?? '';
  if (url && folder) mistakes.push('DATABASE_URL and CONTACT_INBOX_DATA are both set: choose one');
  if (!url && !folder) mistakes.push('neither DATABASE_URL nor CONTACT_INBOX_DATA is set: where is the database?');
  if (url && !/^postgres(ql)?:$/.test(urlIn(url)?.protocol ?? '')) {
    mistakes.push('DATABASE_URL is not a postgres:// address'); // not repeated here: it holds a password
  }
  return url ? { url } : { folder };
}

function portIn(env: NodeJS.ProcessEnv, mistakes: string[]): number {
  const text = env.PORT || '8080';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) mistakes.push(`PORT is ${JSON.stringify(text)}, not a port`);
  return port;
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
