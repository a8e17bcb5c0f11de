import type { CountryCode } from 'libphonenumber-js/core';
import { textOf } from '../body-lines.ts';
import { countryNamed, countryOfDomain } from '../data/countries.ts';
import { wordsOf } from '../fold.ts';
import { looksLikeName } from '../person.ts';
import type { Sheet } from '../sheet.ts';
import type { Part } from './adr-parts.ts';
import {
  hasHouseNumber,
  hasState,
  isAddressLike,
  isBody,
  isFirmAtStreet,
  isHoursOrNumber,
  isInside,
  isPlace,
  isSaintly,
  isSaying,
  isStateAndCountry,
  isStreet,
  isTown,
} from './adr-words.ts';
import { isUnitKind } from './latin-kind.ts';
import { kindOf } from './phrase.ts';
import { isCjkAddress } from './postal.ts';

/** The part of which it is surest that it is an address, and the rule that says so. */
export interface Anchor {
  part: Part;
  at: number;
  rule: string;
}

/** Of several offices with a postal code the one whose label or town a line about the sender names: `福岡支社`, `Leiter Büro Jena`; else in the domain's country. */
export function ownOffice(parts: Part[], { lines, sender }: Sheet): Anchor | undefined {
  const offices = parts.filter((part) => part.postal?.code && part.before.length + part.text.length > 16);
  if (new Set(offices.map((part) => part.postal?.code)).size < 2) return undefined;
  const others = lines.filter(({ text }) => !/\d|:\s*$/.test(text)).map(({ text }) => text);
  const spoken = new Set(others.flatMap(wordsOf));
  const isNamed = (part: Part): boolean => {
    const han = /^[[【(]?(\p{Script=Han}{2,3})[\]】)]?/u.exec(part.before)?.[1];
    if (han) return others.some((text) => text.includes(han));
    const town = part.postal?.locality ?? afterCode(part);
    return wordsOf(`${part.before} ${town}`).some((word) => word.length > 3 && spoken.has(word));
  };
  const named = offices.filter(isNamed);
  const country = countryOfDomain(sender.domain);
  const isAtHome = (part?: Part) => part?.postal?.country === country;
  const own =
    named.length === 1 ? named[0] : named[0] || !country || isAtHome(offices[0]) ? undefined : offices.find(isAtHome);
  return own && { part: own, at: parts.indexOf(own), rule: 'adr-office' };
}

/** The word right after the postal code. */
const afterCode = ({ text, postal }: Part): string =>
  /^[\s-]{0,3}(\p{Lu}\p{L}+)/u.exec(text.slice(text.indexOf(textOf(postal)) + (postal?.text.length ?? 0)))?.[1] ?? '';

/** The cell that is most surely of an address: a postal code, else a label, else a street. */
export function anchorOf(parts: Part[], region?: CountryCode): Anchor | undefined {
  const find = (rule: string, test: (part: Part) => boolean): Anchor | undefined => {
    const at = parts.findIndex(test);
    const part = parts[at];
    return part && { part, at, rule };
  };
  return (
    find('adr-postal', (part) => part.postal !== undefined) ??
    find('adr-label', (part) => part.isLabelled && isAddressLike(part.text)) ??
    find('adr-cjk', (part) => isCjkAddress(part.text)) ??
    find(
      'adr-street',
      (part) =>
        isStreet(part.text) &&
        hasHouseNumber(part.text) &&
        !isInside(part.text) &&
        !isSaying(part.text) &&
        !/^\d(?:st|nd|rd)[- ]level/i.test(part.text) && // of support
        wordsOf(part.text).length > 1 &&
        !(region === undefined && part.text.length < 10),
    ) ??
    find('adr-country', (part) => isAboveCountry(part, parts))
  );
}

