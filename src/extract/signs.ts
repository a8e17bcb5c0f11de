import { isGivenAlone } from '../contact/data/given-names.ts';
import { isJapaneseSurname, isSurname } from '../contact/data/surnames.ts';
import { afterClosing } from './after-closing.ts';
import { hasContent, isBlank, type Line, textOf } from './body-lines.ts';
import { closesAt } from './closing-lines.ts';
import { isPersonalAddress } from './desk-address.ts';
import { labelsOf } from './domain-label.ts';
import { labelled } from './fields/label.ts';
import { latinKind } from './fields/latin-kind.ts';
import { kindOf } from './fields/phrase.ts';
import { hasCjk, squash, startsPlain, wordsOf } from './fold.ts';
import { adrWords } from './lexicon/tables.ts';
import { isRule, isSentFrom } from './line-kinds.ts';
import { isLoneFamilyName, isNameInLetters } from './name-in-letters.ts';
import { namesSender } from './names-sender.ts';
import { isOccupationWord, isOnlyHonorific, looksLikeName, splitName } from './person.ts';
import { isOfUnit } from './reach-up.ts';
import type { Sender } from './sender.ts';
import { bare, isContact, isDelimiter, isOfText, isProse, lineAbove } from './signature-lines.ts';
import { trimmedEnd } from './trim.ts';

/** Where the surest sign says that the signature begins, and which sign that is. */
export function startOf(tail: Line[], sender: Sender): { start: number; rule: string } | undefined {
  for (const [rule, find] of signs) {
    const start = find(tail, sender);
    if (start !== undefined) return { start, rule };
  }
  return undefined;
}

const signs: [rule: string, find: (tail: Line[], sender: Sender) => number | undefined][] = [
  ['mark', markedStart],
  ['delimiter', delimiterStart],
  ['frame', frameStart],
  ['closing', closingStart],
  ['name', nameStart],
  ['contacts', contactStart],
  ['nickname', nicknameStart],
];

const mostLines = 30;

function markedStart(tail: Line[]): number | undefined {
  const at = tail.findIndex((line) => line.marked && line.text.trim());
  return at < 0 ? undefined : at;
}

/** After the last `-- ` (also `--`, `---`, `—`) that has a short block below it. */
function delimiterStart(tail: Line[], sender: Sender): number | undefined {
  for (let i = tail.length - 2; i >= 0; i--) {
    if (!isDelimiter(textOf(tail[i]))) continue;
    const after = tail.slice(i + 1).filter((line) => line.text.trim());
    if (after.every((line) => isRule(line.text)) || after.length > mostLines) continue;
    const isShort = after.length <= 4 && tail[i]?.text.trim() === '--' && tail.slice(0, i).some(hasContent);
    const isHead = !tail.slice(0, i).some(hasContent);
    if (!isShort && proseIn(after) * 2 > after.length && (isHead || !after.some((line) => isContact(line.text))))
      continue;
    const isText = after.slice(0, 3).every((line) => isProse(line.text));
    if (isText && frameStart(tail.slice(i + 1), sender) !== undefined) continue;
    const closing = isHead || isSaying(after, sender) ? closingStart(tail, sender) : undefined;
    const isLetterBelow = isHead && closing !== undefined && closing > i + 2;
    const isBlockAbove = !isHead && closing !== undefined && closing < i - 1; // the saying is its last part
    if (isLetterBelow || isBlockAbove) continue;
    return nameAbove(tail, i, sender) ?? i;
  }
  return undefined;
}

/** The delimiter a few lines above this one, where the sender's name stands between both and the firm below. */
function nameAbove(tail: Line[], at: number, sender: Sender): number | undefined {
  const isNamed = ({ text }: Line) => !isProse(text) && namesSender(text, sender) === 'whole';
  for (let i = at - 1; i >= Math.max(0, at - 8); i--)
    if (isDelimiter(textOf(tail[i])))
      return tail.slice(i, at).some(isNamed) && !tail.slice(at + 1, at + 3).some(isNamed) ? i : undefined;
  return undefined;
}

