import { type Line, textOf } from './body-lines.ts';
import { smallWords, wordsOf } from './fold.ts';
import { hasAny, marks } from './line-marks.ts';
import { looksLikeName } from './person.ts';
import { isContact, isProse } from './signature-lines.ts';

const mostLines = 8;

/**
 * The lines with the mottoes blanked that people quote below their name, and who said them:
 * `"The wind carries what it likes." -- J. Heron`. A company's name between quotation marks is no motto.
 */
export function withoutQuotations(lines: Line[], isSender: (text: string) => boolean): Line[] {
  const kept = [...lines];
  for (let i = 0; i < kept.length; i++) {
    const quoted = quotationEnd(kept, i);
    const end = quoted ?? (isWhoSaidIt(kept, i, isSender) ? i : undefined);
    if (end === undefined) continue;
    let first = i;
    while (quoted === undefined && i - first < mostLines && isProse(textOf(kept[first - 1]))) first--;
    for (let row = first; row <= end; row++) kept[row] = { ...(kept[row] as Line), text: '' };
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
  return /^[|*\s-]{0,40}["“„«][.…\s]{0,4}[\p{L}\p{N}[(]/u.test(line)
    ? line.replace(/^[|*\s-]{0,40}["“„«]/u, '')
    : undefined;
}

const isSaying = (text: string): boolean => wordsOf(text).length >= 4 && smallWords(text) >= 2;

/** `    -- Jay Heron`, `-- Jay Heron, On Kites` below a motto without quotation marks or behind it; not a sender who signs so. */
function isWhoSaidIt(lines: Line[], at: number, isSender: (text: string) => boolean): boolean {
  const text = textOf(lines[at]);
  if (text.length > 200) return false;
  const [mark, name = '', work] =
    /(?:^|(?<=[.!?…"”'’])\s)[\s\-–—]{0,60}[-–—]\s?(\p{Lu}[^,@\d]{2,40})(,[^@]{2,60})?$/u.exec(text) ?? [];
  if (mark === undefined) return false;
  const before = text.slice(0, text.length - mark.length).trim();
  const above = textOf(lines[at - 1]);
  const said = before && !isProse(above) ? before : `${above} ${before}`.trim();
  return looksLikeName(name) && isSaying(said) && (!(before || work) || /[.!?…"”'’]$/.test(said)) && !isSender(name);
}

/** `-- J. Heron`, `(J. Heron, kite maker)` in a line of its own, or far to the right. */
const isAuthor = (text: string): boolean =>
  /^(?:[\s\-–—]{0,60}(?:[-–—~]\s?|\()|\s{16,})\p{Lu}/u.test(text) && text.length < 80 && !isContact(text);
