import { type Migration, Migrator, sql } from 'kysely';
import { tenants } from './migrations/0001-tenants.ts';
import { contacts } from './migrations/0002-contacts.ts';
import { suggestions } from './migrations/0003-suggestions.ts';
import { contactsHistory } from './migrations/0004-contacts-history.ts';
import { contactKeys } from './migrations/0005-contact-keys.ts';
import { auditAndEvents } from './migrations/0006-audit-and-events.ts';
import { settingsAndSecrets } from './migrations/0007-settings-and-secrets.ts';
import { webhooks } from './migrations/0008-webhooks.ts';
import { search } from './migrations/0009-search.ts';
import { companiesAndEncounters } from './migrations/0010-companies-and-encounters.ts';
import { operating } from './migrations/0011-operating.ts';
import { suggestionsOfOnePerson } from './migrations/0012-suggestions.ts';
import { acrossUsers } from './migrations/0013-across-users.ts';
import { google } from './migrations/0014-google.ts';
import { searchOrder } from './migrations/0020-search-order.ts';
import { roleNames } from './migrations/0021-role-names.ts';
import { eventsByTime } from './migrations/0022-events-by-time.ts';
import { scanning } from './migrations/0023-scanning.ts';
import { queueOrder } from './migrations/0024-queue-order.ts';
import { mailboxSuppressions } from './migrations/0025-mailbox-suppressions.ts';
import { withheldMails } from './migrations/0026-withheld-mails.ts';
import { userNames } from './migrations/0027-user-names.ts';
import { readInPart } from './migrations/0028-read-in-part.ts';
import { watches } from './migrations/0029-watches.ts';
import { typedNames } from './migrations/0030-typed-names.ts';
import { failedAt } from './migrations/0031-failed-at.ts';
import type { Db } from './schema.ts';

/** In order. A migration that has left this machine is never edited: what comes later is another one. */
export const migrations: Record<string, Migration> = {
  '0001-tenants': tenants,
  '0002-contacts': contacts,
  '0003-suggestions': suggestions,
  '0004-contacts-history': contactsHistory,
  '0005-contact-keys': contactKeys,
  '0006-audit-and-events': auditAndEvents,
  '0007-settings-and-secrets': settingsAndSecrets,
  '0008-webhooks': webhooks,
  '0009-search': search,
  '0010-companies-and-encounters': companiesAndEncounters,
  '0011-operating': operating,
  '0012-suggestions': suggestionsOfOnePerson,
  '0013-across-users': acrossUsers,
  '0014-google': google,
  '0020-search-order': searchOrder,
  '0021-role-names': roleNames,
  '0022-events-by-time': eventsByTime,
  '0023-scanning': scanning,
  '0024-queue-order': queueOrder,
  '0025-mailbox-suppressions': mailboxSuppressions,
  '0026-withheld-mails': withheldMails,
  '0027-user-names': userNames,
  '0028-read-in-part': readInPart,
  '0029-watches': watches,
  '0030-typed-names': typedNames,
  '0031-failed-at': failedAt,
};

/** The names of our migrations, in order. */
export const migrationNames = Object.keys(migrations);

/** What has run on this database, by name; nothing on an empty one. */
export async function migrationsRun(db: Db): Promise<string[]> {
  const { rows: found } = await sql`select from pg_class
    where relname = 'kysely_migration' and relnamespace = current_schema::regnamespace`.execute(db);
  if (found.length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** Those of our migrations that the database lacks. A newer store's, which it may have too, do not count. */
export async function missingMigrations(db: Db): Promise<string[]> {
  const run = new Set(await migrationsRun(db));
  return migrationNames.filter((name) => !run.has(name));
}

/** Runs what has not run yet, up to `last`, all in one transaction under one lock; the names of those that ran. */
export async function migrate(db: Db, last = migrationNames.at(-1) ?? ''): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateTo(last);
  if (error) throw new Error(`Cannot bring the database up to date: ${messageOf(error)}`, { cause: error });
  return (results ?? []).map((result) => result.migrationName);
}

/** Kysely's own words tell an operator little when an older store meets a newer database. */
const messageOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return /corrupted migrations/.test(message) ? `a newer version of Contact Inbox has been here (${message})` : message;
};
