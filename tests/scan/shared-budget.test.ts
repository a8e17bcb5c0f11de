import { BudgetSpent } from '../../src/scan/google/units.ts';
import { sharedBudget } from '../../src/scan/shared-budget.ts';
import { type Database, openDatabase } from '../../src/store/sql/database.ts';
import { removeOldBudgets } from '../../src/store/sql/google-budgets.ts';

let database: Database;
let now: Date;
beforeAll(async () => {
  database = await openDatabase({});
});
afterAll(() => database.close());
let project = 0;
beforeEach(() => {
  now = new Date('2026-11-22T09:30:00Z');
  project++;
});

const limits = { unitsPerMinutePerUser: 6_000, unitsPerMinutePerProject: 10_000 };
const worker = (email: string) =>
  sharedBudget(database.db, { project: `project-${project}`, email }, limits, () => now);
const after = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const refused = async (taken: Promise<void>) => {
  const error = await taken.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(BudgetSpent);
  return (error as BudgetSpent).retryAfterSeconds;
};

test('workers share what a minute allows a mailbox', async () => {
  for (let taken = 0; taken < 6; taken++) await worker('ana@aozora.example').take(1_000);
  expect(await refused(worker('ana@aozora.example').take(20))).toBeGreaterThan(59);
  await worker('ben@aozora.example').take(1_000);
});

test('and all mailboxes of a project', async () => {
  for (const name of ['a', 'b', 'c', 'd', 'e']) await worker(`${name}@aozora.example`).take(2_000);
  await refused(worker('f@aozora.example').take(1));
});

test('what a mailbox is refused is not counted for the project', async () => {
  for (let taken = 0; taken < 6; taken++) await worker('ana@aozora.example').take(1_000);
  for (let times = 0; times < 10; times++) await refused(worker('ana@aozora.example').take(1_000));
  for (let taken = 0; taken < 4; taken++) await worker('ben@aozora.example').take(1_000);
  await refused(worker('ben@aozora.example').take(1));
});

test('never more than that within any sixty seconds, and waiting as long as it says helps', async () => {
  const taken: { at: number; units: number }[] = [];
  for (let step = 0; step < 200; step++) {
    const at = now.getTime();
    const wait = await worker('ana@aozora.example')
      .take(1_000)
      .then(
        () => void taken.push({ at, units: 1_000 }),
        (error: BudgetSpent) => error.retryAfterSeconds,
      );
    after(wait ?? 7);
  }
  const within = (from: number) =>
    taken.filter(({ at }) => at >= from && at < from + 60_000).reduce((sum, { units }) => sum + units, 0);
  for (const { at } of taken) expect(within(at)).toBeLessThanOrEqual(7_000); // the minute before is taken as evenly used
  const minutes = (now.getTime() - Date.parse('2026-11-22T09:30:00Z')) / 60_000;
  expect((taken.length * 1_000) / minutes).toBeGreaterThan(4_500);
});

test('many at once take no more than there is', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => worker('ana@aozora.example').take(1_000)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(6);
});

test('minutes that are over are forgotten', async () => {
  await worker('ana@aozora.example').take(1);
  after(3_600);
  await removeOldBudgets(database.db, now);
  expect(await database.db.selectFrom('google_budgets').selectAll().execute()).toEqual([]);
});