/** Sentences and nothing else: a saying below the block that says who signs. */
const isSaying = (lines: Line[], sender: Sender): boolean =>
  lines.every(({ text }) => isProse(text) || (/[.!?]$/.test(text) && !isOccupationWord(text))) &&
  !lines.some(({ text }) => isContact(text) || namesSender(text, sender));

/** A rule of ornaments with values, not sentences, below it. What stands at the head of a mail is its title. */
function frameStart(tail: Line[], sender: Sender): number | undefined {
  const top = tail.findIndex(hasContent);
  const isNamed = () => tail.some(({ text }) => namesSender(text, sender) === 'whole');
  const isTitle = (at: number) =>
    at <= top + 3 && tail.slice(top, at + 1).every((line, i) => i === 1 || isRule(line.text)) && !isNamed();
  const at = tail.findIndex(
    (line, i) =>
      isFrame(line.text) && !isTitle(i) && isBlock(tail.slice(i + 1), sender) && !isInLetter(tail.slice(i), sender),
  );
  if (at < 0) return undefined;
  const next = tail.findIndex((line, i) => i > at && hasContent(line));
  return next > at + 2 && closesAt(tail, next, sender) ? next : withLinesAbove(tail, at, sender);
}

/** The upper or the lower edge of a box of details in the letter, which goes on or closes below it and above the sender's name. */
function isInLetter([top, ...below]: Line[], sender: Sender): boolean {
  const end = below.findIndex(({ text }) => text === top?.text);
  const next = below.findIndex(({ text }) => isFrame(text));
  const isText = ({ text }: Line) => isProse(text) || afterClosing(text, sender) === '';
  const named = below.findIndex(({ text }) => namesSender(text, sender));
  const last = below.findIndex((line, i) => i > end && isText(line));
  const closing = below.findIndex((line, i) => i < named && afterClosing(line.text, sender) === '');
  if (end < named && below.slice(0, Math.max(0, closing)).some(({ text }) => text.trim() && !isRule(text))) return true;
  const isLower = named > next && below.slice(0, Math.max(0, next)).some(isText);
  return isLower || (end > 0 && last > 0 && named > last);
}

/** Up to the sender's name, where it begins the few lines right above the rule, which then stands within the signature. */
function withLinesAbove(tail: Line[], at: number, sender: Sender): number {
  for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
    const text = textOf(tail[i]);
    if (!text.trim() || isProse(text)) return at;
    if (namesSender(text, sender) === 'whole') return i;
  }
  return at;
}

/** `━━━━`, `*-*-*-*`, `★★★お問い合わせ先★★★`, and boxes whose top edge carries the name. */
export const isFrame = (text: string): boolean =>
  (isRule(text) && text.replace(/\s/g, '').length >= 4 && !isPointer(text)) || isTitledRule(text.trim());

/** `-----^`, which points at a place in the line above, or `:)))`. */
const isPointer = (text: string): boolean =>
  /^\s*[:;]-?[()]+\s*$/.test(text) || (text.includes('^') && /^[\s.~^-]*$/.test(text));

/** At most 40 characters between runs of one mark: three, or two before blanks. */
function isTitledRule(text: string): boolean {
  if (text.length < 3 || startsPlain(text) || text === '...') return false;
  const mark = /^(?<mark>[^\p{L}\p{N}\s])\k<mark>(?:\k<mark>|\s)/u.exec(text)?.groups?.mark;
  if (mark === undefined || !text.endsWith(mark.repeat(3))) return false;
  const isMark = (char: string) => char === mark;
  const inner = [...text];
  const first = inner.findIndex((char) => !isMark(char));
  return first < 0 || inner.length - first - [...inner].reverse().findIndex((char) => !isMark(char)) <= 40;
}

/** Whether the lines say who somebody is: few, hardly a sentence, with a contact line or the sender's name. */
function isBlock(below: Line[], sender: Sender): boolean {
  const lines = below.filter((line) => line.text.trim() && !isRule(line.text));
  if (lines.length === 0 || lines.length > mostLines || proseIn(lines) * 3 > lines.length) return false;
  if (lines.some(({ text }) => text.length > 180 && isProse(text) && !isContact(text.slice(0, 60)))) return false;
  const isTold = ({ text }: Line) => isContact(text) || isNameInLetters(text, sender);
  const telling = lines.filter(
    (line) => isTold(line) || isOccupationWord(line.text) || namesSender(line.text, sender) === 'whole',
  );
  return telling.length * 3 >= lines.length && telling.some((line) => isTold(line) || namesSender(line.text, sender));
}

