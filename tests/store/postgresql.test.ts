import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { backUp, restore } from '../../src/store/backup.ts';
import { connectDatabase, openDatabase } from '../../src/store/sql/database.ts';
import { program } from '../program.ts';
import { fillTables } from './filled-tables.ts';
import { describeOnPostgres, startPostgres } from './postgres.ts';
import { backup } from './suite/backup.ts';
import { storeSuite } from './suite/suite.ts';
import { audience, openTestStore, save, start, type TestStore } from './support.ts';
import { watchPlans } from './watched-plans.ts';

describeOnPostgres('store on PostgreSQL', (server) => {
  let plans: ReturnType<typeof watchPlans> | undefined;
  storeSuite(async () => {
    const url = await server().createDatabase('contact_inbox');
    await fillTables(url);
    plans = watchPlans();
    return { url };
  }, ['backup']);

  test('no statement of all these reads a whole table', () => {
    plans?.stop();
    expect(plans?.explained()).toBeGreaterThan(300);
    expect(plans?.wholeReads()).toEqual([]);
  });

  // The filled tables hold what no store has written, which a restore would refuse. Here, after the plans, its migrations are
  // not among the statements that were watched.
  describe('backup', () => {
    let opened: TestStore;
    beforeAll(async () => {
      opened = await openTestStore({ url: await server().createDatabase('backed_up') });
    });
    afterAll(() => opened.close());
    backup(() => opened);
  });

  test('stores that open one new database at once set it up once', async () => {
    const url = await server().createDatabase('at_once');
    const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ url })));
    expect(opened.map(({ migrated }) => migrated.length > 0).sort()).toEqual([false, false, true]);
    await Promise.all(opened.map(({ close }) => close()));
  });

  test('stores that begin their jobs on one new database at once all do', async () => {
    const url = await server().createDatabase('jobs_at_once');
    const opened = await Promise.all(Array.from({ length: 6 }, () => openTestStore({ url })));
    await Promise.all(opened.map(({ store }) => store.startJobs({ privateWebhooks: false })));
    await Promise.all(opened.map(({ close }) => close()));
  });

  test('a store whose jobs cannot begin says why and ends', async () => {
    const url = await server().createDatabase('no_jobs');
    const before = await openTestStore({ url });
    await before.store.startJobs({ privateWebhooks: false });
    await sql`create or replace function pgboss.create_queue(queue_name text, options json) returns void as
      $$ begin raise exception 'no queue today'; end $$ language plpgsql`.execute(before.db);
    await before.close();
    const env = { ...process.env, DATABASE_URL: url, CONTACT_INBOX_AUDIENCE: audience, PORT: '0' };
    const ended = promisify(execFile)(process.execPath, [...program('src/cli.ts'), 'store'], { env });
    await expect(ended).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('no queue today') });
  });

  test('on another database of the server the role is there already', async () => {
    const { migrated, close } = await openDatabase({ url: await server().createDatabase('another') });
    expect(migrated).toContain('0001-tenants');
    await close();
  });

  test('a backup of PGlite is restored, by an owner who is no superuser, and backed up the same', async () => {
    const lines: string[] = [];
    const from = await openTestStore({});
    const { user } = await from.tenant();
    await save(from, user, { fn: 'Ana', email: ['ana@example.com'] });
    await backUp(from.db, start, async (line) => void lines.push(line));
    await from.close();

    const { db, close } = await connectDatabase({ url: await server().createDatabase('restored') });
    async function* all() {
      yield* lines;
    }
    await restore(db, all());
    const again: string[] = [];
    await backUp(db, start, async (line) => void again.push(line));
    expect(again.toSorted()).toEqual(lines.toSorted());
    await close();
  });

  test('the owner of the tables, who is no superuser, sees no rows either', async () => {
    const test = await openTestStore({ url: await server().createDatabase('owner') });
    await save(test, (await test.tenant()).user, { fn: 'Ana' });
    expect(await test.db.selectFrom('contacts').select('id').execute()).toEqual([]);
    expect(await test.db.selectFrom('tenants').select('domain').execute()).toHaveLength(1);
    await test.close();
  });

  test('a server that stops: unavailable, and the store does not fall over', async () => {
    const stopping = await startPostgres();
    const test = await openTestStore({ url: await stopping.createDatabase('gone') });
    const { user } = await test.tenant();
    await stopping.stop();
    for (let i = 0; i < 2; i++) {
      const answer = await test.call('getMe', user);
      expect(answer.problem?.code).toBe('unavailable');
      expect(answer.headers.get('retry-after')).toBe('5');
    }
    const statusAt = async (path: string) =>
      (await test.store.fetch(new Request(`http://store.example${path}`))).status;
    expect(await statusAt('/readyz')).toBe(503);
    expect(await statusAt('/healthz')).toBe(200); // the process need not be started anew
    await test.close();
  });
});
