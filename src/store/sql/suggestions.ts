import { createHash } from 'node:crypto';
import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { SignatureLine, Source } from '../../api/types.ts';
import { type ContactCard, cardFrom } from '../../contact/card.ts';
import type { ContactDraft } from '../../contact/draft.ts';
import { searchText, searchWords } from '../../contact/search.ts';
import { anyOf } from './any-of.ts';
import { likeContaining } from './like.ts';
import type { Db, Schema } from './schema.ts';

export type SuggestionStatus = 'pending' | 'accepted' | 'dismissed' | 'expired';

/** Whose suggestions: a suggestion is private to its user. */
export interface Owner {
  tenant: string;
  user: string;
  /** What waits of what was read by itself from the user's mailbox is out of sight, since that is not read now. */
  hidesAutomatic?: boolean;
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
  /** How many mails of the person it has taken in. */
  mails: number;
}

/** Whom a suggestion is about, for people to tell. */
export interface Person {
  name?: string;
  email?: string;
}

/** Whom a suggestion is about: in its message, and, `waitsAs`, among all that wait for the user. */
export interface PersonKeys {
  person: string;
  /** Undefined when nothing tells the person from others: then every message is a suggestion of its own. */
  waitsAs?: string;
}

/** A suggestion that is not there yet, and in which message it was found first. */
export interface AddedSuggestion extends PersonKeys {
  messageId: string;
  suggestion: Omit<SuggestionRecord, 'status' | 'contactId'>;
}

/**
 * Adds pending suggestions, without their mails. A unique violation when the user has one that waits as the same person.
 */
export async function insertSuggestions(db: Db, owner: Owner, added: AddedSuggestion[]): Promise<void> {
  if (added.length === 0) return;
  const rows = added.map(({ person, waitsAs, messageId, suggestion }) => ({
    id: suggestion.id,
    message_key: digest(messageId),
    person_key: digest(person),
    waits_as: waitsAs === undefined ? null : digest(waitsAs),
    ...contents(suggestion),
  }));
  await sql`insert into suggestions (tenant_id, user_id, id, message_key, person_key, waits_as, status, ${contentColumns})
    select ${owner.tenant}::uuid, ${owner.user}::text, id, message_key, person_key, waits_as, 'pending', ${contentColumns}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as added (id uuid, message_key text, person_key text, waits_as text, ${contentTypes})`.execute(db);
}

/** A person in a message. */
export interface MailOfPerson {
  messageId: string;
  person: string;
}

/** From now on each of these persons in these messages is that suggestion. A unique violation when one is already. */
export async function addMails(db: Db, owner: Owner, added: (MailOfPerson & { id: string })[]): Promise<void> {
  if (added.length === 0) return;
  const rows = added.map(({ messageId, person, id }) => ({
    message_key: digest(messageId),
    person_key: digest(person),
    id,
  }));
  await sql`insert into suggestion_mails (tenant_id, user_id, message_key, person_key, suggestion_id)
    select ${owner.tenant}::uuid, ${owner.user}::text, message_key, person_key, id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as added (message_key text, person_key text, id uuid)`.execute(
    db,
  );
}

/** What was read from messages takes the place of what was read before, and the suggestions wait (again). */
export async function renewSuggestions(
  db: Db,
  owner: Owner,
  renewed: Omit<SuggestionRecord, 'status'>[],
): Promise<void> {
  if (renewed.length === 0) return;
  const rows = renewed.map((suggestion) => ({ id: suggestion.id, ...contents(suggestion) }));
  await sql`update suggestions set status = 'pending', contact_id = null,
      (${contentColumns}) = row(${sql.join(contentNames.map((name) => sql.ref(`renewed.${name}`)))})
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as renewed (id uuid, ${contentTypes})
    where tenant_id = ${owner.tenant}::uuid and user_id = ${owner.user} and suggestions.id = renewed.id`.execute(db);
}

/** The suggestion takes over the mails of another of the same person, which is removed. */
export async function takeMailsOver(db: Db, owner: Owner, id: string, from: string): Promise<void> {
  await db
    .updateTable('suggestion_mails')
    .set({ suggestion_id: id })
    .where('tenant_id', '=', owner.tenant)
    .where('user_id', '=', owner.user)
    .where('suggestion_id', '=', from)
    .execute();
  await db.deleteFrom('suggestions').where(mine(owner)).where('id', '=', from).execute();
}

