import { sql } from 'kysely';
import { openTestStore, save, type TestStore } from './support.ts';

describe('/readyz', () => {
  let opened: TestStore;
  const ready = async () => await opened.store.fetch(new Request('http://store.example/readyz'));
  beforeEach(async () => {
    opened = await openTestStore({});
  });
  afterEach(() => opened.close());

  test('says no while the database lacks a migration of ours, and names it', async () => {
    await sql`delete from kysely_migration where name = '0002-contacts'`.execute(opened.db);
    const response = await ready();
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { code: 'unavailable', detail: 'The database lacks 0002-contacts' },
    ]);
  });

  test('minds no migration of a newer store, which is being put in place', async () => {
    await sql`insert into kysely_migration values ('9999-later', 'now')`.execute(opened.db);
    expect((await ready()).status).toBe(200);
  });

  test('says no once the store is to stop, while requests are answered, each on a connection that ends', async () => {
    const { user } = await opened.tenant();
    opened.store.stopAsking();
    expect((await ready()).status).toBe(503);
    const answer = await opened.call('getMe', user);
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
  });
});

test('an older store on the database of a newer one does not start, and says why', async () => {
  const { migrate } = await import('../../src/store/sql/migrate.ts');
  const opened = await openTestStore({});
  await sql`insert into kysely_migration values ('9999-later', 'now')`.execute(opened.db);
  await expect(migrate(opened.db)).rejects.toThrow(/a newer version of Contact Inbox has been here.*9999-later/);
  await opened.close();
});

describe('metrics', () => {
  test('count answers by operation and status, problems by code, time and connections, and name nobody', async () => {
    const opened = await openTestStore({});
    const { user, domain } = await opened.tenant();
    await save(opened, user, { fn: 'Ana Ruiz', email: ['ana@example.com'] });
    await opened.refused('getContact', user, { params: { contactId: 'f3a8b8de-6f0e-4a1c-9b1a-2b1a5a8e0f0c' } });
    await opened.store.fetch(new Request('http://store.example/nothing/ana@example.com'));
    const text = await opened.store.metrics.text();
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'contact_inbox_requests_total{operation="acceptSuggestion",status="200"} 1',
        'contact_inbox_requests_total{operation="getContact",status="404"} 1',
        'contact_inbox_requests_total{operation="none",status="404"} 1',
        'contact_inbox_problems_total{operation="getContact",problem="contact-not-found"} 1',
        'contact_inbox_request_duration_seconds_count{operation="acceptSuggestion"} 1',
        'contact_inbox_transaction_retries_total 0',
        'contact_inbox_database_connections{state="idle"} 1',
        'contact_inbox_database_connections{state="waiting"} 0',
      ]),
    );
    for (const secret of ['ana', domain, 'f3a8b8de', user.sub]) expect(text).not.toContain(secret);
    await opened.close();
  });
});

test('too many requests: 429, when to come back', async () => {
  const opened = await openTestStore({}, { rateLimits: { user: 40, tenant: 1000 } });
  const { user, admin } = await opened.tenant();
  for (let i = 0; i < 40; i++) await opened.ok('getMe', user);
  const answer = await opened.call('listContacts', user);
  expect([answer.status, answer.problem?.code, answer.headers.get('retry-after')]).toEqual([429, 'rate-limited', '60']);
  await opened.ok('getMe', admin);
  await opened.close();
});
