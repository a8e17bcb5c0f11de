import { isBlank, type Line, textOf } from './body-lines.ts';
import { endsPlain, hasCjk, smallWords, startsPlain, wordsOf } from './fold.ts';
import { hasAny, marks } from './line-marks.ts';
import { remembered } from './remembered.ts';
import { trimmedEnd } from './trim.ts';

/** The line without the frame around it: `| Ana Ruiz |`, `*** Ana Ruiz ***`, `┃Ana Ruiz`, `- Ana`. */
export const bare = remembered((text): string => {
  const inner = startsPlain(text)
    ? text
    : text.replace(/^[\s|¦*#=~_/\\!<>・■□◆◇●○★☆▼▲─━┏┗┣「【:;.,'"“”\-–—‥…]+(?!\d{2,4}[)-])/u, '');
  return endsPlain(inner) ? inner : trimmedEnd(inner, /[\s|¦*#=~_/\\!>・■□◆◇●○★☆▼▲─━┓┛┫」】"“”\-–—]/u);
});

/** Whether the line holds an address, a web page or something like a telephone number. */
export const isContact = remembered((text): boolean => {
  const hasMark = hasAny(text, marks.at | marks.dotOrSlash);
  if (hasMark && /[^\s@]@[^\s@]+\.[^\s@]|https?:\/\/|\bwww\./i.test(text)) return true;
  if (!hasAny(text, marks.digit)) return false;
  return (
    /(^|[^\p{L}\d]|\p{Lo}|tel|fax)[+(]{0,2}\d{1,5}[)\s.\-/(]{1,3}\d[\d\s.\-/()]{4,}\d/iu.test(text) ||
    /\d{8,}/.test(text) ||
    /〒\s?\d{3}/.test(text)
  );
});

/** Whether the line is running text rather than a value. */
export const isProse = remembered((text): boolean => {
  const line = text.trim();
  if (hasCjk(line)) {
    if (
      /(です|ます|ました|ません|ください|下さい|でしょうか|ございます|致します|니다|세요|입니다|。|了|吗)$/u.test(
        trimmedEnd(line, /[.!?」)\s]/),
      )
    )
      return true;
    return line.length > 45 && /[、。]/.test(line) && !isContact(line);
  }
  const words = wordsOf(line);
  if (words.length < 6) return words.length > 2 && line.endsWith('?');
  const lower = smallWords(line);
  const isLong = words.length > 14 && !bar.test(line);
  if (isContact(line)) return isLong && lower > 8;
  return lower * 2 > words.length || isLong;
});

/** What parts the values of a signature that stands in one line. */
export const bar = /\s(?:[|•·]|\/\/)\s/;

/** Also as PGP escapes it: `- -- `. */
export const isDelimiter = (text: string): boolean => text.length < 5 && /^\s?(- --|--|---|—|——)$/.test(text);

/** A contact that the text above announces, or whose sentence runs into it. */
export function isOfText(tail: Line[], at: number): boolean {
  const text = lineAbove(tail, at);
  const runsOn = !isBlank(tail[at - 1]) && isProse(text) ? /^[^:]*[\p{L},:]\s*$/u : /:\s*$/;
  return isContact(textOf(tail[at])) && !isContact(text) && wordCount(text) > 4 && runsOn.test(text);
}

/** The text of the last line above that is not blank. */
export function lineAbove(tail: Line[], at: number): string {
  let above = at - 1;
  while (above > 0 && isBlank(tail[above])) above--;
  return textOf(tail[above]);
}

export const wordCount = (text: string): number => bare(text).split(/\s+/).length;
