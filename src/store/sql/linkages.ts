import { type Selectable, sql } from 'kysely';
import type { LinkageCause, LinkageStatus } from '../../api/types.ts';
import { likeContaining } from './like.ts';
import { namesOnRoster } from './rosters.ts';
import type { Db, Schema } from './schema.ts';

/** What lets one user's mailbox be read, and how that goes. */
export interface LinkageRecord {
  email: string;
  /** The user's `sub`, once they have called. */
  userId?: string;
  status: Exclude<LinkageStatus, 'not-started'>;
  cause?: LinkageCause;
  reference?: string;
  /** Where the mailbox's history was read to; undefined: it is read from `readFrom` on. */
  historyId?: string;
  /** The record after it, if a part of that was read. */
  historyPart?: HistoryPart;
  /** Older mail that is still to be read; of no account without `historyId`. */
  backfill?: Backfill;
  /** Of no account without `historyId`. */
  withheld: Withheld[];
  watch?: Watch;
  /** When Gmail last told of a change. */
  pushedAt?: Date;
  /** The last change that it told of, if it was a new one then. */
  pushedHistoryId?: string;
  readFrom: Date;
  startedAt: Date;
  startedBy: string;
  lastSuccessAt?: Date;
  /** Undefined: it is not tried again until an admin says so. */
  nextTryAt?: Date;
  /** Tries in a row that failed. */
  failures: number;
  intervalSeconds: number;
  /** How many mails were left out, by reason. */
  skipped: Record<string, number>;
  read: number;
  suggested: number;
  claimedUntil?: Date;
  claimedBy?: string;
  /** When admins were told of its failure. */
  toldAt?: Date;
}

/** Which part of older mail is still to be read, newest first; times in ISO 8601. */
export interface Backfill {
  from: string;
  /** Mail that came after this was read; of all labels before `label` everything was. */
  to?: string;
  /** The ids of the mails of that second which were read, since a search knows seconds alone. */
  seen?: string[];
  /** Index among the labels that are read. */
  label: number;
}

/** A record of the mailbox's history, which may hold many changes, and the mails whose change in it was looked at. */
export interface HistoryPart {
  historyId: string;
  ids: string[];
}

/** A mail that Google did not give while it gave others of the mailbox, or, for a day, while there were hardly any others. */
export interface Withheld {
  id: string;
  /** How often it was asked for in vain. */
  tries: number;
  /** When, the last time; in ISO 8601. */
  triedAt: string;
  /** Google gave no other mail either, the last time. */
  alone?: boolean;
  /** It is not asked for any more, unless an admin says so. */
  leftOut?: boolean;
}

/** That Gmail tells a topic of a mailbox's changes. Times in ISO 8601. */
export interface Watch {
  topic: string;
  /** Those of whose mail it tells; none: of every change. */
  labelIds: string[];
  /** Since when, as it was asked last, and until when; absent while it has never said that it does. */
  since?: string;
  until?: string;
  /** When it is asked again. */
  nextAt: string;
  /** How often in a row it was asked in vain. */
  failures: number;
}

export interface LinkageKey {
  tenant: string;
  provider: string;
  email: string;
}

/** A user as admins see them: enabled, or with a mailbox that is or was read. */
export interface LinkedUser {
  email: string;
  enabled: boolean;
  /** As the directory of the organisation names them, or else an admin. */
  name?: string;
  linkage?: LinkageRecord;
}

export interface LinkageQuery {
  /** Within address or name. */
  q?: string;
  status?: LinkageStatus;
}

/** In the order of their addresses' bytes, from the one after `after`. */
export async function listLinkedUsers(
  db: Db,
  tenant: string,
  provider: string,
  { after = '', limit, ...query }: LinkageQuery & { after?: string; limit: number },
): Promise<LinkedUser[]> {
  const { rows } = await sql<Row>`
    select * from ${linkedUsers(tenant, provider, query)} where address > ${after} order by address limit ${limit}`.execute(
    db,
  );
  return rows.map(userFrom);
}

/** How many users have which status. */
export async function countByStatus(
  db: Db,
  tenant: string,
  provider: string,
  query: Pick<LinkageQuery, 'q'>,
): Promise<Record<LinkageStatus, number>> {
  const { rows } = await sql<{ status: LinkageStatus; count: number }>`
    select coalesce(status, 'not-started') as status, count(*)::int as count
    from ${linkedUsers(tenant, provider, query)} group by 1`.execute(db);
  const counts = Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  return { ...noUsers, ...counts };
}

const noUsers: Record<LinkageStatus, number> = {
  'not-started': 0,
  starting: 0,
  active: 0,
  'authentication-error': 0,
  unauthorized: 0,
  'linkage-error': 0,
  disabled: 0,
};

