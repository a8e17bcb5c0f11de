import { sql } from 'kysely';
import { isolation } from './suite/isolation.ts';
import { openTestStore, start, type TestStore } from './support.ts';

// Row-level security would hide a query that forgets its tenant or its user. Without it, the queries alone must do.
describe('isolation without row-level security', () => {
  let opened: TestStore;
  beforeAll(async () => {
    opened = await openTestStore({});
    const tables = await opened.db.introspection.getTables();
    expect(tables.length).toBeGreaterThanOrEqual(9);
    for (const { name } of tables)
      await sql`alter table ${sql.table(name)} disable row level security`.execute(opened.db);
    opened.clock.now = start;
  });
  afterAll(() => opened.close());

  isolation(() => opened);
});
