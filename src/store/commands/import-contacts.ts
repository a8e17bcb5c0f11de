import type { z } from 'zod';
import type { Import } from '../../api/schemas.ts';
import type { Imported } from '../../api/types.ts';
import { mergeCards } from '../../contact/merge.ts';
import { isBlank } from '../../contact/normalize.ts';
import { contactSummary } from '../answers.ts';
import type { Context } from '../context.ts';
import { currentQuota } from '../quota.ts';
import { lockContact } from '../sql/contacts.ts';
import { RowVanished } from '../sql/transaction.ts';
import type { UndoStep } from '../undo-steps.ts';
import { type Cause, changeContact, createContact } from './contact-writes.ts';
import { findOwners } from './find-owner.ts';
import { offerUndo } from './offer-undo.ts';

type Content = z.output<typeof Import>['contacts'][number];

/**
 * Saves contacts, all or none: new ones, which count against the quota, and what is new of the one that has an address of
 * theirs. What a person typed stays. Those with addresses of several contacts, and those without a name, are left out.
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

async function importContact(context: Context, content: Content): Promise<Result> {
  const cause: Cause = { act: 'import', read: content.card, met: content.card, unseen: true };
  if (isBlank(content.card.fn)) return { outcome: 'incomplete', undo: [] };
  const [owner, ...others] = await findOwners(context, content.card);
  if (others.length > 0) return { outcome: 'ambiguous', undo: [] };
  if (!owner) {
    const { contact, undo } = await createContact(context, content, cause);
    return { outcome: 'created', contact: contactSummary(contact), undo };
  }
  const known = await lockContact(context.db, context.tenant.id, owner[0]);
  if (!known) throw new RowVanished();
  const { card } = mergeCards(known.card, content.card);
  const tags = [...new Set([...known.tags, ...content.tags])];
  const notes = known.notes ?? content.notes;
  const next = { ...known, card, tags, ...(notes !== undefined && { notes }) };
  const { contact, undo } = await changeContact(context, known, next, cause);
  const outcome = contact.revision === known.revision ? 'unchanged' : 'changed';
  return { outcome, contact: contactSummary(contact), undo };
}
