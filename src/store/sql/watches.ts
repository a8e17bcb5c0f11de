import { type Selectable, sql } from 'kysely';
import { type ClaimedLinkage, claimedFrom, type LinkageKey, one } from './linkages.ts';
import type { Db, Schema } from './schema.ts';

/** The domains of the organisations in whose name this address is watched. For a transaction of the operator. */
export async function domainsThatWatch(db: Db, provider: string, email: string): Promise<string[]> {
  const { rows } = await sql<{ domain: string }>`
    select t.domain from linkages l join tenants t on t.id = l.tenant_id
    where l.email = ${email} and l.provider = ${provider} and l.watch is not null and l.status <> 'disabled'`.execute(
    db,
  );
  return rows.map(({ domain }) => domain);
}

/** A mailbox that was just read is read again this much later, however often it changes. */
export const leastPauseSeconds = 10;

/**
 * The mailbox has changed, up to this point of its history: it is due at once. Nothing is hastened of one that was read that
 * far, or that is not active: its next try may be put off for a reason. Undefined when it is not watched.
 */
export async function noteChange(
  db: Db,
  key: LinkageKey,
  { historyId, now }: { historyId: string; now: Date },
): Promise<'due' | 'stale' | undefined> {
  const { rows } = await sql<{ is_new: boolean }>`
    with present as (
      select status = 'active' and next_try_at is not null and history_id is not null
        and (length(${historyId}), ${historyId} collate "C") > (length(history_id), history_id collate "C") as is_new
      from linkages where ${one(key)} and watch is not null and status <> 'disabled' for update
    )
    update linkages set pushed_at = ${now}::timestamptz,
      pushed_history_id = case when is_new then ${historyId} else pushed_history_id end,
      next_try_at = case when is_new then least(next_try_at,
        greatest(${now}::timestamptz, last_success_at + make_interval(secs => ${leastPauseSeconds}))) else next_try_at end
    from present where ${one(key)}
    returning is_new`.execute(db);
  const [found] = rows;
  return found && (found.is_new ? 'due' : 'stale');
}

/** Whether a change lies after another one: numbers as text, without zeros before them. */
export const isLater = (historyId: string, than: string): boolean =>
  historyId.length === than.length ? historyId > than : historyId.length > than.length;

/**
 * Takes mailboxes that Gmail still watches though they may not be read any more, of all organisations that have a key: until
 * `until` nobody else gets them. For a transaction of the operator.
 */
export async function claimNeedlessWatches(
  db: Db,
  provider: string,
  { now, until, by, limit }: { now: Date; until: Date; by: string; limit: number },
): Promise<ClaimedLinkage[]> {
  const { rows } = await sql<Selectable<Schema['linkages']> & { domain: string }>`
    with needless as materialized (
      select l.tenant_id, l.email, t.domain from linkages l
      join tenants t on t.id = l.tenant_id
      join integrations i on i.tenant_id = l.tenant_id and i.provider = l.provider and i.credential is not null
      where l.provider = ${provider} and l.watch is not null
        and (l.claimed_until is null or l.claimed_until <= ${now})
        and not (t.feature and t.enabled and l.status <> 'disabled'
          and coalesce('true' in (i.functions #>> '{contactInbox,on}', i.functions #>> '{activity,on}'), false)
          and exists (select from roster_users r where r.tenant_id = l.tenant_id and r.email = l.email))
      limit ${limit} for update of l skip locked
    )
    update linkages as mine set claimed_until = ${until}, claimed_by = ${by} from needless
    where mine.tenant_id = needless.tenant_id and mine.provider = ${provider} and mine.email = needless.email
    returning mine.*, needless.domain`.execute(db);
  return rows.map((row) => claimedFrom(row, provider));
}

/** Gmail watches it no longer. Who has begun to read it meanwhile goes on, and asks for a watch anew. */
export async function forgetWatch(db: Db, key: LinkageKey, by: string): Promise<void> {
  await sql`
    update linkages set watch = null,
      claimed_until = case when claimed_by = ${by} then null else claimed_until end,
      claimed_by = case when claimed_by = ${by} then null else claimed_by end
    where ${one(key)}`.execute(db);
}