/** `22 Heronmount` above `Waterford` and `Ireland`: a house number, no word of streets, and a country below it. */
function isAboveCountry(part: Part, parts: Part[]): boolean {
  if (part.text.length > 40 || !/^\d{1,4}[a-z]?,?\s\p{Lu}\p{L}{3}/iu.test(part.text)) return false;
  const below = beside(parts.slice(parts.indexOf(part) + 1), part, 3, (next) => isTown(next.text)).map(
    (next) => next.text,
  );
  return below.length > 1 && below.some((text) => countryNamed(text.replace(/[.,]$/, '')));
}

/** The cells of the address: upwards while they read as street or building, downwards to city and country. */
export function around(parts: Part[], anchor: Anchor, region?: CountryCode): Part[] {
  const before = parts.slice(0, anchor.at).reverse();
  const towns = isCodeAlone(anchor) ? townsUnderStreet(before, anchor.part) : [];
  const start = bodyUnderStreet(before, anchor) ?? anchor.part;
  const rest = before.slice(before.indexOf(start) + 1);
  const above = beside(rest, start, 4, (part) => towns.includes(part) || isAbove(part, anchor, region)).filter(
    ({ text }, i) => !(i > 0 && isFirmAtStreet(text)),
  );
  const soFar = [...above.reverse(), anchor.part];
  let hasStreet = soFar.some((part) => isStreet(part.text) || isCjkAddress(part.text));
  const below = beside(parts.slice(anchor.at + 1), anchor.part, 4, (part) => {
    const isOwn = isBelow(part, anchor, hasStreet);
    hasStreet ||= isOwn && isCjkAddress(part.text);
    return isOwn;
  });
  return [...soFar, ...below];
}

/** Up to three lines between a street or, in Britain, a body and a code that stands alone: `Witney`, `Oxfordshire`; `Heron Park`, `Witney`. */
function townsUnderStreet(before: Part[], start: Part): Part[] {
  const column = before.filter(
    (part) => Math.abs(part.row - start.row) <= 4 && isBeside({ ...part, row: start.row + 1, line: start.line }, start),
  );
  const isBritish = start.postal?.country === 'GB';
  const street = column.findIndex(
    ({ text }) => isStreet(text) || /^\d+[a-z]?[\s,]/i.test(text) || (isBritish && kindOf(text).kind === 'org'),
  );
  const towns = column.slice(0, Math.max(0, street));
  return towns.every((part) => isTown(part.text) && !part.isSender) ? towns : [];
}

/** The upper of one or two lines between the street and the town, which say whose address it is: `12 Hill Street`, `Heron University`, `Salem, MA 01970`. */
function bodyUnderStreet(before: Part[], { part }: Anchor): Part | undefined {
  if (!part.postal?.code || hasNumber(part)) return undefined;
  const bodies = beside(before, part, 2, ({ text }) => !/\d/.test(text) && /org|unit/.test(kindOf(text).kind ?? ''));
  const last = bodies[bodies.length - 1];
  const above = last && before.slice(before.indexOf(last) + 1);
  return above && beside(above, last, 1, (next) => !next.postal && isPlaceOfBody(next))[0] && last;
}

/** `12 Hill Street`, `Social Science Building, Room 417`; not `Level 2 Support`. */
const isPlaceOfBody = (part: Part): boolean =>
  isWhole(part) && !part.text.split(',').some((piece) => /\d/.test(piece) && kindOf(piece).kind);

/** Whether a house number stands before the postal code. */
const hasNumber = ({ text, postal }: Part): boolean => /\d/.test(text.split(postal?.text ?? '\n')[0] ?? '');

/** The next of `parts` that lie beside each other from `start` on, until one is not of the address. */
function beside(parts: Part[], start: Part, most: number, isOwn: (part: Part) => boolean): Part[] {
  const taken: Part[] = [];
  for (const part of parts) {
    const last = taken[taken.length - 1] ?? start;
    if (taken.length === most || Math.abs(part.row - last.row) > 2) break;
    if (!isBeside(part, last)) continue;
    const near = part.row === start.row ? start : last;
    if (part.row === near.row && isWhole(part) && isWhole(near)) continue;
    if (!isOwn(part)) {
      if (part.row === last.row) continue;
      break;
    }
    taken.push(part);
  }
  return taken;
}

