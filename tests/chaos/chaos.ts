import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres, whyNoPostgres } from '../store/postgres.ts';
import { killServers, restartDatabase, type Survived } from './kills.ts';
import { raceTwoServers } from './races.ts';

const help = `Usage: npm run --silent chaos -- [OPTIONS]

Kills the store's server under load, restarts its database, and lets many do the same thing at once through two servers.
Prints what came of it; the exit code is 1 when anything acknowledged was lost, doubled or half there.

  --kills N     how often the server is killed on each database (default: 50)
  --restarts N  how often PostgreSQL is restarted (default: 5)
  --only WHAT   pglite, postgresql, restarts or races
`;

const { values } = parseArgs({
  options: {
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
