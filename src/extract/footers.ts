import { isFreeMail } from '../contact/data/free-mail.ts';
import { withoutAttachments, withoutParts } from './attached.ts';
import { belowRule, groupFooter, isFooterBelowRule, isOwnCard } from './below-rules.ts';
import { isBlank, type Line, textOf } from './body-lines.ts';
import { latinKind } from './fields/latin-kind.ts';
import { wordsOf } from './fold.ts';
import { sentFromPhrases, unsubscribePhrases } from './lexicon/tables.ts';
import { isRule } from './line-kinds.ts';
import { namesSender } from './names-sender.ts';
import { isOnlyPostscript, isTalk } from './notes.ts';
import { hasRegister, isListAddress, isNotice } from './notices.ts';
import { lastParagraph, withoutRule } from './paragraphs.ts';
import { isProviderAdvert } from './provider-advert.ts';
import type { Sender } from './sender.ts';
import { isContact, isProse } from './signature-lines.ts';
import type { Trace } from './trace.ts';

/** The lines without what programs and lawyers add below: disclaimers, list footers, adverts of mail providers. */
export function withoutFooters(lines: Line[], sender: Sender, trace?: Trace): Line[] {
  let end = withoutAttachments(lines, withoutParts(lines, sender));
  for (let pass = 0; pass < 12; pass++) {
    end = withoutAttachments(lines, end);
    const framed = framedNotice(lines, end, sender) ?? belowRule(lines, end, sender);
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

/** `Opinions expressed are mine` right below a `-- `: what speakers for nobody have for a signature. */
const isOpinionBelowDelimiter = (lines: Line[], at: number): boolean =>
  /^--\s?$/.test(textOf(lines[at - 1])) &&
  /\b(opinions?|views?|disclaimers?)\b/i.test(textOf(lines[at])) &&
  (lines[at]?.text.length ?? 0) < 90;

/** Where the notice begins that ends here with the same long rule that stands above it. */
function framedNotice(lines: Line[], end: number, sender: Sender): number | undefined {
  let last = end - 1;
  while (last > 0 && isBlank(lines[last])) last--;
  const rule = lines[last]?.text.trim() ?? '';
  if (rule.length < 20 || !isRule(rule)) return undefined;
  for (let i = last - 2; i >= Math.max(0, last - 30); i--) {
    if (lines[i]?.text.trim() !== rule) continue;
    const texts = lines.slice(i + 1, last).map(({ text }) => text);
    const isSaid = isTalk(texts, sender) && !texts.some(isContact);
    return isSaid || (isNotice(texts.slice(0, 3).join(' ')) && texts.filter(isContact).length < 3) ? i : undefined;
  }
  return undefined;
}

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
