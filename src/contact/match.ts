import type { ContactCard } from './card.ts';
import type { ContactDraft } from './draft.ts';
import { type CardChange, mergeCards } from './merge.ts';
import { emailKey, fold } from './normalize.ts';

export type CardMatch = { kind: 'new' } | { kind: 'known' } | { kind: 'changed'; changes: CardChange[] };

/** What saving `next` would mean, given the card that one of its addresses is known from. */
export function matchCard(known: ContactCard | undefined, next: ContactCard): CardMatch {
  if (!known) return { kind: 'new' };
  const { changes } = mergeCards(known, next);
  return changes.length === 0 ? { kind: 'known' } : { kind: 'changed', changes };
}

/** A card's addresses as keys, each once, in the card's order. */
export const emailKeys = (card: Pick<ContactCard, 'email'>): string[] => [...new Set(card.email.map(emailKey))];

/** Who in a message a draft is about: the first address, else the name, else ''. */
export function personKey(draft: ContactDraft): string {
  const address = draft.email[0]?.value;
  return address === undefined ? fold(draft.fn?.value ?? '') : emailKey(address);
}