function isAbove(part: Part, anchor: Anchor, region?: CountryCode): boolean {
  if (kindOf(part.text).form || countryNamed(part.text) || isSaintly(part.text) || isHoursOrNumber(part.text))
    return false;
  if (part.postal?.code && anchor.part.postal?.code) return false;
  if ((isPlace(part.text) && !isBody(part.text)) || isStreet(part.text) || part.isLabelled) return true;
  if (isCodeAlone(anchor) && /,/.test(part.text) && !kindOf(part.text).kind) return true;
  if (isCodeAlone(anchor) && anchor.part.isLabelled && isCjkAddress(part.text)) return true; // above `邮编：100000`
  return (
    (region ?? anchor.part.postal?.country) !== undefined && !hasNumber(anchor.part) && isHouseNumber(part.text, anchor)
  );
}

function isBelow(part: Part, anchor: Anchor, hasStreet: boolean): boolean {
  if (isHoursOrNumber(part.text)) return false;
  if (countryNamed(part.text.replace(/\.$/, '')) || isStateAndCountry(part.text)) return true;
  if (part.postal && hasStreet && isStreet(part.text)) return false;
  if (hasState(part.text) && hasState(anchor.part.text)) return false;
  if (part.postal) return !anchor.part.postal || (part.isLabelled && part.postal.code === anchor.part.postal.code);
  if (part.isLabelled && part.text.length <= 60) return !(hasStreet && isWhole(part)); // `Besøgsadresse: Opgang 3, 2. sal`
  if (isCodeAlone(anchor) && !hasStreet) return /\d|\p{Script=Han}/u.test(part.text);
  if (isPlace(part.text) && !kindOf(part.text).kind && /\d/.test(part.text) && !isSaying(part.text)) return true;
  if (
    isCodeAlone(anchor) &&
    /(?:ビル(?:ディング)?|会館|タワー|棟|プラザ)(?:\s?\d{1,4}(?:F|階|号室?)?)?$/.test(part.text)
  )
    return true;
  if (!hasStreet && isStreet(part.text)) return true;
  return (
    (anchor.rule === 'adr-street' || anchor.rule === 'adr-country') && isTown(part.text) && !looksLikeName(part.text)
  );
}

/** Several of these side by side are columns of offices. */
export const isWhole = (part: Part): boolean => isStreet(part.text) && hasHouseNumber(part.text);

/** The postal code stands on a line of its own, as Japanese, Canadian and Brazilian (`CEP 59010-000`) addresses have it. */
export const isCodeAlone = ({ part }: Anchor): boolean =>
  part.postal !== undefined &&
  (part.text.length <= part.postal.text.length + 1 ||
    part.text.replace(/^\p{Lu}{2,3}:? (?:- )?/u, '') === part.postal.text);

/** In the same column of a neighbouring line, a label before it or not, or in the same line. */
export function isBeside(part: Part, other: Part): boolean {
  if (part.row === other.row) return true;
  const [upper, lower] = part.row < other.row ? [part, other] : [other, part];
  return (
    Math.abs(part.row - other.row) <= 2 &&
    Math.abs(part.line - other.line) <= 2 &&
    (Math.abs(part.column - other.column) <= (Math.min(part.column, other.column) > 16 ? 12 : 8) ||
      (upper.from < 4 && lower.column < 4))
  );
}

/** `Reigergracht 1870`, `Birkenhof 4` right above a postal code. */
const isHouseNumber = (text: string, anchor: Anchor): boolean =>
  anchor.part.postal !== undefined &&
  (!kindOf(text).kind || (isUnitKind(kindOf(text).kind) && /^\d+ \p{Lu}/u.test(text))) && // `1917 Mail Service Center`
  (/^\p{Lu}[\p{L}'’. -]{2,40}[\s,]+\d{1,5}\s?[a-zA-Z]?(\s?[-/]\s?\d{1,4}[a-z]?)?(\s|$|,)/u.test(text) ||
    /^\d{1,5}(?:\/\d{1,4})?[a-z]?,?\s+\p{L}/u.test(text));
