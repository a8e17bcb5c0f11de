import type { Match } from '../../api/types.ts';
import type { ContactCard } from '../../contact/card.ts';
import { type CardMatch, emailKeys, matchCards } from '../../contact/match.ts';
import { matchKeys } from '../../contact/match-keys.ts';
import type { CardChange } from '../../contact/merge.ts';
import { contactSummary } from '../answers.ts';
import type { Context } from '../context.ts';
import { findCandidates } from '../sql/contact-keys.ts';
import { keptApartFrom } from '../sql/contact-merges.ts';
import { currentValues } from '../sql/contact-values.ts';
import type { ContactRecord } from '../sql/contacts.ts';
import type { Tenant } from '../sql/tenants.ts';

/**
 * Compares a card with the organisation's contacts. A contact that somebody has split from the one that has the card's
 * address is never proposed for it.
 */
export async function matchContacts({ db, tenant }: Context, card: ContactCard): Promise<CardMatch<ContactRecord>> {
  const addresses = emailKeys(card);
  const found = await findCandidates(db, tenant.id, { addresses, keys: matchKeys(card) });
  const owner = found.find((contact) => emailKeys(contact.card).some((address) => addresses.includes(address)));
  const apart = owner && found.length > 1 ? await keptApartFrom(db, tenant.id, owner.id) : [];
  return matchCards(
    card,
    found.filter(({ id }) => !apart.includes(id)),
    rolesOf(tenant),
  );
}

/** The organisation's own names of desks. */
export const rolesOf = ({ settings }: Tenant): ReadonlySet<string> => new Set(settings.roleNames);

/** A match as the API shows it. */
export async function matchAnswer(context: Context, match: CardMatch<ContactRecord>): Promise<Match> {
  if (match.kind === 'new') return match;
  if (match.kind === 'ambiguous') {
    const candidates = match.candidates.map(({ contact, reasons }) => ({ contact: contactSummary(contact), reasons }));
    return { kind: 'ambiguous', candidates };
  }
  const { reasons, contact } = match;
  const base = { contact: contactSummary(contact), reasons };
  if (match.kind === 'known') return { kind: 'known', ...base, ...(await lastSeen(context, contact.id)) };
  return { kind: 'changed', ...base, changes: await withTyped(context, contact.id, match.changes) };
}

async function lastSeen({ db, tenant }: Context, contactId: string): Promise<{ lastSeen?: string }> {
  const times = (await currentValues(db, tenant.id, contactId)).map((value) => value.lastSeen.getTime());
  return times.length > 0 ? { lastSeen: new Date(Math.max(...times)).toISOString() } : {};
}

/** Marks the changes of what a person has typed. */
export async function withTyped(
  { db, tenant }: Context,
  contactId: string,
  changes: CardChange[],
): Promise<(CardChange & { typed?: true })[]> {
  if (!changes.some(({ old }) => old !== null)) return changes;
  const values = await currentValues(db, tenant.id, contactId);
  const typed = new Set(values.filter(({ how }) => how === 'typed').map(({ field }) => field));
  return changes.map((change) =>
    change.old !== null && typed.has(change.field) ? { ...change, typed: true } : change,
  );
}
