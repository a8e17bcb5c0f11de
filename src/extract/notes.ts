import { isElsewhere } from './below-rules.ts';
import { isBlank, type Line, textOf } from './body-lines.ts';
import { afterFormula } from './closing.ts';
import { hasCjk, smallWords, wordsOf } from './fold.ts';
import { isRule } from './line-kinds.ts';
import { namesSender } from './names-sender.ts';
import { hasRegister, isNotice } from './notices.ts';
import { lastParagraph } from './paragraphs.ts';
import type { Sender } from './sender.ts';
import { isContact, isProse } from './signature-lines.ts';

/**
 * The signature without what follows it in paragraphs of their own: a postscript, the firm's entries in registers, or
 * sentences to everybody. `mayTalk`: sentences are a part of it, as below a `-- `.
 */
export function withoutNotes(block: Line[], sender: Sender, mayTalk: boolean): Line[] {
  let end = block.length;
  const cells = textOf(block[end - 1]).split(/\s[|·]\s/);
  if (cells.length > 1 && cells.every(hasRegister)) end--; // `NIP 1 | KRS 2` right below the last contact
  for (let pass = 0; pass < 6; pass++) {
    const paragraph = lastParagraph(block, end);
    if (!paragraph || paragraph.start === 0) break;
    const isSigned = block
      .slice(0, paragraph.start)
      .some(({ text }) => isContact(text) || namesSender(text, sender) !== undefined);
    const texts = block.slice(paragraph.start, paragraph.end).map(({ text }) => text);
    const isFramed = isRule(textOf(block[end - 1]));
    if (
      !isSigned ||
      !(
        isPostscript(texts) ||
        isOfCopies(texts) ||
        isRegister(texts, sender) ||
        (!mayTalk &&
          ((texts.length === 1 && isNotice(texts[0] ?? '') && !isContact(texts[0] ?? '')) ||
            (!isFramed && isTalk(texts, sender))))
      )
    )
      break;
    end = paragraph.start;
    while (end > 0 && isBlank(block[end - 1])) end--;
  }
  return block.slice(0, end);
}

/** A postscript below which nobody signs. */
export const isOnlyPostscript = (lines: Line[], sender: Sender): boolean =>
  isPostscript(lines.map(({ text }) => text)) &&
  !lines.some(({ text }) => !isProse(text) && namesSender(text, sender) !== undefined);

/** `P.S. …` in the languages' letters. */
const isPostscript = ([first = '']: string[]): boolean =>
  /^\s*(P\. ?S\.|PS\s*[:.]|P\. ?D\.|PD\s*:|N\.? ?B\.?\s*:|追伸|추신|附言|又及|又:)/u.test(first);

/** What a letter says of copies and enclosures, and nothing to reach anybody by: `Cc: Jens Petersen`. */
const isOfCopies = (texts: string[]): boolean =>
  /^\s*(?:c\.c\.p\.|(?:c\.?c|Encl?(?:osures?)?|Anlagen?|Verteiler|P\. ?J|Pièces? jointes?|Allegat[io]|Bijlagen?|Adjuntos?|Załączniki?)\.?\s?:)/i.test(
    texts[0] ?? '',
  ) && !texts.some((text) => isContact(text) || afterFormula(text) !== undefined);

/** Each line speaks of registers or of everybody, the first of registers; none is the sender's own. */
const isRegister = (texts: string[], sender: Sender): boolean =>
  hasRegister(texts[0] ?? '') &&
  !/^\s*(\*{2}|_.*_\s*$)/.test(texts[0] ?? '') &&
  texts.every((text) => hasRegister(text) || isNotice(text) || isProse(text) || wordsOf(text).length > 5) &&
  !texts.some((text) => (text.includes('@') && !isProse(text)) || namesSender(text.slice(0, 150), sender) === 'whole');

/** Sentences of twelve words or more that are no motto between quotation marks. */
export function isTalk(texts: string[], sender: Sender): boolean {
  const [first = ''] = texts;
  const whole = texts.join(' ');
  if (/^\s*["“”„«»'‘]/.test(first) || texts.length > 12) return false;
  if (
    texts.some((text) => isContact(text) && !(isSentence(text) && !/\s\|\s/.test(text)) && !isElsewhere(text, sender))
  )
    return false;
  if (hasCjk(whole)) return isProse(first) && whole.trim().length >= 30;
  return isSentence(first) && wordsOf(whole).length >= 12;
}

/** Ten words or more around a contact, mostly in small letters. */
const isSentence = (text: string): boolean => isProse(text) || (smallWords(text) >= 5 && wordsOf(text).length >= 10);
