import type { BulkAccepted, BulkDismissed } from '../../api/types.ts';
import { cardFrom } from '../../contact/card.ts';
import { type Context, ownerIn } from '../context.ts';
import { Problem } from '../problem.ts';
import { currentQuota } from '../quota.ts';
import { inSavepoint } from '../sql/savepoint.ts';
import { findPersons } from '../sql/suggestions.ts';
import type { UndoStep } from '../undo-steps.ts';
import { saveSuggestion } from './accept-suggestion.ts';
import { type DismissalKind, dismissOne } from './dismiss-suggestion.ts';
import { matchContacts, withTyped } from './match-contacts.ts';
import { offerUndo } from './offer-undo.ts';
import { addressOwners } from './own-addresses.ts';
import { getPending } from './pending-suggestion.ts';

type AcceptResult = BulkAccepted['results'][number];
type DismissResult = BulkDismissed['results'][number];

/** Saves suggestions as they were read. What one of them meets leaves the others alone; one undo takes all back. */
export async function acceptSuggestions(
  context: Context,
  { ids, override }: { ids: string[]; override?: boolean },
): Promise<BulkAccepted> {
  const steps: UndoStep[] = [];
  const results: AcceptResult[] = [];
  const persons = await findPersons(context.db, ownerIn(context), ids);
  for (const id of ids) {
    const done = await each(context, () => acceptAsRead(context, id, override));
    if ('steps' in done) steps.push(...done.steps);
    results.push({ id, ...persons.get(id), ...('result' in done ? done.result : refused(done.problem)) });
  }
  return { results, ...(await undoOf(context, steps)), quota: await currentQuota(context) };
}

/** Takes suggestions out of the queue, each for itself; one undo takes all back. */
export async function dismissSuggestions(
  context: Context,
  { ids, as }: { ids: string[]; as: DismissalKind },
): Promise<BulkDismissed> {
  const steps: UndoStep[] = [];
  const results: DismissResult[] = [];
  const persons = await findPersons(context.db, ownerIn(context), ids);
  for (const id of ids) {
    const done = await each(context, async () => ({ result: {}, steps: (await dismissOne(context, id, as)).steps }));
    if ('steps' in done) steps.push(...done.steps);
    const said = 'result' in done ? { outcome: 'dismissed' as const } : refused(done.problem);
    const problem = 'problem' in said && { problem: said.problem };
    results.push({ id, ...persons.get(id), outcome: said.outcome, ...problem });
  }
  return { results, ...(await undoOf(context, steps)) };
}

/** The person of the draft, in one way or the other, unless somebody has to look. */
async function acceptAsRead(
  context: Context,
  id: string,
  override = false,
): Promise<{ result: Omit<AcceptResult, 'id'>; steps: UndoStep[] }> {
  const suggestion = await getPending(context, id);
  const card = cardFrom(suggestion.draft);
  const owners = await addressOwners(context, card);
  const match = await matchContacts(context, card);
  const changes = match.kind === 'changed' ? await withTyped(context, match.contact.id, match.changes) : [];
  if (match.kind === 'ambiguous' || changes.some(({ typed }) => typed)) {
    return { result: { outcome: 'needs-review' }, steps: [] };
  }
  const target = match.kind === 'new' ? undefined : match.contact.id;
  const saved = await saveSuggestion(context, suggestion, card, { target, owners }, { override, unseen: true });
  return { result: { outcome: saved.outcome, contactId: saved.contact.id }, steps: saved.steps };
}

/** What the work gives, or the problem it meets; other failures are the request's. */
async function each<T>({ db }: Context, work: () => Promise<T>): Promise<T | { problem: Problem }> {
  try {
    return await inSavepoint(db, work);
  } catch (error) {
    if (error instanceof Problem) return { problem: error };
    throw error;
  }
}

function refused({
  code,
  members: { errors },
}: Problem): Pick<AcceptResult, 'problem' | 'missing'> & { outcome: 'refused' } {
  const missing = code === 'contact-incomplete' && errors?.map(({ path }) => path.replace(/^body\.card\./, ''));
  return { outcome: 'refused', problem: code, ...(missing && { missing }) };
}

async function undoOf(context: Context, steps: UndoStep[]): Promise<Pick<BulkAccepted, 'undo'>> {
  return steps.length === 0 ? {} : { undo: await offerUndo(context, { kind: 'bulk', steps }) };
}
