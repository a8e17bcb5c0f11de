import { latinGivenNames } from '../contact/data/given-names.ts';
import type { ContactDraft } from '../contact/draft.ts';
import { isBlank, type Line, textOf } from './body-lines.ts';
import { isPersonalAddress, isRole } from './desk-address.ts';
import { firstLabel } from './domain-label.ts';
import type { Reason } from './extraction.ts';
import { hasCjk, isAscii, squash, wordsOf } from './fold.ts';
import { automaticPhrases, orderPhrases } from './lexicon/tables.ts';
import { hasAny, marks } from './line-marks.ts';
import type { MessageHeaders } from './message.ts';
import { isToList, speaksOfUnsubscribing } from './not-a-person.ts';
import { isListAddress } from './notices.ts';
import { isOccupationWord, isParticle } from './person.ts';
import type { Sender } from './sender.ts';

/** A mail, and what is known of who signs it. */
interface Signed {
  /** The sender's own lines. */
  own: Line[];
  sender: Sender;
  headers: MessageHeaders;
  name: string;
  /** Index of the line that has the name; undefined where the header alone has it. */
  line?: number;
  /** The rule by which the name was read. */
  rule?: string;
  /** The address is no desk's. */
  isOfPerson: boolean;
  /** The name is the display name, or the one in it. */
  isItself: boolean;
  /** Somebody signs whom the header does not name. */
  isSomebody: boolean;
  /** The name that signs has a word that the address has. */
  isSpelled: boolean;
  /** The name begins with a given name. */
  isGiven: boolean;
  /** A telephone number is given. */
  isReachable: boolean;
}

/** What the body says against a person, once a draft was read from it: that a machine wrote it, how to leave the list; or nobody is named. */
export function writtenByNobody(
  own: Line[],
  sender: Sender,
  { fn, tel }: ContactDraft,
  headers: MessageHeaders,
): Reason | undefined {
  const name = fn?.value ?? '';
  const words = wordsOf(name);
  const signs = fn?.line !== undefined;
  const isOfPerson = isPersonalAddress(sender.local) && !isRole(sender.local);
  const isItself = [sender.display, sender.name ?? ''].some((known) => squash(known) === squash(name));
  const mail: Signed = {
    own,
    sender,
    headers,
    name,
    line: fn?.line,
    rule: fn?.rule,
    isOfPerson,
    isItself,
    isSomebody: signs && !isItself && fn?.rule !== 'name-label', // `Nome: Ana Ruiz` may be the guest
    isSpelled:
      signs && isOfPerson && words.some((word) => word.length > 3 && sender.local.toLowerCase().includes(word)),
    isGiven: latinGivenNames().has(words[0] ?? ''),
    isReachable: tel.length > 0,
  };
  return reasons.find(([, holds]) => holds(mail))?.[0];
}

/** The reasons in the order in which they are asked about. */
const reasons: [Reason, (mail: Signed) => boolean][] = [
  ['empty', ({ own, name }) => !name && own.every(isBlank)],
  ['nobody-named', ({ own, sender, name, line }) => line !== undefined && !sender.name && isAddressed(own, name)],
  ['notification', saysThatItIsAutomatic],
  ['notification', ({ own, sender, line, isOfPerson }) => !sender.name && !isOfPerson && isOrder(own, line)],
  ['newsletter', saysHowToLeave],
  ['nobody-named', ({ name }) => !name],
  ['nobody-named', signsAsTeam],
];

function saysThatItIsAutomatic(mail: Signed): boolean {
  const { own, isSomebody, isOfPerson } = mail;
  const isNotice = (line: Line) => (!isSomebody || noteMark.test(line.text)) && isAutomatic(line);
  const isUnnamed = isSomebody ? !isOfPerson : !isNamed(mail);
  return isUnnamed && someSay(own, isNotice, (i) => isSomebody || isSaid(own, i, isAutomatic));
}

/** Whether a person signs who may be the header's; not `Bright Kites Race` of survey@. */
const isNamed = ({ name, line, rule, isOfPerson, isItself, isSpelled, isGiven, isReachable }: Signed): boolean =>
  line !== undefined &&
  (isOfPerson
    ? !isItself || isSpelled || isReachable || hasCjk(name)
    : isReachable && rule !== 'name-label' && isGiven);

function saysHowToLeave({
  own,
  sender,
  headers,
  name,
  line,
  rule,
  isOfPerson,
  isSomebody,
  isSpelled,
}: Signed): boolean {
  const signsAsSender = rule === 'name-sender' || rule === 'name-completed';
  const isOwnName = isSpelled || (signsAsSender && (isOfPerson || !sender.org || !hasCjk(name)));
  const looksLikePerson = sender.name !== undefined && isOfPerson && !fromFirm.test(sender.display) && !isSite(sender);
  if (isOwnName || looksLikePerson || isToList(headers)) return false;
  const isLeaving = ({ text }: Line) =>
    speaksOfUnsubscribing(text) && ((isRole(sender.local) && line === undefined) || !isListAddress(text)); // who writes to a list is a person
  const isAbove = (i: number) => isSomebody && (own[i]?.index ?? 0) < (line ?? 0);
  return someSay(own, isLeaving, (i) => (isAbove(i) ? isOffer(own, i) : isSaid(own, i, isLeaving)));
}

