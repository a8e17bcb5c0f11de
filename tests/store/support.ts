import { randomBytes, randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import { pino } from 'pino';
import { type Operation, problemsOf } from '../../src/api/operation.ts';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '../../src/api/operations.ts';
import { operations } from '../../src/api/operations.ts';
import { type ProblemCode, type ProblemDocument, problems } from '../../src/api/problems.ts';
import { type OperationId, routes } from '../../src/api/routes.ts';
import { Problem } from '../../src/api/schemas.ts';
import type { NewSuggestion } from '../../src/api/types.ts';
import { type ContactCard, cardFrom } from '../../src/contact/card.ts';
import type { ContactDraft, Finding } from '../../src/contact/draft.ts';
import { type NewTenant, type Store, type StoreOptions, storeOver } from '../../src/store/open-store.ts';
import { readSecretKeys } from '../../src/store/secrets.ts';
import { type Database, type DatabaseLocation, openDatabase } from '../../src/store/sql/database.ts';
import type { Db } from '../../src/store/sql/schema.ts';
import { FakeProvider } from './fake-provider.ts';

export const audience = 'client-1.apps.example.com';
export const issuer = 'https://accounts.google.com';

/** A store over a real database, a clock the test sets, and callers whose tokens a test key has signed. */
export interface TestStore {
  store: Store;
  db: Db;
  clock: { now: Date };
  /** The service whose mailboxes the store reads. */
  provider: FakeProvider;
  /** Everything the store has logged. */
  log: string[];
  /** The key that the store trusts. It names no algorithm. */
  publicJwk: JWK;
  sign(claims: JWTPayload, header?: { alg?: string; kid?: string }): Promise<string>;
  token(who: Person): Promise<string>;
  tenant(settings?: Partial<NewTenant>): Promise<TestTenant>;
  /** Calls an operation and holds its answer against the contract: the response schema, or a problem it may answer. */
  call<Id extends OperationId>(id: Id, who: Person, input?: CallInput<Id>): Promise<Answer<Id>>;
  /** The same when it must succeed. */
  ok<Id extends OperationId>(id: Id, who: Person, input?: CallInput<Id>): Promise<ResponseOf<Id>>;
  /** The same when it must fail: its problem's code. */
  refused<Id extends OperationId>(id: Id, who: Person, input?: CallInput<Id>): Promise<ProblemCode>;
  close(): Promise<void>;
}

export interface Person {
  sub: string;
  email: string;
  hd: string;
}

/** Two enabled users, of whom `admin` is an admin, and one who is not enabled. */
export interface TestTenant {
  domain: string;
  admin: Person;
  user: Person;
  stranger: Person;
}

export interface CallInput<Id extends OperationId> {
  params?: ParamsOf<Id>;
  query?: QueryOf<Id>;
  body?: BodyOf<Id>;
  key?: string;
}

export interface Answer<Id extends OperationId> {
  status: number;
  headers: Headers;
  text: string;
  body: ResponseOf<Id>;
  problem?: ProblemDocument;
}

type Settings = Pick<StoreOptions, 'rateLimits' | 'secretKeys' | 'mailProvider' | 'push'>;

/** Whose messages of Gmail the store takes, signed by the test's key too. */
export const push = {
  audience: 'https://store.example/push/google',
  account: 'push@inbox-test.iam.gserviceaccount.com',
};

export const start = new Date('2026-11-22T09:30:00.000Z');

export async function openTestStore(location: DatabaseLocation, settings: Settings = {}): Promise<TestStore> {
  return await testStoreOver(await openDatabase(location), settings);
}

/** The same over a database that is open. */
export async function testStoreOver(database: Database, settings: Settings = {}): Promise<TestStore> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const publicJwk = { ...(await exportJWK(publicKey)), kid: 'test-1', use: 'sig' };
  const privateJwk = await exportJWK(privateKey);
  const keys = { keys: [publicJwk] };
  const clock = { now: start };
  const log: string[] = [];
  const sink = new Writable({
    write(line, _, done) {
      log.push(String(line));
      done();
    },
  });
  const secretKeys = readSecretKeys(`test:${randomBytes(32).toString('base64')}`);
  const provider = new FakeProvider();
  const options = {
    secretKeys,
    mailProvider: provider,
    push: { ...push, keys },
    ...settings,
    tokens: { audience: [audience], keys },
    now: () => clock.now,
    log: pino(sink),
  };
  const store = storeOver(database, options);

  const sign: TestStore['sign'] = async (claims, header) => {
    const protectedHeader = { alg: 'RS256', kid: 'test-1', ...header };
    const key = await importJWK(privateJwk, protectedHeader.alg);
    return await new SignJWT(claims).setProtectedHeader(protectedHeader).sign(key);
  };

  // RSA signs the same the same way each time, and the tests call thousands of times in few names.
  const tokens = new Map<string, Promise<string>>();
  const token: TestStore['token'] = (who) => {
    const claims = claimsOf(who, clock.now);
    const key = JSON.stringify(claims);
    const made = tokens.get(key) ?? sign(claims);
    tokens.set(key, made);
    return made;
  };

  const tenant: TestStore['tenant'] = async (settings = {}) => {
    const domain = settings.domain ?? `t${randomUUID().slice(0, 8)}.example`;
    const [admin, user, stranger] = ['ken', 'sakura', 'lena'].map((name) => person(domain, name)) as [
      Person,
      Person,
      Person,
    ];
    await store.createTenant({ domain, name: `Tenant ${domain}`, admins: [admin.email], feature: true, ...settings });
    const made = { domain, admin, user, stranger };
    await ok('replaceRoster', admin, { body: { revision: 1, users: [admin.email, user.email] } });
    return made;
  };

  const call: TestStore['call'] = async (id, who, input) => {
    const response = await store.fetch(requestFor(id, await token(who), input));
    return await checked(id, response);
  };

  const ok: TestStore['ok'] = async (id, who, input) => {
    const answer = await call(id, who, input);
    if (answer.status !== 200) throw new Error(`${id} answered ${answer.text}`);
    return answer.body;
  };

  const refused: TestStore['refused'] = async (id, who, input) => {
    const answer = await call(id, who, input);
    if (!answer.problem) throw new Error(`${id} was not refused: ${answer.text}`);
    return answer.problem.code;
  };

  return {
    store,
    db: database.db,
    clock,
    provider,
    log,
    publicJwk,
    sign,
    token,
    tenant,
    call,
    ok,
    refused,
    close: () => store.close(),
  };
}

