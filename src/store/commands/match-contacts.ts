import type { Match } from '../../api/types.ts';
import type { ContactCard } from '../../contact/card.ts';
import { type CardMatch, emailKeys, matchCards } from '../../contact/match.ts';
import { matchKeys } from '../../contact/match-keys.ts';
import type { CardChange } from '../../contact/merge.ts';
import { contactSummary } from '../answers.ts';
import type { Context } from '../context.ts';
import { findCandidates } from '../sql/contact-keys.ts';
import { pairsKeptApart } from '../sql/contact-merges.ts';
import { currentValues } from '../sql/contact-values.ts';
import type { ContactRecord } from '../sql/contacts.ts';
import type { Tenant } from '../sql/tenants.ts';

/** Compares a card with the organisation's contacts. */
export async function matchContacts(context: Context, card: ContactCard): Promise<CardMatch<ContactRecord>> {
  const [match = { kind: 'new' }] = await matchEach(context, [card]);
  return match;
}

/**
 * Compares each of the cards with the organisation's contacts. A contact that somebody has split from the one that has the
 * card's address is never proposed for it.
 */
export async function matchEach({ db, tenant }: Context, cards: ContactCard[]): Promise<CardMatch<ContactRecord>[]> {
  const wanted = cards.map((card) => ({ card, addresses: emailKeys(card), keys: matchKeys(card) }));
  const found = await findCandidates(db, tenant.id, wanted);
  const compared = wanted.map(({ card, addresses }, at) => {
    const candidates = found[at] ?? [];
    const owner = candidates.find((contact) => emailKeys(contact.card).some((address) => addresses.includes(address)));
    return { card, candidates, owner: candidates.length > 1 ? owner : undefined };
  });
  const pairs = await pairsKeptApart(
    db,
    tenant.id,
    compared.flatMap(({ owner }) => owner?.id ?? []),
  );
  return compared.map(({ card, candidates, owner }) => {
    const apart = new Set(owner && pairs.filter((pair) => pair.includes(owner.id)).flat());
    const left = candidates.filter(({ id }) => id === owner?.id || !apart.has(id));
    return left.length === 0 ? { kind: 'new' } : matchCards(card, left, rolesOf(tenant));
  });
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
