import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { backUp, restore } from '../../../src/store/backup.ts';
import { type Connection, connectDatabase } from '../../../src/store/sql/database.ts';
import { save, start, suggestionOf, type TestStore, type TestTenant } from '../support.ts';
import { rowsOf, tablesOf } from './rows.ts';

/** A new database; the tests' own in memory come with the tables. */
const withoutTables = () => ({ folder: mkdtempSync(join(process.env.TEST_RUN_FOLDER as string, 'empty-')) });

export function backup(given: () => TestStore): void {
  let tenant: TestTenant;
  let lines: string[];
  let empty: Connection;
  afterAll(() => empty.close());
  beforeAll(async () => {
    tenant = await given().tenant({ name: 'Aozora "Trading"\n青空', quota: { allowed: 5, policy: 'block' } });
    await save(given(), tenant.user, { fn: 'Ana \\ Ruiz "\u2028" 😀', email: ['ana@example.com'], title: 'Buyer' });
    await save(given(), tenant.admin, { fn: 'Ana Ruiz', email: ['ana@example.com'], title: 'Director' });
    await given().ok('createSuggestion', tenant.user, { body: suggestionOf({ fn: 'Ben' }) });
    lines = await backedUp(given());
    empty = await connectDatabase(withoutTables());
  });

  const backedUp = async (test: TestStore) => {
    const written: string[] = [];
    await backUp(test.db, start, async (line) => void written.push(line));
    return written;
  };
  /** The database gives rows in the order it likes. */
  const rowsIn = (texts: string[]) => texts.filter((line) => line.startsWith('{')).sort();
  async function* from(texts: string[]) {
    yield* texts;
  }
  const emptied = ['google_budgets', 'rate_limits'];
  const tableAt = (name: string) => lines.findIndex((line) => line.startsWith(`["table",{"name":"${name}"`));

  test('everything comes back as it was, in a database of the other kind too, and can be worked with', async () => {
    const connected = await connectDatabase(withoutTables());
    await restore(connected.db, from(lines));
    const again = { ...given(), db: connected.db };
    const [before, after] = [await rowsOf(given(), tenant.domain), await rowsOf(again, tenant.domain)];
    for (const name of emptied) {
      delete before[name];
      delete after[name];
    }
    expect(after).toEqual(before);
    expect(rowsIn(await backedUp(again))).toEqual(rowsIn(lines));
    await connected.close();
  });

  test('every table is in it, but for what a crash may empty', async () => {
    const named = lines.flatMap((line) => (line.startsWith('["table"') ? [JSON.parse(line)[1].name] : []));
    expect(named).toEqual((await tablesOf(given())).map(({ name }) => name).filter((name) => !emptied.includes(name)));
  });

  test('it is of one moment: what is written meanwhile is not in it', async () => {
    const seen: string[] = [];
    let writing: Promise<unknown> | undefined;
    await backUp(given().db, start, async (line) => {
      seen.push(line);
      writing ??= save(given(), tenant.user, { fn: 'Meanwhile' });
    });
    await writing;
    expect(seen.filter((line) => line.includes('Meanwhile'))).toEqual([]);
  });

  test.each<[string, () => string[], RegExp]>([
    ['nothing', () => [], /its end is missing/],
    ['another file', () => ['{"a":1}'], /no backup of Contact Inbox/],
    ['the end missing', () => lines.slice(0, -1), /its end is missing/],
    ['a row missing', () => lines.toSpliced(tableAt('contacts') + 1, 1), /rows of contacts are not as they were/],
    [
      'a row changed',
      () =>
        lines.with(
          tableAt('contacts') + 1,
          (lines[tableAt('contacts') + 1] ?? '').replace('"revision":', '"revision":1'),
        ),
      /rows of contacts are not as they were/,
    ],
    [
      'a table missing',
      () => lines.toSpliced(tableAt('contact_events'), tableAt('contact_merges') - tableAt('contact_events')),
      /lacks a table/,
    ],
    [
      'a newer version',
      () => lines.with(0, (lines[0] ?? '').replace('"]}]', '","9999-later"]}]')),
      /another version \(9999/,
    ],
  ])('%s: refused, and nothing is left', async (_, texts, message) => {
    await expect(restore(empty.db, from(texts()))).rejects.toThrow(message);
  });

  test('what failed can be repeated on the same database; one that holds something is left alone', async () => {
    expect((await restore(empty.db, from(lines))).rows).toBeGreaterThan(10);
    await expect(restore(empty.db, from(lines))).rejects.toThrow('The database is not empty');
  });
}