export async function findLinkedUser(
  db: Db,
  tenant: string,
  provider: string,
  email: string,
): Promise<LinkedUser | undefined> {
  return (await lockLinkedUsers(db, tenant, provider, [email]))[0];
}

/** Those of these addresses that are users, by address. Nobody else changes their linkages until this transaction ends. */
export async function lockLinkedUsers(
  db: Db,
  tenant: string,
  provider: string,
  emails: string[],
): Promise<LinkedUser[]> {
  const linkages = await db
    .selectFrom('linkages')
    .selectAll()
    .where(ours(tenant, provider))
    .where('email', 'in', list(emails))
    .orderBy('email')
    .forUpdate()
    .execute();
  const enabled = await namesOnRoster(db, tenant, emails);
  const users = new Map<string, LinkedUser>();
  for (const [email, name] of enabled) users.set(email, { email, enabled: true, ...(name && { name }) });
  for (const row of linkages) {
    const { email } = row;
    const name = row.name ?? enabled.get(email);
    users.set(email, { email, enabled: enabled.has(email), ...(name && { name }), linkage: linkageFrom(row) });
  }
  return [...users.values()].sort((a, b) => (a.email < b.email ? -1 : 1));
}

/** From now on these mailboxes are read, from `readFrom` on, whatever was read of them before. */
export async function startLinkages(
  db: Db,
  tenant: string,
  provider: string,
  emails: string[],
  { now, by, readFrom }: { now: Date; by: string; readFrom: Date },
): Promise<void> {
  if (emails.length === 0) return;
  await sql`
    insert into linkages (tenant_id, provider, email, status, read_from, started_at, started_by, next_try_at, failures,
      interval_seconds, skipped, read, suggested)
    select ${tenant}::uuid, ${provider}, email, 'starting', ${readFrom}::timestamptz, ${now}::timestamptz, ${by},
      ${now}::timestamptz, 0, ${firstIntervalSeconds}::int, '{}', 0, 0
    from ${list(emails)} as list (email)
    on conflict (tenant_id, provider, email) do update set status = 'starting', cause = null, reference = null,
      history_id = null, read_from = excluded.read_from, started_at = excluded.started_at,
      started_by = excluded.started_by, next_try_at = excluded.next_try_at, failures = 0, claimed_until = null,
      claimed_by = null, told_at = null`.execute(db);
}

/** To be tried at once: who tries just now, with what held before, has it no longer and says nothing of it. */
const toTry = (now: Date) =>
  ({
    status: 'starting',
    cause: null,
    reference: null,
    next_try_at: now,
    failures: 0,
    told_at: null,
    claimed_until: null,
    claimed_by: null,
  }) as const;

/** They are tried again at once, and go on where they stopped; mails that were left out since Google withheld them too. */
export async function retryLinkages(
  db: Db,
  tenant: string,
  provider: string,
  emails: string[],
  now: Date,
): Promise<void> {
  await sql`
    update linkages set
      withheld = (
        select jsonb_agg(case when one ? 'leftOut' then one - 'leftOut' || '{"tries": 0}' else one end)
        from jsonb_array_elements(withheld) one),
      skipped = case when skipped ? 'withheld' then jsonb_set(skipped, '{withheld}', to_jsonb(greatest(0,
        (skipped ->> 'withheld')::int - (select count(*)::int from jsonb_array_elements(withheld) one where one ? 'leftOut'))))
        else skipped end
    where ${ours(tenant, provider)} and email in ${list(emails)} and withheld is not null`.execute(db);
  await db
    .updateTable('linkages')
    .set(toTry(now))
    .where(ours(tenant, provider))
    .where('email', 'in', list(emails))
    .execute();
}

const disabled = {
  status: 'disabled',
  cause: null,
  reference: null,
  next_try_at: null,
  failures: 0,
  claimed_until: null,
  claimed_by: null,
} as const;

/** They are read no longer; who reads one just now may keep nothing of it. */
export async function disableLinkages(db: Db, tenant: string, provider: string, emails: string[]): Promise<void> {
  await db
    .updateTable('linkages')
    .set(disabled)
    .where(ours(tenant, provider))
    .where('email', 'in', list(emails))
    .execute();
}

/** Who is no longer enabled is disabled too. */
export async function disableUnlisted(db: Db, tenant: string): Promise<void> {
  await db
    .updateTable('linkages')
    .set(disabled)
    .where('tenant_id', '=', tenant)
    .where('status', '<>', 'disabled')
    .where(sql<boolean>`not exists (
      select from roster_users r where r.tenant_id = ${tenant} and r.email = linkages.email)`)
    .execute();
}

