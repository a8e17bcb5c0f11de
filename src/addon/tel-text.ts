import type { Tel } from '../contact/draft.ts';
import type { Messages } from './messages/messages.ts';

/** A phone as one text, its extension behind the number. */
export function telText(t: Messages, { text, ext }: Pick<Tel, 'text' | 'ext'>): string {
  return ext && digitsAtEnd(text) !== ext ? t.common.extension(text, ext) : text;
}

const digitsAtEnd = (text: string): string | undefined => text.match(/\d+/g)?.pop();
