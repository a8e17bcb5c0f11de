import type { OnSkip } from './extraction.ts';
import { isAscii, visible } from './fold.ts';
import { htmlLines } from './html-lines.ts';
import { closedUp } from './letter-spacing.ts';
import { hasAny, marks } from './line-marks.ts';
import type { OpenMessage } from './message.ts';

/** A line of the mail's body. */
export interface Line {
  /** Its index among the text's lines or, without text, among the lines its HTML gives. */
  index: number;
  /**
   * Blanks, ideographic ones aside, as U+0020, ASCII in half width, upright lines as `|`, stretched words closed up, at most `longestLine` long.
   * Cells of one line are set apart by tabs.
   */
  text: string;
  /** The line as the sender wrote it, without invisible characters: what a user is shown as evidence. */
  written: string;
  /** Where the line's links lead; only HTML has them. */
  links: string[];
  /** The mail program marked the line as belonging to the signature. */
  marked: boolean;
}

/** The text of a line, or of a part of one; '' where there is none. */
export const textOf = (line: { text: string } | undefined): string => line?.text ?? '';

const longestBody = 1_000_000;
const mostLines = 20_000;
const longestLine = 1_000;

/**
 * The lines of the body: the plain text's where it has any to speak of, else the HTML's. Bounded for hostile mail, and made as
 * they are asked for: most of a long mail is the one that is answered, where nobody looks.
 */
export function bodyLines(message: OpenMessage, skip: OnSkip = () => {}): Iterable<Line> {
  const { text, html } = message;
  if (html && (!text?.trim() || isStub(text, html))) return linesOfHtml(message, skip);
  if (text && text.length > longestBody) skip('text-beyond-1000000');
  return textLines(text?.slice(0, longestBody) ?? '', skip);
}

/** The lines of the HTML body alone, for the links that the plain text lacks. */
export function* linesOfHtml({ html }: OpenMessage, skip: OnSkip): Generator<Line> {
  if (html && html.length > longestBody) skip('html-beyond-1000000');
  let index = 0;
  for (const { text, links, marked } of htmlLines(html?.slice(0, longestBody) ?? '', skip)) {
    yield lineOf(index++, text, links, marked, skip);
  }
}

function* textLines(text: string, skip: OnSkip): Generator<Line> {
  const lines = text.includes('\r') ? text.split(/\r\n|\r|\n/, mostLines + 1) : text.split('\n', mostLines + 1);
  if (lines.length > mostLines) skip('lines-beyond-20000');
  if (lines.length > mostLines) lines.length = mostLines;
  for (let index = 0; index < lines.length; index++) yield lineOf(index, lines[index] as string, [], false, skip);
}

/** "Your mail program cannot show HTML": a text that only points to the HTML part. */
function isStub(text: string, html: string | null): boolean {
  return html !== null && text.length < 300 && html.length > 4 * text.length && /\bhtml\b/i.test(text);
}

function lineOf(index: number, line: string, links: string[], marked: boolean, skip: OnSkip): Line {
  if (line.length > longestLine) skip('line-beyond-1000');
  const cut = line.length > longestLine ? line.slice(0, longestLine) : line;
  const isPlain = !hasAny(cut, marks.beyondAscii | marks.control);
  const written = isPlain ? cut : visible(cut);
  const text = closedUp(isPlain && !cut.includes('[cid:') ? cut.trimEnd() : plain(written));
  return { index, text, written, links, marked };
}

/** The line with every blank as U+0020 (U+3000 stays), and full-width ASCII as ASCII; a minus sign between digits is a hyphen. */
function plain(line: string): string {
  const text = line.includes('[cid:') ? line.replace(/\[cid:[^\][]{0,200}\]/g, '') : line;
  if (!hasOtherForms(text)) return text.trimEnd();
  return text
    .replace(/[│┃┆┇┊┋║╎╏▏▕]/g, '|')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f]/g, ' ')
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)\u2212(?=\d)/g, '-') // the minus sign that Japanese keyboards give for a hyphen
    .replace(/[\uff66-\uff9f]+/g, (kana) => kana.normalize('NFKC'))
    .trimEnd();
}

/** Whether the text may have a character that is written otherwise in a plain line; most letters and marks are not. */
const hasOtherForms = (text: string): boolean =>
  !isAscii(text) && /[\u00a0\u2000-\u200a\u202f\u205f\u2212\u2502-\u2595\uff01-\uff9f]/.test(text);

export const isBlank = (line: Line | undefined): boolean => !line?.text.trim();

/** A line of HTML may be but a picture with a link. */
export const hasContent = (line: Line | undefined): boolean =>
  line !== undefined && (line.text.trim() !== '' || line.links.length > 0 || isPicture(line));

/** Where a picture stood that the plain text cannot show. */
export const isPicture = ({ written }: Line): boolean => written.startsWith('[cid:');
