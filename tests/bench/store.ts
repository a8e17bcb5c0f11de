import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import pg from 'pg';
import type { OperationId } from '../../src/api/routes.ts';
import type { ContactCard } from '../../src/contact/card.ts';
import { emptyCard } from '../../src/contact/merge.ts';
import { indexedContact } from '../../src/store/sql/contact-terms.ts';
import { startPostgres } from '../store/postgres.ts';
import { statementIn } from '../store/statement-in.ts';
import {
  cardOf,
  openTestStore,
  type Person,
  person,
  requestFor,
  suggestionOf,
  type TestStore,
  type TestTenant,
} from '../store/support.ts';
import { quantile } from './measure.ts';

const help = `Usage: npm run --silent bench:store -- [OPTIONS]

Serves lookup, create, accept, search and list over so many contacts of one organisation, in turn with the statements that such
requests ran, sent straight to the same database. Times in ms; "share" is the store's rate beside the straight one.

  --sizes N,N       contacts (default 10000)
  --database NAME   postgres, pglite or both (default both)
  --requests N      of each kind (default 300)
  --json            prints the figures as JSON
`;

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000' },
    database: { type: 'string', default: 'both' },
    requests: { type: 'string', default: '300' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

type Statement = [text: string, values: unknown[]];
interface Figures {
  database: string;
  size: number;
  what: string;
  perSecond: number;
  p50: number;
  p99: number;
  straightPerSecond: number;
  straightP50: number;
  straightP99: number;
}

async function main(): Promise<void> {
  const sizes = values.sizes.split(',').map(Number);
  const figures: Figures[] = [];
  for (const database of values.database === 'both' ? ['postgres', 'pglite'] : [values.database]) {
    const server = database === 'postgres' ? await startPostgres() : undefined;
    for (const size of sizes) {
      const test = await openTestStore(server ? { url: await server.createDatabase(`bench_${size}`) } : {});
      figures.push(...(await bench(test, database, size)));
      await test.close();
    }
    await server?.stop();
  }
  if (values.json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}

async function bench(test: TestStore, database: string, size: number): Promise<Figures[]> {
  const tenant = await newTenant(test);
  const started = performance.now();
  await fill(test, tenant, size);
  say(`${database}, ${size} contacts, filled in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  say('what      store/s   p50   p99   straight/s   p50   p99  share');
  const figures: Figures[] = [];
  for (const [what, make] of Object.entries(kinds)) {
    const found = { database, size, what, ...(await measured(test, tenant, make, size)) };
    figures.push(found);
    const cells = [
      found.perSecond,
      found.p50,
      found.p99,
      found.straightPerSecond,
      found.straightP50,
      found.straightP99,
    ];
    const share = `${((100 * found.perSecond) / found.straightPerSecond).toFixed(0)} %`;
    say(`${what.padEnd(9)} ${cells.map((cell) => cell.toFixed(1).padStart(7)).join(' ')}  ${share}`);
  }
  say(`export: ${await exported(test, tenant)}`);
  return figures;
}

async function newTenant(test: TestStore): Promise<TestTenant> {
  const domain = 'bench.example';
  const [admin, user, stranger] = ['ken', 'sakura', 'lena'].map((name) => person(domain, name)) as [
    Person,
    Person,
    Person,
  ];
  await test.store.createTenant({ domain, name: 'Bench', admins: [admin.email], feature: true });
  const body = { revision: 1, users: [admin.email, user.email] };
  await test.store.fetch(requestFor('replaceRoster', await test.token(admin), { body }));
  return { domain, admin, user, stranger };
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

type Call = [id: OperationId, input: { params?: object; query?: object; body?: unknown }];
/** The calls of one kind; the last one is measured, those before it are what it needs. */
type Make = (i: number, size: number) => { before?: Call; call: (before?: { suggestion: { id: string } }) => Call };

const searched = [
  '佐藤 花子',
  'すずき',
  'kashi',
  'alvarez jose',
  '株式会社',
  'example.jp',
  '03-1234',
  '9876',
  '食品 佐',
  'qqqq',
];
const newCard = () =>
  cardOf({ fn: '新井 一', org: { name: '新規', units: [] }, email: [`new-${randomUUID()}@example.jp`] });
const kinds: Record<string, Make> = {
  lookup: (i, size) => ({
    call: () => ['lookupSender', { body: { email: addressOf((i * 7919) % size), messageId: 'm' } }],
  }),
  list: () => ({ call: () => ['listContacts', { query: { limit: 20 } }] }),
  search: (i) => ({ call: () => ['listContacts', { query: { limit: 20, q: searched[i % searched.length] } }] }),
  create: () => ({ call: () => ['createSuggestion', { body: suggestionOf(newCard()) }] }),
  accept: () => {
    const card = newCard();
    return {
      before: ['createSuggestion', { body: suggestionOf(card) }],
      call: (made) => ['acceptSuggestion', { params: { suggestionId: made?.suggestion.id }, body: { card } }],
    };
  },
};

async function measured(test: TestStore, { user, domain }: TestTenant, make: Make, size: number) {
  const tenant = await tenantId(test, domain);
  const token = await test.token(user);
  const count = Number(values.requests);
  const serve = async ([id, input]: Call) => {
    const response = await test.store.fetch(requestFor(id, token, input));
    const text = await response.text();
    if (!response.ok) throw new Error(`${id} answered ${text}`);
    return text;
  };
  const sent: Statement[][][] = [];
  for (let i = 0; i < count; i++) {
    const { before, call } = make(i, size);
    const recorded: Statement[][] = [];
    const made = before && JSON.parse(await recording(recorded, () => serve(before)));
    await recording(recorded, () => serve(call(made)));
    sent.push(recorded); // what is recorded is not timed, and warms the store up
  }
  const times: number[] = [];
  const straight: number[] = [];
  for (let i = 0; i < count; i++) {
    const { before, call } = make(i, size);
    const asked = call(before && JSON.parse(await serve(before)));
    const start = performance.now();
    await serve(asked);
    times.push(performance.now() - start);
    // Of other contacts, so that neither finds at hand what the other has just read.
    const statements = renamed(sent[(i + Math.floor(count / 2)) % count] ?? [], tenant);
    for (const before of statements.slice(0, -1)) await sendAll(test, before);
    const straightStart = performance.now();
    await sendAll(test, statements.at(-1) ?? []);
    straight.push(performance.now() - straightStart);
  }
  const rate = (each: number[]) => (1000 * each.length) / each.reduce((sum, ms) => sum + ms, 0);
  return {
    perSecond: rate(times),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    straightPerSecond: rate(straight),
    straightP50: quantile(straight, 0.5),
    straightP99: quantile(straight, 0.99),
  };
}

/** Keeps the statements that the work sends to the database. */
async function recording<T>(recordings: Statement[][], work: () => Promise<T>): Promise<T> {
  const statements: Statement[] = [];
  const restore = [pg.Client.prototype, PGlite.prototype].map((prototype) => {
    const holder = prototype as unknown as { query: (...given: unknown[]) => unknown };
    const query = holder.query;
    holder.query = function (this: unknown, ...given: unknown[]) {
      const { text, values = [] } = statementIn(given);
      if (text !== undefined) statements.push([text, values]);
      return query.apply(this, given);
    };
    return () => {
      holder.query = query;
    };
  });
  try {
    return await work();
  } finally {
    for (const undo of restore) undo();
    recordings.push(statements);
  }
}

/** The same statements about other things: new ids, keys and digests wherever an insert named them. */
function renamed(recorded: Statement[][], tenant: string): Statement[][] {
  const fresh = new Map<string, string>();
  const inserted = new Set(
    recorded
      .flat()
      .filter(([text]) => /^\s*insert/i.test(text))
      .flatMap(([text, parameters]) => (/"?rate_limits/.test(text) ? [] : parameters.flatMap(namesIn))),
  );
  inserted.delete(tenant);
  const other = (name: string) => {
    if (!inserted.has(name)) return name;
    if (!fresh.has(name))
      fresh.set(name, name.length === 36 ? randomUUID() : (randomUUID() + randomUUID()).replaceAll('-', ''));
    return fresh.get(name) ?? name;
  };
  const swap = (value: unknown) => (typeof value === 'string' ? value.replace(names, other) : value);
  return recorded.map((statements) => statements.map(([text, parameters]) => [text, parameters.map(swap)]));
}

const names = /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})\b/g;
const namesIn = (value: unknown): string[] => (typeof value === 'string' ? (value.match(names) ?? []) : []);

/** On one connection, as the request's transaction was; what it began outside is sent before. */
async function sendAll(test: TestStore, statements: Statement[]): Promise<void> {
  await test.db.connection().execute(async (connection) => {
    for (const [text, parameters] of statements) {
      await connection.executeQuery({
        sql: text,
        parameters,
        query: sql`x`.toOperationNode(),
        queryId: { queryId: 'x' },
      } as never);
    }
  });
}

async function exported(test: TestStore, { user }: TestTenant): Promise<string> {
  const response = await test.store.fetch(
    requestFor('exportContacts', await test.token(user), { query: { format: 'csv' } }),
  );
  const before = process.memoryUsage().rss;
  const started = performance.now();
  let [bytes, most] = [0, before];
  for await (const chunk of response.body ?? []) {
    bytes += (chunk as Uint8Array).byteLength;
    most = Math.max(most, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - started) / 1000;
  return `${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s, ${((most - before) / 1e6).toFixed(0)} MB more memory at most`;
}

const tenantId = async ({ db }: TestStore, domain: string): Promise<string> =>
  (await db.selectFrom('tenants').select('id').where('domain', '=', domain).executeTakeFirstOrThrow()).id;

const addressOf = (i: number): string => `p${i}@c${i % 5000}.example.jp`;

/**
 * As many contacts as asked for: 20,000 different people, then the same again with other ids and addresses, through SQL
 * that fills the columns and tables a saved contact has, history aside.
 */
async function fill(test: TestStore, { domain }: TestTenant, size: number): Promise<void> {
  const { db } = test;
  const tenant = (await db.selectFrom('tenants').select('id').where('domain', '=', domain).executeTakeFirstOrThrow())
    .id;
  const tables = ['contacts', 'contact_emails', 'contact_terms'];
  for (const table of tables) await sql`alter table ${sql.table(table)} no force row level security`.execute(db);
  await sql`drop index contact_terms_by_term`.execute(db);
  await sql`create table people (n integer primary key, card jsonb, search text, name_key text, company_key text, terms integer[])`.execute(
    db,
  );
  const different = Math.min(size, 20_000);
  for (let i = 0; i < different; i += 1000) {
    const rows = Array.from({ length: Math.min(1000, different - i) }, (_, j) => {
      const card = personOf(i + j);
      return { n: i + j, card, ...indexedContact(tenant, { card, tags: [] }) };
    });
    await sql`insert into people select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (n integer, card jsonb, search text, name_key text, company_key text, terms integer[])`.execute(db);
  }
  for (let from = 0; from < size; from += 50_000) {
    await sql`with made as materialized (
        select gen_random_uuid() as id, i, timestamptz '2026-01-01' + i * interval '20 seconds' as at, people.* from generate_series(${from}::integer, ${Math.min(size, from + 50_000) - 1}::integer) as i
        join people on n = i % ${different}::integer),
      kept as (insert into contacts (tenant_id, id, card, search, name_key, company_key, revision, acceptances, created_at, updated_at, created_by)
        select ${tenant}::uuid, id, card, search, name_key, company_key, 1, 1, at, at, 'x' from made),
      terms as (insert into contact_terms (tenant_id, contact_id, terms, updated_at, name_key, company_key)
        select ${tenant}::uuid, id, terms, at, name_key, company_key from made)
      insert into contact_emails (tenant_id, address, contact_id, domain)
        select ${tenant}::uuid, 'p' || i || '@c' || i % 5000 || '.example.jp', id, 'c' || i % 5000 || '.example.jp' from made`.execute(
      db,
    );
  }
  await sql`create index contact_terms_by_term on contact_terms using gin (terms) with (fastupdate = off)`.execute(db);
  await sql`drop table people`.execute(db);
  for (const table of tables) await sql`alter table ${sql.table(table)} force row level security`.execute(db);
  await sql`analyze`.execute(db);
}

function personOf(i: number): ContactCard {
  const pick = <T>(list: T[], step: number): T => list[Math.floor(i / step) % list.length] as T;
  const [family, kana] = pick(families, 1).split('/') as [string, string];
  const given = pick(givens, families.length);
  const syllables = (k: number) =>
    [...String(k * 7919)].map((digit) => 'ka shi mu ro te na so ri yo ha'.split(' ')[Number(digit)]).join('');
  const company = syllables(i % 5000);
  const digits = (step: number) => String((i * step) % 100_000_000).padStart(8, '0');
  return {
    ...emptyCard,
    fn: `${family} ${given}`,
    n: { family, given },
    phonetic: { family: kana, script: 'kana' },
    org: { name: `株式会社${company}${pick(['食品', '電機', '商事', '建設', '物産'], 3)}`, units: ['営業部'] },
    title: pick(['部長', '課長', '主任', 'Director'], 11),
    email: [`${syllables(i)}@c${i % 5000}.example.jp`],
    tel: [{ text: `03-${digits(7919).slice(0, 4)}-${digits(104_729).slice(4)}`, e164: `+8190${digits(15_485_863)}` }],
  };
}

const families =
  '佐藤/さとう 鈴木/すずき 高橋/たかはし 田中/たなか 伊藤/いとう 渡辺/わたなべ 山本/やまもと 中村/なかむら 小林/こばやし 加藤/かとう 吉田/よしだ 山田/やまだ Álvarez/あるばれす 森/もり 林/はやし'.split(
    ' ',
  );
const givens = '太郎 花子 さくら 健 一郎 美咲 翔太 陽菜 大輔 直子 José Ana Peter'.split(' ');

if (values.help) process.stdout.write(help);
else await main();
