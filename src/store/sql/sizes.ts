import { sql } from 'kysely';
import type { Db } from './schema.ts';

/**
 * Has PostgreSQL count the tables that a first reading of mailboxes fills, where it never has: it plans for empty ones until then,
 * keeps those plans for as long as a connection lives, and looks by itself only minutes later. PGlite never does.
 */
export async function countNewTables(db: Db): Promise<void> {
  const { rows } = await sql<{ relname: string }>`select relname from pg_class
    where oid in ('suggestions'::regclass, 'suggestion_mails'::regclass, 'linkages'::regclass, 'roster_users'::regclass)
      and reltuples < 0`.execute(db);
  for (const { relname } of rows) await sql`analyze ${sql.table(relname)}`.execute(db);
}
