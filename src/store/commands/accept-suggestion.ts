import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Accepted } from '../../api/types.ts';
import type { ContactCard } from '../../contact/card.ts';
import { emailKeys } from '../../contact/match.ts';
import { type CardChange, emptyCard, mergeCards } from '../../contact/merge.ts';
import { emailKey, isBlank } from '../../contact/normalize.ts';
import { contactAnswer } from '../answers.ts';
import { type Context, ownerIn } from '../context.ts';
import { Problem } from '../problem.ts';
import { currentQuota, periodOf } from '../quota.ts';
import { addAddresses, ownersOf } from '../sql/contact-emails.ts';
import { addAcceptances, type ContactRecord, insertContact, lockContact, updateCard } from '../sql/contacts.ts';
import { takeQuota } from '../sql/quotas.ts';
import { setStatus } from '../sql/suggestions.ts';
import { RowVanished } from '../sql/transaction.ts';
import type { UndoRecord } from '../sql/undos.ts';
import { offerUndo } from './offer-undo.ts';
import { getPending } from './pending-suggestion.ts';

/**
 * Saves the card the user has checked: merged into the contact that has the first of its addresses known here, else as a
 * new contact, which counts against the quota. Two who save the same new person at once make one contact: the second
 * runs into the address's unique key and is done again, as an update.
 */
export async function acceptSuggestion(context: Context, id: string, card: ContactCard): Promise<Accepted> {
  const { db, tenant } = context;
  await getPending(context, id);
  const addresses = emailKeys(card);
  const owners = await ownersOf(db, tenant.id, addresses);
  const known = owners.get(addresses.find((address) => owners.has(address)) ?? '');
  const saved = known === undefined ? await create(context, card) : await update(context, known, card, owners);
  await setStatus(db, ownerIn(context), id, 'accepted', saved.contact.id);
  return {
    outcome: saved.outcome,
    contact: contactAnswer(saved.contact),
    changes: saved.changes,
    undo: await offerUndo(context, {
      suggestionId: id,
      acceptance: { contactId: saved.contact.id, after: saved.contact.card, ...saved.undo },
    }),
    quota: await currentQuota(context),
  };
}

interface Saved {
  outcome: Accepted['outcome'];
  contact: ContactRecord;
  changes: CardChange[];
  undo: Pick<NonNullable<UndoRecord['acceptance']>, 'before' | 'quotaPeriod'>;
}

async function create(context: Context, card: ContactCard): Promise<Saved> {
  const { db, tenant, user, now } = context;
  const clean = mergeCards(emptyCard, card).card;
  if (isBlank(clean.fn)) throw new Problem('contact-incomplete', 'Give the contact a name (fn)');
  const times = { createdAt: now, updatedAt: now };
  const contact = { id: randomUUID(), card: clean, revision: 1, acceptances: 1, ...times, createdBy: user.email };
  await insertContact(db, tenant.id, contact);
  await addAddresses(db, tenant.id, contact.id, emailKeys(clean));
  return { outcome: 'created', contact, changes: [], undo: { quotaPeriod: await countNew(context) } };
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

/** `owners`: which contact has which address. An address that another contact has stays with that one. */
async function update(
  { db, tenant, now }: Context,
  id: string,
  next: ContactCard,
  owners: Map<string, string>,
): Promise<Saved> {
  const contact = await lockContact(db, tenant.id, id);
  if (!contact) throw new RowVanished();
  const email = next.email.filter((address) => [undefined, id].includes(owners.get(emailKey(address))));
  const { card, changes } = mergeCards(contact.card, { ...next, email });
  await addAcceptances(db, tenant.id, id, 1);
  const undo = { before: contact.card };
  const outcome = changes.length === 0 ? 'unchanged' : 'updated';
  if (isDeepStrictEqual(card, contact.card)) return { outcome, contact, changes, undo };

  await updateCard(db, tenant.id, id, card, now);
  const had = new Set(emailKeys(contact.card));
  await addAddresses(
    db,
    tenant.id,
    id,
    emailKeys(card).filter((address) => !had.has(address)),
  );
  return { outcome, contact: { ...contact, card, revision: contact.revision + 1, updatedAt: now }, changes, undo };
}
