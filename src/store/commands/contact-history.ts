import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { emailKey } from '../../contact/normalize.ts';
import { type ContactContent, type ContactValue, compareValues, valueSet, valuesOf } from '../../contact/values.ts';
import type { Context } from '../context.ts';
import {
  confirmValues,
  currentValues,
  endValues,
  insertValues,
  rewriteValue,
  type ValueRecord,
} from '../sql/contact-values.ts';
import type { ContactRecord } from '../sql/contacts.ts';
import type { Cause } from './contact-writes.ts';

/** Begins the history of a new contact. */
export async function startValues(context: Context, contact: ContactRecord, cause: Cause): Promise<void> {
  await insertValues(context.db, context.tenant.id, contact.id, newValues(context, contact, valuesOf(contact), cause));
}

/**
 * Brings the history of a contact to what it holds now: values that went are ended, those that came begin, those that were
 * met again are confirmed. A value that is only written otherwise goes on.
 */
export async function keepValues(
  context: Context,
  contact: Pick<ContactRecord, 'id' | 'revision'>,
  content: ContactContent,
  cause: Cause,
): Promise<void> {
  const { db, tenant, user, now } = context;
  const current = await currentValues(db, tenant.id, contact.id);
  const { kept, ended, added } = compareValues(current, valuesOf(content));
  for (const { before, after } of kept) {
    if (!isDeepStrictEqual(before.value, after.value)) await rewriteValue(db, tenant.id, before.id, after.value);
  }
  const met = valueSet(valuesOfCard(cause.met));
  const confirmed = kept.filter(({ after }) => met.has(after)).map(({ before }) => before.id);
  await confirmValues(db, tenant.id, confirmed, seenAt(cause, now));
  const end = { at: now, by: user.email, revision: contact.revision };
  await endValues(
    db,
    tenant.id,
    ended.map(({ id }) => id),
    end,
  );
  await insertValues(db, tenant.id, contact.id, newValues(context, contact, added, cause));
}

/** `next` with the single values that a person typed as they are: for writes that nobody looked at. */
export async function withoutTypedOver(
  { db, tenant }: Context,
  contact: ContactRecord,
  next: ContactContent,
): Promise<ContactContent> {
  const card = { ...next.card };
  for (const { field, how } of await currentValues(db, tenant.id, contact.id)) {
    if (how === 'typed' && isSingle(field)) Object.assign(card, { [field]: contact.card[field] });
  }
  return { ...next, card };
}

const singleFields = ['fn', 'n', 'phonetic', 'org', 'title', 'adr'] as const;
const isSingle = (field: ContactValue['field']): field is (typeof singleFields)[number] =>
  (singleFields as readonly string[]).includes(field);

function newValues(
  { user, now }: Context,
  contact: Pick<ContactRecord, 'revision'>,
  values: ContactValue[],
  cause: Cause,
): ValueRecord[] {
  const read = valueSet(valuesOfCard(cause.read));
  const metAs = (cause.met ?? cause.read)?.email[0];
  return values.map((value) => {
    const how = !read.has(value) ? 'typed' : cause.act === 'import' ? 'imported' : 'read';
    const seen = how === 'read' ? seenAt(cause, now) : now;
    return {
      ...value,
      id: randomUUID(),
      how,
      setBy: user.email,
      setAt: now,
      setRevision: contact.revision,
      ...(cause.source && how === 'read' && { source: cause.source }),
      ...(metAs !== undefined && { metAs: emailKey(metAs) }),
      firstSeen: seen,
      lastSeen: seen,
    };
  });
}

const valuesOfCard = (card: Cause['met']): ContactValue[] => (card ? valuesOf({ card, tags: [] }) : []);

/** When the mail was written, as far as that can be true. */
function seenAt({ source }: Cause, now: Date): Date {
  const date = source?.date === undefined ? now : new Date(source.date);
  return date > now ? now : date;
}
