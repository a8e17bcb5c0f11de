import { isFreeMail } from '../contact/data/free-mail.ts';
import { lazy } from '../contact/lazy.ts';
import { isBlank, type Line, textOf } from './body-lines.ts';
import { afterFormula } from './closing.ts';
import { latinKind } from './fields/latin-kind.ts';
import { hasCjk, isAscii, smallWords, squash, startsPlain, wordsOf } from './fold.ts';
import {
  noticePhrases,
  officerLabels,
  registerWords,
  sentFromPhrases,
  titleWords,
  unitWords,
  unsubscribePhrases,
} from './lexicon/tables.ts';
import { hasAny, marks } from './line-marks.ts';
import { isProviderAdvert } from './provider-advert.ts';
import { remembered } from './remembered.ts';
import type { Sender } from './sender.ts';
import { isContact, isDelimiter, isProse, lineAbove, namesSender } from './signature-lines.ts';
import type { Trace } from './trace.ts';

/** The lines without what programs and lawyers add below: disclaimers, list footers, adverts of mail providers. */
export function withoutFooters(lines: Line[], sender: Sender, trace?: Trace): Line[] {
  let end = withoutAttachments(lines, withoutParts(lines, sender));
  for (let pass = 0; pass < 12; pass++) {
    end = withoutAttachments(lines, end);
    const framed = framedNotice(lines, end) ?? belowRule(lines, end, sender);
    if (framed !== undefined) {
      end = framed;
      continue;
    }
    const paragraph = lastParagraph(lines, end);
    if (
      !paragraph ||
      !(
        isFooter(lines.slice(paragraph.start, paragraph.end), sender) ||
        isFooterBelowRule(lines, paragraph, sender) ||
        isOnlyPostscript(lines.slice(paragraph.start, paragraph.end), sender)
      )
    )
      break;
    if (isOpinionBelowDelimiter(lines, paragraph.start)) break;
    if (isAddressAbove(lines, paragraph.start) || isFirmAbove(lines, paragraph.start)) {
      end = paragraph.start + 1;
      break;
    }
    end = groupFooter(lines, paragraph, sender) ?? withoutRule(lines, paragraph.start);
  }
  const kept = cutAtNotice(lines.slice(0, end), sender);
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
        (!mayTalk && !isFramed && isTalk(texts))
      )
    )
      break;
    end = paragraph.start;
    while (end > 0 && isBlank(block[end - 1])) end--;
  }
  return block.slice(0, end);
}

/** A postscript below which nobody signs. */
const isOnlyPostscript = (lines: Line[], sender: Sender): boolean =>
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

const hasRegister = (text: string): boolean => registerWords().find(wordsOf(text)) !== undefined || hasOfficers(text);

