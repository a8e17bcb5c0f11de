import { isDeepStrictEqual } from 'node:util';
import type { ContactUnmerged } from '../../api/types.ts';
import { emailKeys } from '../../contact/match.ts';
import { type Side, splitContents } from '../../contact/split.ts';
import { type ContactContent, type ContactValue, valueSet, valuesOf } from '../../contact/values.ts';
import { contactAnswer } from '../answers.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import { addAddresses, moveAddresses, removeAllAddresses } from '../sql/contact-emails.ts';
import {
  deleteMerge,
  findMerge,
  insertMerge,
  keepApart,
  letTogether,
  type MergeRecord,
  mergesInto,
} from '../sql/contact-merges.ts';
import {
  confirmValues,
  currentValues,
  endValues,
  imageValues,
  insertValues,
  listValues,
  restoreValues,
  type ValueRecord,
} from '../sql/contact-values.ts';
import {
  type ContactRecord,
  findContact,
  lockContact,
  lockGoneContact,
  revisionsOf,
  setGone,
  setPresent,
  updateContent,
} from '../sql/contacts.ts';
import type { StepOf } from '../undo-steps.ts';
import { keepValues } from './contact-history.ts';
import { contentOf, recordWrite } from './contact-writes.ts';
import { getLockedContact } from './get-contact.ts';
import { offerUndo } from './offer-undo.ts';
import { changedSince } from './undo-conflict.ts';

/** Makes two of a merged contact again, each as it was, with later changes on the right one; they stay apart from now on. */
export async function unmergeContacts(
  context: Context,
  id: string,
  otherId: string | undefined,
): Promise<ContactUnmerged> {
  const { db, tenant, now } = context;
  const survivor = await getLockedContact(context, id);
  const merge = await getLastMerge(context, survivor.id, otherId);
  const other = await lockGoneContact(db, tenant.id, merge.mergedId);
  if (!other) throw new Error('A merge without the contact that was merged');
  const before = { content: contentOf(survivor), values: await imageValues(db, tenant.id, survivor.id) };
  const otherBefore = { content: contentOf(other), values: await imageValues(db, tenant.id, other.id) };
  const split = await separate(context, merge, survivor, other, 'unmerge');
  await keepApart(db, tenant.id, [survivor.id, other.id], now);
  const undo = await offerUndo(context, {
    kind: 'unmerge',
    steps: [
      {
        type: 'unmerge',
        merge: { ...merge, mergedAt: merge.mergedAt.toISOString() },
        survivor: { id: survivor.id, before, left: split.survivor },
        other: { id: other.id, before: otherBefore, left: split.other },
      },
    ],
  });
  const answer = async (one: string) => contactAnswer((await findContact(db, tenant.id, one)) as ContactRecord);
  return { contact: await answer(survivor.id), other: await answer(other.id), undo };
}

/** What came later rests on what came before, so the last one goes first. */
async function getLastMerge({ db, tenant }: Context, survivor: string, otherId?: string): Promise<MergeRecord> {
  const all = await mergesInto(db, tenant.id, survivor);
  const merge = otherId === undefined ? all[0] : all.find(({ mergedId }) => mergedId === otherId);
  if (!merge) throw new Problem('contact-not-merged', `${otherId ?? 'No contact'} is merged into ${survivor}`);
  if (merge !== all[0]) {
    throw new Problem('merged-later', `${all[0]?.mergedId} was merged into ${survivor} later; unmerge that one first`);
  }
  return merge;
}

/** Takes a merge back while the contact is as the merge left it. */
export async function undoMerge(context: Context, { id, apart }: StepOf<'merge'>): Promise<void> {
  const { db, tenant, now } = context;
  const merge = await findMerge(db, tenant.id, id);
  const survivor = merge && (await lockContact(db, tenant.id, merge.survivorId));
  const other = merge && (await lockGoneContact(db, tenant.id, merge.mergedId));
  if (!merge || !other || survivor?.id !== merge.survivorId) throw changedSince();
  const [last] = await mergesInto(db, tenant.id, survivor.id);
  if (last?.id !== id || !sameContent(survivor, merge.after)) throw changedSince();
  await separate(context, merge, survivor, other, 'undo');
  if (apart) await keepApart(db, tenant.id, [survivor.id, other.id], now);
}

/** Takes an unmerge back while both are as it left them. */
export async function undoUnmerge(context: Context, { merge, survivor, other }: StepOf<'unmerge'>): Promise<void> {
  const { db, tenant, now } = context;
  for (const { id, left } of [survivor, other].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const contact = await lockContact(db, tenant.id, id);
    if (contact?.id !== id || !sameContent(contact, left)) throw changedSince();
  }
  await moveAddresses(db, tenant.id, other.id, survivor.id);
  for (const { id, before } of [other, survivor]) {
    await updateContent(db, tenant.id, id, before.content, now);
    await restoreValues(db, tenant.id, id, before.values ?? []);
  }
  await setGone(db, tenant.id, other.id, now, survivor.id);
  await letTogether(db, tenant.id, [survivor.id, other.id]);
  await insertMerge(db, tenant.id, { ...merge, mergedAt: new Date(merge.mergedAt) });
  await recordBoth(context, survivor.id, other.id, 'undo', 'contact.deleted');
}

