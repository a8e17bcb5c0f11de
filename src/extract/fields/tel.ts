import {
  type CountryCode,
  getCountryCallingCode,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import type { Finding, Tel, TelType } from '../../contact/draft.ts';
import type { Line } from '../body-lines.ts';
import { typeByPrefix } from '../data/mobile-prefixes.ts';
import { wordsOf } from '../fold.ts';
import { extensionLabels, type TelLabel, telLabels } from '../lexicon/tables.ts';
import { type Reading, type Sheet, type Span, without } from '../sheet.ts';
import { isProse } from '../signature-lines.ts';
import { trimmedEnd, trimmedStart } from '../trim.ts';

/** The telephone numbers of the signature, each with the type its label, or else the number itself, tells. */
export function readTels({ lines, region, trace }: Sheet): Reading {
  const found: Finding<Tel>[] = [];
  const add = (tel: Tel, line: number, rule: string) => {
    const known = found.find((other) => key(other.value) === key(tel));
    if (!known) found.push({ value: tel, basis: 'stated', line, rule });
  };
  const rest = lines.map((line): Line => {
    const spans: Span[] = [];
    let from = 0;
    for (const number of numbersIn(line.text)) {
      const label = labelOf(line.text, from, number);
      if (!label.type && /\p{L}$/u.test(line.text.slice(0, number.start))) continue;
      const after = extensionAfter(line.text, number.end);
      if (label.type === 'none') {
        trace?.refused(line.index, 'tel', line.text.slice(label.start, number.end), 'labelled as something else');
        spans.push({ start: label.start, end: number.end });
      } else {
        const tel = toTel(line.text.slice(number.start, number.end), label.type, region);
        const refusal = refusalOf(line, number, label.type, region, tel);
        if (refusal) {
          trace?.refused(line.index, 'tel', tel.text, refusal);
          continue;
        }
        add(after ? { ...tel, ext: after.ext } : tel, line.index, label.type ? 'tel-label' : 'tel-number');
        spans.push({ start: label.start, end: Math.max(after?.end ?? 0, label.end) });
      }
      from = Math.max(after?.end ?? 0, label.end);
    }
    const internal = internalNumber(line.text, spans);
    if (internal) spans.push(internal.span);
    const last = found[found.length - 1];
    if (internal && last && !last.value.ext && last.value.type !== 'fax' && last.value.type !== 'cell') {
      last.value = { ...last.value, ext: internal.ext };
    }
    for (const link of line.links) {
      const linked = /^tel:([+\d().\s/-]{6,30})/i.exec(decoded(link))?.[1];
      if (!linked) continue;
      const tel = toTel(linked, undefined, region);
      if (!found.some((other) => sameDigits(other.value, tel))) add(tel, line.index, 'tel-link');
    }
    return spans.length > 0 ? { ...line, text: without(line.text, spans) } : line;
  });
  return { found: { tel: found }, rest };
}

/** Stretches of a line that could be a number: 6 to 17 digits with the usual marks between them. */
function numbersIn(text: string): Span[] {
  const spans: Span[] = [];
  if (!/\d/.test(text)) return spans;
  const run = /(?<![\d@_.])[+(]{0,3}\d(?:[\d()./\-‐-―－ー~]|[ \u3000](?! ))*/gu;
  for (const match of text.matchAll(run)) {
    let start = match.index ?? 0;
    for (const piece of apart(match[0])) {
      const own = trimmedStart(trimmedEnd(piece, /[^\d)]/), /[^\d+(]/);
      const digits = own.replace(/\D/g, '').length;
      const lead = piece.indexOf(own);
      if (digits >= 6 && digits <= 17) spans.push({ start: start + lead, end: start + lead + closed(own).length });
      start += piece.length;
    }
  }
  return spans;
}

/** `03-1111-2222 / 03-1111-3333` is two numbers, `08 - 752 15 09` is one. */
function apart(run: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const part of run.split(/( [/\-–—] |\s?\((?!0\)))/)) {
    const full = piece.replace(/\D/g, '').length >= 7;
    if (full && /^( [/\-–—] |\s?\()$/.test(part)) {
      pieces.push(piece);
      piece = part;
    } else {
      piece += part;
    }
  }
  return piece ? [...pieces, piece] : pieces;
}

/** Without a bracket that has no partner in the number: `03-1111-2222)`. */
const closed = (text: string): string => (text.endsWith(')') && !text.includes('(') ? text.slice(0, -1) : text);

interface Label {
  type?: Exclude<TelLabel, 'ext'>;
  /** Where label and number begin and end together. */
  start: number;
  end: number;
}

/** The label before the number, else the one after it: `Fax: 1`, `1 (cell)`, `1 Fax`, `1W`. */
function labelOf(text: string, from: number, number: Span): Label {
  const before = text.slice(Math.max(from, number.start - 60), number.start);
  const plain = trimmedEnd(before, /[\s:：]/).replace(/\([^()]{0,20}\)$/, '');
  const inBrackets = telLabels().ending(wordsOf(before));
  const last = inBrackets ?? telLabels().ending(wordsOf(plain));
  const next = labelAfter(text, number);
  if (last && !/\d\s?\p{L}\s*$|(?<!\p{L})\p{L}$/u.test(before)) {
    const start = number.start - before.length + wordStart(inBrackets ? before : plain, last.length);
    const isSpecified = last.value === 'work' && next?.isBracketed;
    return isSpecified
      ? { type: next.type, start, end: next.end }
      : { type: asType(last.value), start, end: number.end };
  }
  return next ?? { start: number.start, end: number.end };
}

/** `(cell)`, `W`, `Fax` after the number; in brackets it also makes a `Tel.` before it more precise. */
function labelAfter(text: string, number: Span): (Label & { isBracketed: boolean }) | undefined {
  const after = text.slice(number.end, number.end + 24);
  const follow =
    /^(?:\s?(?:[([]|<-*)\s*([\p{L}][\p{L} ]{0,14})|([\p{L}]{1,12})(?=[\d\s,;]|$)|\s{1,3}([\p{L}]{1,12})\s*$)/u.exec(
      after,
    );
  const word = follow?.[1] ?? follow?.[2] ?? follow?.[3];
  if (follow && word) {
    const value = telLabels().match(wordsOf(word), 0);
    if (value && value.value !== 'ext') {
      const closing = /^\s*[)\]>]?/.exec(after.slice(follow[0].length))?.[0].length ?? 0;
      const end = number.end + follow[0].length + closing;
      return { type: asType(value.value), start: number.start, end, isBracketed: follow[1] !== undefined };
    }
  }
  return undefined;
}

const asType = (label: TelLabel): Exclude<TelLabel, 'ext'> => (label === 'ext' ? 'work' : label);

function wordStart(text: string, count: number): number {
  const starts = [...text.matchAll(/[\p{L}\p{N}ー々']+|\p{Extended_Pictographic}/gu)].map((match) => match.index ?? 0);
  return starts[Math.max(0, starts.length - count)] ?? text.length;
}

/** `ext. 204`, `x204`, `内線 204`, `#204` right after a number. */
function extensionAfter(text: string, end: number): { ext: string; end: number } | undefined {
  const match = /^[\s,;(]{0,3}(\p{L}{0,10})[.:：\s#]{0,3}(\d{1,6})\b\)?/u.exec(text.slice(end, end + 30));
  if (!match?.[2]) return undefined;
  const isExtension = match[1] ? extensionLabels().match(wordsOf(match[1]), 0) : /^\s*#/.test(text.slice(end));
  return isExtension ? { ext: match[2], end: end + match[0].length } : undefined;
}

/** An extension that stands apart from its number: `内線 1234`, `Ext. 204`. It belongs to the number before it. */
function internalNumber(text: string, spans: Span[]): { ext: string; span: Span } | undefined {
  if (!/\d/.test(text)) return undefined;
  for (const match of without(text, spans).matchAll(
    /(?<![\p{L}\d])(\p{L}{2,12})[.:：\s#]{0,3}(\d{2,6})(?![\d.-]|\s?\p{L})/gu,
  )) {
    const start = match.index ?? 0;
    const words = wordsOf(match[1] ?? '');
    if (match[2] && extensionLabels().match(words, 0))
      return { ext: match[2], span: { start, end: start + match[0].length } };
  }
  return undefined;
}

/** Why a run of digits is no telephone number; undefined when a label, its form or its country says that it is one. */
function refusalOf(
  line: Line,
  number: Span,
  type: Exclude<TelLabel, 'ext' | 'none'> | undefined,
  region: CountryCode | undefined,
  tel: Tel,
): string | undefined {
  const text = line.text.slice(number.start, number.end);
  const digits = text.replace(/\D/g, '').length;
  if (digits > 15) return 'more than 15 digits';
  if (type) return /^\d{3}-\d{4}$/.test(text) && region === 'JP' ? 'a Japanese postal code' : undefined;
  if (isDate(text)) return 'a date';
  if (isProse(line.text)) return 'in a sentence';
  if (/[〒№]\s*$/.test(line.text.slice(0, number.start))) return 'after a postal or number mark';
  if (/^[\s]?\p{Lu}?\p{Ll}+/u.test(line.text.slice(number.end)) && digits < 9) return 'a number of something';
  if (text.startsWith('+')) return digits >= 7 ? undefined : 'too short';
  const isWritten = tel.e164
    ? digits >= 8 && /[\s().\-/‐-―]|^0/.test(text)
    : /^\(\d{2,5}\)\s?\d{2,4}[-\s.]?\d{2,4}/.test(text) && digits >= 9;
  return isWritten ? undefined : 'no label, and not valid in the country';
}

function toTel(text: string, type: TelType | undefined, region?: CountryCode): Tel {
  const parsed = parsedNumber(text, region);
  const valid = parsed?.isValid() ? parsed : undefined;
  const own = typeByPrefix(valid?.country ?? region, String(valid?.nationalNumber ?? ''));
  const stays = type === 'fax' || type === 'home' || type === 'direct';
  return { text: text.trim(), e164: valid?.number, type: stays ? type : (own ?? type ?? 'work') };
}

function parsedNumber(text: string, region?: CountryCode): PhoneNumber | undefined {
  const cleaned = text
    .normalize('NFKC')
    .replace(/[‐-―ー]/g, '-')
    .replace(/^\++/, '+')
    .replace(/\(\+/, '+(')
    .replace(/\(0\)/g, '');
  const parsed = parsePhoneNumberFromString(cleaned, region);
  if (parsed?.isValid()) return parsed;
  const digits = cleaned.replace(/\D/g, '');
  if (/^00\d/.test(digits)) return parsePhoneNumberFromString(`+${digits.slice(2)}`);
  const calling = region && getCountryCallingCode(region);
  return calling && digits.startsWith(calling) && digits.length > 9 ? parsePhoneNumberFromString(`+${digits}`) : parsed;
}

const isDate = (text: string): boolean =>
  /^(\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}\s?[-–]\s?\d{4})$/.test(text);

const key = (tel: Tel): string => tel.e164 ?? tel.text.replace(/\D/g, '');

const sameDigits = (a: Tel, b: Tel): boolean =>
  key(a) === key(b) || a.text.replace(/\D/g, '').endsWith(b.text.replace(/\D/g, '').slice(-9));

/** `%20` and `%2B` in a link; never throws, as decodeURIComponent does on a broken one. */
const decoded = (link: string): string => link.replace(/%20/g, ' ').replace(/%2B/gi, '+');
