import type { CountryCode } from 'libphonenumber-js/core';
import type { Tel, TelType } from '../../contact/draft.ts';
import { callingCodeOf, type PhoneNumber, phoneNumberIn } from '../../contact/phone-number.ts';
import { typeByPrefix } from '../data/mobile-prefixes.ts';
import { isAscii } from '../fold.ts';
import { matchesOf } from '../matches.ts';
import { remembered } from '../remembered.ts';
import type { Span } from '../sheet.ts';
import { trimmedEnd, trimmedStart } from '../trim.ts';

/** Stretches of a line that could be a number: 6 to 17 digits with the usual marks between them, or letters for digits. */
export function numbersIn(text: string): Span[] {
  const spans: Span[] = [];
  if (!/\d/.test(text)) return spans;
  const run =
    /(?<![\d@_]|[\d)]\.)[+(]{0,3}\d(?:[\d()./\-‐-―ー~]|[ \u3000](?! )|(?<=\+\d{1,3}(?: {1,2}\(?\d{1,5}\)?)?) {2}(?=\(?\d))*/gu;
  for (const match of matchesOf(withoutCarrier(text), run)) {
    let start = match.index;
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

/** `(0xx11) 3555-…`: where Brazilians wrote that the code of a carrier is dialled; as long as it was. */
const withoutCarrier = (text: string): string => text.replace(/(?<=\()0xx(?=\d\d\))/gi, '000');

/** `1-800-FLOWERS`, `1300 KITTEN`: letters of the keypad after a freephone prefix. */
export function vanityIn(text: string): Span[] {
  if (!/1[38]00|8(?:00|33|44|55|66|77|88)/.test(text)) return [];
  return [
    ...text.matchAll(
      /(?<![\w+])(?:\+?1[-. ]?)?\(?(?:8(?:00|33|44|55|66|77|88)|1[38]00)\)?[-. ](?=[\dA-Z-]{6,12}(?!\w))[\dA-Z]{0,4}-?[A-Z]{3,10}(?:-[A-Z\d]{2,7})?/g,
    ),
  ].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

const keypad = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

/** The digits that letters stand for on a telephone; what is after the last digit of a number does not count. */
export function dialled(text: string): string {
  const digits = text.replace(/[A-Z]/g, (letter) => String(keypad.findIndex((key) => key.includes(letter)) + 2));
  return digits
    .replace(/\D/g, '')
    .replace(/^1(?=8)/, '')
    .slice(0, 10);
}

/** `03-1111-2222 / 03-1111-3333` is two numbers, `08 - 555 31 07` and `+49 (83 23) 55 17 - 28` are one. */
function apart(run: string): string[] {
  if (!/[ (/\u3000]/.test(run)) return [run];
  const pieces: string[] = [];
  let piece = '';
  const parts = run.split(
    /( (?:[/\-–—~]|\/\/) |\s?\((?!0\))|\/(?=[+(]?0\d)|\/(?=\d{7})|[ \u3000](?=\+\d|0\d{1,3}\(\d|0\d{1,3}-\d(?!\d{0,2}(?!\d|[-. ]\d))))/,
  );
  for (const [i, part] of parts.entries()) {
    const isMark = /^( (?:[/\-–—~]|\/\/) |\s?\(|\/|[ \u3000])$/.test(part);
    const isBranch = /^ [-–—] $/.test(part) && digitsOf(parts[i + 1] ?? '').length < 5;
    const isNext = part === ' / ' && /^0\d\d/.test(parts[i + 1] ?? '') && digitsOf(piece).length === 6; // `14 0299 / 0299 …`
    if (isMark && !isBranch && (isNext || isFull(piece))) {
      pieces.push(piece);
      piece = part;
    } else {
      piece += part;
    }
  }
  const all = piece ? [...pieces, piece] : pieces;
  return all.flatMap((text) => {
    const code = /\s?\(\d{5}\)$/.exec(text);
    return code?.index ? [text.slice(0, code.index), text.slice(code.index)] : [text];
  });
}

/** Whether the digits make a whole number, the country's code not counted. */
function isFull(piece: string): boolean {
  const digits = piece.replace(/\(0\)/g, '').replace(/\D/g, '').length;
  return digits >= (/^\D*00/.test(piece) ? 11 : piece.includes('+') ? 10 : 7);
}

/** Without a bracket that has no partner in the number: `03-1111-2222)`. */
const closed = (text: string): string => (text.endsWith(')') && !text.includes('(') ? text.slice(0, -1) : text);

/** A number with its E.164 form where its country is known, and the type its label or else the number itself tells. */
export function toTel(text: string, type: TelType | undefined, region?: CountryCode): Tel {
  const parsed = parsedNumber(text, region);
  const valid = parsed?.isValid() ? parsed : undefined;
  const national = parsed?.isPossible() ? String(parsed.nationalNumber) : '';
  const own = typeByPrefix(parsed && countryOf(parsed, region), national, text);
  const stays = type === 'fax' || type === 'home';
  return { text: text.trim(), e164: valid?.number, type: stays ? type : (own ?? type ?? 'work') };
}

/** Whether the number has a length its country has: those kept for films and examples have, but are not valid. */
export const isPossible = (text: string, region?: CountryCode): boolean =>
  parsedNumber(text, region)?.isPossible() ?? false;

function countryOf(parsed: PhoneNumber, region?: CountryCode): CountryCode | undefined {
  if (parsed.country) return parsed.country;
  if (region && callingCodeOf(region) === parsed.countryCallingCode) return region;
  return parsed.getPossibleCountries()[0];
}

/** Parsing takes longer than all else that is done with a number, and several rules ask about the same one. */
const parsedNumber = (text: string, region?: CountryCode): PhoneNumber | undefined =>
  parsedIn(`${region ?? '  '}${text}`);

const parsedIn = remembered((regionAndText) => {
  const region = regionAndText.slice(0, 2).trim() as CountryCode | '';
  return parsed(regionAndText.slice(2), region || undefined);
});

function parsed(text: string, region?: CountryCode): PhoneNumber | undefined {
  const cleaned = (isAscii(text) ? text : text.normalize('NFKC').replace(/[‐-―ー]/g, '-'))
    .replace(/^\++/, '+')
    .replace(/\(\+/, '+(')
    .replace(/\(0\)/g, '')
    .replace(/^\(0xx/i, '(');
  const number = phoneNumberIn(cleaned, region);
  if (number?.isValid()) return number;
  const digits = cleaned.replace(/\D/g, '');
  if (/^00\d/.test(digits)) return phoneNumberIn(`+${digits.slice(2)}`);
  const calling = region && callingCodeOf(region);
  const international =
    calling && digits.startsWith(calling) && digits.length > 9
      ? phoneNumberIn(`+${digits}`)
      : /^\(\d{2,3}\)/.test(cleaned)
        ? phoneNumberIn(`+${digits}`)
        : undefined;
  return international?.isValid() ? international : (shortened(cleaned, region) ?? number);
}

/** Of a row of numbers the first: `2345-6789~91`, `2345-6789/90`, `8888-8888-102` with an extension. */
function shortened(text: string, region?: CountryCode): PhoneNumber | undefined {
  const match = /^(.{7,}\d)\s?[/~-]\s?\d{1,4}$/.exec(text);
  const parsed = match?.[1] ? phoneNumberIn(match[1], region) : undefined;
  return parsed?.isValid() ? parsed : undefined;
}

/**
 * A number that leaves out the area it shares with the one before, completed: `(11) 3555-0142 / 3555-0143`,
 * `512-555-0142, 555-0143`, `01632 960123 Fax 960124`; undefined when it shares none.
 */
export function withAreaOf(first: string, text: string, region?: CountryCode): string | undefined {
  if (!/^[1-9]/.test(text)) return undefined;
  const shape = (number: string): string => number.replace(/\d/g, '0');
  const isEnd = text.length < first.length && shape(first).endsWith(shape(text));
  const isInside = /\d/.test(first.charAt(first.length - text.length - 1));
  const area =
    isEnd && !isInside ? first.slice(0, first.length - text.length) : /^[^(]{0,5}\(\d{1,4}\)\s?/.exec(first)?.[0];
  if (!area || !/\d/.test(area)) return undefined;
  const whole = parsedNumber(area + text, region);
  const base = parsedNumber(first, region);
  const isShorter = base !== undefined && digitsOf(text).length < base.nationalNumber.length;
  return whole?.isValid() && isShorter ? area + text : undefined;
}

/** `30.267200 N`, `-97.7431`: a place on the globe, or a version, as `2.6.16-1.2133` is. */
export const isDecimal = (text: string): boolean =>
  /^(?:[1-9]\d{0,2}\.\d{4,9}$|\d\.\d{1,2}\.\d{1,2}-\d{1,2}\.)/.test(text);

/** A day, a span of years, opening hours. */
export const isDate = (text: string): boolean =>
  /^(\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}(?: \d{1,2})?|\d{4}\s?[-–]\s?\d{4})$/.test(text) ||
  /^(19|20)\d\d[./-](0?[1-9]|1[0-2])[./-](0?[1-9]|[12]\d|3[01])(?!\d)/.test(text) ||
  /^\d{1,2}[.:]\d{2}\.?\s?[-–~]\s?\d{1,2}[.:]\d{2}(?!\d)/.test(text); // also `30.06.–02.07.2031`

export const digitsOf = (text: string): string => text.replace(/\D/g, '');
