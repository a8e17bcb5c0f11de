import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { EmulatedGoogle } from '../../src/preview/google/emulated-google.ts';
import { addGeneratedPeople } from '../../src/preview/google/mailboxes/generated-mailbox.ts';
import type { MethodCount } from '../../src/preview/google/request-counts.ts';
import { serveGoogle } from '../../src/preview/google/serve.ts';
import { createScanMetrics } from '../../src/scan/metrics.ts';
import { googleAccess } from '../../src/scan/provider.ts';
import { BoundedMemory, type Recall } from '../../src/scan/text-memory.ts';
import { startWorker } from '../../src/scan/worker.ts';
import { newSecretKey, readSecretKeys, secretsWith } from '../../src/store/secrets.ts';
import { openDatabase } from '../../src/store/sql/database.ts';
import type { Db } from '../../src/store/sql/schema.ts';
import { asOperator } from '../../src/store/sql/transaction.ts';
import { program } from '../program.ts';
import { linkMany } from '../scan/link-many.ts';
import { startPostgres } from '../store/postgres.ts';
import { processorSecondsOfPostgres } from './processor-time.ts';

const help = `Usage: npm run bench:scan -- [--mailboxes 1000] [--messages 200] [--workers 1,2,4] [--at-once 4] [--people 500]
                             [--no-memory]

Reads generated mailboxes of an emulated Google that sets no limits, with workers that are processes of their own, on a fresh
PostgreSQL each time. Google and PostgreSQL work on the same machine, so their time is in the figures.

Some 40 people write to each mailbox. They are of ten for each mailbox, so each writes to four on average, or of as many as
--people says, 60,000 at most. What workers remember of them is in the figures too; with --no-memory they remember nothing.
`;

const domain = 'bench.example';
const noLimits = { unitsPerMinutePerUser: 1e9, unitsPerMinutePerProject: 1e9 };

/** The whole run, or one of its processes: told by the first argument. */
const roles: Record<string, () => Promise<void>> = { google, worker };
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      mailboxes: { type: 'string', default: '1000' },
      messages: { type: 'string', default: '200' },
      workers: { type: 'string', default: '1,2,4' },
      'at-once': { type: 'string' },
      people: { type: 'string' },
      'no-memory': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const size = {
    mailboxes: Number(values.mailboxes),
    messages: Number(values.messages),
    ...(values.people !== undefined && { people: Number(values.people) }),
  };
  const options = {
    ...(values['at-once'] !== undefined && { mailboxesAtOnce: Number(values['at-once']) }),
    forgets: values['no-memory'],
  };
  for (const workers of values.workers.split(',').map(Number)) await measure(workers, size, options);
}

interface Size {
  mailboxes: number;
  messages: number;
  people?: number;
}

async function measure(
  workers: number,
  size: Size,
  options: { mailboxesAtOnce?: number; forgets: boolean },
): Promise<void> {
  const server = await startPostgres();
  const atGoogle = child('google', size);
  const { url, keyFile } = await told<{ url: string; keyFile: string }>(atGoogle);
  const databaseUrl = await server.createDatabase('bench');
  const secretKey = newSecretKey(new Date());
  const emails = Array.from({ length: size.mailboxes }, (_, number) => `user-${number}@${domain}`);
  await linkMany(databaseUrl, { domain, emails, keyFile, url, secretKey });

  const all = Array.from({ length: workers }, () => child('worker', { databaseUrl, url, secretKey, ...options }));
  await Promise.all(all.map((one) => told(one)));
  const { db, close } = await openDatabase({ url: databaseUrl, connections: 1 });
  const atGoogleBefore = await ask<GooglesUse>(atGoogle);
  const postgresBefore = (await processorSecondsOfPostgres(db)) ?? Number.NaN;
  const started = performance.now();
  for (const one of all) one.send('go');
  const { read, suggested } = await untilRead(db, size.mailboxes);
  const seconds = (performance.now() - started) / 1000;
  const used = await Promise.all(all.map((one) => ask<WorkersUse>(one)));
  const { wire, counts, cpuSeconds } = await ask<GooglesUse>(atGoogle);
  const postgres = ((await processorSecondsOfPostgres(db)) ?? Number.NaN) - postgresBefore;
  await close();
  for (const one of [...all, atGoogle]) one.kill();
  await server.stop();

  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
  const ofWorkers = sum(used.map((one) => one.cpuSeconds));
  const ofGoogle = cpuSeconds - atGoogleBefore.cpuSeconds;
  const remembered =
    sum(used.map(({ recall }) => recall.known)) / sum(used.map(({ recall: { known, unknown } }) => known + unknown));
  const units = sum(Object.values(counts).map((one) => one.units));
  const each = (of: number) => `${((of / read) * 1000).toFixed(2)} ms`;
  process.stdout.write(
    `${workers} workers: ${read} messages in ${seconds.toFixed(1)} s, ${Math.round(read / seconds)}/s; ` +
      `${Math.round(read / ofWorkers)} a second of the workers' processor time; ${suggested} suggested; ` +
      `${(wire / read).toFixed(3)} requests and ${(units / read).toFixed(2)} units a message (least: 20); ` +
      `${Math.round(Math.max(...used.map((one) => one.megabytes)))} MB a worker\n` +
      `  processor time a message: ${each(ofWorkers + postgres + ofGoogle)}, of it ${each(ofWorkers)} the workers', ` +
      `${each(postgres)} PostgreSQL's, ${each(ofGoogle)} the emulated Google's; ${(100 * remembered).toFixed(0)} % remembered\n`,
  );
}