/** Sentences of twelve words or more that are no motto between quotation marks. */
function isTalk(texts: string[]): boolean {
  const [first = ''] = texts;
  const whole = texts.join(' ');
  if (/^\s*["“”„«»'‘]/.test(first) || texts.length > 12) return false;
  if (texts.some((text) => isContact(text) && !(isSentence(text) && !/\s\|\s/.test(text)))) return false;
  if (hasCjk(whole)) return isProse(first) && whole.trim().length >= 30;
  return isSentence(first) && wordsOf(whole).length >= 12;
}

/** Ten words or more around a contact, mostly in small letters. */
const isSentence = (text: string): boolean => isProse(text) || (smallWords(text) >= 5 && wordsOf(text).length >= 10);

/** `Sent from my iPhone` and the like; in languages we have no table for, the device gives it away. */
export const isSentFrom = (text: string): boolean =>
  text.length < 120 &&
  (sentFromPhrases().afterStart(text) !== undefined ||
    (!isAscii(text) && /(から送信|에서 보냄)/u.test(text.slice(-20))) ||
    (text.length < 50 && /\b(iPhone|iPad|Android|Outlook)\b/.test(text) && !isContact(text) && !/[,.?]$/.test(text)));

/** A line of marks alone, with at most one blank between them; not `[...]`, which says that something is left out. */
export const isRule = (text: string): boolean =>
  text !== '' &&
  !startsPlain(text) &&
  !/^\s*[[(<]?\s?(?:\.{2,4}|…)\s?[\])>]?\s*$/.test(text) &&
  !hasAny(text, marks.digit | marks.upper | marks.lower) &&
  !(!isAscii(text) && /[\p{L}\p{N}]/u.test(text)) &&
  text.trim() !== '' &&
  !/\s{2}/.test(text.trim());

function isFooter(paragraph: Line[], sender: Sender): boolean {
  const texts = paragraph.map((line) => line.text);
  const head = texts.slice(0, 2).join(' ');
  if (isListAddress(head) || texts.every(isAdvert) || texts.every(isFootnote) || isProviderAdvert(texts, sender))
    return true;
  if (sender.email && texts.some((text) => !isProse(text) && text.toLowerCase().includes(sender.email.toLowerCase())))
    return false;
  const isOwnDesk = (text: string) => !isProse(text) && text.includes(`@${sender.domain}`);
  const isOther = (text: string) => isContact(text) && !isOwnDesk(text) && !isNotice(text);
  if (sender.domain && !isFreeMail(sender.domain) && texts.some(isOwnDesk) && texts.some(isOther)) return false;
  const hits = texts.filter((text) => isNotice(text)).length;
  if (texts.length <= 2 * hits + 1 && hits < 2 && isOwnCard(texts, sender)) return false;
  if (unsubscribePhrases().in(head) && texts.length <= 6 && !isOwnCard(texts, sender)) return true;
  const contacts = texts.filter((text) => isContact(text) && !isProse(text) && !hasRegister(text));
  if (isNotice(head) && contacts.length <= Math.max(1, texts.length / 3)) return true;
  return hits >= 2 && hits * 3 >= texts.length;
}

/**
 * Where nothing of the sender's follows: what a list's program adds, a patch that goes with the mail, and below their name
 * a program or a file that they put there.
 */
function withoutParts(lines: Line[], sender: Sender): number {
  const patch = lines.findIndex(({ text }, i) => i > 0 && /^From [\da-f]{40} Mon Sep 17 00:00:00 2001/.test(text)); // as `git format-patch` writes it
  if (patch > 0) return patch;
  const isOwn = (text: string) => isDelimiter(text) || namesSender(text.slice(0, 150), sender) !== undefined;
  const isSigned = lazy((): boolean => lines.slice(0, first).some(({ text }) => isOwn(text)));
  const first = lines.findIndex(({ text }, i) => i > 0 && (isPart(text) || isListing(text)));
  let start: number | undefined;
  let own = -1;
  let inComment = false;
  for (let i = Math.max(first, 0); first > 0 && i < lines.length; i++) {
    const text = textOf(lines[i]);
    inComment ||= text.startsWith('/*');
    if (isPart(text) || (isListing(text) && (own > 0 || isSigned()))) start ??= i;
    else if (!inComment && !isComment(text) && isOwn(text)) [own, start] = [i, undefined];
    if (text.includes('*/')) inComment = false;
  }
  return start === undefined ? lines.length : withoutRule(lines, start);
}

const isPart = (text: string): boolean =>
  /^(?:-{5,} next part -{5,}\s*$|-{5,}\(end of broadcast\)-|diff -|Index: \S|(?:\*{3}|-{3}) \S+\s+\w{3} \w{3} )/.test(
    text,
  );

/** `------ CUT HERE ------`, `--- snip ---`, `-----8<-----`, `-- begin listing --`; the first line of a script or a program. */
const isListing = (text: string): boolean =>
  /^(?:#!\s?\/|#\s?(?:include\s?[<"]|define\s)|\/\*(?!.*\*\/)|;[a-z]{3,12}-\w{1,12}$|[-=_*#~+]{2}[-=_*#~+ ]{0,80}(?:[8%]<|>[8%]|(?:cut|snip)(?: here)?[^a-z]*$|begin (?:code|file|listing|program|script|source|sample|input|\w{1,40}\.\w{1,9})|(?:code|file|program|script) (?:begins|starts|follows)))/i.test(
    text,
  );

/** A remark in a program; not a line of a frame. */
const isComment = (text: string): boolean => /^\s*(?:[#*;%]|\/\/)(?!.*[#*]\s*$)/.test(text);

/** `<<plan.doc>>`, `(See attached file: plan.doc)`, `[ Part 2, Image/GIF ]`: names of files that a mail program puts below the text. */
function withoutAttachments(lines: Line[], from: number): number {
  let end = from;
  for (let i = from - 1; i >= Math.max(0, from - 20); i--) {
    const text = lines[i]?.text.trim() ?? '';
    if (!text) continue;
    if (
      text.length > 200 ||
      !/^(?:(?:<<|\(See attached file:|- .{1,80}<< File: ).*\.\w{2,5}\s?(?:>>|\))|- [^/@:]{1,80}\.(?:docx?|xlsx?|pptx?|pdf|rtf|txt|zip|jpe?g|gif|png|tiff?|html?|vcf|csv)$|\[IMAGE\]$|\[ Part \d|\[ Unable to print)/i.test(
        text,
      )
    )
      break;
    end = i;
  }
  return end;
}

/** `Opinions expressed are mine` right below a `-- `: what speakers for nobody have for a signature. */
const isOpinionBelowDelimiter = (lines: Line[], at: number): boolean =>
  /^--\s?$/.test(textOf(lines[at - 1])) &&
  /\b(opinions?|views?|disclaimers?)\b/i.test(textOf(lines[at])) &&
  (lines[at]?.text.length ?? 0) < 90;

/**
 * Below a long rule at the end what a list or a mail provider adds to a signed mail: the list's address and its page, or
 * sentences with a link and nothing of the sender's.
 */
function isFooterBelowRule(lines: Line[], { start, end }: { start: number; end: number }, sender: Sender): boolean {
  const rule = lines[start - 1]?.text.trim() ?? '';
  if (rule.length < 20 || !/^(_+|-+|=+)$/.test(rule)) return false;
  const texts = lines.slice(start, end).map(({ text }) => text.trim());
  if (texts.length > 8 || isOwnCard(texts, sender)) return false;
  if (isListFooter(texts)) return true;
  const isBelowBlank = isBlank(lines[start - 2]) && !texts.some((text) => isOwnLink(text, sender));
  const below = lines.slice(end + 1, end + 6).map(({ text }) => text.trim());
  const isAboveFooter = texts.length < 4 && /^[_-]{20,}$/.test(textOf(lines[end]).trim()) && isListFooter(below);
  if (isBelowBlank && isAdvertised(texts, isAboveFooter) && isOwnCard(lines.slice(0, start).map(textOf), sender))
    return true;
  return texts.length <= 4 && texts.every((text) => isElsewhere(text, sender));
}

/**
 * Where a list's footer or an advert begins that a rule parts from the mail, also with a blank line below each of its lines,
 * as the whole mail has in some archives.
 */
function belowRule(lines: Line[], end: number, sender: Sender): number | undefined {
  const texts: string[] = [];
  for (let i = end - 1; i >= Math.max(0, end - 12); i--) {
    const text = textOf(lines[i]).trim();
    const isLong = /^_{20,}$/.test(text);
    if (isLong || isDelimiter(text) || /^[-=]{20,}$/.test(text)) {
      const isList = isLong && texts.length > 1 && isListFooter(texts);
      const isAdvert = () => isProviderAdvert(texts, sender) || (isLong && isAdvertBelowName(lines, i, texts, sender));
      return !isOwnCard(texts, sender) && (isList || isAdvert()) ? i : undefined;
    }
    if (text) texts.unshift(text);
  }
  return undefined;
}

/** Below a rule with a blank line above it, over which nothing stands but the sender's name. */
const isAdvertBelowName = (lines: Line[], at: number, texts: string[], sender: Sender): boolean =>
  isBlank(lines[at - 1]) &&
  namesSender(lineAbove(lines, at), sender) !== undefined &&
  !texts.some((text) => isOwnLink(text, sender)) &&
  isAdvertised(texts, false);

/** Where what the owners of a group put above its footer begins, below the program's own `-- ` and a signed mail: `*** Please do not top-post. ***`. */
function groupFooter(
  lines: Line[],
  { start, end }: { start: number; end: number },
  sender: Sender,
): number | undefined {
  if (!lines.slice(start, end).some(({ text }) => isListAddress(text))) return undefined;
  const isOwn = ({ text }: Line) => isContact(text) || namesSender(text, sender) !== undefined;
  for (let i = start - 1; i > Math.max(0, start - 8) && !isOwn(lines[i] as Line); i--)
    if (isDelimiter(textOf(lines[i])))
      return lines.slice(0, i).some((line) => !isProse(line.text) && isOwn(line)) ? i : undefined;
  return undefined;
}

/** `Liste Chor – https://…`; an address whose name comes again in a link beside it, or that is of a host of lists. */
function isListFooter(texts: string[]): boolean {
  if (/^(?:mailing[ -]?)?list(?:[ae]|e de \p{L}+)?\s\S.{0,60}\shttps?:/iu.test(texts[0] ?? '')) return true;
  for (const text of texts) {
    const [, local, host] = /(?:^|\s)([\w.+-]{3,64})@([\w.-]{3,100})$/.exec(text) ?? [];
    if (!local || !host) continue;
    const isLinked = texts.some(
      (other) => /https?:/.test(other) && other.toLowerCase().includes(`/${local.toLowerCase()}`),
    );
    if (
      isLinked ||
      (/^(lists?|liste[ns]?|lista[s]?|groups?|mailman)\./i.test(host) && texts.some((other) => /https?:/.test(other)))
    )
      return true;
  }
  return false;
}

/** Sentences and then a link, and nobody's address or number: `Tired of spam? Kites are the answer.` and where to get them; `isShort`: or a few words. */
function isAdvertised(texts: string[], isShort: boolean): boolean {
  const written = texts.map((text) => text.replace(/https?:\/\/\S+|\bwww\.\S+/gi, ''));
  const isSaid = (text: string) => wordsOf(text).length >= 4 && /[.!?:]/.test(text);
  return (
    written.some((text, i) => text !== texts[i]) &&
    (isShort || written.some(isSaid)) &&
    !written.some((text) => text.includes('@') || /\d{3}[\s./-]?\d{3}/.test(text))
  );
}

/** A few words and a link that is not the sender's: `Get free e-mail at http://…`. */
export function isElsewhere(text: string, sender: Sender): boolean {
  const [link] = /https?:\/\/\S+|\bwww\.\S+/i.exec(text) ?? [];
  if (!link || text.includes('@') || isOwnLink(text, sender)) return false;
  return wordsOf(text.replace(link, ' ')).length >= 3 && !/\d{3}[\s./-]?\d{3}/.test(text.replace(link, ' '));
}

/** A link with a word of the sender's name, or of their own site. */
const isOwnLink = (text: string, { name = '', site, domain }: Sender): boolean => {
  const flat = squash(text);
  return (
    wordsOf(name).some((word) => word.length > 3 && flat.includes(word)) ||
    (site !== '' && text.includes(site) && !isFreeMail(domain))
  );
};

/** Where the notice begins that ends here with the same long rule that stands above it. */
function framedNotice(lines: Line[], end: number): number | undefined {
  let last = end - 1;
  while (last > 0 && isBlank(lines[last])) last--;
  const rule = lines[last]?.text.trim() ?? '';
  if (rule.length < 20 || !isRule(rule)) return undefined;
  for (let i = last - 2; i >= Math.max(0, last - 30); i--) {
    if (lines[i]?.text.trim() !== rule) continue;
    const texts = lines.slice(i + 1, last).map(({ text }) => text);
    const isSaid = isTalk(texts) && !texts.some(isContact);
    return isSaid || (isNotice(texts.slice(0, 3).join(' ')) && texts.filter(isContact).length < 3) ? i : undefined;
  }
  return undefined;
}

/** A line of it is the sender's name and what belongs to them. */
const isOwnCard = (texts: string[], sender: Sender): boolean =>
  texts.some((text) => !isProse(text) && namesSender(text.slice(0, 150), sender) === 'whole');

/** `[1] https://kites.example/plan`, which the text above refers to. */
const isFootnote = (text: string): boolean => /^\s*\[\d{1,2}\]:?\s+<?https?:/.test(text);

/** A mail provider's sentence with a link, longer than what phones add. */
const isAdvert = (text: string): boolean =>
  /https?:|www\./i.test(text) && wordsOf(text).length >= 10 && sentFromPhrases().afterStart(text) !== undefined;

/** The firm's address right above its officers and registers, where it stands nowhere else. */
function isAddressAbove(lines: Line[], at: number): boolean {
  const text = textOf(lines[at]);
  const [code] = /(?<!\d)\d{4,6}(?!\d)/.exec(text) ?? [];
  if (code === undefined || hasRegister(text) || isNotice(text) || isProse(text) || isContact(text)) return false;
  return !lines.slice(Math.max(0, at - 30), at).some((line) => line.text.includes(code));
}

/** The firm's name right above its officers and registers, where nothing above has a legal form. */
function isFirmAbove(lines: Line[], at: number): boolean {
  const text = textOf(lines[at]);
  if (hasRegister(text) || isNotice(text) || isContact(text) || !latinKind(text).form) return false;
  return (
    hasRegister(textOf(lines[at + 1])) &&
    !lines.slice(Math.max(0, at - 30), at).some((line) => latinKind(line.text).form)
  );
}

const isNotice = remembered(
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

/** The last run of lines between blank lines or rules before `end`; its rule above is not part of it. */
function lastParagraph(lines: Line[], end: number): { start: number; end: number } | undefined {
  let last = end;
  while (last > 0 && isGap(lines[last - 1])) last--;
  if (last === 0) return undefined;
  let start = last;
  while (start > 0 && !isGap(lines[start - 1]) && last - start < 60) start--;
  return { start, end: last };
}

const isGap = (line: Line | undefined): boolean => isBlank(line) || isRule(textOf(line));

/** The rule or delimiter right above a footer goes with it, unless it ends a frame; so does one alone between blank lines. */
function withoutRule(lines: Line[], start: number): number {
  const isAlone = isBlank(lines[start - 1]) && isBlank(lines[start - 3]);
  const at = isAlone ? start - 2 : start - 1;
  const above = textOf(lines[at]).trim();
  const isFrame = () =>
    above.length > 4 && lines.slice(Math.max(0, start - 30), at - 1).some(({ text }) => text.trim() === above);
  return isRule(above) && !isFrame() ? at : start;
}

/** A notice that follows the signature without a blank line: cut from there, when nothing of the sender's comes after. */
function cutAtNotice(lines: Line[], sender: Sender): Line[] {
  let end = lines.length;
  for (let start = noticeStart(lines, end, sender); start !== undefined; start = noticeStart(lines, end, sender))
    end = start;
  return end < lines.length ? lines.slice(0, end) : lines;
}

/** Where the last notice among the thirty lines before `end` begins. */
function noticeStart(lines: Line[], end: number, sender: Sender): number | undefined {
  const from = Math.max(1, end - 30);
  for (let i = end - 1; i >= from; i--) {
    const text = textOf(lines[i]);
    if (isContact(text) && !isNotice(text)) return undefined;
    if (isOpinionBelowDelimiter(lines, i) || /^--\s*$/.test(text) || /^\s*\|.*\|$/.test(text)) return undefined;
    if (!isProse(text) && !isNotice(text) && namesSender(text, sender)) return undefined;
    if (isNotice(text) && !isContact(text.replace(/https?:\S+/g, ''))) {
      let first = i;
      while (first > from && isNotice(textOf(lines[first - 1]))) first--;
      return first;
    }
  }
  return undefined;
}
