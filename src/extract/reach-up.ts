import { isBlank, type Line, textOf } from './body-lines.ts';
import { closesAt, isLoneFormula, isThanksBefore } from './closing-lines.ts';
import { hasCjk } from './fold.ts';
import { isRule, isSentFrom } from './line-kinds.ts';
import { isLoneFamilyName, isNameInLetters } from './name-in-letters.ts';
import { namesSender } from './names-sender.ts';
import { bareName, isOccupationWord, looksLikeName } from './person.ts';
import type { Sender } from './sender.ts';
import { bare, isContact, isDelimiter, isOfText, isProse, wordCount } from './signature-lines.ts';

/** Up to the closing formula or the first name above a delimiter, a frame or a name. */
export function reachUp(tail: Line[], start: number, sender: Sender, formulas: Set<number>): number {
  let top = start;
  let own = 0;
  for (let i = start - 1; i >= Math.max(0, start - 14) && own < 7; i--) {
    const text = textOf(tail[i]);
    if (/^\s*(?:\[\d+\]\s|;;)/.test(text) || tail[i]?.written.startsWith('>')) break;
    if (!text.trim()) continue;
    const postscript = isBlank(tail[i + 1]) ? postscriptStart(tail, i) : undefined;
    if (postscript !== undefined) {
      i = postscript;
      continue;
    }
    own++;
    if (
      isPostscript(text) ||
      (isRule(text) && isDelimiter(textOf(tail[start])) && tail.slice(i + 1, start).every(isBlank)) ||
      /^\s*["“„].*["”“]\s*$/.test(text)
    )
      continue;
    if (isThanksBefore(tail, i, top, sender)) break;
    if (closesAt(tail, i, sender)) top = i;
    else if (i === start - 1 && !isProse(text) && /^\s*di \p{Lu}/u.test(textOf(tail[start])))
      top = i; // `Aquilone Serramenti` above `di Ruiz Ana`, who owns it
    else if (isLoneFormula(tail, i, top, sender)) {
      top = i;
      formulas.add(tail[i]?.index ?? 0);
    } else if (i === start - 1 && (isSentFrom(text) || isNameInLetters(text, sender) || isHumbly(text))) top = i;
    else if (
      i === start - 2 &&
      isBlank(tail[start - 1]) &&
      (isNameInLetters(text, sender) ||
        isLoneFamilyName(text, sender.name ?? '') ||
        (!sender.name && looksLikeName(text) && isOccupationWord(textOf(tail[start])))) // of a desk's mail
    )
      top = i;
    else if (!isProse(text) && (namesSender(text, sender) || isOfUnit(text, sender)) && !isOfText(tail, i)) top = i;
    else if ((isOccupationWord(text) && isHeading(text)) || (text.endsWith(',') && closesAt(tail, i - 1, sender)))
      continue;
    else if (
      isProse(text) ||
      !(
        wordCount(text) <= 3 ||
        isContact(text) ||
        isOccupationWord(text) ||
        (closesAt(tail, i - 1, sender) && isNameOf(text, sender))
      )
    )
      break;
  }
  return top < start && isDelimiter(textOf(tail[top - 1])) ? top - 1 : top;
}

/** `総務課　青柳`, `星空株式会社　総務課　青柳`: the family name behind the unit. */
export function isOfUnit(text: string, sender: Sender): boolean {
  const [, unit = '', name = ''] = /^\s*(\S{2,20}(?:\s\S{2,20})?)\s+(\S{2,4})$/.exec(text) ?? [];
  return hasCjk(name) && isOccupationWord(unit) && namesSender(name, sender) === 'part';
}

/** `편집부 팀장 서하늘 올림`, whoever that is. */
const isHumbly = (text: string): boolean =>
  /^[^께님]*\s\S{2,4}\s?(?:드림|올림|배상)$/u.test(text) && isOccupationWord(text);

/** `Ms. Ana Ruiz (Anita)`, where the header names a desk or a firm. */
const isNameOf = (text: string, { name }: Sender): boolean =>
  name === undefined && looksLikeName(bareName(bare(text).replace(/\s\([^()]{1,30}\)$/, '')));

/** Where the paragraph begins that ends here, if it is a postscript of some lines. */
function postscriptStart(tail: Line[], end: number): number | undefined {
  let at = end;
  while (at > 0 && end - at < 12 && !isBlank(tail[at - 1])) at--;
  return isPostscript(textOf(tail[at])) ? at : undefined;
}

/** `Latawiec - Centrum terapii i rozwoju dziecka`: it has a sentence's words, yet a dash parts them and nothing ends it. */
const isHeading = (text: string): boolean =>
  text.length < 70 && /^\p{Lu}/u.test(text.trimStart()) && / [-–—] /.test(text) && !/[.,!?:]/.test(text);

const isPostscript = (text: string): boolean => /^\s*(?:P\. ?S\.|P\.?S\s*[:.])/.test(text);
