import type { Connection } from './database.ts';

/** How many seconds the oldest job of each of these kinds has been due; 0 where none is. The job engine's tables must be there. */
export async function dueSeconds(run: Connection['run'], kinds: string[]): Promise<Record<string, number>> {
  const { rows } = await run(
    `select name, extract(epoch from now() - min(start_after))::float8 as seconds from pgboss.job
      where name = any($1) and state in ('created', 'retry') and start_after <= now() group by name`,
    [kinds],
  );
  const seconds = new Map(rows.map((row) => [row.name, Number(row.seconds)]));
  return Object.fromEntries(kinds.map((kind) => [kind, seconds.get(kind) ?? 0]));
}