function closingStart(tail: Line[], sender: Sender): number | undefined {
  for (let i = tail.length - 1; i >= 0; i--) {
    if (!closesAt(tail, i, sender)) continue;
    const after = withoutTalkBelow(tail.slice(i + 1).filter((line) => line.text.trim()));
    if (after.length <= mostLines && proseIn(after) * 3 <= after.length) return i;
  }
  return undefined;
}

/** Without the sentences below the last contact line, which withoutNotes cuts off. */
function withoutTalkBelow(lines: Line[]): Line[] {
  let end = lines.length;
  while (end > 0 && isProse(textOf(lines[end - 1]))) end--;
  return isContact(textOf(lines[end - 1])) ? lines.slice(0, end) : lines;
}

/** The sender's name at the head of the last block, with the company lines that may stand above it. */
function nameStart(tail: Line[], sender: Sender): number | undefined {
  let start: number | undefined;
  for (let i = tail.length - 1; i >= 0; i--) {
    const text = textOf(tail[i]);
    if (!text.trim() || isRule(text)) continue;
    const named = isProse(text.trimStart().split('    ', 1)[0] as string) ? undefined : namesSender(text, sender);
    if (!named) continue;
    const after = tail.slice(i + 1).filter((line) => line.text.trim());
    if (after.length > mostLines || proseIn(after) * 3 > after.length + 2) break;
    if (named === 'part' && after.some((line) => isContact(line.text)) && start !== undefined) continue;
    if (start !== undefined && isOfText(tail, i)) break;
    start = i;
  }
  if (start === undefined) return undefined;
  if (isFirmOver(tail, start)) start--;
  const isCard = tail.slice(start, start + 6).some(({ text }) => isContact(text));
  const isHead = (text: string) => isBesideName(text) || (isCard && isLetterhead(text));
  while (start > 0 && isHead(textOf(tail[start - 1])) && !isOfText(tail, start - 1)) start--;
  start = formAbove(tail, apartAbove(tail, start));
  start = firmParagraphAbove(tail, start, sender) ?? paragraphInLetters(tail, start, sender) ?? start;
  while (start > 0 && (isRule(textOf(tail[start - 1])) || /^\s*[┏╔┌╭].*[┓╗┐╮]$/.test(textOf(tail[start - 1])))) start--;
  return start;
}

/** `푸른길문화사` alone right above `제작부 과장 서하늘`; whatever it is called above `担当:青柳`. */
const isFirmOver = (tail: Line[], start: number): boolean =>
  /^(?:ご?担当者?|담당자?)\s?:/.test(textOf(tail[start]))
    ? isBlank(tail[start - 2]) && !/[:、。!]$/.test(textOf(tail[start - 1])) && !isProse(textOf(tail[start - 1]))
    : /^[가-힣\p{Script=Han}ァ-ヺー]{4,14}$/u.test(textOf(tail[start - 1]).trim()) &&
      isBlank(tail[start - 2]) &&
      isOccupationWord(textOf(tail[start]));

/** Where the paragraph right above begins that says who signs in the letters of the language, and the block in Latin ones. */
function paragraphInLetters(tail: Line[], start: number, sender: Sender): number | undefined {
  let first = start - 1;
  while (first > 0 && start - first < 7 && !isBlank(tail[first - 1])) first--;
  const lines = tail.slice(first, start);
  const isShort =
    lines.every(({ text }) => text.length < 80 && !isProse(text)) &&
    lines.filter(({ text }) => isNameInLetters(text, sender)).length < 2; // a list of people
  return isBlank(tail[start - 1]) && isShort && isNameInLetters(textOf(tail[first]), sender) ? first : undefined;
}

