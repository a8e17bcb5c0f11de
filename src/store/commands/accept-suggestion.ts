import type { Accepted } from '../../api/types.ts';
import { type ContactCard, cardFrom } from '../../contact/card.ts';
import { emailKeys } from '../../contact/match.ts';
import { type CardChange, mergeCards } from '../../contact/merge.ts';
import { emailKey } from '../../contact/normalize.ts';
import { contactAnswer } from '../answers.ts';
import { type Context, ownerIn } from '../context.ts';
import { currentQuota } from '../quota.ts';
import { ownersOf } from '../sql/contact-emails.ts';
import { lockContact } from '../sql/contacts.ts';
import { setStatus } from '../sql/suggestions.ts';
import { RowVanished } from '../sql/transaction.ts';
import { type Cause, type ContactWrite, changeContact, createContact } from './contact-writes.ts';
import { offerUndo } from './offer-undo.ts';
import { getPending } from './pending-suggestion.ts';

/**
 * Saves the card the user has checked: merged into the contact that has the first of its addresses known here, else as a
 * new contact, which counts against the quota. Two who save the same new person at once make one contact: the second
 * runs into the address's unique key and is done again, as an update.
 */
export async function acceptSuggestion(context: Context, id: string, card: ContactCard): Promise<Accepted> {
  const { db, tenant } = context;
  const { draft, source } = await getPending(context, id);
  const cause: Cause = { act: 'accept', source, read: cardFrom(draft), met: card };
  const addresses = emailKeys(card);
  const owners = await ownersOf(db, tenant.id, addresses);
  const known = owners.get(addresses.find((address) => owners.has(address)) ?? '');
  const saved =
    known === undefined
      ? { outcome: 'created' as const, changes: [], ...(await createContact(context, { card, tags: [] }, cause)) }
      : await update(context, known, card, owners, cause);
  await setStatus(db, ownerIn(context), id, 'accepted', saved.contact.id);
  return {
    outcome: saved.outcome,
    contact: contactAnswer(saved.contact),
    changes: saved.changes,
    undo: await offerUndo(context, {
      kind: 'accept',
      steps: [...saved.undo, { type: 'suggestion', id, left: 'accepted' }],
    }),
    quota: await currentQuota(context),
  };
}

interface Saved extends ContactWrite {
  outcome: Accepted['outcome'];
  changes: CardChange[];
}

/** `owners`: which contact has which address. An address that another contact has stays with that one. */
async function update(
  context: Context,
  id: string,
  next: ContactCard,
  owners: Map<string, string>,
  cause: Cause,
): Promise<Saved> {
  const contact = await lockContact(context.db, context.tenant.id, id);
  if (!contact) throw new RowVanished();
  const email = next.email.filter((address) => [undefined, id].includes(owners.get(emailKey(address))));
  const { card, changes } = mergeCards(contact.card, { ...next, email });
  const write = await changeContact(context, contact, { ...contact, card }, cause);
  return { outcome: changes.length === 0 ? 'unchanged' : 'updated', changes, ...write };
}
