import {
  type ContactContent,
  type ContactValue,
  compareValues,
  contentFrom,
  listFields,
  type ValueField,
  valueSet,
  valuesOf,
} from './values.ts';

export type Side = 'survivor' | 'other';

export interface Joined {
  /** The two before they became one. */
  survivor: ContactContent;
  other: ContactContent;
  /** What they became, and what that is now. */
  joined: ContactContent;
  present: ContactContent;
  /** Whose value it is, where the mail it was read from says so. */
  saidBy: (value: ContactValue) => Side | undefined;
}

/**
 * The two contacts that were joined, each as it was, with what was changed since on the right one: what was taken out goes
 * from both; what is new goes to whom the mail was from, else to the one whose value it took the place of, else to the
 * survivor.
 */
export function splitContents({ survivor, other, joined, present, saidBy }: Joined): Record<Side, ContactContent> {
  const { kept, ended, added } = compareValues(valuesOf(joined), valuesOf(present));
  const had = { survivor: valueSet(valuesOf(survivor)), other: valueSet(valuesOf(other)) };
  const gone = valueSet(ended);
  const rewritten = valueSet(kept.filter(isRewritten).map(({ after }) => after));

  const notesWereEmptied = joined.notes !== undefined && present.notes === undefined; // those of both

  const holderOf = (field: ValueField): Side => {
    const replaced = ended.find((value) => value.field === field && !listFields.has(field));
    return replaced && had.other.has(replaced) && !had.survivor.has(replaced) ? 'other' : 'survivor';
  };
  const sideOf = (value: ContactValue): Side => saidBy(value) ?? holderOf(value.field);

  const split = (side: Side, content: ContactContent): ContactContent => {
    const news = added.filter((value) => sideOf(value) === side);
    const replacedHere = singleFields(news);
    const replacedThere = singleFields(added.filter((value) => sideOf(value) !== side));
    const stays = (value: ContactValue) =>
      !replacedHere.has(value.field) &&
      (replacedThere.has(value.field) || !(gone.has(value) || (value.field === 'notes' && notesWereEmptied)));
    const old = valuesOf(content);
    const staying = old.filter(stays);
    if (staying.length === old.length && news.length === 0 && !old.some(rewritten.has)) return content;
    return contentFrom([...staying.map((value) => rewritten.find(value) ?? value), ...news]);
  };
  return { survivor: split('survivor', survivor), other: split('other', other) };
}

const singleFields = (values: ContactValue[]): Set<ValueField> =>
  new Set(values.map(({ field }) => field).filter((field) => !listFields.has(field)));

const isRewritten = ({ before, after }: { before: ContactValue; after: ContactValue }): boolean =>
  JSON.stringify(before.value) !== JSON.stringify(after.value);