interface WorkersUse {
  cpuSeconds: number;
  megabytes: number;
  recall: Recall;
}

interface GooglesUse {
  wire: number;
  counts: Record<string, MethodCount>;
  cpuSeconds: number;
}

async function untilRead(db: Db, mailboxes: number): Promise<{ read: number; suggested: number }> {
  for (;;) {
    const rows = await asOperator(db, (trx) =>
      trx.selectFrom('linkages').select(['status', 'read', 'suggested', 'last_success_at']).execute(),
    );
    if (rows.length === mailboxes && rows.every((row) => row.last_success_at !== null)) {
      const total = (of: 'read' | 'suggested') => rows.reduce((sum, row) => sum + row[of], 0);
      return { read: total('read'), suggested: total('suggested') };
    }
    await sleep(500); // each look takes the time of the processors that are measured
  }
}

/** An emulated Google without limits, in a process of its own. */
async function google(): Promise<void> {
  const { mailboxes, messages, people } = settings<Size>();
  const emulated = new EmulatedGoogle({ quota: noLimits });
  const account = emulated.serviceAccounts.create();
  const keyFile = await emulated.serviceAccounts.createKey(account.email);
  const organisation = emulated.createOrganisation(domain);
  organisation.delegate(account.clientId, ['https://www.googleapis.com/auth/gmail.readonly']);
  addGeneratedPeople(organisation, {
    count: mailboxes,
    messagesEach: messages,
    newestAt: Date.now(),
    correspondents: people,
  });
  const { url } = await serveGoogle(emulated);
  process.send?.({ url, keyFile: JSON.stringify(keyFile) });
  process.on('message', () =>
    process.send?.({ wire: emulated.counts.wire, counts: emulated.counts.all(), cpuSeconds: cpuSeconds() }),
  );
}

async function worker(): Promise<void> {
  const { databaseUrl, url, secretKey, forgets, ...options } = settings<{
    databaseUrl: string;
    url: string;
    secretKey: string;
    mailboxesAtOnce?: number;
    forgets: boolean;
  }>();
  const { db } = await openDatabase({ url: databaseUrl });
  const secrets = secretsWith(readSecretKeys(secretKey));
  const access = googleAccess({ rootUrl: url });
  process.send?.('ready');
  await once(process, 'message');
  const before = cpuSeconds();
  const services = { db, secrets, access, log: pino({ level: 'silent' }), metrics: createScanMetrics() };
  const memory = new BoundedMemory(forgets ? 0 : undefined);
  startWorker({ ...services, ...options, memory, limits: noLimits });
  process.on('message', () => {
    process.send?.({
      cpuSeconds: cpuSeconds() - before,
      megabytes: process.memoryUsage().rss / 2 ** 20,
      recall: memory.recall,
    });
  });
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const settings = <T>(): T => JSON.parse(process.argv[3] ?? '{}') as T;

const child = (role: string, given: object): ChildProcess =>
  spawn(process.execPath, [...program('tests/bench/scan.ts'), role, JSON.stringify(given)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });

const told = async <T>(from: ChildProcess): Promise<T> => (await once(from, 'message'))[0] as T;

async function ask<T>(of: ChildProcess): Promise<T> {
  of.send('how much?');
  return await told<T>(of);
}

process.once('disconnect', () => process.exit()); // whoever started this process is gone
await (roles[process.argv[2] ?? ''] ?? main)();