/** The key is gone: every linkage that is not disabled has an authentication error. */
export async function failWithoutKey(db: Db, tenant: string, provider: string, now: Date): Promise<void> {
  const failed = { status: 'authentication-error', cause: 'key-deleted', reference: null, next_try_at: null } as const;
  await db
    .updateTable('linkages')
    .set({ ...failed, claimed_until: null, claimed_by: null, told_at: now })
    .where(ours(tenant, provider))
    .where('status', '<>', 'disabled')
    .execute();
}

/** A new key is there: what failed for the old one is tried again. */
export async function retryWithKey(db: Db, tenant: string, provider: string, now: Date): Promise<void> {
  await db
    .updateTable('linkages')
    .set(toTry(now))
    .where(ours(tenant, provider))
    .where('cause', 'in', ['key-invalid', 'key-deleted'])
    .execute();
}

/** Mail that came while nothing was read is not read later. */
export async function skipToNow(db: Db, tenant: string, provider: string, now: Date): Promise<void> {
  await db
    .updateTable('linkages')
    .set({ history_id: null, read_from: now })
    .where(ours(tenant, provider))
    .where('status', '<>', 'disabled')
    .execute();
  await db
    .updateTable('linkages')
    .set({ next_try_at: now })
    .where(ours(tenant, provider))
    .where('next_try_at', '>', now)
    .execute();
}

export async function lockLinkage(db: Db, key: LinkageKey): Promise<LinkageRecord | undefined> {
  const row = await db.selectFrom('linkages').selectAll().where(one(key)).forUpdate().executeTakeFirst();
  return row && linkageFrom(row);
}

/** Needs the row to be locked. What is set to null is from then on not there. */
export async function changeLinkage(
  db: Db,
  key: LinkageKey,
  {
    skipped,
    backfill,
    history_part,
    withheld,
    watch,
    ...changes
  }: Partial<Omit<Selectable<Schema['linkages']>, 'tenant_id' | 'provider' | 'email'>>,
): Promise<void> {
  await db
    .updateTable('linkages')
    .set({
      ...changes,
      ...(skipped && { skipped: JSON.stringify(skipped) }),
      ...(backfill !== undefined && { backfill: backfill && JSON.stringify(backfill) }),
      ...(history_part !== undefined && { history_part: history_part && JSON.stringify(history_part) }),
      ...(withheld !== undefined && { withheld: withheld && JSON.stringify(withheld) }),
      ...(watch !== undefined && { watch: watch && JSON.stringify(watch) }),
    })
    .where(one(key))
    .execute();
}