export async function findSuggestion(
  db: Db,
  owner: Owner,
  id: string,
  now: Date,
): Promise<SuggestionRecord | undefined> {
  const query = db.selectFrom('suggestions').selectAll().where(mine(owner)).where('id', '=', id);
  const row = await query.where(inSight(owner)).executeTakeFirst();
  return row && suggestionFrom(row, now);
}

/** Whom the user's suggestions of these ids are about, as they were read. */
export async function findPersons(db: Db, owner: Owner, ids: string[]): Promise<Map<string, Person>> {
  const query = db.selectFrom('suggestions').select(['id', 'draft']).where(mine(owner)).where('id', 'in', ids);
  const rows = await query.where(inSight(owner)).execute();
  return new Map(
    rows.map(({ id, draft: { fn, email } }) => [
      id,
      { ...(fn && { name: fn.value }), ...(email[0] && { email: email[0].value }) },
    ]),
  );
}

/** The same, and nobody else changes it until this transaction ends. */
export async function lockSuggestion(
  db: Db,
  owner: Owner,
  id: string,
  now: Date,
): Promise<SuggestionRecord | undefined> {
  const query = db.selectFrom('suggestions').selectAll().where(mine(owner)).where('id', '=', id);
  const row = await query.where(inSight(owner)).forUpdate().executeTakeFirst();
  return row && suggestionFrom(row, now);
}

/** The suggestion of this message and person, in sight or not, locked as by `lockSuggestion`. */
export async function lockSuggestionOf(
  db: Db,
  owner: Owner,
  messageId: string,
  person: string,
  now: Date,
): Promise<SuggestionRecord | undefined> {
  const id = await idOfMail(db, owner, messageId, person);
  return id === undefined ? undefined : await lockSuggestion(db, { ...owner, hidesAutomatic: false }, id, now);
}

/** The suggestions that wait as these persons, their time run out or not, locked as by `lockSuggestion`; by person. */
export async function lockWaiting(
  db: Db,
  owner: Owner,
  waitAs: string[],
  now: Date,
): Promise<Map<string, SuggestionRecord>> {
  const persons = new Map(waitAs.map((person) => [digest(person), person]));
  if (persons.size === 0) return new Map();
  const rows = await db
    .selectFrom('suggestions')
    .selectAll()
    .where(mine(owner))
    .where(anyOf('waits_as', [...persons.keys()]))
    .where('status', '=', 'pending')
    .orderBy('waits_as') // two who lock several wait for each other in one order
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [persons.get(row.waits_as ?? '') ?? '', suggestionFrom(row, now)]));
}

/** Another suggestion that waits as the same person as this one, locked. */
export async function lockDouble(db: Db, owner: Owner, id: string, now: Date): Promise<SuggestionRecord | undefined> {
  const row = await db
    .selectFrom('suggestions')
    .selectAll()
    .where(mine(owner))
    .where('id', '<>', id)
    .where('status', '=', 'pending')
    .where('waits_as', '=', (eb) =>
      eb
        .selectFrom('suggestions as one')
        .select('one.waits_as')
        .where('one.tenant_id', '=', owner.tenant)
        .where('one.id', '=', id),
    )
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
  const id = await idOfMail(db, owner, messageId, person);
  const found = id === undefined ? undefined : await findSuggestion(db, owner, id, now);
  return found?.status === 'pending' ? found.id : undefined;
}

/** Of which of these mails the user has a suggestion, whatever became of it. */
export async function suggestedMails<M extends MailOfPerson>(db: Db, owner: Owner, mails: M[]): Promise<Set<M>> {
  if (mails.length === 0) return new Set();
  const rows = await db
    .selectFrom('suggestion_mails')
    .select(['message_key', 'person_key'])
    .where('tenant_id', '=', owner.tenant)
    .where('user_id', '=', owner.user)
    .where(anyOf('message_key', [...new Set(mails.map(({ messageId }) => digest(messageId)))]))
    .execute();
  const found = new Set(rows.map((row) => `${row.message_key} ${row.person_key}`));
  return new Set(mails.filter(({ messageId, person }) => found.has(`${digest(messageId)} ${digest(person)}`)));
}

/** The cards of these persons that the user has dismissed. */
export async function dismissedCards(db: Db, owner: Owner, waitAs: string[]): Promise<Map<string, ContactCard[]>> {
  const persons = new Map(waitAs.map((person) => [digest(person), person]));
  const cards = new Map<string, ContactCard[]>();
  if (persons.size === 0) return cards;
  const rows = await db
    .selectFrom('suggestions')
    .select(['waits_as', 'draft'])
    .where(mine(owner))
    .where(anyOf('waits_as', [...persons.keys()]))
    .where('status', '=', 'dismissed')
    .execute();
  for (const { waits_as, draft } of rows) {
    const person = persons.get(waits_as ?? '') ?? '';
    cards.set(person, [...(cards.get(person) ?? []), cardFrom(draft)]);
  }
  return cards;
}

