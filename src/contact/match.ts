import type { ContactCard } from './card.ts';
import { comparePersons, type Person, personOf } from './compare-cards.ts';
import { compareNames } from './compare-names.ts';
import type { ContactDraft } from './draft.ts';
import { type MatchReason, matchReasons } from './match-reasons.ts';
import { type CardChange, mergeCards } from './merge.ts';
import { emailKey, fold } from './normalize.ts';
import { isSharedAddress } from './shared-address.ts';

/** What saving a card would mean, given the contacts that may be its person. */
export type CardMatch<C> =
  | { kind: 'new' }
  | { kind: 'known'; contact: C; reasons: MatchReason[] }
  | { kind: 'changed'; contact: C; reasons: MatchReason[]; changes: CardChange[] }
  /** At most 5, the likeliest first. */
  | { kind: 'ambiguous'; candidates: Candidate<C>[] };

export interface Candidate<C> {
  contact: C;
  reasons: MatchReason[];
}

/**
 * Compares a card with the contacts that share an address or a key (`matchKeys`) with it. One that is the same person is
 * taken; of several, the one that has the card's first address, else the one with a profile or a phone of its own. Doubt is
 * a question. A name that three or more of other companies have is common, and asks nothing. `roles`: the organisation's own names
 * of desks, folded.
 */
export function matchCards<C extends { card: ContactCard }>(
  next: ContactCard,
  contacts: C[],
  roles?: ReadonlySet<string>,
): CardMatch<C> {
  const person = personOf(next, roles);
  const known = contacts.map((contact) => ({ contact, person: personOf(contact.card, roles) }));
  const sharedPhones = phonesOfSeveral(
    person,
    known.map((one) => one.person),
  );
  const compared = known.map(({ contact, person: other }) => ({
    contact,
    ...comparePersons(person, other, sharedPhones),
  }));
  const same = compared.filter(({ verdict }) => verdict === 'same');
  const chosen = same.length > 1 ? strongest(same, emailKeys(next)) : same[0];
  if (chosen) return { ...matchCard(chosen.contact, next), reasons: chosen.reasons };
  const asked = compared.filter(({ verdict }) => verdict === 'ask');
  const onlyNamed = asked.filter(({ reasons }) => reasons.every((reason) => nameAlone.has(reason)));
  const worthAsking = onlyNamed.length > 2 ? asked.filter((one) => !onlyNamed.includes(one)) : asked;
  const candidates = (same.length > 0 ? same : worthAsking).sort(byReasons).slice(0, 5);
  if (candidates.length === 0) return { kind: 'new' };
  return { kind: 'ambiguous', candidates: candidates.map(({ contact, reasons }) => ({ contact, reasons })) };
}

/** What saving a card into this contact would mean. */
export function matchCard<C extends { card: ContactCard }>(
  contact: C,
  next: ContactCard,
): { kind: 'known'; contact: C } | { kind: 'changed'; contact: C; changes: CardChange[] } {
  const { changes } = mergeCards(contact.card, next);
  return changes.length === 0 ? { kind: 'known', contact } : { kind: 'changed', contact, changes };
}

/** A card's addresses as keys, each once, in the card's order. */
export const emailKeys = (card: Pick<ContactCard, 'email'>): string[] => [...new Set(card.email.map(emailKey))];

/** Who in a message a draft is about: the first address, else the name, else ''. */
export function personKey(draft: ContactDraft): string {
  const address = draft.email[0]?.value;
  return address === undefined ? fold(draft.fn?.value ?? '') : emailKey(address);
}

/**
 * By what a draft's person is known among those that wait: the first address. Undefined where several people may stand behind
 * it, or nobody's address is known; a name alone is not enough.
 */
export function waitingKey(draft: ContactDraft, roles?: ReadonlySet<string>): string | undefined {
  const address = draft.email[0]?.value;
  return address === undefined || isSharedAddress(address, roles) ? undefined : emailKey(address);
}

const nameAlone: ReadonlySet<MatchReason> = new Set(['name', 'other-company']);

/** Numbers that two contacts of different people have: a switchboard, whatever a signature calls it. */
function phonesOfSeveral(person: Person, known: Person[]): Set<string> {
  const shared = person.phones.filter(({ number }) => {
    const [first, ...others] = known.filter(({ phones }) => phones.some((phone) => phone.number === number));
    return first && others.some((other) => compareNames(first.readings, other.readings, false) === 'other');
  });
  return new Set(shared.map(({ number }) => number));
}

interface Compared<C> extends Candidate<C> {
  verdict: string;
}

/** The one that stands out; undefined when none does. */
function strongest<C extends { card: ContactCard }>(same: Compared<C>[], addresses: string[]): Compared<C> | undefined {
  const withAddress = addresses.flatMap((address) =>
    same.filter(({ contact, reasons }) => reasons.includes('address') && emailKeys(contact.card).includes(address)),
  );
  if (withAddress[0]) return withAddress[0];
  const own = same.filter(({ reasons }) => reasons.includes('profile') || reasons.includes('own-phone'));
  return own.length === 1 ? own[0] : undefined;
}

const byReasons = <C>(a: Candidate<C>, b: Candidate<C>): number => strength(a) - strength(b);
const strength = ({ reasons }: Candidate<unknown>): number => matchReasons.indexOf(reasons[0] ?? 'other-phone');
