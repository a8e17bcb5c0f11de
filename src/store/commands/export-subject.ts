import type { SubjectExport } from '../../api/types.ts';
import { emailKeys } from '../../contact/match.ts';
import { acquaintanceAnswer, contactAnswer, historyValue, suggestionAnswer } from '../answers.ts';
import type { Context } from '../context.ts';
import { auditEntriesOf } from '../sql/audit-entries.ts';
import { keptApartFrom } from '../sql/contact-merges.ts';
import { listValues } from '../sql/contact-values.ts';
import { type ContactRecord, familyOf } from '../sql/contacts.ts';
import { listAcquaintances } from '../sql/encounters.ts';
import { suggestionsAbout } from '../sql/suggestions.ts';
import { acrossUsers } from '../sql/transaction.ts';
import { getLockedContact } from './get-contact.ts';
import { recordAct } from './record-act.ts';

/** Everything kept about one person. The contact is locked, so that all of it is of one moment. */
export async function exportSubject(context: Context, id: string): Promise<SubjectExport> {
  const { db, tenant, now } = context;
  const contact = await getLockedContact(context, id);
  const family = await familyOf(db, tenant.id, contact.id);
  const histories = await historiesOf(context, family);
  const about = { contacts: family.map((one) => one.id), addresses: addressesIn(family, histories) };
  const suggestions = await acrossUsers(db, () => suggestionsAbout(db, tenant.id, about, now));
  const audit = await auditEntriesOf(db, tenant.id, about.contacts);
  const acquaintances = await listAcquaintances(db, tenant.id, contact.id, allAcquaintances);
  await recordAct(context, { act: 'contact.export', subject: { kind: 'contact', id: contact.id } });
  return {
    exportedAt: now.toISOString(),
    contact: contactAnswer(contact),
    history: (histories.get(contact.id) ?? []).map(historyValue),
    merged: family
      .filter((one) => one.id !== contact.id)
      .map((one) => ({ contact: contactAnswer(one), history: (histories.get(one.id) ?? []).map(historyValue) })),
    keptApartFrom: await keptApartFrom(db, tenant.id, contact.id),
    acquaintances: acquaintances.map(acquaintanceAnswer),
    suggestions: suggestions.map((suggestion) => suggestionAnswer(suggestion, context.now)),
    audit,
  };
}

type Histories = Map<string, Awaited<ReturnType<typeof listValues>>>;

async function historiesOf({ db, tenant }: Context, family: ContactRecord[]): Promise<Histories> {
  const histories: Histories = new Map();
  for (const { id } of family) histories.set(id, await listValues(db, tenant.id, id));
  return histories;
}

/** Former addresses too: suggestions may still be about them. */
function addressesIn(family: ContactRecord[], histories: Histories): string[] {
  const former = [...histories.values()].flat().flatMap((value) => (value.field === 'email' ? [value.value] : []));
  return [...new Set(family.flatMap(({ card }) => emailKeys(card)).concat(emailKeys({ email: former })))];
}

const allAcquaintances = 100_000;
