import type { z } from 'zod';
import type { Import } from '../../api/schemas.ts';
import type { Imported } from '../../api/types.ts';
import type { ContactCard } from '../../contact/card.ts';
import { mergeCards } from '../../contact/merge.ts';
import { isBlank } from '../../contact/normalize.ts';
import { contactSummary } from '../answers.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import { currentQuota } from '../quota.ts';
import { type ContactRecord, lockContact } from '../sql/contacts.ts';
import { RowVanished } from '../sql/transaction.ts';
import type { UndoStep } from '../undo-steps.ts';
import { type Cause, changeContact, createContact } from './contact-writes.ts';
import { matchContacts } from './match-contacts.ts';
import { offerUndo } from './offer-undo.ts';
import { addressOwners, withOwnAddresses } from './own-addresses.ts';
import { isSuppressed } from './suppress.ts';

type Content = z.output<typeof Import>['contacts'][number];

/**
 * Saves contacts, all or none: new ones, which count against the quota, and what is new of those that are known, or that the caller
 * names. What a person typed stays. Left out are those of whom it is not clear who they are, those that nobody wants, and those
 * without a name. Throws `contact-not-found` and `quota-exceeded`.
 */
export async function importContacts(context: Context, contacts: Content[]): Promise<Imported> {
  const results: Imported['results'] = [];
  const steps: UndoStep[] = [];
  for (const content of contacts) {
    const { undo, ...result } = await importContact(context, content);
    results.push(result);
    steps.push(...undo);
  }
  return { results, undo: await offerUndo(context, { kind: 'import', steps }), quota: await currentQuota(context) };
}

type Result = Imported['results'][number] & { undo: UndoStep[] };

async function importContact(context: Context, { contactId, as, ...content }: Content): Promise<Result> {
  if (isBlank(content.card.fn)) return { outcome: 'incomplete', undo: [] };
  const owners = await addressOwners(context, content.card);
  const target = await targetOf(context, content.card, { contactId, as });
  if (target === 'ambiguous') return { outcome: 'ambiguous', undo: [] };
  if (target === 'new' && (await isSuppressed(context, content.card.email))) return { outcome: 'suppressed', undo: [] };
  const cause: Cause = { act: 'import', read: content.card, met: content.card, unseen: true };
  const card = withOwnAddresses(content.card, owners, target === 'new' ? undefined : target.id);
  if (target === 'new') {
    const { contact, undo } = await createContact(context, { ...content, card }, cause);
    return { outcome: 'created', contact: contactSummary(contact), undo };
  }
  const tags = [...new Set([...target.tags, ...content.tags])];
  const notes = target.notes ?? content.notes;
  const next = { ...target, card: mergeCards(target.card, card).card, tags, ...(notes !== undefined && { notes }) };
  const { contact, undo } = await changeContact(context, target, next, cause);
  const outcome = contact.revision === target.revision ? 'unchanged' : 'changed';
  return { outcome, contact: contactSummary(contact), undo };
}

/** Where to: the contact, locked. */
async function targetOf(
  context: Context,
  card: ContactCard,
  { contactId, as }: Pick<Content, 'contactId' | 'as'>,
): Promise<ContactRecord | 'new' | 'ambiguous'> {
  const { db, tenant } = context;
  if (as === 'new') return 'new';
  if (contactId !== undefined) {
    const chosen = await lockContact(db, tenant.id, contactId);
    if (!chosen) throw new Problem('contact-not-found', `There is no contact ${contactId}`);
    return chosen;
  }
  const match = await matchContacts(context, card);
  if (match.kind === 'new' || match.kind === 'ambiguous') return match.kind;
  const known = await lockContact(db, tenant.id, match.contact.id);
  if (!known) throw new RowVanished();
  return known;
}