export const person = (domain: string, name: string): Person => ({
  sub: `sub-${name}-${domain}`,
  email: `${name}@${domain}`,
  hd: domain,
});

export const claimsOf = (who: Person, now: Date): JWTPayload => ({
  iss: issuer,
  aud: audience,
  ...who,
  email_verified: true,
  iat: seconds(now),
  exp: seconds(now) + 3600,
});

export const seconds = (time: Date): number => Math.floor(time.getTime() / 1000);

export const later = (time: Date, { hours = 0, days = 0 }: { hours?: number; days?: number }): Date =>
  new Date(time.getTime() + (days * 24 + hours) * 60 * 60 * 1000);

export function requestFor(
  id: OperationId,
  token: string,
  input: { params?: object; query?: object; body?: unknown; key?: string } = {},
): Request {
  const { method, path } = routes[id];
  const params = (input.params ?? {}) as Record<string, string>;
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name] ?? ''));
  const url = new URL(filled, 'http://store.example');
  for (const [name, value] of Object.entries(input.query ?? {})) url.searchParams.set(name, String(value));
  const headers = new Headers({ authorization: `Bearer ${token}` });
  if (operations[id].write) headers.set('idempotency-key', input.key ?? randomUUID());
  if (input.body === undefined) return new Request(url, { method, headers });
  headers.set('content-type', 'application/json');
  return new Request(url, { method, headers, body: JSON.stringify(input.body) });
}

/** Holds an answer against the contract. */
export async function checked<Id extends OperationId>(id: Id, response: Response): Promise<Answer<Id>> {
  const operation: Operation = operations[id];
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  const isFile = operation.produces && response.status === 200;
  const body = isFile ? text : JSON.parse(text);
  const answer = { status: response.status, headers: response.headers, text, body };
  if (response.status === 200) {
    expect(operation.response.safeParse(body)).toMatchObject({ success: true });
    return answer;
  }
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = Problem.parse(body) as ProblemDocument;
  expect(problemsOf(operation)).toContain(problem.code);
  expect(problem).toMatchObject({ status: response.status, title: problems[problem.code].title });
  expect(problem.requestId).toBe(response.headers.get('x-request-id'));
  return { ...answer, problem };
}

const stated = <T>(value: T, line?: number): Finding<T> => ({
  value,
  basis: 'stated',
  ...(line !== undefined && { line }),
  rule: 'test',
});

/** A draft as extraction makes it, from what the test wants to say. */
export const draftOf = (card: Partial<ContactCard>): ContactDraft => ({
  ...(card.fn !== undefined && { fn: stated(card.fn, 0) }),
  ...(card.n && { n: stated(card.n, 0) }),
  ...(card.org && { org: stated(card.org, 1) }),
  ...(card.title !== undefined && { title: stated(card.title, 1) }),
  email: (card.email ?? []).map((value) => stated(value)),
  tel: (card.tel ?? []).map((value) => stated(value, 2)),
  url: (card.url ?? []).map((value) => stated(value)),
  social: [],
});

export const cardOf = (card: Partial<ContactCard>): ContactCard => ({ ...cardFrom(draftOf(card)), ...card });

/** A suggestion of that person from a message of its own, unless one is named. */
export const suggestionOf = (
  card: Partial<ContactCard>,
  messageId = `${randomUUID()}@mail.example`,
): NewSuggestion => ({
  draft: draftOf(card),
  signature: [{ line: 0, text: card.fn ?? '' }],
  source: { messageId, way: 'on-demand' },
});

/** A user suggests a person and accepts the card as it is. */
export async function save(test: TestStore, who: Person, card: Partial<ContactCard>) {
  const { suggestion } = await test.ok('createSuggestion', who, { body: suggestionOf(card) });
  const params = { suggestionId: suggestion.id };
  return await test.ok('acceptSuggestion', who, { params, body: { card: cardOf(card), override: true } });
}
