import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { AuditDetails, Source } from '../../api/types.ts';
import type { ContactCard } from '../../contact/card.ts';
import { emailKeys } from '../../contact/match.ts';
import { emptyCard, mergeCards } from '../../contact/merge.ts';
import { isBlank } from '../../contact/normalize.ts';
import type { ContactContent } from '../../contact/values.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import { periodOf } from '../quota.ts';
import { addAddresses, removeAddresses, removeAllAddresses } from '../sql/contact-emails.ts';
import { type ContactEvent, recordEvent } from '../sql/contact-events.ts';
import { imageValues } from '../sql/contact-values.ts';
import { addAcceptances, type ContactRecord, insertContact, setGone, updateContent } from '../sql/contacts.ts';
import { takeQuota } from '../sql/quotas.ts';
import type { UndoStep } from '../undo-steps.ts';
import { keepValues, startValues, withoutTypedOver } from './contact-history.ts';
import { recordAct } from './record-act.ts';
import { recordEncounter } from './record-encounter.ts';

/** Why a contact is written, which is what its history tells. */
export interface Cause {
  act: 'accept' | 'edit' | 'import' | 'merge' | 'unmerge' | 'delete' | 'undo';
  /** The mail that values come from. */
  source?: Source;
  /** What was read or imported, before anybody edited it: of the values that are new these count as read, others as typed. */
  read?: ContactCard;
  /** The values that were met: those that the contact has already are confirmed. */
  met?: ContactCard;
  /** Nobody looked at the single values (many accepted at once, an import): what a person typed then stays. */
  unseen?: boolean;
}

/** The contact as it stands after a write, and the steps that take the write back (for `offerUndo`). */
export interface ContactWrite {
  contact: ContactRecord;
  undo: UndoStep[];
}

/**
 * Saves a new contact and counts it against the quota. None of its addresses may belong to a contact: that is a unique
 * violation, upon which the whole request is done again. Throws `contact-incomplete` and `quota-exceeded`.
 */
export async function createContact(
  context: Context,
  { card, ...rest }: ContactContent,
  cause: Cause,
): Promise<ContactWrite> {
  const { db, tenant, user, now } = context;
  const content = { card: mergeCards(emptyCard, card).card, ...rest };
  if (isBlank(content.card.fn)) throw new Problem('contact-incomplete', 'Give the contact a name (fn)');
  const acceptances = cause.act === 'accept' ? 1 : 0;
  const times = { createdAt: now, updatedAt: now };
  const contact = { id: randomUUID(), ...content, revision: 1, acceptances, ...times, createdBy: user.email };
  await insertContact(db, tenant.id, contact);
  await addAddresses(db, tenant.id, contact.id, emailKeys(content.card));
  await startValues(context, contact, cause);
  await recordWrite(context, contact, cause.act, 'contact.created');
  const met = cause.source ? await recordEncounter(context, contact.id, cause.source) : [];
  const period = await countNew(context);
  return {
    contact,
    undo: [...met, { type: 'quota', period }, { type: 'contact', id: contact.id, left: content, acceptances }],
  };
}

/** Counted last: until this transaction ends, the organisation's other new contacts wait for the count. */
async function countNew({ db, tenant, now }: Context): Promise<string> {
  const { allowed, policy } = tenant.quota;
  const period = periodOf(now);
  const limit = policy === 'block' ? (allowed ?? undefined) : undefined;
  if ((await takeQuota(db, tenant.id, period, limit)) === undefined) {
    throw new Problem('quota-exceeded', `All ${allowed} contacts of ${period} are used; nothing was saved`);
  }
  return period;
}

/**
 * Gives a contact that this transaction has locked another content: `next` is all that it then holds. The same content only
 * confirms what was met, and leaves the revision as it is. Of `next`'s addresses none may belong to another contact.
 */
export async function changeContact(
  context: Context,
  contact: ContactRecord,
  next: ContactContent,
  cause: Cause,
): Promise<ContactWrite> {
  const { db, tenant, now } = context;
  const acceptances = cause.act === 'accept' ? 1 : 0;
  if (acceptances) await addAcceptances(db, tenant.id, contact.id, acceptances);
  const met = cause.source ? await recordEncounter(context, contact.id, cause.source) : [];
  const before = contentOf(contact);
  const content = cause.unseen ? await withoutTypedOver(context, contact, contentOf(next)) : contentOf(next);
  const counted = { ...contact, acceptances: contact.acceptances + acceptances };
  if (isDeepStrictEqual(content, before)) {
    await keepValues(context, contact, before, cause);
    await recordWrite(context, contact, cause.act);
    return { contact: counted, undo: [...met, { type: 'contact', id: contact.id, acceptances }] };
  }
  const image = { content: before, values: await imageValues(db, tenant.id, contact.id) };
  const changed: ContactRecord = { ...counted, ...content, revision: contact.revision + 1, updatedAt: now };
  if (content.notes === undefined) delete changed.notes;
  if (content.owner === undefined) delete changed.owner;
  await writeContent(context, contact.id, before, content);
  await keepValues(context, changed, content, cause);
  await recordWrite(context, changed, cause.act, 'contact.changed');
  return {
    contact: changed,
    undo: [...met, { type: 'contact', id: contact.id, before: image, left: content, acceptances }],
  };
}

/** Takes a contact that this transaction has locked away; its addresses are free, its data is kept until undo has expired. */
export async function removeContact(context: Context, contact: ContactRecord, { act }: Cause): Promise<ContactWrite> {
  const { db, tenant, now } = context;
  const addresses = await removeAllAddresses(db, tenant.id, contact.id);
  await setGone(db, tenant.id, contact.id, now);
  const gone = { ...contact, revision: contact.revision + 1 };
  await recordWrite(context, gone, act, 'contact.deleted');
  return { contact: gone, undo: [{ type: 'contact-removed', id: contact.id, name: contact.card.fn, addresses }] };
}

/** Writes a contact's content and keeps its addresses to those of its card. History is the caller's. */
export async function writeContent(
  { db, tenant, now }: Context,
  id: string,
  before: ContactContent,
  after: ContactContent,
): Promise<void> {
  await updateContent(db, tenant.id, id, after, now);
  const had = new Set(emailKeys(before.card));
  const has = new Set(emailKeys(after.card));
  const only = (one: Set<string>, other: Set<string>) => [...one].filter((address) => !other.has(address));
  await removeAddresses(db, tenant.id, id, only(had, has));
  await addAddresses(db, tenant.id, id, only(has, had));
}

/** Tells the audit log what was done to a contact, and those who follow the contacts what became of it, if anything. */
export async function recordWrite(
  context: Context,
  { id, revision }: Pick<ContactRecord, 'id' | 'revision'>,
  act: Cause['act'],
  type?: ContactEvent['type'],
  details: AuditDetails = {},
): Promise<void> {
  const { db, tenant, now } = context;
  await recordAct(context, {
    act: `contact.${act}`,
    subject: { kind: 'contact', id },
    details: { revision, ...details },
  });
  if (type) await recordEvent(db, tenant.id, { type, contactId: id, revision, at: now });
}

/** The content alone, of what may be a whole record. */
export const contentOf = ({ card, tags, notes, owner }: ContactContent): ContactContent => ({
  card,
  tags,
  ...(notes !== undefined && { notes }),
  ...(owner !== undefined && { owner }),
});
