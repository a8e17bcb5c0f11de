import type { z } from 'zod';
import type { Acceptance } from '../../api/schemas.ts';
import type { Accepted } from '../../api/types.ts';
import { type ContactCard, cardFrom } from '../../contact/card.ts';
import { type CardChange, emptyCard, mergeCards } from '../../contact/merge.ts';
import { isBlank } from '../../contact/normalize.ts';
import { contactAnswer } from '../answers.ts';
import { type Context, ownerIn } from '../context.ts';
import { Problem } from '../problem.ts';
import { currentQuota } from '../quota.ts';
import { type ContactRecord, lockContact } from '../sql/contacts.ts';
import { type SuggestionRecord, setStatus } from '../sql/suggestions.ts';
import { RowVanished } from '../sql/transaction.ts';
import type { UndoStep } from '../undo-steps.ts';
import { type Cause, type ContactWrite, changeContact, createContact } from './contact-writes.ts';
import { matchContacts } from './match-contacts.ts';
import { offerUndo } from './offer-undo.ts';
import { type AddressOwners, addressOwners, withOwnAddresses } from './own-addresses.ts';
import { getPending } from './pending-suggestion.ts';

type Choices = z.output<typeof Acceptance>;

/**
 * Saves the card the user has checked: into the contact that was chosen or found, else as a new contact, which counts against
 * the quota. Two who save the same new person at once make one contact: the second runs into the address's unique key and
 * is done again, as an update.
 */
export async function acceptSuggestion(context: Context, id: string, choices: Choices): Promise<Accepted> {
  const suggestion = await getPending(context, id);
  const card = choices.fields ? onlyFields(choices.card, choices.fields) : choices.card;
  const owners = await addressOwners(context, card);
  const target = await targetOf(context, card, choices);
  const { steps, ...saved } = await saveSuggestion(context, suggestion, card, { target, owners }, choices);
  return {
    outcome: saved.outcome,
    contact: contactAnswer(saved.contact),
    changes: saved.changes,
    undo: await offerUndo(context, { kind: 'accept', steps }),
    quota: await currentQuota(context),
  };
}

export interface SavedSuggestion {
  outcome: Accepted['outcome'];
  contact: ContactRecord;
  changes: CardChange[];
  steps: UndoStep[];
}

/**
 * Makes a contact of a suggestion, or adds it to the contact `target`. An address that another contact has, as `owners` says,
 * stays with that one. `unseen`: nobody looked at the values one by one, so what a person typed stays.
 */
export async function saveSuggestion(
  context: Context,
  { id, draft, source }: SuggestionRecord,
  card: ContactCard,
  { target, owners }: { target: string | undefined; owners: AddressOwners },
  { override, unseen }: { override?: boolean; unseen?: boolean },
): Promise<SavedSuggestion> {
  const cause: Cause = { act: 'accept', source, read: cardFrom(draft), met: card, ...(unseen && { unseen }) };
  const own = withOwnAddresses(card, owners, target);
  const saved =
    target === undefined
      ? await create(context, own, override, cause)
      : await update(context, target, own, override, cause);
  await setStatus(context.db, ownerIn(context), id, 'accepted', saved.contact.id);
  return { ...saved, steps: [...saved.undo, { type: 'suggestion', id, left: 'accepted' }] };
}

interface Saved extends ContactWrite {
  outcome: Accepted['outcome'];
  changes: CardChange[];
}

async function create(context: Context, card: ContactCard, override = false, cause: Cause): Promise<Saved> {
  refuseIncomplete(mergeCards(emptyCard, card).card, override);
  return { outcome: 'created', changes: [], ...(await createContact(context, { card, tags: [] }, cause)) };
}

async function update(context: Context, id: string, next: ContactCard, override = false, cause: Cause): Promise<Saved> {
  const contact = await lockContact(context.db, context.tenant.id, id);
  if (!contact) throw new RowVanished();
  const { card, changes } = mergeCards(contact.card, next);
  refuseIncomplete(card, override);
  const write = await changeContact(context, contact, { ...contact, card }, cause);
  return { outcome: changes.length === 0 ? 'unchanged' : 'updated', changes, ...write };
}

/** What a contact must have, as parts of the request. */
function refuseIncomplete(card: ContactCard, override: boolean): void {
  const missing = [
    isBlank(card.fn) && 'fn',
    !override && isBlank(card.org?.name) && 'org.name',
    !override && card.email.length === 0 && 'email',
  ].filter((field) => field !== false);
  if (missing.length === 0) return;
  throw new Problem('contact-incomplete', `The contact lacks ${missing.join(', ')}`, {
    errors: missing.map((field) => ({ path: `body.card.${field}`, message: 'is missing' })),
  });
}

/** The contact to save into; undefined for a new one. */
async function targetOf(context: Context, card: ContactCard, { contactId, as }: Choices): Promise<string | undefined> {
  if (as === 'new') return undefined;
  if (contactId !== undefined) {
    const contact = await lockContact(context.db, context.tenant.id, contactId);
    if (!contact) throw new Problem('contact-not-found', `There is no contact ${contactId}`);
    return contact.id;
  }
  const match = await matchContacts(context, card);
  if (match.kind === 'new') return undefined;
  if (match.kind !== 'ambiguous') return match.contact.id;
  return match.candidates.find(({ reasons }) => reasons.includes('address'))?.contact.id;
}

/** The card with the chosen fields alone. */
function onlyFields(card: ContactCard, fields: NonNullable<Choices['fields']>): ContactCard {
  const chosen = Object.fromEntries(fields.map((field) => [field, card[field]]));
  return { ...emptyCard, ...chosen };
}