async function idOfMail(db: Db, owner: Owner, messageId: string, person: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('suggestion_mails')
    .select('suggestion_id')
    .where('tenant_id', '=', owner.tenant)
    .where('user_id', '=', owner.user)
    .where('message_key', '=', digest(messageId))
    .where('person_key', '=', digest(person))
    .executeTakeFirst();
  return row?.suggestion_id;
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
    .where(inSight(owner))
    .executeTakeFirstOrThrow();
  return row.count;
}

export interface SuggestionFilter {
  status: SuggestionStatus;
  /** Each of its words must occur in name, company, title or an address. */
  q?: string;
  since?: Date;
  way?: Source['way'];
  after?: { at: Date; id: string };
  limit: number;
}

/** As they queue, newest first, from the one after `after`. */
export async function listSuggestions(
  db: Db,
  owner: Owner,
  { status, q, since, way, after, limit }: SuggestionFilter,
  now: Date,
): Promise<SuggestionRecord[]> {
  let query = db.selectFrom('suggestions').selectAll().where(mine(owner)).where(hasStatus(status, now));
  query = query.where(inSight(owner));
  for (const { find } of searchWords(q ?? '')) query = query.where('search', 'like', likeContaining(find));
  if (since) query = query.where('created_at', '>=', since);
  if (way) query = query.where(sql<boolean>`source->>'way' = ${way}`);
  if (after) {
    query = query.where(sql<boolean>`(queued_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  }
  const rows = await query.orderBy('queued_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
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

/** When it joined the queue: what came by itself counts from its mail, so that old mail read late does not stand first. */
export function queuedAt({ source: { way, date }, createdAt }: Pick<SuggestionRecord, 'source' | 'createdAt'>): Date {
  const mailed = way === 'background' && date !== undefined ? Date.parse(date) : createdAt.getTime();
  return new Date(Math.min(Math.max(mailed, 0), createdAt.getTime()));
}

type Where = ExpressionBuilder<Schema, 'suggestions'>;

const mine = (owner: Owner) => (eb: Where) =>
  eb.and([eb('tenant_id', '=', owner.tenant), eb('user_id', '=', owner.user)]);

const inSight = ({ hidesAutomatic }: Owner) =>
  hidesAutomatic ? sql<boolean>`(status <> 'pending' or source->>'way' <> 'background')` : sql<boolean>`true`;

const hasStatus = (status: SuggestionStatus, now: Date) => (eb: Where) => {
  if (status === 'pending') return eb.and([eb('status', '=', 'pending'), eb('expires_at', '>', now)]);
  if (status === 'expired') return eb.and([eb('status', '=', 'pending'), eb('expires_at', '<=', now)]);
  return eb('status', '=', status);
};

const contents = (
  suggestion: Pick<SuggestionRecord, 'draft' | 'signature' | 'source' | 'createdAt' | 'expiresAt' | 'mails'>,
) => ({
  draft: suggestion.draft,
  signature: suggestion.signature,
  source: suggestion.source,
  created_at: suggestion.createdAt,
  queued_at: queuedAt(suggestion),
  expires_at: suggestion.expiresAt,
  mails: suggestion.mails,
  search: searchText(cardFrom(suggestion.draft)),
});

const contentNames = [
  'draft',
  'signature',
  'source',
  'created_at',
  'queued_at',
  'expires_at',
  'mails',
  'search',
] as const;
const contentColumns = sql.join(contentNames.map((name) => sql.ref(name)));
const contentTypes = sql`draft jsonb, signature jsonb, source jsonb, created_at timestamptz, queued_at timestamptz, expires_at timestamptz,
  mails integer, search text`;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

function suggestionFrom(row: Selectable<Schema['suggestions']>, now: Date): SuggestionRecord {
  const { id, draft, signature, source, mails } = row;
  const status = row.status === 'pending' && row.expires_at <= now ? 'expired' : row.status;
  const times = { createdAt: row.created_at, expiresAt: row.expires_at };
  const contact = row.contact_id === null ? {} : { contactId: row.contact_id };
  return { id, status, draft, signature, source, ...times, mails, ...contact };
}
