import { isFreeMail } from '../contact/data/free-mail.ts';
import { isBlank, type Line, textOf } from './body-lines.ts';
import { squash, wordsOf } from './fold.ts';
import { namesSender } from './names-sender.ts';
import { isListAddress } from './notices.ts';
import { isProviderAdvert } from './provider-advert.ts';
import type { Sender } from './sender.ts';
import { isContact, isDelimiter, isProse } from './signature-lines.ts';

/**
 * Below a long rule at the end what a list or a mail provider adds to a signed mail: the list's address and its page, or
 * sentences with a link and nothing of the sender's.
 */
export function isFooterBelowRule(
  lines: Line[],
  { start, end }: { start: number; end: number },
  sender: Sender,
): boolean {
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
export function belowRule(lines: Line[], end: number, sender: Sender): number | undefined {
  const texts: string[] = [];
  for (let i = end - 1; i >= Math.max(0, end - 12); i--) {
    const text = textOf(lines[i]).trim();
    const isLong = /^_{20,}$/.test(text);
    if (isLong || isDelimiter(text) || /^[-=]{20,}$/.test(text)) {
      const isList = isLong && texts.length > 1 && isListFooter(texts);
      return !isOwnCard(texts, sender) && (isList || isProviderAdvert(texts, sender)) ? i : undefined;
    }
    if (text) texts.unshift(text);
  }
  return undefined;
}

/** Where what the owners of a group put above its footer begins, below the program's own `-- ` and a signed mail: `*** Please do not top-post. ***`. */
export function groupFooter(
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

/** A line of it is the sender's name and what belongs to them. */
export const isOwnCard = (texts: string[], sender: Sender): boolean =>
  texts.some((text) => !isProse(text) && namesSender(text.slice(0, 150), sender) === 'whole');
