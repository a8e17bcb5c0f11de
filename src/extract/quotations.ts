import { type Line, textOf } from './body-lines.ts';
import { smallWords, wordsOf } from './fold.ts';
import { hasAny, marks } from './line-marks.ts';
import { looksLikeName } from './person.ts';
import { isContact } from './signature-lines.ts';

const mostLines = 8;

/**
 * The lines with the mottoes blanked that people quote below their name, and who said them:
 * `"The wind carries what it likes." -- J. Heron`. A company's name between quotation marks is no motto.
 */
export function withoutQuotations(lines: Line[], isSender: (text: string) => boolean): Line[] {
  const kept = [...lines];
  for (let i = 0; i < kept.length; i++) {
    const end = quotationEnd(kept, i) ?? (isWhoSaidIt(kept, i, isSender) ? i : undefined);
    if (end === undefined) continue;
    for (let row = i; row <= end; row++) kept[row] = { ...(kept[row] as Line), text: '' };
    i = end;
  }
  return kept.filter((line, i) => line.text !== '' || lines[i]?.text === '');
}

/** The last line of a quotation that begins in this one, with the name that follows it. */
function quotationEnd(lines: Line[], from: number): number | undefined {
  const first = opened(textOf(lines[from]));
  if (first === undefined) return undefined;
  let said = '';
  for (let i = from; i < Math.min(lines.length, from + mostLines); i++) {
    const text = i === from ? first : textOf(lines[i]).trim();
    if (isContact(text)) return undefined;
    const close = text.search(/["”“»'’](?=[\s,.)]*$|[\s,.]*(?:[-–—~(]|\s{2}|by\s))/u);
    said += ` ${close < 0 ? text : text.slice(0, close)}`;
    if (close < 0) continue;
    if (!isSaying(said)) return undefined;
    const isSaidBy = text.slice(close + 1).replace(/[\s.,]/g, '') !== '';
    return !isSaidBy && isAuthor(textOf(lines[i + 1])) ? i + 1 : i;
  }
  return undefined;
}

/** The text after the quotation mark that the line begins with. */
function opened(text: string): string | undefined {
  if (!hasAny(text, marks.quote | marks.beyondAscii)) return undefined;
  const line = text.trim();
  return /^[|*\s]{0,4}["“„«][.…\s]{0,4}[\p{L}\p{N}[(]/u.test(line)
    ? line.replace(/^[|*\s]{0,4}["“„«]/u, '')
    : undefined;
}

const isSaying = (text: string): boolean => wordsOf(text).length >= 4 && smallWords(text) >= 2;

/** `    -- Jay Heron` below a motto without quotation marks; not a sender who signs so. */
const isWhoSaidIt = (lines: Line[], at: number, isSender: (text: string) => boolean): boolean => {
  const name = /^\s*[-–—]{1,3}\s(.*)$/.exec(textOf(lines[at]))?.[1] ?? '';
  return looksLikeName(name) && isSaying(textOf(lines[at - 1])) && !isSender(name);
};

/** `-- J. Heron`, `(J. Heron, kite maker)` in a line of its own, or far to the right. */
const isAuthor = (text: string): boolean =>
  /^(?:\s*(?:[-–—~]{1,3}\s?|\()|\s{16,})\p{Lu}/u.test(text) && text.length < 80 && !isContact(text);
