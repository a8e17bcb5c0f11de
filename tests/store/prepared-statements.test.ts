import { sql } from 'kysely';
import { connectDatabase } from '../../src/store/sql/database.ts';
import type { Db } from '../../src/store/sql/schema.ts';
import { describeOnPostgres } from './postgres.ts';
import { openTestStore, save, type TestStore } from './support.ts';

/** What PostgreSQL keeps ready on the one connection there is. */
const kept = async (db: Db): Promise<string[]> =>
  (
    await sql<{ statement: string }>`select statement from pg_prepared_statements order by statement`.execute(db)
  ).rows.map(({ statement }) => statement);

describeOnPostgres('statements that PostgreSQL keeps ready', (server) => {
  const times = async (count: number, work: (i: number) => Promise<unknown>) => {
    for (let i = 0; i < count; i++) await work(i);
  };

  test('what runs often is kept, from the fifth time on', async () => {
    const { db, close } = await connectDatabase({ url: await server().createDatabase('often'), connections: 1 });
    const add = (i: number) => sql`select ${i}::integer + 1`.execute(db);
    await times(4, add);
    expect(await kept(db)).toEqual([]);
    await times(3, add);
    expect(await kept(db)).toEqual(['select $1::integer + 1']);
    await close();
  });

  test('what differs each time is not, however much of it runs', async () => {
    const { db, close } = await connectDatabase({ url: await server().createDatabase('differs'), connections: 1 });
    await times(1200, (i) => sql`select ${i}::integer + ${sql.raw(String(i))}`.execute(db));
    expect(await kept(db)).toEqual([]);
    await close();
  });

  test('with `prepare: false` nothing is', async () => {
    const location = { url: await server().createDatabase('off'), connections: 1, prepare: false };
    const { db, close } = await connectDatabase(location);
    await times(10, (i) => sql`select ${i}::integer + 1`.execute(db));
    expect(await kept(db)).toEqual([]);
    await close();
  });

  describe('in a store of one connection', () => {
    let opened: TestStore;
    beforeAll(async () => {
      opened = await openTestStore({ url: await server().createDatabase('kept'), connections: 1 });
    });
    afterAll(() => opened.close());

    const names = async (who: Parameters<TestStore['ok']>[1]) =>
      (await opened.ok('listContacts', who)).items.map(({ fn }) => fn);

    test('organisations that take turns on it see each their own', async () => {
      const [ours, theirs] = [await opened.tenant(), await opened.tenant()];
      await save(opened, ours.user, { fn: 'Ana', email: ['ana@example.com'] });
      await save(opened, theirs.user, { fn: 'Bo', email: ['bo@example.com'] });
      await times(12, async () => {
        expect([await names(ours.user), await names(theirs.user)]).toEqual([['Ana'], ['Bo']]);
      });
      const statements = (await kept(opened.db)).filter((statement) => statement.includes('"contacts"'));
      expect(statements.length).toBeGreaterThan(0);
    });

    test('a table that a newer version changes meanwhile is read anew', async () => {
      const { user } = await opened.tenant();
      const { contact } = await save(opened, user, { fn: 'Ana', email: ['ana@example.com'] });
      const read = () => opened.ok('getContact', user, { params: { contactId: contact.id } });
      await times(8, read);
      expect(await kept(opened.db)).toContainEqual(expect.stringMatching(/^select \* from "contacts"/));
      await sql`alter table contacts add column of_a_newer_version text`.execute(opened.db);
      await times(8, async () => expect((await read()).card.fn).toBe('Ana'));
    });
  });
});
