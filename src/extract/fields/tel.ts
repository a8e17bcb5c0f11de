import type { CountryCode } from 'libphonenumber-js/core';
import { surnameLength } from '../../contact/data/surnames.ts';
import type { Finding, Tel } from '../../contact/draft.ts';
import type { Line } from '../body-lines.ts';
import { wordsOf } from '../fold.ts';
import { extensionLabels, telLabels } from '../lexicon/tables.ts';
import { hasAny, marks } from '../line-marks.ts';
import { namesSender } from '../names-sender.ts';
import { looksLikeName } from '../person.ts';
import type { Sender } from '../sender.ts';
import { type Reading, type Sheet, type Span, without } from '../sheet.ts';
import { isProse } from '../signature-lines.ts';
import { isInColumn, othersColumn } from './others.ts';
import { type LabelType, labelOf, labelsAlone } from './tel-label.ts';
import {
  dialled,
  digitsOf,
  isDate,
  isDecimal,
  isPossible,
  numbersIn,
  toTel,
  vanityIn,
  withAreaOf,
} from './tel-number.ts';

/** The telephone numbers of the signature, each with the type its label, or else the number itself, tells. */
export function readTels({ lines, sender, region, trace }: Sheet): Reading {
  const found: Finding<Tel>[] = [];
  const add = (tel: Tel, line: number, rule: string) => {
    // a number for both a telephone and a fax is two where each has its own line
    const isBoth = (other: Finding<Tel>) =>
      (other.value.type === 'fax') !== (tel.type === 'fax') && other.line !== line && rule === 'tel-label';
    const known = found.find((other) => key(other.value) === key(tel) && !isBoth(other));
    if (!known) found.push({ value: tel, basis: 'stated', line, rule });
    return known?.value ?? tel;
  };
  let headings: LabelType[] = [];
  const others = othersColumn(lines, sender);
  const rest = lines.map((line): Line => {
    const alone = labelsAlone(line.text);
    const above = headings;
    if (alone) headings = alone;
    else if (line.text.trim()) headings = [];
    if (line.links.length === 0 && !hasAny(line.text, marks.digit)) return line;
    const spans: Span[] = [];
    let from = 0;
    const isOthers = namesSomebodyElse(line.text, sender);
    let previous: string | undefined;
    for (const number of numbersIn(line.text)) {
      if (number.start < from) continue;
      if (
        (isOthers && namesSomebodyElse(upToNext(line.text, number.end), sender)) ||
        isInColumn(line.text, number.start, others) ||
        isOfNameBefore(line.text, number, sender)
      ) {
        trace?.refused(line.index, 'tel', line.text.slice(number.start, number.end), "somebody else's");
        continue;
      }
      const label = labelOf(line.text, from, number);
      const touchesWord = /\p{L}\d?$/u.test(line.text.slice(0, number.start + 1));
      if (touchesWord && label.start === number.start) continue;
      const type = label.type ?? above[spans.length];
      const after = extensionAfter(line.text, number.end);
      const end = Math.max(after?.end ?? 0, label.end);
      if (type === 'none') {
        trace?.refused(line.index, 'tel', line.text.slice(label.start, number.end), 'labelled as something else');
        if (label.end > label.start) spans.push({ start: label.start, end: number.end });
      } else {
        const written = line.text.slice(number.start, number.end);
        const isAfterOther = previous !== undefined && isJoint.test(line.text.slice(from, number.start));
        const complete = previous && (type || isAfterOther) ? withAreaOf(previous, written, region) : undefined;
        const tel = { ...toTel(complete ?? written, type, region), text: written };
        const refusal = complete
          ? undefined
          : refusalOf({ line, number, type, hasExtension: after !== undefined, isAfterOther, region }, tel);
        if (refusal) {
          trace?.refused(line.index, 'tel', tel.text, refusal);
          continue;
        }
        previous = complete ?? written;
        const isHandy = label.isLetter && type === 'home';
        const plain = isHandy ? { ...tel, type: toTel(tel.text, undefined, region).type } : tel;
        const whole = after ? extended(plain, after, line.text.slice(number.start, after.end), region) : plain;
        const own = isHandy && whole.type !== 'cell' ? { ...whole, type: tel.type } : whole;
        add(own, line.index, type ? 'tel-label' : 'tel-number');
        spans.push({ start: label.start, end });
        for (const next of nextNumbers(line.text, end, { ...tel, text: previous }, region)) {
          add(next.tel, line.index, 'tel-next');
          spans.push(next.span);
        }
      }
      from = Math.max(end, spans[spans.length - 1]?.end ?? 0);
    }
    for (const span of vanityIn(line.text)) {
      if (spans.some((other) => other.start < span.end && span.start < other.end)) continue;
      if ((line.text.slice(0, span.start).match(/["“”]/g)?.length ?? 0) % 2 === 1) continue;
      const label = labelOf(line.text, 0, span);
      const text = line.text.slice(span.start, span.end);
      const { e164 } = toTel(dialled(text), undefined, region);
      add({ text, e164, type: label.type === 'none' ? 'main' : (label.type ?? 'main') }, line.index, 'tel-vanity');
      spans.push({ start: label.start, end: span.end });
    }
    const last = found[found.length - 1];
    const dial = last && !isOthers ? shortFax(line.text, spans, last.value, region) : undefined;
    if (dial) {
      add(dial.tel, line.index, 'tel-short');
      spans.push(dial.span);
    }
    const internal = internalNumber(line.text, spans);
    if (internal) spans.push(internal.span);
    if (internal && last && !isOthers && !last.value.ext && last.value.type !== 'fax' && last.value.type !== 'cell') {
      last.value = { ...last.value, ext: internal.ext };
    }
    for (const link of line.links) {
      const linked = /^tel:([+\d().\s/-]{6,30})/i.exec(decoded(link))?.[1];
      if (!linked) continue;
      const tel = toTel(linked, undefined, region);
      const known = found.find((other) => sameDigits(other.value, tel));
      if (!known) add(tel, line.index, 'tel-link');
      else if (tel.e164 && linked.startsWith('+')) known.value = moreExact(known.value, tel);
    }
    return spans.length > 0 ? { ...line, text: without(line.text, spans) } : line;
  });
  for (const link of lines.flatMap((line) => line.links)) {
    const linked = /^https?:\/\/(?:wa\.me\/|api\.whatsapp\.com\/send\/?\?phone=)\+?(\d{8,15})/i.exec(link)?.[1];
    const tel = linked && toTel(`+${linked}`, /^(?:1|52|91)/.test(linked) ? 'cell' : undefined); // where a mobile's prefix tells nothing
    const known = tel && found.find((other) => sameDigits(other.value, tel));
    if (tel && known) known.value = moreExact(known.value, tel);
  }
  return { found: { tel: found }, rest };
}

/** What stands between two numbers of one place. */
const isJoint = /^\s{0,3}(?:[,/;、・&~]|y|e|und|and|or|oder|et|ou|o|of|en|och|og)\s{0,3}$/i;

/** A number as its link tells it in full, with the type that only the link tells. */
const moreExact = (tel: Tel, linked: Tel): Tel => ({
  ...tel,
  e164: linked.e164 ?? tel.e164,
  type: tel.type === 'work' && linked.type === 'cell' ? 'cell' : tel.type,
});

/** `Office: Frau Petra Winkel, …`: the line is about a person with a form of address who is not the sender. */
const namesSomebodyElse = (text: string, sender: Sender): boolean =>
  /(?<!\p{L})(?:Frau|Herrn?|Mrs?|Ms|Mme|Mlle|Sra?|Dhr|Mevr|Mw|Fru)\.? \p{Lu}\p{Ll}+/u.test(text) &&
  !namesSender(text, sender) &&
  !wordsOf(sender.name ?? '').some((word) => word.length > 2 && wordsOf(text).includes(word));

/** Of `office 1 - Mrs Pym 2` what belongs to the number that ends at `end`: all but a later part with a number of its own. */
const upToNext = (text: string, end: number): string => {
  const next = text.slice(end).search(/\s[-–—|/·]\s[^\d|/·–—-]{0,40}\d{3}/);
  const later =
    next < 0
      ? []
      : text
          .slice(end + next)
          .split(/\s[-–—|/·]\s/)
          .slice(1);
  return later.length > 0 && later.every((part) => /\d{3}/.test(part)) ? text.slice(0, end + next) : text;
};

/** `王芳（010-…）` where the sender is called otherwise. */
function isOfNameBefore(text: string, number: Span, sender: Sender): boolean {
  const own = (sender.name ?? '').replace(/\s/g, '');
  const name = /(?<!\p{L})(\p{Script=Han}{2,4})\s?$/u.exec(
    text.slice(Math.max(0, number.start - 12), number.start),
  )?.[1];
  if (!name || !/^\p{Script=Han}+$/u.test(own) || text.charAt(number.start) !== '(') return false;
  return looksLikeName(name) && surnameLength(name) !== undefined && !text.replace(/\s/g, '').includes(own);
}

interface Extension {
  ext: string;
  end: number;
  /** It is dialled right after the number, without waiting: a German `DW`. */
  isDialled: boolean;
}

/** `ext. 204`, `x204`, `内線 204`, `#204`, `DW 17` right after a number. */
function extensionAfter(text: string, end: number): Extension | undefined {
  const match = /^[\s,;(/-]{0,3}(\p{L}{0,10})[.:\s#-]{0,3}(\d{1,6})(?![\d-])\)?/u.exec(text.slice(end, end + 30));
  if (!match?.[2]) return undefined;
  const words = wordsOf(match[1] ?? '');
  const isExtension = match[1] ? extensionLabels().match(words, 0) : /^\s*(?:[(,]\s*)?#/.test(text.slice(end));
  if (!isExtension || (/^0/.test(match[2]) && /^\s\d/.test(text.slice(end + match[0].length)))) return undefined;
  return { ext: match[2], end: end + match[0].length, isDialled: telLabels().match(words, 0)?.value === 'direct' };
}

/** The number with its extension; one that is dialled with it becomes part of it, in place of a last `-0`. */
function extended(tel: Tel, { ext, isDialled }: Extension, written: string, region?: CountryCode): Tel {
  if (!isDialled) return { ...tel, ext };
  const whole = toTel(tel.text.replace(/\s?[-–]\s?0$/, '') + ext, tel.type, region);
  return whole.e164 ? { ...whole, text: written } : { ...tel, ext };
}

/** `0042-3555261, 3555262`: a second number that leaves out what it shares with the first. */
function nextNumbers(text: string, end: number, first: Tel, region?: CountryCode): { tel: Tel; span: Span }[] {
  const group = /\d{3,8}$/.exec(first.text)?.[0];
  const next = /^\s?[,/;、]\s?(\d{3,8})(?![\d\p{L}@.:]|\s?[-(/]|\s\d)/u.exec(text.slice(end, end + 20));
  if (!group || !next?.[1] || next[1].length !== group.length) return [];
  const tel = toTel(first.text.slice(0, -group.length) + next[1], first.type, region);
  return [{ tel, span: { start: end, end: end + next[0].length } }];
}

/** `Fax -143`, `Fax DW 50` after a number with the base they share: `0431 5550-142`. */
function shortFax(text: string, spans: Span[], base: Tel, region?: CountryCode): { tel: Tel; span: Span } | undefined {
  if (!/[-–]|DW|Durchwahl/i.test(text)) return undefined;
  for (const match of without(text, spans).matchAll(
    /(?<![\p{L}\d])(\p{L}{2,12})[.:\s/-]{0,3}(?:(DW|Durchwahl)[.:\s]{0,3}|[-–]\s?)(\d{1,5})(?![\d.-]|\s?\p{L})/giu,
  )) {
    const value = telLabels().match(wordsOf(match[1] ?? ''), 0)?.value;
    if (!value || value === 'none' || value === 'ext') continue;
    const shared = /^(.{5,}\d)\s?[-–/]\s?\d{1,5}$/.exec(base.text.replace(/\s?DW.*/i, '-0'))?.[1];
    if (!shared) continue;
    const tel = toTel(`${shared}-${match[3]}`, value, region);
    const start = match.index;
    return { tel, span: { start, end: start + match[0].length } };
  }
  return undefined;
}

/** An extension that stands apart from its number: `内線 1234`, `Ext. 204`. It belongs to the number before it. */
function internalNumber(text: string, spans: Span[]): { ext: string; span: Span } | undefined {
  if (!/\d/.test(text)) return undefined;
  for (const match of without(text, spans).matchAll(
    /(?<![\p{L}\d])(\p{L}{1,12})[.:\s#]{0,3}(\d{2,6})(?![\d.-]|\s?\p{L})/gu,
  )) {
    const start = match.index;
    const words = wordsOf(match[1] ?? '');
    const isLabel = match[1]?.length === 1 ? /^x$/i.test(match[1]) : extensionLabels().match(words, 0);
    if (match[2] && isLabel) return { ext: match[2], span: { start, end: start + match[0].length } };
  }
  return undefined;
}

interface Candidate {
  line: Line;
  number: Span;
  type?: LabelType;
  hasExtension: boolean;
  /** A comma or the like parts it from another number. */
  isAfterOther: boolean;
  region?: CountryCode;
}

/** Why a run of digits is no telephone number; undefined when a label, its form or its country says that it is one. */
function refusalOf(
  { line, number, type, hasExtension, isAfterOther, region }: Candidate,
  tel: Tel,
): string | undefined {
  const text = line.text.slice(number.start, number.end);
  const digits = digitsOf(text).length;
  if (digits > 15 && !tel.e164) return 'more than 15 digits';
  if (region === 'US' && /^\d{5}-\d{4}$/.test(text)) return 'a postal code'; // `Salem, N.H. 03999-0000`
  if (isDecimal(text) && !(type && tel.e164)) return 'a decimal number';
  if (/^\d{1,3}(?:\.\d{3})+$/.test(text) && /^,\d\d(?!\d)/.test(line.text.slice(number.end))) return 'an amount';
  if (/^[1-9]\d{0,2} [-–] \d{5}$/.test(text) && /^ \p{Lu}\p{Ll}/u.test(line.text.slice(number.end)))
    return 'a house and a postal code';
  if (type) return /^\d{3}-\d{4}$/.test(text) && region === 'JP' ? 'a Japanese postal code' : undefined;
  const before = line.text.slice(0, number.start);
  const after = hasExtension ? '' : line.text.slice(number.end);
  if (isDate(text)) return 'a date';
  if (isProse(line.text)) return 'in a sentence';
  if (/(?:[〒№]|\bn[°º])\s*$/i.test(before)) return 'after a postal or number mark';
  if (/\d{5}-\d{3}(?!\d)/.test(text) && !text.startsWith('+')) return 'a Brazilian postal code';
  if (region === 'BE' && /^[01]\d{3}\.\d{3}\.\d{3}$/.test(text)) return 'a Belgian company number';
  if (/^\d\p{L}|^\p{L}\d/u.test(after)) return 'part of a code';
  if (/^[\s]?\p{Lu}?\p{Ll}+/u.test(after) && digits < 9) return 'a number of something';
  if (text.startsWith('+')) return digits >= 7 ? undefined : 'too short';
  return isWritten(text, digits, tel, region) || (tel.e164 && digits >= 8 && (isAfterOther || isWhole(before, after)))
    ? undefined
    : 'no label, and not valid in the country';
}

/** Whether the digits are grouped as telephone numbers are. Those kept for examples are not valid, but written so too. */
function isWritten(text: string, digits: number, tel: Tel, region?: CountryCode): boolean {
  if (tel.e164) return digits >= 8 && /[\s().\-/‐-―]|^0/.test(text);
  if (/^0\d/.test(text) && /[\s().\-/]/.test(text) && digits >= 9 && region !== 'US' && region !== 'CA') {
    return isPossible(text, region);
  }
  return /^\(\d{2,5}\)\s?\d{2,4}[-\s.]?\d{2,4}/.test(text) && digits >= 9;
}

/** Whether nothing else is in the number's cell. */
function isWhole(before: string, after: string): boolean {
  const left = before.trimEnd();
  const right = after.trimStart();
  const isOpen = left === '' || /[\t|]$|(^|\s)[^\s\p{L}\p{N}]$/u.test(left) || before.length - left.length > 1;
  return isOpen && (right === '' || /^[\t|,;]/.test(right) || after.length - right.length > 1);
}

const key = (tel: Tel): string => tel.e164 ?? digitsOf(tel.text);

const sameDigits = (a: Tel, b: Tel): boolean =>
  key(a) === key(b) || digitsOf(a.text).endsWith(digitsOf(b.text).slice(-9));

/** `%20` and `%2B` in a link; never throws, as decodeURIComponent does on a broken one. */
const decoded = (link: string): string => link.replace(/%20/g, ' ').replace(/%2B/gi, '+');
