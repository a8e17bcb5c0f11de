import { isDeepStrictEqual } from 'node:util';
import { emailKeys } from '../../contact/match.ts';
import { type Context, ownerIn } from '../context.ts';
import { Problem } from '../problem.ts';
import { addAddresses, ownersOf } from '../sql/contact-emails.ts';
import { restoreValues } from '../sql/contact-values.ts';
import {
  addAcceptances,
  type ContactRecord,
  deleteContact,
  lockContact,
  lockGoneContact,
  setPresent,
} from '../sql/contacts.ts';
import { deleteEncounter } from '../sql/encounters.ts';
import { returnQuota } from '../sql/quotas.ts';
import { lockDouble, lockSuggestion, renewSuggestions, takeMailsOver } from '../sql/suggestions.ts';
import { deleteSuppression, restoreSuppression } from '../sql/suppressions.ts';
import type { StepOf, UndoStep } from '../undo-steps.ts';
import { keepValues } from './contact-history.ts';
import { contentOf, recordWrite, writeContent } from './contact-writes.ts';
import { newerOf } from './newer-draft.ts';
import { changedSince } from './undo-conflict.ts';
import { undoMerge, undoUnmerge } from './unmerge-contacts.ts';

/** Takes one step of an act back; throws `undo-conflict` when what it left is no longer so. */
export async function takeBack(context: Context, step: UndoStep): Promise<void> {
  await (reversals[step.type] as (context: Context, step: UndoStep) => Promise<void>)(context, step);
}

const reversals: { [T in UndoStep['type']]: (context: Context, step: StepOf<T>) => Promise<void> } = {
  suggestion: letSuggestionWait,
  contact: restoreContact,
  'contact-removed': bringContactBack,
  encounter: ({ db, tenant }, met) => deleteEncounter(db, tenant.id, met),
  merge: undoMerge,
  unmerge: undoUnmerge,
  suppression: async (context, { id }) => {
    await deleteSuppression(context.db, ownerIn(context), id, ['mine', 'organisation']);
  },
  'suppression-removed': ({ db, tenant }, { rows }) => restoreSuppression(db, tenant.id, rows),
  quota: ({ db, tenant }, { period }) => returnQuota(db, tenant.id, period),
};

/**
 * Asked for again in the meantime, it waits already; decided otherwise since, the act is history. Another of the same person
 * that waits by now is taken in.
 */
async function letSuggestionWait(context: Context, { id, left }: StepOf<'suggestion'>): Promise<void> {
  const owner = ownerIn(context);
  const suggestion = await lockSuggestion(context.db, owner, id, context.now);
  if (suggestion?.status === 'accepted' && left !== 'accepted') {
    throw new Problem('undo-conflict', 'The suggestion was asked for again and accepted since');
  }
  const double = await lockDouble(context.db, owner, id, context.now);
  if (!suggestion) return;
  if (double) await takeMailsOver(context.db, owner, id, double.id);
  const mails = suggestion.mails + (double?.mails ?? 0);
  const { createdAt, expiresAt } = double && double.expiresAt > suggestion.expiresAt ? double : suggestion;
  const next = { ...suggestion, ...newerOf(suggestion, double), mails, createdAt, expiresAt };
  await renewSuggestions(context.db, owner, [next]);
}

async function restoreContact(context: Context, step: StepOf<'contact'>): Promise<void> {
  const { db, tenant } = context;
  const contact = await lockContact(db, tenant.id, step.id);
  if (step.left && (contact?.id !== step.id || !isDeepStrictEqual(contentOf(contact), step.left))) throw changedSince();
  if (!contact) return;
  if (step.before) await restoreContent(context, contact, step.before);
  else if (step.left) {
    if (contact.acceptances !== step.acceptances) throw changedSince(); // others have accepted a suggestion into it
    await recordWrite(context, contact, 'undo', 'contact.deleted');
    await deleteContact(db, tenant.id, step.id);
    return;
  }
  await addAcceptances(db, tenant.id, step.id, -step.acceptances);
}

/** The values come back with their history; where that was not kept, the history goes on. */
async function restoreContent(
  context: Context,
  contact: ContactRecord,
  { content, values }: NonNullable<StepOf<'contact'>['before']>,
): Promise<void> {
  const { db, tenant } = context;
  const had = new Set(emailKeys(contact.card));
  await refuseTakenAddresses(
    context,
    emailKeys(content.card).filter((address) => !had.has(address)),
  );
  await writeContent(context, contact.id, contact, content);
  if (values) await restoreValues(db, tenant.id, contact.id, values);
  const restored = { id: contact.id, revision: contact.revision + 1 };
  await keepValues(context, restored, content, { act: 'undo' });
  await recordWrite(context, restored, 'undo', 'contact.changed');
}

async function bringContactBack(context: Context, { id, addresses }: StepOf<'contact-removed'>): Promise<void> {
  const { db, tenant, now } = context;
  const contact = await lockGoneContact(db, tenant.id, id);
  if (!contact || contact.mergedInto) throw changedSince();
  await refuseTakenAddresses(context, addresses);
  await setPresent(db, tenant.id, id, now);
  await addAddresses(db, tenant.id, id, addresses);
  await recordWrite(context, { id, revision: contact.revision + 1 }, 'undo', 'contact.created');
}

async function refuseTakenAddresses({ db, tenant }: Context, addresses: string[]): Promise<void> {
  const owners = await ownersOf(db, tenant.id, addresses);
  if (owners.size > 0) throw new Problem('undo-conflict', 'One of the addresses belongs to another contact since');
}
