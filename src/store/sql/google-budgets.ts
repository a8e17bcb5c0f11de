import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** Whose minute: of a Google Cloud project one user's, or, without an address, all users' together. */
export interface BudgetSubject {
  project: string;
  email?: string;
  /** Units within sixty seconds. */
  limit: number;
}

/**
 * Counts `count` more units for each of these subjects (or `limit`, if that is less), unless the last sixty seconds would then
 * hold more than `limit`: then the seconds until they may fit, and nothing is counted for those that come after it. Of the
 * minute before this one that part counts that lies within sixty seconds, as if its units had been used evenly. One statement, a
 * transaction of its own, so that the rows are free for other workers at once.
 */
export async function takeUnits(
  db: Db,
  subjects: BudgetSubject[],
  { count, now }: { count: number; now: Date },
): Promise<number | undefined> {
  const minute = new Date(Math.floor(now.getTime() / minuteMs) * minuteMs);
  const share = (now.getTime() - minute.getTime()) / minuteMs;
  const asked = subjects.map(({ project, email = '', limit }, at) => {
    const [present, taken, before] = [`present_${at}`, `taken_${at}`, `taken_${at - 1}`].map((name) => sql.ref(name));
    const own = Math.min(count, limit);
    const steps = sql`${present} as (
      select case when minute = ${minute}::timestamptz then used else 0 end as used,
        case when minute = ${minute}::timestamptz then before
          when minute = ${minute}::timestamptz - interval '1 minute' then used else 0 end as before
      from google_budgets where project = ${project} and email = ${email}
    ),
    ${taken} as (
      insert into google_budgets as budget (project, email, minute, used, before)
      select ${project}::text, ${email}::text, ${minute}::timestamptz, ${own}::integer, 0
      ${at > 0 ? sql`where exists (select from ${before})` : sql``}
      on conflict (project, email) do update set
        minute = greatest(budget.minute, excluded.minute),
        before = case when budget.minute >= excluded.minute then budget.before
          when budget.minute = excluded.minute - interval '1 minute' then budget.used else 0 end,
        used = excluded.used + case when budget.minute >= excluded.minute then budget.used else 0 end
      where excluded.used + case when budget.minute >= excluded.minute
          then budget.used + budget.before * (1 - ${share}::double precision)
        when budget.minute = excluded.minute - interval '1 minute'
          then budget.used * (1 - ${share}::double precision) else 0 end <= ${limit}::integer
      returning true
    )`;
    const outcome = sql`select ${at}::integer as at, exists (select from ${taken}) as taken,
      coalesce((select used from ${present}), 0) as used, coalesce((select before from ${present}), 0) as before`;
    return { steps, outcome, own, limit };
  });
  const { rows } = await sql<{ taken: boolean; used: number; before: number }>`
    with ${sql.join(asked.map(({ steps }) => steps))}
    ${sql.join(
      asked.map(({ outcome }) => outcome),
      sql` union all `,
    )} order by at`.execute(db);
  const refused = rows.findIndex(({ taken }) => !taken);
  const [found, of] = [rows[refused], asked[refused]];
  return found && of && secondsUntilFree(found, { count: of.own, limit: of.limit, share });
}

const minuteMs = 60_000;

/** When enough of the minute before, or of this one, lies more than sixty seconds back. */
function secondsUntilFree(
  { used, before }: { used: number; before: number },
  { count, limit, share }: { count: number; limit: number; share: number },
): number {
  const room = limit - used - count;
  if (room >= 0) return Math.max(1, Math.ceil((1 - room / Math.max(before, 1) - share) * 60));
  const afterMinute = (1 - share) * 60;
  return Math.max(1, Math.ceil(afterMinute + Math.max(0, 1 - (limit - count) / Math.max(used, 1)) * 60));
}

/** Minutes that count no longer. */
export async function removeOldBudgets(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('google_budgets').where('minute', '<', before).execute();
}
