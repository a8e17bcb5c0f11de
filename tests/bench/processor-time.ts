import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Db } from '../../src/store/sql/schema.ts';

/**
 * Processor time that PostgreSQL and the processes it has started have used until now, in seconds; undefined where the system
 * has no /proc. `db` is a connection to it.
 */
export async function processorSecondsOfPostgres(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  const server = processOf(rows[0]?.pid)?.parent;
  if (server === undefined) return undefined;
  const processes = readdirSync('/proc').flatMap((pid) => processOf(pid) ?? []);
  const alive = processes.filter(({ parent }) => parent === server).map(({ ticks }) => ticks);
  const own = processOf(server);
  return [own?.ticks ?? 0, own?.ticksOfEnded ?? 0, ...alive].reduce((sum, one) => sum + one) / ticksPerSecond;
}

interface Process {
  parent: number;
  ticks: number;
  /** Of the processes it had started. */
  ticksOfEnded: number;
}

/** As proc(5) has it in `stat`, whose second field may hold any letters between parentheses. */
function processOf(pid: number | string | undefined): Process | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
      (at) => fields[at],
    );
    return { parent, ticks: user + system, ticksOfEnded: endedUser + endedSystem };
  } catch {
    return undefined;
  }
}

/** What Linux tells to every program, whatever its own clock. */
const ticksPerSecond = 100;