/** Where the form begins, a label and a value in each line, of which the block is the end: `Name: Ruiz`, `First name: Ana`, and `Unit: Sales`. */
function formAbove(tail: Line[], start: number): number {
  let first = start;
  while (isField(textOf(tail[first])) && isField(textOf(tail[first - 1]))) first--;
  return labelled(textOf(tail[first]))?.field === 'fn' ? first : start;
}

const isField = (text: string): boolean => /^\p{Lu}[\p{L}'’ ]{1,30}:\s+\S/u.test(text);

/** Up over `Wren Workshop Ltd` and `Buyer` that stand above the name in paragraphs of their own, as the line below the name does. */
function apartAbove(tail: Line[], start: number): number {
  if (tail.slice(start + 1, start + 8).some(({ text }) => isOccupationWord(text))) return start;
  let top = start;
  let count = tail.slice(start + 1).some(hasContent) ? 1 : 0; // above a name alone one line may as well be text
  for (let i = start - 1; i > 0 && start - i < 12 && isBlank(tail[start + 1]); i--) {
    const text = textOf(tail[i]);
    if (!text.trim()) continue;
    if (!isOccupationWord(text) || !isBesideName(text) || /\p{L}{5}\.$/u.test(text)) break;
    count++;
    if (isBlank(tail[i - 1]) && tail.slice(0, i).some(hasContent) && !isAnnounced(tail, i)) top = i;
  }
  const above = tail.slice(0, top).reverse().find(hasContent);
  return count > 1 && !/\S \S+ \p{Ll}+\s*$/u.test(textOf(above)) ? top : start; // not `We need a quote from`
}

const isBesideName = (text: string): boolean =>
  isHeadOfBlock(text) ||
  (text.trim() !== '' &&
    text.length < (isContact(text) ? 160 : 80) &&
    !isProse(text) &&
    !/[,:!?、。]$/.test(text) &&
    (isOccupationWord(text) || isContact(text) || isAddress(text)));

/** `DRACHEN UND DRACHENSCHNÜRE`, `Dr.-Ing.`: what may stand right above the name of a card. */
const isLetterhead = (text: string): boolean =>
  text.length < 60 &&
  ((/\p{Lu}{4}/u.test(text) && !/[\p{Ll}!?.:,]|\b(?:OUR|YOUR|YOU|IS|ARE|TO|BY|PLEASE|NEW|ORDER)\b/u.test(text)) ||
    isOnlyHonorific(text));

/** Where the paragraph right above begins that is but a firm with its legal form and how to reach it; `Support:` may head the name below. */
function firmParagraphAbove(tail: Line[], start: number, sender: Sender): number | undefined {
  const end = /^\p{L}+:$/u.test(textOf(tail[start - 1])) ? start - 2 : start - 1;
  let first = end;
  while (first > 0 && isBesideName(textOf(tail[first - 1]))) first--;
  const lines = tail.slice(first, end);
  const isFirm = isBlank(tail[end]) && first > 0 && isBlank(tail[first - 1]) && !isAnnounced(tail, first);
  const isInLetters = lines.some(({ text }) => hasCjk(text) && isAddress(text)); // of which no domain says anything
  return isFirm &&
    (isInLetters || isLikeSender(lines, sender)) &&
    lines.some(({ text }) => isContact(text)) &&
    lines.some(({ text }) => latinKind(text).form)
    ? first
    : undefined;
}

/** `〒116-0001`, `東京都荒川区…`, `Avda. San Martín 12`. */
const isAddress = (text: string): boolean =>
  /^\P{L}*(?:〒|(?:邮编|郵便番号|우편번호)\P{L}*$|東京都|北海道|(?:京都|大阪)府|\p{Script=Han}{2,3}県|\p{Script=Hangul}{2,3}(?:특별시|광역시|[시군도]) .*\d)/u.test(
    text,
  ) ||
  (/\d/.test(text) && adrWords().match(wordsOf(text), 0) !== undefined);

/**
 * Two contact lines or more at the end, or a name nobody knows with one in the last paragraph; with the paragraphs
 * above that say who it is. A sentence that runs into them is no signature.
 */
function contactStart(tail: Line[], sender: Sender): number | undefined {
  let start = tail.length;
  let contacts = 0;
  const isCard = () =>
    contacts === 1
      ? tail.slice(start).some(({ text }) => isUnknownName(text, sender) || isLabelledName(text, sender)) ||
        (!sender.name && isGivenAlone(textOf(tail[start])) && textOf(tail[start + 1]) === sender.display) ||
        isFirmParagraph(tail, start, sender)
      : isCardInLetters(tail, start, sender);
  for (let i = tail.length - 1; i >= 0; i--) {
    const text = textOf(tail[i]);
    if (!text.trim()) {
      if (contacts >= 2 || isCard()) break;
      continue;
    }
    if (isProse(text) || text.length > (isBarred(text) ? 300 : 120)) break;
    if (isContact(text)) contacts += isTwofold(text) ? 2 : 1;
    start = i;
  }
  if (contacts < 2 && !isCard()) return undefined;
  const above = tail[start - 1]?.text.trim() ?? '';
  if (isProse(above) && !/[.!?:。)]$/.test(above)) return undefined;
  if (!sender.name && !tail.slice(0, start).some(hasContent)) return undefined;
  return withCardAbove(tail, start, sender);
}

