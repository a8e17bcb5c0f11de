import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { BodyOf } from '../../src/api/operations.ts';
import type { ProblemCode } from '../../src/api/problems.ts';
import type { OperationId } from '../../src/api/routes.ts';
import { type NewTenant, openStore } from '../../src/store/open-store.ts';
import type { DatabaseLocation } from '../../src/store/sql/database.ts';
import { program } from '../program.ts';
import { audience, claimsOf, type Person, person, requestFor } from '../store/support.ts';

/** An organisation whose users call real server processes, which are started and killed. */
export interface Site {
  domain: string;
  admin: Person;
  users: Person[];
  /** Starts `contact-inbox store`, on this port or a free one, and waits until it answers. */
  start(port?: number): Promise<StoreProcess>;
  /** Sends one request; what comes back, or `dropped` when the connection broke or nothing listened. */
  send(port: number, id: OperationId, who: Person, input?: Parameters<typeof requestFor>[2]): Promise<Sent>;
  close(): Promise<void>;
}

export interface StoreProcess {
  port: number;
  /** SIGKILL: no time for anything. */
  kill(): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: the answers of all operations
export type Sent = { status: number; body: any; code?: ProblemCode } | { status: 'dropped' };

export async function openSite(
  database: DatabaseLocation,
  { users = 20, ...settings }: { users?: number; quota?: NewTenant['quota'] } = {},
): Promise<Site> {
  const issuer = await startIssuer();
  const domain = 'chaos.example';
  const admin = person(domain, 'admin');
  const people = Array.from({ length: users }, (_, i) => person(domain, `user${i}`));
  const store = await openStore({ database, tokens: { audience: [audience], keys: new URL(issuer.keysUrl) } });
  await store.createTenant({ domain, name: 'Chaos', admins: [admin.email], feature: true, ...settings });
  const roster: BodyOf<'replaceRoster'> = { revision: 1, users: [admin, ...people].map(({ email }) => email) };
  const enabled = await store.fetch(requestFor('replaceRoster', await issuer.token(admin), { body: roster }));
  if (enabled.status !== 200) throw new Error(`The users could not be enabled: ${await enabled.text()}`);
  await store.close();

  const running = new Set<StoreProcess>();
  const send: Site['send'] = async (port, id, who, input) => {
    const request = requestFor(id, await issuer.token(who), input);
    const { pathname, search } = new URL(request.url);
    const body = input?.body === undefined ? {} : { body: JSON.stringify(input.body) };
    try {
      const { method, headers } = request;
      const signal = AbortSignal.timeout(30_000);
      const answer = await fetch(`http://127.0.0.1:${port}${pathname}${search}`, { method, headers, signal, ...body });
      const json = (await answer.json()) as { code?: ProblemCode };
      return { status: answer.status, body: json, ...(answer.status >= 400 && { code: json.code }) };
    } catch {
      return { status: 'dropped' };
    }
  };
  const start: Site['start'] = async (port = 0) => {
    const started = await startStore({ ...environmentOf(database), CONTACT_INBOX_KEYS_URL: issuer.keysUrl }, port);
    running.add(started);
    return started;
  };

  return {
    domain,
    admin,
    users: people,
    start,
    send,
    async close() {
      for (const process of running) await process.kill();
      issuer.stop();
    },
  };
}

/** What must not fail. */
export async function answerOf(sent: Promise<Sent>): Promise<Extract<Sent, { status: number }>> {
  const answer = await sent;
  if (answer.status !== 200) throw new Error(`Not answered: ${JSON.stringify(answer)}`);
  return answer;
}

const environmentOf = (database: DatabaseLocation): Record<string, string> =>
  'url' in database
    ? { DATABASE_URL: database.url, CONTACT_INBOX_DATA: '' }
    : { DATABASE_URL: '', CONTACT_INBOX_DATA: database.folder ?? '' };

async function startStore(environment: Record<string, string>, port: number): Promise<StoreProcess> {
  const settings = {
    CONTACT_INBOX_AUDIENCE: audience,
    CONTACT_INBOX_STOP_DELAY: '0',
    CONTACT_INBOX_USER_RATE: '0',
    CONTACT_INBOX_TENANT_RATE: '0',
    PORT: `${port}`,
  };
  const child = spawn(process.execPath, [...program('src/cli.ts'), 'store'], {
    env: { ...process.env, ...settings, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const listening = await portOf(child);
  return {
    port: listening,
    async kill() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await exited;
    },
  };
}

/** The port it says it listens at; its log is read on, so that the pipe does not fill. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      if (said.length < 10_000) said += chunk;
      const port = /"port":(\d+)/.exec(said)?.[1];
      if (port) resolve(Number(port));
    });
    child.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    child.on('exit', () => reject(new Error(`The store ended before it listened: ${said}`)));
  });
}

/** Issues identity tokens as Google does, and publishes its key. */
async function startIssuer() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'chaos', alg: 'RS256' };
  const server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const token = (who: Person) =>
    new SignJWT(claimsOf(who, new Date())).setProtectedHeader({ alg: 'RS256', kid: 'chaos' }).sign(privateKey);
  return {
    keysUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    token,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export { delay };
