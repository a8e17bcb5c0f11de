import { createHash } from 'node:crypto';
import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { SignatureLine, Source } from '../../api/types.ts';
import type { ContactDraft } from '../../contact/draft.ts';
import type { Db, Schema } from './schema.ts';

export type SuggestionStatus = 'pending' | 'accepted' | 'dismissed' | 'expired';

/** Whose suggestions: a suggestion is private to its user. */
export interface Owner {
  tenant: string;
  user: string;
}

export interface SuggestionRecord {
  id: string;
  /** `expired`: pending past `expiresAt`. */
  status: SuggestionStatus;
  draft: ContactDraft;
  signature: SignatureLine[];
  source: Source;
  createdAt: Date;
  expiresAt: Date;
  /** The contact it became; there exactly while it is accepted. */
  contactId?: string;
}

/** Adds a pending suggestion; false when its user has one for this message and person already. */
export async function insertSuggestion(
  db: Db,
  owner: Owner,
  person: string,
  suggestion: Omit<SuggestionRecord, 'status' | 'contactId'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('suggestions')
    .values({
      tenant_id: owner.tenant,
      user_id: owner.user,
      id: suggestion.id,
      message_key: digest(suggestion.source.messageId),
      person_key: digest(person),
      status: 'pending',
      ...contents(suggestion),
      contact_id: null,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'user_id', 'message_key', 'person_key']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** What was read from a message takes the place of what was read before, and the suggestion waits (again). */
export async function renewSuggestion(
  db: Db,
  owner: Owner,
  suggestion: Omit<SuggestionRecord, 'status'>,
): Promise<void> {
  await db
    .updateTable('suggestions')
    .set({ status: 'pending', ...contents(suggestion), contact_id: null })
    .where(mine(owner))
    .where('id', '=', suggestion.id)
    .execute();
}

export async function findSuggestion(
  db: Db,
  owner: Owner,
  id: string,
  now: Date,
): Promise<SuggestionRecord | undefined> {
  const row = await db.selectFrom('suggestions').selectAll().where(mine(owner)).where('id', '=', id).executeTakeFirst();
  return row && suggestionFrom(row, now);
}

/** The same, and nobody else changes it until this transaction ends. */
export async function lockSuggestion(
  db: Db,
  owner: Owner,
  id: string,
  now: Date,
): Promise<SuggestionRecord | undefined> {
  const query = db.selectFrom('suggestions').selectAll().where(mine(owner)).where('id', '=', id);
  const row = await query.forUpdate().executeTakeFirst();
  return row && suggestionFrom(row, now);
}

/** The suggestion of this message and person, locked as by `lockSuggestion`. */
export async function lockSuggestionOf(
  db: Db,
  owner: Owner,
  messageId: string,
  person: string,
  now: Date,
): Promise<SuggestionRecord | undefined> {
  const row = await db
    .selectFrom('suggestions')
    .selectAll()
    .where(mine(owner))
    .where('message_key', '=', digest(messageId))
    .where('person_key', '=', digest(person))
    .forUpdate()
    .executeTakeFirst();
  return row && suggestionFrom(row, now);
}

/** The pending suggestion of this message and person. */
export async function findPendingOf(
  db: Db,
  owner: Owner,
  messageId: string,
  person: string,
  now: Date,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('suggestions')
    .select('id')
    .where(mine(owner))
    .where('message_key', '=', digest(messageId))
    .where('person_key', '=', digest(person))
    .where(hasStatus('pending', now))
    .executeTakeFirst();
  return row?.id;
}

/** `contactId` belongs to `accepted` and to nothing else. */
export async function setStatus(
  db: Db,
  owner: Owner,
  id: string,
  status: 'pending' | 'accepted' | 'dismissed',
  contactId?: string,
): Promise<void> {
  await db
    .updateTable('suggestions')
    .set({ status, contact_id: contactId ?? null })
    .where(mine(owner))
    .where('id', '=', id)
    .execute();
}

export async function countPending(db: Db, owner: Owner, now: Date): Promise<number> {
  const row = await db
    .selectFrom('suggestions')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(mine(owner))
    .where(hasStatus('pending', now))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Newest first, from the one after `after`. */
export async function listSuggestions(
  db: Db,
  owner: Owner,
  { status, after, limit }: { status: SuggestionStatus; after?: { at: Date; id: string }; limit: number },
  now: Date,
): Promise<SuggestionRecord[]> {
  let query = db.selectFrom('suggestions').selectAll().where(mine(owner)).where(hasStatus(status, now));
  if (after) {
    query = query.where(sql<boolean>`(created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  }
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map((row) => suggestionFrom(row, now));
}

/**
 * Suggestions of all users that became one of these contacts, or are about a person with one of these addresses; for
 * `acrossUsers`.
 */
export async function suggestionsAbout(
  db: Db,
  tenant: string,
  { contacts, addresses }: { contacts: string[]; addresses: string[] },
  now: Date,
): Promise<SuggestionRecord[]> {
  const accepted = db
    .selectFrom('suggestions')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('contact_id', 'in', contacts);
  const named = db
    .selectFrom('suggestions')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('person_key', 'in', addresses.map(digest));
  const rows = await (addresses.length === 0 ? accepted : accepted.union(named)).execute();
  return rows.map((row) => suggestionFrom(row, now));
}

/**
 * Forgets the organisation's suggestions, whosever, that were dismissed or ran out before that time; how many. For a
 * transaction of the operator.
 */
export async function removeClosedSuggestions(db: Db, tenant: string, time: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('suggestions')
    .where('tenant_id', '=', tenant)
    .where('status', 'in', ['dismissed', 'pending'])
    .where('expires_at', '<', time)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

type Where = ExpressionBuilder<Schema, 'suggestions'>;

const mine = (owner: Owner) => (eb: Where) =>
  eb.and([eb('tenant_id', '=', owner.tenant), eb('user_id', '=', owner.user)]);

const hasStatus = (status: SuggestionStatus, now: Date) => (eb: Where) => {
  if (status === 'pending') return eb.and([eb('status', '=', 'pending'), eb('expires_at', '>', now)]);
  if (status === 'expired') return eb.and([eb('status', '=', 'pending'), eb('expires_at', '<=', now)]);
  return eb('status', '=', status);
};

const contents = (
  suggestion: Pick<SuggestionRecord, 'draft' | 'signature' | 'source' | 'createdAt' | 'expiresAt'>,
) => ({
  draft: JSON.stringify(suggestion.draft),
  signature: JSON.stringify(suggestion.signature),
  source: JSON.stringify(suggestion.source),
  created_at: suggestion.createdAt,
  expires_at: suggestion.expiresAt,
});

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

function suggestionFrom(row: Selectable<Schema['suggestions']>, now: Date): SuggestionRecord {
  const { id, draft, signature, source } = row;
  const status = row.status === 'pending' && row.expires_at <= now ? 'expired' : row.status;
  const times = { createdAt: row.created_at, expiresAt: row.expires_at };
  return { id, status, draft, signature, source, ...times, ...(row.contact_id && { contactId: row.contact_id }) };
}
