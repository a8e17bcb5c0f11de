import { Problem } from './problem.ts';
import { missingMigrations } from './sql/migrate.ts';
import type { Db } from './sql/schema.ts';

/** Whether requests should be sent here: what a load balancer asks. */
export interface Readiness {
  /** Throws the problem `unavailable` when the store stops, the database does not answer or lacks tables. */
  check(): Promise<void>;
  /** From now on the check fails, while requests are answered as before. */
  stop(): void;
  isStopping(): boolean;
}

export function readinessOf(db: Db): Readiness {
  let stopping = false;
  return {
    async check() {
      if (stopping) throw new Problem('unavailable', 'The store is stopping');
      const missing = await missingMigrations(db);
      if (missing.length > 0) throw new Problem('unavailable', `The database lacks ${missing.join(', ')}`);
    },
    stop() {
      stopping = true;
    },
    isStopping: () => stopping,
  };
}
