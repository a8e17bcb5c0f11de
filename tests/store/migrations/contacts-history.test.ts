import { PGlite } from '@electric-sql/pglite';
import { Kysely, Migrator, sql } from 'kysely';
import { connectDatabase } from '../../../src/store/sql/database.ts';
import { migrations } from '../../../src/store/sql/migrate.ts';
import { PGliteDialect } from '../../../src/store/sql/pglite-dialect.ts';
import type { Db, Schema } from '../../../src/store/sql/schema.ts';
import { describeOnPostgres } from '../postgres.ts';

// 0004 on a database that has contacts and undos of before: every value gets a history, and what was offered can be undone.
const tenant = '10000000-0000-4000-8000-000000000000';
const ids = {
  contact: '20000000-0000-4000-8000-000000000000',
  suggestion: '30000000-0000-4000-8000-000000000000',
  created: '40000000-0000-4000-8000-000000000000',
  updated: '50000000-0000-4000-8000-000000000000',
  dismissed: '60000000-0000-4000-8000-000000000000',
};
const card = { fn: 'Ana', title: '', email: ['a@b.example', 'c@d.example'], tel: [{ text: '1' }], url: [], social: [] };
const before = { ...card, email: ['a@b.example'] };

function carriesOver(open: () => Promise<Db>): void {
  let db: Db;
  beforeAll(async () => {
    db = await open();
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    expect((await migrator.migrateTo('0003-suggestions')).error).toBeUndefined();
    await fill(db);
    expect((await migrator.migrateTo('0004-contacts-history')).error).toBeUndefined();
  }, 60_000);
  afterAll(() => db.destroy());

  const rows = async <T>(query: string): Promise<T[]> =>
    await db.transaction().execute(async (trx) => {
      await sql`select set_config('contact_inbox.tenant', ${tenant}, true), set_config('contact_inbox.user', 'u', true)`.execute(
        trx,
      );
      return (await sql.raw<T>(query).execute(trx)).rows;
    });

  test('every value of a contact', async () => {
    const values = await rows(`select field, value, how, set_by from contact_values order by field, value`);
    expect(values).toEqual([
      { field: 'email', value: 'a@b.example', how: 'read', set_by: 'u@x.example' },
      { field: 'email', value: 'c@d.example', how: 'read', set_by: 'u@x.example' },
      { field: 'fn', value: 'Ana', how: 'read', set_by: 'u@x.example' },
      { field: 'tel', value: { text: '1' }, how: 'read', set_by: 'u@x.example' },
    ]);
  });

  test('every undo', async () => {
    const contact = { type: 'contact', id: ids.contact, acceptances: 1 };
    const suggestion = { type: 'suggestion', id: ids.suggestion };
    const content = (one: typeof card) => ({ card: one, tags: [] });
    expect(await rows(`select id, steps, created_at from undos order by id`)).toEqual([
      {
        id: ids.created,
        steps: [
          { ...contact, left: content(before) },
          { type: 'quota', period: '2026-11' },
          { ...suggestion, left: 'accepted' },
        ],
        created_at: new Date('2026-11-21T09:00:00Z'),
      },
      {
        id: ids.updated,
        steps: [
          { ...contact, before: { content: content(before) }, left: content(card) },
          { ...suggestion, left: 'accepted' },
        ],
        created_at: expect.any(Date),
      },
      { id: ids.dismissed, steps: [{ ...suggestion, left: 'dismissed' }], created_at: expect.any(Date) },
    ]);
  });

  test('and its tables stay closed to who names no organisation', async () => {
    for (const table of ['contacts', 'suggestions', 'undos', 'contact_values']) {
      const { rows: forced } = await sql<{ forced: boolean }>`
        select relforcerowsecurity as forced from pg_class where relname = ${table}`.execute(db);
      expect([table, forced]).toEqual([table, [{ forced: true }]]);
    }
  });
}

async function fill(db: Db): Promise<void> {
  const json = (value: unknown) => `'${JSON.stringify(value)}'`;
  const undo = (id: string, kind: string, rest: string) =>
    `insert into undos values ('${tenant}', '${id}', 'u', '${kind}', '${ids.suggestion}', ${rest}, '2026-11-22T09:00Z')`;
  const texts = [
    `insert into tenants values ('${tenant}', 'x.example', 'X', '{}', null, true, null, 'warn', '{}')`,
    `select set_config('contact_inbox.tenant', '${tenant}', true), set_config('contact_inbox.user', 'u', true)`,
    `insert into contacts values ('${tenant}', '${ids.contact}', ${json(card)}, 'ana', 2, 2, now(), now(), 'u@x.example')`,
    `insert into suggestions values ('${tenant}', '${ids.suggestion}', 'u', 'm', 'p', 'accepted', '{}', '[]', '{}', now(),
      now(), '${ids.contact}')`,
    undo(ids.created, 'accept', `'${ids.contact}', null, ${json(before)}, '2026-11'`),
    undo(ids.updated, 'accept', `'${ids.contact}', ${json(before)}, ${json(card)}, null`),
    undo(ids.dismissed, 'dismiss', 'null, null, null, null'),
  ];
  await db.transaction().execute(async (trx) => {
    for (const text of texts) await sql.raw(text).execute(trx);
  });
}

describe('on PGlite', () =>
  carriesOver(async () => new Kysely<Schema>({ dialect: new PGliteDialect(await PGlite.create('memory://')) })));

describeOnPostgres('on PostgreSQL, whose owner is no superuser', (server) =>
  carriesOver(async () => {
    const { db } = await connectDatabase({ url: await server().createDatabase('carried_over') });
    return db;
  }),
);