/** When a mailbox that is active was read, the last time after `since`. */
export async function lastSuccess(db: Db, tenant: string, provider: string, since: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('linkages')
    .select('last_success_at')
    .where(ours(tenant, provider))
    .where('status', '=', 'active')
    .where('last_success_at', '>', since)
    .orderBy('last_success_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.last_success_at ?? undefined;
}

/** For which of these causes a mailbox could not be read, the last time after `since`. */
export async function lastFailure(
  db: Db,
  tenant: string,
  provider: string,
  { since, of }: { since: Date; of: readonly LinkageCause[] },
): Promise<LinkageCause | undefined> {
  const row = await db
    .selectFrom('linkages')
    .select('cause')
    .where(ours(tenant, provider))
    .where('failed_at', '>', since)
    .where('cause', 'in', of)
    .orderBy('failed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.cause ?? undefined;
}

/** A linkage that a worker has taken, and whose it is. */
export interface ClaimedLinkage extends LinkageKey {
  domain: string;
  linkage: LinkageRecord;
}

/**
 * Takes what has been due longest, of all organisations, for a worker: until `until` nobody else gets it. Only what may be
 * read: of an organisation that has the feature, a key and a function switched on, and of a user who is enabled. For a
 * transaction of the operator.
 */
export async function claimDueLinkages(
  db: Db,
  provider: string,
  { now, until, by, limit }: { now: Date; until: Date; by: string; limit: number },
): Promise<ClaimedLinkage[]> {
  const { rows } = await sql<Selectable<Schema['linkages']> & { domain: string }>`
    with readable as materialized ( -- apart, or the whole roster is looked through for each mailbox
      select t.id, t.domain from tenants t
      join integrations i on i.tenant_id = t.id and i.provider = ${provider} and i.credential is not null
        and 'true' in (i.functions #>> '{contactInbox,on}', i.functions #>> '{activity,on}')
      where t.feature and t.enabled
    ), due as materialized ( -- worked out once: in a join it might be for each row, and take other ones each time
      select l.tenant_id, l.email, readable.domain from linkages l
      join readable on readable.id = l.tenant_id
      join roster_users r on r.tenant_id = l.tenant_id and r.email = l.email
      where l.provider = ${provider} and l.next_try_at <= ${now}
        and (l.claimed_until is null or l.claimed_until <= ${now})
      order by l.next_try_at limit ${limit} for update of l skip locked
    )
    update linkages as mine set claimed_until = ${until}, claimed_by = ${by} from due
    where mine.tenant_id = due.tenant_id and mine.provider = ${provider} and mine.email = due.email
    returning mine.*, due.domain`.execute(db);
  return rows.map((row) => claimedFrom(row, provider));
}

export const claimedFrom = (
  row: Selectable<Schema['linkages']> & { domain: string },
  provider: string,
): ClaimedLinkage => ({
  tenant: row.tenant_id,
  provider,
  email: row.email,
  domain: row.domain,
  linkage: linkageFrom(row),
});

/** Those that fail while admins have not been told. Who asks has them alone until the transaction ends. */
export async function failuresToTell(db: Db, tenant: string): Promise<{ cause: LinkageCause }[]> {
  const rows = await untold(db.selectFrom('linkages').select('cause'), tenant).forUpdate().execute();
  return rows.map(({ cause }) => ({ cause: cause ?? 'other' }));
}

export async function markTold(db: Db, tenant: string, now: Date): Promise<void> {
  await untold(db.updateTable('linkages').set({ told_at: now }), tenant).execute();
}

/** How many mailboxes are to be read. */
export async function countLinked(db: Db, tenant: string): Promise<number> {
  const row = await db
    .selectFrom('linkages')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('tenant_id', '=', tenant)
    .where('status', '<>', 'disabled')
    .executeTakeFirstOrThrow();
  return row.count;
}

const untold = <Query extends { where(condition: ReturnType<typeof ours>): Query }>(
  query: Query,
  tenant: string,
): Query =>
  query.where(sql<boolean>`linkages.tenant_id = ${tenant} and told_at is null
    and status in ('authentication-error', 'unauthorized', 'linkage-error')`);

const firstIntervalSeconds = 300;

type Row = Selectable<Schema['linkages']> & { address: string; enabled: boolean; said: string | null };

/** Enabled users and linkages side by side; `status` is null where there is no linkage. */
const linkedUsers = (tenant: string, provider: string, { q = '', status }: LinkageQuery) => sql`(
    select * from (
      select coalesce(r.address, l.email) as address, r.address is not null as enabled, coalesce(l.name, r.said) as said, l.*
      from (select email as address, coalesce(name, typed_name) as said from roster_users where tenant_id = ${tenant}) r
      full join (select * from linkages where tenant_id = ${tenant} and provider = ${provider}) l on l.email = r.address
    ) as one
    where (${q} = '' or address like ${likeContaining(q)} or lower(said) like ${likeContaining(q)})
      and ${status === undefined ? sql`true` : sql`coalesce(status, 'not-started') = ${status}`}
  ) as users`;

const userFrom = (row: Row): LinkedUser => ({
  email: row.address,
  enabled: row.enabled,
  ...(row.said !== null && { name: row.said }),
  ...(row.status !== null && { linkage: linkageFrom(row) }),
});

const ours = (tenant: string, provider: string) =>
  sql<boolean>`linkages.tenant_id = ${tenant} and linkages.provider = ${provider}`;

export const one = ({ tenant, provider, email }: LinkageKey) =>
  sql<boolean>`linkages.tenant_id = ${tenant} and linkages.provider = ${provider} and linkages.email = ${email}`;

/** One parameter for any number of addresses. */
const list = (emails: string[]) => sql<string>`(select jsonb_array_elements_text(${JSON.stringify(emails)}::jsonb))`;

const linkageFrom = (row: Selectable<Schema['linkages']>): LinkageRecord => ({
  email: row.email,
  ...(row.user_id !== null && { userId: row.user_id }),
  status: row.status,
  ...(row.cause !== null && { cause: row.cause }),
  ...(row.reference !== null && { reference: row.reference }),
  ...(row.history_id !== null && { historyId: row.history_id }),
  ...(row.history_part && { historyPart: row.history_part }),
  ...(row.backfill && { backfill: row.backfill }),
  withheld: row.withheld ?? [],
  ...(row.watch && { watch: row.watch }),
  ...(row.pushed_at && { pushedAt: row.pushed_at }),
  ...(row.pushed_history_id !== null && { pushedHistoryId: row.pushed_history_id }),
  readFrom: row.read_from,
  startedAt: row.started_at,
  startedBy: row.started_by,
  ...(row.last_success_at && { lastSuccessAt: row.last_success_at }),
  ...(row.next_try_at && { nextTryAt: row.next_try_at }),
  failures: row.failures,
  intervalSeconds: row.interval_seconds,
  skipped: row.skipped,
  read: row.read,
  suggested: row.suggested,
  ...(row.claimed_until && { claimedUntil: row.claimed_until }),
  ...(row.claimed_by !== null && { claimedBy: row.claimed_by }),
  ...(row.told_at && { toldAt: row.told_at }),
});
