import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres, whyNoPostgres } from '../store/postgres.ts';
import { killServers, restartDatabase, type Survived } from './kills.ts';
import { raceTwoServers } from './races.ts';
import { scanInChaos } from './scan.ts';

const help = `Usage: npm run --silent chaos -- [OPTIONS]
       npm run --silent chaos -- scan [--messages 100000] [--workers 2]

Kills the store's server under load, restarts its database, and lets many do the same thing at once through two servers.
Prints what came of it; the exit code is 1 when anything acknowledged was lost, doubled or half there.

  --kills N     how often the server is killed on each database (default: 50)
  --restarts N  how often PostgreSQL is restarted (default: 5)
  --only WHAT   pglite, postgresql, restarts or races

scan: kills workers that read linked mailboxes, lets more than a fifth of Gmail's answers fail, histories expire and access be taken back,
and compares the suggestions with those of a quiet run. The exit code is 1 when one is missing, doubled or different, a status wrong, or
when fewer answers failed.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    messages: { type: 'string', default: '100000' },
    workers: { type: 'string', default: '2' },
    kills: { type: 'string', default: '50' },
    restarts: { type: 'string', default: '5' },
    only: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
const wanted = (what: string) => values.only === undefined || values.only === what;

if (values.help) process.stdout.write(help);
else await run();

async function run(): Promise<void> {
  const reason = whyNoPostgres();
  if (reason) throw new Error(`PostgreSQL is needed. ${reason}`);
  if (positionals.length > 0) return await runScan();
  if (wanted('pglite')) {
    const folder = mkdtempSync(join(tmpdir(), 'contact-inbox-chaos-'));
    report(
      `kill -9, PGlite, ${values.kills} times`,
      await killServers({ folder: join(folder, 'store') }, Number(values.kills)),
    );
    rmSync(folder, { recursive: true });
  }
  const server = await startPostgres();
  try {
    if (wanted('postgresql')) {
      const url = await server.createDatabase('kills');
      report(`kill -9, PostgreSQL, ${values.kills} times`, await killServers({ url }, Number(values.kills)));
    }
    if (wanted('restarts')) {
      const url = await server.createDatabase('restarts');
      const survived = await restartDatabase(url, server.restart, Number(values.restarts));
      report(`PostgreSQL restarted, ${values.restarts} times`, survived);
    }
    if (wanted('races')) {
      const { quota, accepts, key, roster, merge } = await raceTwoServers(await server.createDatabase('races'));
      const fair =
        quota.created === 1 && quota.used === 3 && accepts.created === 1 && roster.done === 1 && merge.done === 1;
      if (!fair || key.different !== 1 || key.contacts !== 1) process.exitCode = 1;
      console.log('50 clients at once, two servers');
      for (const [name, answers] of Object.entries({
        'last unit of the quota': quota,
        'one suggestion': accepts,
        'one key': key,
        'one revision of the roster': roster,
        'two contacts, merged': merge,
      }))
        console.log(`  ${name.padEnd(28)}${JSON.stringify(answers)}`);
    }
  } finally {
    await server.stop();
  }
}

async function runScan(): Promise<void> {
  if (positionals.join(' ') !== 'scan') throw new Error(`There is no chaos of ${positionals.join(' ')}`);
  const server = await startPostgres();
  try {
    const mailboxes = Math.max(1, Math.round(Number(values.messages) / 200));
    const size = { mailboxes, messages: 200, workers: Number(values.workers), killSeconds: 5 };
    const { seconds, failedAnswers, wrongStatus, ...figures } = await scanInChaos(server.createDatabase, size);
    console.log(`${mailboxes} mailboxes with 200 messages each, ${values.workers} workers`);
    const wrong = [wrongStatus.length, ...wrongStatus].join(', ');
    const told = { ...figures, 'wrong status': wrong, 'failed answers in 100': failedAnswers.toFixed(1) };
    for (const [name, figure] of Object.entries(told)) console.log(`  ${name.padEnd(28)}${figure}`);
    console.log(`  ${'seconds'.padEnd(28)}${seconds.quiet.toFixed(0)} in peace, ${seconds.chaos.toFixed(0)} in chaos`);
    const isAsInPeace = figures.missing + figures.surplus + figures.doubled + wrongStatus.length === 0;
    console.log(`  ${'as in peace'.padEnd(28)}${isAsInPeace ? 'yes' : 'no'}`);
    if (failedAnswers < 20) console.log('  Too few answers failed for this to say anything');
    if (!isAsInPeace || failedAnswers < 20) process.exitCode = 1;
  } finally {
    await server.stop();
  }
}

function report(title: string, { recovery, ...figures }: Survived): void {
  const sorted = recovery.toSorted((a, b) => a - b);
  const seconds = (ms: number | undefined) => `${((ms ?? 0) / 1000).toFixed(1)} s`;
  console.log(title);
  for (const [name, figure] of Object.entries(figures)) console.log(`  ${name.padEnd(28)}${figure}`);
  console.log(
    `  ${'next write after'.padEnd(28)}${seconds(sorted[sorted.length >> 1])} median, ${seconds(sorted.at(-1))} at most`,
  );
  if (figures.lost + figures.doubled + figures.half + figures.wrong > 0) process.exitCode = 1;
}
