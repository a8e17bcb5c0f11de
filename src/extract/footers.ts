import type { Line } from './body-lines.ts';
import { startsPlain } from './fold.ts';
import { noticePhrases, sentFromPhrases, unsubscribePhrases } from './lexicon/tables.ts';
import { remembered } from './remembered.ts';
import { isContact } from './signature-lines.ts';
import type { Trace } from './trace.ts';

/** The lines without what programs and lawyers add below: disclaimers, list footers, adverts of mail providers. */
export function withoutFooters(lines: Line[], trace?: Trace): Line[] {
  let end = lines.length;
  for (let pass = 0; pass < 12; pass++) {
    const paragraph = lastParagraph(lines, end);
    if (!paragraph || !isFooter(lines.slice(paragraph.start, paragraph.end))) break;
    end = withoutRule(lines, paragraph.start);
  }
  const kept = cutAtNotice(lines.slice(0, end));
  for (const line of trace ? lines.slice(kept.length) : []) {
    if (line.text.trim())
      trace?.line(
        line.index,
        'footer',
        line.index < (lines[end]?.index ?? Infinity) ? 'notice-line' : 'notice-paragraph',
      );
  }
  return kept;
}

/** `Sent from my iPhone` and the like; in languages we have no table for, the device gives it away. */
export const isSentFrom = (text: string): boolean =>
  text.length < 120 &&
  (sentFromPhrases().afterStart(text) !== undefined ||
    /(から送信|에서 보냄)/u.test(text.slice(-20)) ||
    (text.length < 50 && /\b(iPhone|iPad|Android|Outlook)\b/.test(text) && !isContact(text) && !/[,.?]$/.test(text)));

/** A line of marks alone, with at most one blank between them. */
export const isRule = (text: string): boolean =>
  !startsPlain(text) && !/[\p{L}\p{N}]/u.test(text) && text.trim() !== '' && !/\s{2}/.test(text.trim());

function isFooter(paragraph: Line[]): boolean {
  const texts = paragraph.map((line) => line.text).filter((text) => text.trim() && !isRule(text));
  if (texts.length === 0) return false;
  const head = texts.slice(0, 2).join(' ');
  if (isListAddress(head)) return true;
  if (isNotice(head) && texts.filter(isContact).length <= Math.max(1, texts.length / 3)) return true;
  const hits = texts.filter((text) => isNotice(text)).length;
  return hits >= 2 && hits * 3 >= texts.length;
}

const isNotice = remembered(
  (text): boolean => noticePhrases().in(text) || unsubscribePhrases().in(text) || isListAddress(text),
);

const isListAddress = (text: string): boolean =>
  /mailman\/|\/listinfo\/|groups\.google\.com|-unsubscribe@|-request@/i.test(text);

/** The last run of lines between blank lines or rules before `end`; its rule above is not part of it. */
function lastParagraph(lines: Line[], end: number): { start: number; end: number } | undefined {
  let last = end;
  while (last > 0 && isGap(lines[last - 1])) last--;
  if (last === 0) return undefined;
  let start = last;
  while (start > 0 && !isGap(lines[start - 1]) && last - start < 60) start--;
  return { start, end: last };
}

const isGap = (line: Line | undefined): boolean => !line?.text.trim() || isRule(line.text);

/** The rule or delimiter right above a footer goes with it. */
function withoutRule(lines: Line[], start: number): number {
  const above = lines[start - 1];
  return above && isRule(above.text) ? start - 1 : start;
}

/** A notice that follows the signature without a blank line: cut from there, when nothing of the sender's comes after. */
function cutAtNotice(lines: Line[]): Line[] {
  const from = Math.max(0, lines.length - 30);
  for (let i = lines.length - 1; i >= from; i--) {
    const text = lines[i]?.text ?? '';
    if (isContact(text) && !isNotice(text)) return lines;
    if (/^--\s*$/.test(text)) return lines;
    if (isNotice(text) && !isContact(text.replace(/https?:\S+/g, ''))) {
      let first = i;
      while (first > from && isNotice(lines[first - 1]?.text ?? '')) first--;
      return cutAtNotice(lines.slice(0, first));
    }
  }
  return lines;
}