/** The two parts of a merged contact, both locked, as contacts again; what each then holds. */
async function separate(
  context: Context,
  merge: MergeRecord,
  survivor: ContactRecord,
  other: ContactRecord,
  act: 'unmerge' | 'undo',
): Promise<Record<Side, ContactContent>> {
  const { db, tenant, now } = context;
  const values = await listValues(db, tenant.id, survivor.id);
  const saidBy = bySender(values, merge.before.content, other);
  const contents = { survivor: merge.before.content, other: contentOf(other) };
  const split = splitContents({ ...contents, joined: merge.after, present: contentOf(survivor), saidBy });

  await separateAddresses(context, survivor, other, split);
  await updateContent(db, tenant.id, survivor.id, split.survivor, now);
  await setPresent(db, tenant.id, other.id, now);
  if (!isDeepStrictEqual(split.other, contents.other)) await updateContent(db, tenant.id, other.id, split.other, now);
  await separateValues(context, merge, values, split, saidBy);
  await deleteMerge(db, tenant.id, merge.id);
  await recordBoth(context, survivor.id, other.id, act, 'contact.created');
  return split;
}

/** Whose value it is: of whom the mail was from that it was met in, where one of the two alone has that address. */
function bySender(values: ValueRecord[], survivor: ContactContent, other: ContactContent) {
  const addresses = { survivor: new Set(emailKeys(survivor.card)), other: new Set(emailKeys(other.card)) };
  const rows = valueSet([...values].reverse()); // the last one set first
  return (value: ContactValue): Side | undefined => {
    const metAs = rows.find(value)?.metAs;
    if (metAs === undefined || addresses.survivor.has(metAs) === addresses.other.has(metAs)) return undefined;
    return addresses.other.has(metAs) ? 'other' : 'survivor';
  };
}

/** Addresses that a full card had no room for go back with the others. */
async function separateAddresses(
  { db, tenant }: Context,
  survivor: ContactRecord,
  other: ContactRecord,
  split: Record<Side, ContactContent>,
): Promise<void> {
  const shown = new Set([...emailKeys(survivor.card), ...emailKeys(other.card)]);
  const all = await removeAllAddresses(db, tenant.id, survivor.id);
  const others = emailKeys(split.other.card);
  const kept = [...emailKeys(split.survivor.card), ...all.filter((address) => !shown.has(address))];
  await addAddresses(db, tenant.id, survivor.id, [...new Set(kept)]);
  await addAddresses(db, tenant.id, other.id, others);
}

/** The survivor's history as it was before the merge, the other's as it was left, and to each what has come since. */
async function separateValues(
  context: Context,
  { before, survivorId, mergedId }: MergeRecord,
  values: ValueRecord[],
  split: Record<Side, ContactContent>,
  saidBy: (value: ContactValue) => Side | undefined,
): Promise<void> {
  const { db, tenant } = context;
  const isLater = (revision: number) => revision > before.revision + 1;
  const holds = { survivor: valueSet(valuesOf(split.survivor)), other: valueSet(valuesOf(split.other)) };
  const isOthers = (value: ValueRecord) =>
    value.ended ? saidBy(value) === 'other' : holds.other.has(value) && !holds.survivor.has(value);
  const later = values.filter(({ setRevision }) => isLater(setRevision));

  await restoreValues(db, tenant.id, survivorId, before.values ?? []);
  const own = new Set((before.values ?? []).map(({ id }) => id));
  for (const value of values) {
    const { id, ended } = value;
    if (ended && isLater(ended.revision) && own.has(id) && !holds.survivor.has(value)) {
      await endValues(db, tenant.id, [id], ended);
    }
  }
  await insertValues(
    db,
    tenant.id,
    survivorId,
    later.filter((value) => !isOthers(value)),
  );
  await insertValues(db, tenant.id, mergedId, later.filter(isOthers));

  const confirmed = valueSet(values.filter(({ ended }) => !ended));
  for (const value of await currentValues(db, tenant.id, mergedId)) {
    const seen = confirmed.find(value)?.lastSeen;
    if (seen && seen > value.lastSeen) await confirmValues(db, tenant.id, [value.id], seen);
  }
  for (const [id, content] of [
    [survivorId, split.survivor],
    [mergedId, split.other],
  ] as const) {
    const contact = await findContact(db, tenant.id, id);
    if (contact) await keepValues(context, contact, content, { act: 'unmerge' });
  }
}

async function recordBoth(
  context: Context,
  survivor: string,
  other: string,
  act: 'unmerge' | 'undo',
  type: 'contact.created' | 'contact.deleted',
): Promise<void> {
  const { db, tenant } = context;
  const revisions = await revisionsOf(db, tenant.id, [survivor, other]);
  const of = (id: string) => ({ id, revision: revisions.get(id) ?? 1 });
  await recordWrite(context, of(survivor), act, 'contact.changed', { other });
  await recordWrite(context, of(other), act, type, { from: survivor });
}

const sameContent = (contact: ContactRecord, content: ContactContent): boolean =>
  isDeepStrictEqual(contentOf(contact), content);
