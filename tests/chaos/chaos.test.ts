import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeOnPostgres } from '../store/postgres.ts';
import { killServers, restartDatabase } from './kills.ts';
import { raceTwoServers } from './races.ts';

// The short version; npm run chaos kills 50 times.
const nothingLost = { lost: 0, doubled: 0, half: 0, wrong: 0 };
const minutes = 60_000;

test(
  'kill -9 under load, on PGlite: every acknowledged write is there once',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'contact-inbox-chaos-'));
    expect(await killServers({ folder: join(folder, 'store') }, 1)).toMatchObject(nothingLost);
    rmSync(folder, { recursive: true });
  },
  5 * minutes,
);

describeOnPostgres('chaos on PostgreSQL', (server) => {
  test(
    'kill -9 under load: every acknowledged write is there once',
    async () => {
      const url = await server().createDatabase('kills');
      expect(await killServers({ url }, 2)).toMatchObject(nothingLost);
    },
    5 * minutes,
  );

  test(
    'the database restarted under load: requests fail cleanly, are repeated, and go on',
    async () => {
      const url = await server().createDatabase('restarts');
      expect(await restartDatabase(url, server().restart, 1)).toMatchObject(nothingLost);
    },
    5 * minutes,
  );

  test(
    'two servers on one database behave as one: at once, exactly one wins',
    async () => {
      expect(await raceTwoServers(await server().createDatabase('races'))).toEqual({
        quota: { created: 1, 'quota-exceeded': 49, used: 3 },
        accepts: { created: 1, 'suggestion-closed': 49 },
        key: { answers: 50, different: 1, contacts: 1 },
        roster: { done: 1, 'roster-outdated': 49 },
        merge: { done: 1, 'contact-not-found': 49, left: 1 },
      });
    },
    5 * minutes,
  );
});
