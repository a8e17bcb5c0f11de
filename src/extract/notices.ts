import { wordsOf } from './fold.ts';
import {
  noticePhrases,
  officerLabels,
  registerWords,
  titleWords,
  unitWords,
  unsubscribePhrases,
} from './lexicon/tables.ts';
import { hasAny, marks } from './line-marks.ts';
import { remembered } from './remembered.ts';

/** A line of a legal notice, of a list or of those who run the firm. */
export const isNotice = remembered(
  (text): boolean =>
    (noticePhrases().in(text) && (noticePhrases().starts(text) || !isOccupation(text))) ||
    unsubscribePhrases().in(text) ||
    isListAddress(text) ||
    hasOfficers(text),
);

/** `Técnica de Medio Ambiente`, `Head of Data Protection`: a title or a unit whose subject notices speak of as well. */
function isOccupation(text: string): boolean {
  const words = wordsOf(text);
  return words.length < 7 && !/[\d:.!?@]/.test(text) && Boolean(titleWords().find(words) ?? unitWords().find(words));
}

/** Whether a line has words of registers, or names who runs the firm. */
export const hasRegister = (text: string): boolean =>
  registerWords().find(wordsOf(text)) !== undefined || hasOfficers(text);

/** `Geschäftsführer: Jens Petersen`, also behind a `|`, `·` or ` - `. */
function hasOfficers(text: string): boolean {
  if (!text.includes(':')) return false;
  return text.split(/[|·;]|\s[-–]\s/).some((part) => {
    const words = wordsOf(part.slice(0, Math.max(0, part.indexOf(':'))));
    return words.length > 0 && words.length < 6 && officerLabels().ending(words) !== undefined;
  });
}

/** A line of a discussion list's footer: how to leave it, or where it lives. */
export const isListAddress = (text: string): boolean =>
  (hasAny(text, marks.dotOrSlash | marks.at) &&
    /mailman\/|\/listinfo\/|groups\.google\.com|googlegroups\.com|[-+]unsubscribe@|-request@|(?<![\w.])(?:listserv|majordomo)@/i.test(
      text,
    )) ||
  /Google Groups/i.test(text);
