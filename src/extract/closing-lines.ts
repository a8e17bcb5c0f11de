import { afterClosing, isThanks } from './after-closing.ts';
import { isBlank, type Line, textOf } from './body-lines.ts';
import { hasCjk } from './fold.ts';
import { isRule } from './line-kinds.ts';
import { namesSender } from './names-sender.ts';
import { isOccupationWord } from './person.ts';
import type { Sender } from './sender.ts';
import { isProse, wordCount } from './signature-lines.ts';
import { trimmedEnd } from './trim.ts';

/** Whether the line closes the letter. Thanks at the end of a paragraph, or first of all, are text. */
export function closesAt(tail: Line[], at: number, sender: Sender): boolean {
  const text = textOf(tail[at]);
  if (afterClosing(text, sender) === undefined) return false;
  const isInText = !isBlank(tail[at - 1]) || !tail.slice(0, at).some((line) => line.text.trim());
  return !(isInText && isBlank(tail[at + 1]) && isThanks(text) && !/^\s*\p{L}+,\s*$/u.test(text)); // `Thanks,` alone closes
}

/** `Thanks already!` in a paragraph of its own above the formula that closes: the last words of the text. */
export const isThanksBefore = (tail: Line[], at: number, top: number, sender: Sender): boolean =>
  isBlank(tail[at + 1]) &&
  isBlank(tail[at - 1]) &&
  (isThanks(textOf(tail[at])) || /!\s*$/.test(textOf(tail[at]))) &&
  afterClosing(textOf(tail[top]), sender) !== undefined &&
  afterClosing(textOf(tail[at]), sender) === '';

/**
 * A formula no table knows, or a short form of the name: a few words that begin a paragraph and end no sentence, right
 * above who signs or the rule that parts both.
 */
export function isLoneFormula(tail: Line[], at: number, top: number, sender: Sender): boolean {
  const text = trimmedEnd(tail[at]?.text.trim() ?? '', /\p{Extended_Pictographic}|\ufe0f|\s/u);
  const isOpen = /,$/.test(text);
  if (/^[#[]|[\d@:?。]|\p{L}{2}\.$/u.test(text) || (hasCjk(text) ? !isOpen : !isOpen && isProse(text))) return false;
  const most = isOpen ? 6 : text.endsWith('!') || !isBlank(tail[at + 1]) ? 3 : 1;
  const isFor = isOpen && /^(?:Pour|For|Für|Per|Por|Voor|Namens|För) /.test(text); // `Pour le comité,`
  if (wordCount(text) > most || (isOccupationWord(text) && !isFor) || isRequest(text)) return false;
  const isFirst = !tail.slice(0, at).some((line) => line.text.trim());
  if (isFirst || !isBlank(tail[at - 1]) || !tail.slice(at + 1, top).every(isBlank)) return false;
  const below = tail.slice(top, top + 4).find((line) => !isBlank(line) && !isRule(line.text));
  return namesSender(textOf(below), sender) !== undefined;
}

/** `Please call with questions,`: a sentence that somebody ended with a comma. */
const isRequest = (text: string): boolean =>
  /^(please|pls|bitte|prière|merci de|favor|por favor|si prega|prego|gelieve|venligst|prosím|proszę)\b/i.test(text);
