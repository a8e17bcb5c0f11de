import type { ContactCard } from './card.ts';
import { emptyCard, mergeCards } from './merge.ts';
import { readable } from './normalize.ts';
import type { ContactContent, ContactValue } from './values.ts';

export const joinedFields = ['fn', 'n', 'phonetic', 'org', 'title', 'adr', 'owner'] as const;
/** What a contact has one of, so that of two one has to win. */
export type JoinedField = (typeof joinedFields)[number];

/**
 * Two contacts of one person as one. Of single values the one that `wins` says stands; lists and tags hold what both have,
 * the survivor's first; notes follow each other.
 */
export function joinContents(
  survivor: ContactContent,
  other: ContactContent,
  wins: (field: JoinedField) => 'survivor' | 'other',
): ContactContent {
  const sides = { survivor, other };
  const single = <F extends JoinedField & keyof ContactCard>(field: F): Pick<ContactCard, F> => {
    const value = sides[wins(field)].card[field] ?? survivor.card[field] ?? other.card[field];
    return (value === undefined ? {} : { [field]: value }) as Pick<ContactCard, F>;
  };
  const { email, tel, url, social } = mergeCards(survivor.card, { ...emptyCard, ...lists(other.card) }).card;
  const singles = { ...single('fn'), ...single('n'), ...single('phonetic'), ...single('org'), ...single('title') };
  const owner = sides[wins('owner')].owner ?? survivor.owner ?? other.owner;
  const notes = joinNotes(survivor.notes, other.notes);
  return {
    card: { ...singles, ...single('adr'), email, tel, url, social },
    tags: [
      ...survivor.tags,
      ...other.tags.filter((tag) => !survivor.tags.some((one) => readable(one) === readable(tag))),
    ],
    ...(notes !== undefined && { notes }),
    ...(owner !== undefined && { owner }),
  };
}

const lists = ({ email, tel, url, social }: ContactCard) => ({ email, tel, url, social });

/** Longer than notes may be together, the survivor's stand; the others are in the history. */
function joinNotes(survivor: string | undefined, other: string | undefined): string | undefined {
  if (survivor === undefined || other === undefined || survivor.includes(other)) return survivor ?? other;
  const both = `${survivor}\n\n${other}`;
  return both.length <= maxNotes ? both : survivor;
}

const maxNotes = 10_000;

/** How a value came to stand where it stands, for `winner`. */
export interface Standing {
  field: ContactValue['field'];
  how: 'typed' | 'read' | 'imported';
  lastSeen: Date;
}

/** Which of two values of one field stands when nobody chooses: a typed one before others, then the one confirmed last. */
export function winner(survivor: Standing | undefined, other: Standing | undefined): 'survivor' | 'other' {
  if (!survivor || !other) return survivor ? 'survivor' : 'other';
  if ((survivor.how === 'typed') !== (other.how === 'typed')) return survivor.how === 'typed' ? 'survivor' : 'other';
  return other.lastSeen > survivor.lastSeen ? 'other' : 'survivor';
}