/**
 * A last paragraph of nothing but a company, its units, address and numbers that is the sender's: below a heading, or a
 * request to be asked, or like the sender's domain. Any other may be a hotel's or a bank's of which the text speaks.
 */
function isFirmParagraph(tail: Line[], start: number, sender: Sender): boolean {
  const lines = tail.slice(start);
  const isAsked = /(?:問い?合わ?せ|連絡|願い)[^。]{0,12}。?$/.test(lineAbove(tail, start)) && !isAnnounced(tail, start);
  if (!isHeadOfBlock(textOf(tail[start])) && !isAsked && !isLikeSender(lines, sender)) return false;
  if (lines.some(({ text }) => namesAnother(text, sender))) return false;
  const own = tail.slice(start).filter(({ text }) => !isRule(text) && !isHeadOfBlock(text));
  return (
    own.some(({ text }) => isOccupationWord(text) && !isContact(text)) &&
    own.every(({ text }) => text.trim() && (isOccupationWord(text) || isContact(text) || isAddress(text)))
  );
}

/** Whether the text above speaks of the paragraph that begins here, which then is somebody else's. */
const isAnnounced = (tail: Line[], start: number): boolean =>
  /:\s*$|下記|以下|会場|場所|如下|아래/u.test(lineAbove(tail, start));

/** Whether a line has the sender's domain, or a firm that is like it. */
function isLikeSender(lines: Line[], sender: Sender): boolean {
  const labels = labelsOf(sender).filter((label) => label.length > 3);
  return lines.some(({ text }) => labels.some((label) => squash(text).includes(label)));
}

/** `星空株式会社 高橋` of somebody whose header has another family name. */
const namesAnother = (text: string, { name = '' }: Sender): boolean =>
  hasCjk(name) && text.split(/\s/).some((word) => isSurname(word) && !name.startsWith(word));

/** `<お問い合わせ先>`, `■店舗情報`, `連絡先:`, also with a rule behind it. */
const isHeadOfBlock = (text: string): boolean =>
  /^\P{L}{0,4}(?:お問い?合わ?せ先?|ご?連絡先|联系方式|聯絡方式|(?:店舗|会社)情報|문의처?|연락처)\P{L}*$/u.test(text);

/** `* Ana Ruiz * Buyer * Kite Ltd * 312 555 0142 *`: a whole card in a line. */
const isBarred = (text: string): boolean => text.split(/\s[*|·•/~]\s/, 5).length > 4;

/** Two numbers, or a number and a site. */
const isTwofold = (text: string): boolean => {
  const numbers = text.match(/\d{2,4}[-. ]\d{4}(?!\d)/g)?.length ?? 0;
  return numbers > 1 || (numbers > 0 && /https?:\/\/|www\./.test(text));
};

/** `担当者 : 羅銀秀` of a mail whose header names nobody. */
const isLabelledName = (text: string, { name }: Sender): boolean => !name && labelled(text)?.field === 'fn';

