import { takeUnits } from '../store/sql/google-budgets.ts';
import type { Db } from '../store/sql/schema.ts';
import { type Budget, BudgetSpent, type UnitLimits } from './google/units.ts';

/**
 * Gmail's minute budgets of one mailbox, counted in the database for all workers. What of the user's was taken before the
 * project's turned out to be used up is lost for a minute: too little is asked of Google then, never too much.
 */
export function sharedBudget(
  db: Db,
  { project, email }: { project: string; email: string },
  limits: UnitLimits,
  now: () => Date,
): Budget {
  const subjects = [
    { project, email, limit: limits.unitsPerMinutePerUser },
    { project, limit: limits.unitsPerMinutePerProject },
  ];
  return {
    async take(count) {
      const seconds = await takeUnits(db, subjects, { count, now: now() });
      if (seconds !== undefined) throw new BudgetSpent(seconds);
    },
  };
}
