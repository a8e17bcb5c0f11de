import type { Change, ValueChange } from '../../api/types.ts';
import { readTelType } from '../form-fields.ts';
import type { Messages } from '../messages/messages.ts';
import { shown } from '../text.ts';

/** `Title: Manager → Director`, plain text. */
export function changeText(t: Messages, { field, old, new: next }: Change | ValueChange): string {
  const name = t.fields[field];
  const value = (text: string) => shown(valueLine(t, field, text), 120);
  if (next === null) return t.suggestion.removed(name, value(old ?? ''));
  return old === null ? t.suggestion.added(name, value(next)) : t.suggestion.change(name, value(old), value(next));
}

/** A value as the store writes it, in the user's words. */
export const valueLine = (t: Messages, field: ValueChange['field'], text: string): string =>
  field === 'tel' ? withKindIn(t, text) : text;

/** The store writes a phone with its kind in vCard's word, `0161 496 0271 (cell)`. */
const withKindIn = (t: Messages, tel: string): string =>
  tel.replace(/\((\w+)\)$/, (whole, word: string) => {
    const type = readTelType(word);
    return type ? `(${t.telTypes[type]})` : whole;
  });
