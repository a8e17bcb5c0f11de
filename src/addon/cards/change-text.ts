import type { Change } from '../../api/types.ts';
import { readTelType } from '../form-fields.ts';
import type { Messages } from '../messages/messages.ts';
import { shown } from '../text.ts';

/** `Title: Manager → Director`, plain text. */
export function changeText(t: Messages, { field, old, new: next }: Change): string {
  const name = t.fields[field];
  const value = (text: string) => shown(field === 'tel' ? withKindIn(t, text) : text, 120);
  return old === null ? t.suggestion.added(name, value(next)) : t.suggestion.change(name, value(old), value(next));
}

/** The store writes a phone with its kind in vCard's word, `0161 496 0271 (cell)`. */
const withKindIn = (t: Messages, tel: string): string =>
  tel.replace(/\((\w+)\)$/, (whole, word: string) => {
    const type = readTelType(word);
    return type ? `(${t.telTypes[type]})` : whole;
  });
