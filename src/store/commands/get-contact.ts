import type { ValueChange } from '../../api/types.ts';
import { valueText } from '../../contact/value-text.ts';
import { type ContactValue, listFields } from '../../contact/values.ts';
import { contactAnswer } from '../answers.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import { listValues } from '../sql/contact-values.ts';
import { type ContactRecord, lockContact } from '../sql/contacts.ts';

/** The contact, locked. Throws `contact-not-found`, and `contact-outdated` when it is past the revision the caller has seen. */
export async function getLockedContact(context: Context, id: string, seenRevision?: number): Promise<ContactRecord> {
  const { db, tenant } = context;
  const contact = await lockContact(db, tenant.id, id);
  if (!contact) throw new Problem('contact-not-found', `There is no contact ${id}`);
  if (seenRevision !== undefined && seenRevision !== contact.revision)
    throw await outdated(context, contact, seenRevision);
  return contact;
}

async function outdated({ db, tenant }: Context, contact: ContactRecord, seenRevision: number): Promise<Problem> {
  const values = await listValues(db, tenant.id, contact.id);
  const came = values.filter(({ setRevision, ended }) => setRevision > seenRevision && !ended);
  const went = values.filter(
    ({ setRevision, ended }) => setRevision <= seenRevision && ended && ended.revision > seenRevision,
  );
  const detail = `The contact is at revision ${contact.revision}, you have seen ${seenRevision}; nothing was changed`;
  return new Problem('contact-outdated', detail, { contact: contactAnswer(contact), changes: changesOf(went, came) });
}

/** What went and what came, as texts; of a field that holds one value the new one stands beside the old. */
export function changesOf(went: ContactValue[], came: ContactValue[]): ValueChange[] {
  const replaced = new Set<ContactValue>();
  const changes = came.map((value): ValueChange => {
    const old = listFields.has(value.field) ? undefined : went.find(({ field }) => field === value.field);
    if (old) replaced.add(old);
    return { field: value.field, old: old ? valueText(old) : null, new: valueText(value) };
  });
  const gone = went.filter((value) => !replaced.has(value));
  return [...changes, ...gone.map((value) => ({ field: value.field, old: valueText(value), new: null }))];
}
