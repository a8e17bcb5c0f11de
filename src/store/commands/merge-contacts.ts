import { randomUUID } from 'node:crypto';
import type { ContactMerge, ContactMerged } from '../../api/types.ts';
import { type JoinedField, joinContents, winner } from '../../contact/join.ts';
import { compareValues, valueSet } from '../../contact/values.ts';
import { contactAnswer } from '../answers.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import { moveAddresses } from '../sql/contact-emails.ts';
import { insertMerge, letTogether } from '../sql/contact-merges.ts';
import { imageValues, listValues, replaceValues, type ValueRecord } from '../sql/contact-values.ts';
import { type ContactRecord, setGone, updateContent } from '../sql/contacts.ts';
import { keepValues } from './contact-history.ts';
import { contentOf, recordWrite } from './contact-writes.ts';
import { getLockedContact } from './get-contact.ts';
import { offerUndo } from './offer-undo.ts';

/**
 * Merges the other contact into this one: its addresses move, its values and their history join this one's. Its row stays as
 * it was, and leads to this one, so that the two can be split exactly.
 */
export async function mergeContacts(context: Context, id: string, merge: ContactMerge): Promise<ContactMerged> {
  const { db, tenant, user, now } = context;
  const { survivor, other } = await lockBoth(context, id, merge);
  const values = {
    survivor: await listValues(db, tenant.id, survivor.id),
    other: await listValues(db, tenant.id, other.id),
  };
  const content = joinContents(survivor, other, winnerAmong(values, merge.choose ?? {}));
  const before = {
    content: contentOf(survivor),
    values: await imageValues(db, tenant.id, survivor.id),
    revision: survivor.revision,
  };
  const joined = { ...survivor, ...content, revision: survivor.revision + 1, updatedAt: now };

  await moveAddresses(db, tenant.id, other.id, survivor.id);
  await setGone(db, tenant.id, other.id, now, survivor.id);
  await updateContent(db, tenant.id, survivor.id, content, now);
  await replaceValues(db, tenant.id, survivor.id, joinValues(values.survivor, values.other, joined.revision));
  await keepValues(context, joined, content, { act: 'merge' });
  const apart = await letTogether(db, tenant.id, [survivor.id, other.id]);
  const ids = { id: randomUUID(), survivorId: survivor.id, mergedId: other.id };
  await insertMerge(db, tenant.id, { ...ids, mergedAt: now, mergedBy: user.email, before, after: content });

  await recordWrite(context, { ...other, revision: other.revision + 1 }, 'merge', 'contact.deleted', {
    into: survivor.id,
  });
  await recordWrite(context, joined, 'merge', 'contact.changed', { other: other.id });
  const undo = await offerUndo(context, {
    kind: 'merge',
    steps: [{ type: 'merge', id: ids.id, contact: survivor.id, other: other.id, apart }],
  });
  return { contact: contactAnswer(joined), undo };
}

/** In the order of their ids, so that two who merge the same ones wait for each other. */
async function lockBoth(context: Context, id: string, merge: ContactMerge) {
  if (id === merge.other) {
    const errors = [{ path: 'body.other', message: 'is the contact itself' }];
    throw new Problem('request-invalid', 'A contact cannot be merged with itself', { errors });
  }
  const locked = new Map<string, ContactRecord>();
  for (const one of [id, merge.other].sort()) {
    const seen = one === id ? merge.revision : merge.otherRevision;
    locked.set(one, await getLockedContact(context, one, seen));
  }
  const [survivor, other] = [locked.get(id), locked.get(merge.other)];
  for (const [asked, found] of [
    [id, survivor],
    [merge.other, other],
  ] as const) {
    if (found?.id !== asked) throw new Problem('contact-not-found', `The contact ${asked} is merged into ${found?.id}`);
  }
  return { survivor: survivor as ContactRecord, other: other as ContactRecord };
}

function winnerAmong(
  values: Record<'survivor' | 'other', ValueRecord[]>,
  choose: NonNullable<ContactMerge['choose']>,
): (field: JoinedField) => 'survivor' | 'other' {
  const standing = (side: 'survivor' | 'other', field: JoinedField) =>
    values[side].find((value) => value.field === field && !value.ended);
  return (field) => {
    const chosen = choose[field];
    if (chosen) return chosen === 'this' ? 'survivor' : 'other';
    return winner(standing('survivor', field), standing('other', field));
  };
}

/**
 * The history of both as the survivor's. A value that stands in both stands once, seen as early and as late as either; typed
 * in one of them it counts as typed. The other's rows are copies, which came with this revision.
 */
function joinValues(survivor: ValueRecord[], other: ValueRecord[], revision: number): ValueRecord[] {
  const copies = other.map((value) => ({
    ...value,
    id: randomUUID(),
    setRevision: revision,
    ...(value.ended && { ended: { ...value.ended, revision } }),
  }));
  const { kept } = compareValues(survivor.filter(isCurrent), copies.filter(isCurrent));
  const joined = kept.map(({ before, after }) => joinValue(before, after as ValueRecord));
  const doubled = valueSet(joined);
  const isDoubled = (value: ValueRecord) => isCurrent(value) && doubled.has(value);
  return [...[...survivor, ...copies].filter((value) => !isDoubled(value)), ...joined];
}

const isCurrent = ({ ended }: ValueRecord): boolean => ended === undefined;

function joinValue(one: ValueRecord, two: ValueRecord): ValueRecord {
  const standing = one.how !== 'typed' && two.how === 'typed' ? two : one;
  const [firstSeen = one.firstSeen] = [one.firstSeen, two.firstSeen].sort(byTime);
  const [, lastSeen = one.lastSeen] = [one.lastSeen, two.lastSeen].sort(byTime);
  return { ...standing, firstSeen, lastSeen };
}

const byTime = (a: Date, b: Date): number => a.getTime() - b.getTime();