/** A desk or a firm that no person signs for, with a line such as `Your team at Kite Ltd`. */
function signsAsTeam({ own, sender, line, isItself, isGiven, isReachable }: Signed): boolean {
  const isOfFirm = isAccount(sender);
  const isUnsigned = line === undefined || (isItself && (isOfFirm || !(isGiven || isReachable)));
  return isUnsigned && (isOfFirm || isRole(sender.local)) && own.some(({ text }) => isTeam(text, sender));
}

/** `Order Number: 12345`, `Subtotal: $82.00`, `Ship to:`: a shop's confirmation has three such lines or more, below which nobody signs. */
function isOrder(own: Line[], signed?: number): boolean {
  const parts = own.filter(({ text }) => isOfOrder(text)).map(({ index }) => index);
  if (signed === undefined) return parts.length > 2;
  const above = parts.filter((index) => index < signed);
  return above.length > 2 && (above.length < parts.length || above.includes(signed - 1));
}

const isOfOrder = (text: string): boolean =>
  text.length < 80 &&
  hasAny(text, marks.digit | marks.colon | marks.line | marks.beyondAscii) &&
  orderPhrases().starts(text);

/** Whether the mail begins with whom it greets so: `青柳 美咲 様`, `Dear Ana Ruiz,`; a form's answer repeats their name. */
function isAddressed(own: Line[], name: string): boolean {
  const whole = squash(name);
  return own.slice(0, 5).some(({ text }) => {
    const greeted = /^(.{2,50}?)\s?(?:様|さま|殿|님|先生|女士|小姐)?[、,:!]?$/u.exec(text.trim())?.[1] ?? '';
    const said = squash(greeted);
    return greeted !== text.trim() && whole.length > 2 && said.endsWith(whole) && said.length < whole.length + 16;
  });
}

/** `Ana from Bright Kites`, as who sends to many is called. */
const fromFirm = /\sfrom\s/;

/** `Kiteworks` of kiteworks@kiteworks.example. */
const isSite = ({ display, local, site }: Sender): boolean =>
  squash(display) === squash(local) && squash(display) === firstLabel(site);

/** Whether one of the lines that say so holds; the first ten of them, for a mail may have nothing else. */
function someSay(own: Line[], says: (line: Line) => boolean, holds: (at: number) => boolean): boolean {
  let seen = 0;
  return own.some((line, at) => seen < 10 && says(line) && ++seen > 0 && holds(at));
}

/** Whether a paragraph says so itself, and does not only quote it: `it says “do not reply”, so I write here`. */
function isSaid(own: Line[], at: number, says: (line: Line) => boolean): boolean {
  const text = paragraphAt(own, at);
  return !/["“„«「『]/.test(text) || says({ ...(own[at] as Line), text: text.replace(quoted, ' ') });
}

/** Whether a link or `click here` goes with it, or it stands alone: not `the unsubscribe link did not work, so I put you back`. */
const isOffer = (own: Line[], at: number): boolean =>
  /https?:|www\.|@|\b(?:click|here|klick\w*|hier|cliqu\w*|ici|aqu[ií]|clicc\w*|qui)\b|こちら|点击|點擊|클릭/i.test(
    paragraphAt(own, at),
  ) ||
  (textOf(own[at]).length < 60 && !/[.!?。]\s*$/.test(textOf(own[at])));

/** `※`, `*`, `【`, `このメールは`: what stands before a note to everybody. */
const noteMark = /^\s*(?:[※*【(]|(?:本|この)メール|[本此]邮件|[본이] (?:이)?메일)/;

const quoted = /["“„«「『][^"“”„«»「」『』]{0,300}["“”»」』]/g;

/** The line with those around it up to the next blank one, ten at most to either side. */
function paragraphAt(own: Line[], at: number): string {
  let [first, last] = [at, at];
  while (first > at - 10 && own[first - 1]?.text.trim()) first--;
  while (last < at + 10 && own[last + 1]?.text.trim()) last++;
  return own
    .slice(first, last + 1)
    .map(textOf)
    .join(' ');
}

const isAutomatic = ({ text }: Line): boolean => isWords(text) && automaticPhrases().in(text);

/** Not a long run of letters without a blank, as files are sent in. */
const isWords = (text: string): boolean => text.length < 60 || text.includes(' ') || !isAscii(text);

/** `Kite Care Wren Ltd` of kitecare@: what stands before the `@` and the domain's name, and nothing else. */
function isAccount({ display, local, domain }: Sender): boolean {
  const words = wordsOf(display);
  const [own, label] = [squash(local), squash(domain)];
  return words.length > 1 && own.length > 2 && words.every((word) => own.includes(word) || label.includes(word));
}

/** A line that signs as `The Kite Team`: a few words, one of the account's among them. */
function isTeam(text: string, { display }: Sender): boolean {
  const words = wordsOf(text);
  return (
    words.length <= 8 &&
    words.some((word) => /^(team|equipe|equipo|squadra|staff|zespol|tym)$/.test(word)) &&
    words.some((word) => word.length > 2 && !isParticle(word) && wordsOf(display).includes(word))
  );
}

/**
 * An address that is no known desk's, without a name, whose sender gives a telephone or an address below: the name is left to
 * who saves them. `kites@harbourkites.example` is a firm's.
 */
export const isReached = ({ tel, adr }: ContactDraft, { display, local, domain }: Sender): boolean =>
  display === '' &&
  isPersonalAddress(local) &&
  /^[a-z]+(?:[._-][a-z]+)?$/i.test(local) &&
  !wordsOf(local).some(isOccupationWord) &&
  !squash(domain).includes(squash(local)) &&
  [adr, ...tel].some((finding) => finding?.line !== undefined);
