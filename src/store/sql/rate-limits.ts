import { sql } from 'kysely';
import type { Db } from './schema.ts';

/**
 * Counts `count` more requests of the subject in that window, unless there would be more than `limit`; whether they were
 * counted. Undefined for an organisation that is none here. One statement, a transaction of its own: the row is free for
 * other requests at once.
 */
export async function takeRequests(
  db: Db,
  { domain, subject, windowStart }: { domain: string; subject: string; windowStart: Date },
  count: number,
  limit: number,
): Promise<boolean | undefined> {
  const { rows } = await sql<{ known: boolean; taken: boolean }>`
    with tenant as (select id from tenants where domain = ${domain}),
    taken as (
      insert into rate_limits as present (tenant_id, subject, window_start, used)
      select id, ${subject}, ${windowStart}::timestamptz, ${count}::integer from tenant
      on conflict (tenant_id, subject) do update set
        window_start = greatest(present.window_start, excluded.window_start),
        used = excluded.used + case when present.window_start < excluded.window_start then 0 else present.used end
      where present.window_start < excluded.window_start or present.used + excluded.used <= ${limit}::integer
      returning used
    )
    select exists (select from tenant) as known, exists (select from taken) as taken`.execute(db);
  return rows[0]?.known ? rows[0].taken : undefined;
}