/** A name where the header has none, or has it in Latin letters, or of `青柳 美咲` the family name alone. */
function isUnknownName(text: string, { name = '', display, local }: Sender): boolean {
  if (hasCjk(text)) {
    if (!mayHoldName(text, name)) return false;
    const words = (name ? bare(text) : bare(text).replace(display, ' ')).split(/[\s,/|·]+/);
    const found = words.filter((word) => word && !word.includes('@') && !isOccupationWord(word)).join(' ');
    const fits = name === '' || !hasCjk(name) || found.startsWith(`${name} `);
    const isName = splitName(found, local) !== undefined || (!name && words.length > 1 && isJapaneseSurname(found)); // `総務課 青柳` of a desk
    return fits && looksLikeName(found) && isName;
  }
  const [first = ''] = bare(text).split(/[,/|·]|\s{2}/);
  return name === '' && looksLikeName(first.trim());
}

const mayHoldName = (text: string, name: string): boolean => text.length < 80 && (!hasCjk(name) || text.includes(name));

/** Up over the paragraphs of a name, a company or an address that stand right above the block; of a person's the one with a heading. */
function withCardAbove(tail: Line[], start: number, { name }: Sender): number {
  const isSpread = !name && isBlank(tail[start + 1]);
  let top = start;
  let next = start;
  for (let count = 0; count < (isSpread ? 9 : 3) && isBlank(tail[next - 1]); count++) {
    let end = next;
    while (end > 0 && isBlank(tail[end - 1])) end--;
    let first = end;
    while (first > 0 && !isBlank(tail[first - 1])) first--;
    const lines = tail.slice(first, end);
    if (first === 0 || lines.length === 0) break;
    next = first;
    if (name ? isHeadOfBlock(textOf(lines[0])) : isCardParagraph(lines)) top = first;
    else if (!isSpread || lines.length > 1 || !/^(?!.*[:.!?,]$).{0,60}\d/.test(textOf(lines[0]))) break; // `12 Hill Street`
  }
  return top;
}

/** A few short lines, no sentence and no heading among them, that name a person or an occupation. */
const isCardParagraph = (lines: Line[]): boolean =>
  lines.length <= 6 &&
  lines.every(({ text }) => text.length < 80 && !isProse(text) && !/[:,、。?!]\s*$|끝\.$|^\s*\(/.test(text)) &&
  lines.some(({ text }) => isOccupationWord(text) || looksLikeName(bare(text)));

/** The last paragraph, when it is but a short form of the first name: `Nando` of `Fernando`, `Poldi` of `Leopold`. */
function nicknameStart(tail: Line[], sender: Sender): number | undefined {
  const { name = isPersonalAddress(sender.local) ? sender.local : '' } = sender;
  let at = tail.length - 1;
  while (at > 0 && (isBlank(tail[at]) || isSentFrom(textOf(tail[at])))) at--;
  const word = trimmedEnd(tail[at]?.text.trim() ?? '', /[.,!~)(:*\s-]/);
  if (at < 2 || !isBlank(tail[at - 1])) return undefined;
  if (isOfUnit(textOf(tail[at]), sender)) return at;
  if (hasCjk(name)) return undefined;
  if (isLoneFamilyName(word, name)) return at;
  if (!/^\p{L}{2,12}$/u.test(word)) return undefined;
  const short = squash(word);
  const isShort = wordsOf(name).some(
    (full) => full[0] === short[0] || (short.length > 3 && full.includes(short.slice(0, 4))),
  );
  return isShort ? at : undefined;
}

/**
 * `青柳 美咲` in Japanese letters, and below it nothing but what she is and her firm with its legal form. The letter closes
 * above with `よろしくお願いします。`.
 */
function isCardInLetters(tail: Line[], start: number, sender: Sender): boolean {
  const [top, ...below] = tail.slice(start);
  return (
    isNameInLetters(textOf(top), sender) &&
    /しくお?願い.{0,7}す。?$/.test(lineAbove(tail, start)) &&
    below.every(({ text }) => isOccupationWord(text)) &&
    below.some(({ text }) => kindOf(text).form)
  );
}

const proseIn = (lines: Line[]): number => lines.filter((line) => isProse(line.text) && !isSentFrom(line.text)).length;
