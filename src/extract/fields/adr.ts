import type { CountryCode } from 'libphonenumber-js/core';
import type { Adr, Finding } from '../../contact/draft.ts';
import { type Line, textOf } from '../body-lines.ts';
import { countryNamed, countryOfDomain } from '../data/countries.ts';
import { firstLabel } from '../display-firm.ts';
import { hasCjk, squash, startsPlain, wordsOf } from '../fold.ts';
import { adrWords, telLabels, valueLabels } from '../lexicon/tables.ts';
import { hasAny, marks } from '../line-marks.ts';
import { matchesOf } from '../matches.ts';
import { looksLikeName } from '../person.ts';
import type { Sender } from '../sender.ts';
import { type Cell, cellsOf, type Reading, type Sheet, without } from '../sheet.ts';
import { isProse, namesSender } from '../signature-lines.ts';
import { trimmedEnd, trimmedStart } from '../trim.ts';
import { isHours, labelled } from './label.ts';
import { isUnitKind } from './latin-kind.ts';
import { kindOf } from './phrase.ts';
import { findPostal, isCjkAddress, type Postal } from './postal.ts';

/** The postal address of the signature; of several offices the first. */
export function readAdr(sheet: Sheet): Reading {
  const cells = partsOf(sheet);
  const anchor = ownOffice(cells, sheet) ?? anchorOf(cells, sheet.region);
  if (!anchor) return { found: {}, rest: sheet.lines };
  const taken = withStreetApart(around(cells, anchor, sheet.region), anchor, cells);
  for (const part of sheet.trace ? cells : []) {
    if (part.postal && !taken.includes(part))
      sheet.trace?.refused(part.line, 'adr', part.text, 'another address was taken');
  }
  const label = taken.map((part) => part.text).join('\n');
  const adr: Finding<Adr> = {
    value: structured(taken, label, sheet.region),
    basis: 'stated',
    line: anchor.part.line,
    rule: anchor.rule,
  };
  return { found: { adr }, rest: blanked(sheet.lines, taken) };
}

/** With the labelled address of another line, where a labelled postal code stands alone. */
function withStreetApart(taken: Part[], anchor: Anchor, cells: Part[]): Part[] {
  const isAlone = taken.length === 1 && anchor.part.isLabelled && isCodeAlone(anchor);
  const street = isAlone && cells.find((part) => part.isLabelled && !part.postal && isAddressLike(part.text));
  return street ? [street, ...taken] : taken;
}

/** A cell without its label and without what names the sender or their company before the address. */
interface Part extends Cell {
  isLabelled: boolean;
  /** Where the label begins, or the text when there is none. */
  from: number;
  /** What stands before the address in its cell: `[福岡]`, `Sede Medellín:`. */
  before: string;
  isSender: boolean;
  postal?: Postal;
}

interface Anchor {
  part: Part;
  at: number;
  rule: string;
}

function partsOf({ lines, region, sender }: Sheet): Part[] {
  const parts = cellsOf(lines)
    .filter(({ text, row }, i, all) => !isHours(text) && !(all[i - 1]?.row === row && isHours(textOf(all[i - 1]))))
    .filter((cell) => (!isProse(cell.text) || /\d/.test(cell.text)) && !isRegistration(cell.text))
    .filter((cell) => !isDoctor(cell.text, sender))
    .map((cell): Part => {
      const label = labelled(cell.text) ?? officeLabel(cell.text) ?? unmarkedLabel(cell.text);
      const isLabelled = label?.field === 'adr' || label?.field === 'code';
      const own = isLabelled && label ? { column: cell.column + label.at, text: label.value } : cell;
      const isSender = (text: string) =>
        Boolean(namesSender(text, sender)) || isNameOfDomain(text, sender.domain) || isNameOfDomain(text, sender.site);
      const rest = withoutOthers(own, isSender);
      const postal = findPostal(rest.text, isLabelled && label?.field === 'code', region);
      const { column, text } = withoutBodyBefore(rest, postal);
      return {
        row: cell.row,
        line: cell.line,
        column,
        text,
        from: isLabelled && column === own.column ? cell.column : column,
        isLabelled,
        before: cell.text.slice(0, column - cell.column),
        isSender: Boolean(namesSender(cell.text, sender)),
        postal,
      };
    })
    .filter((part) => part.text && !part.text.includes('://') && !/[`\\{}]|\d_\d/.test(part.text)); // code
  const isWithoutCode = region === 'US' && !parts.some(({ postal }) => postal);
  return isWithoutCode ? parts.map((part, i) => withZip(part, parts[i - 1])) : parts;
}

/** `San Jose 95120` below a street: a town of the USA without its state. */
function withZip(part: Part, above?: Part): Part {
  const [text, locality, code] = /^(\p{Lu}[\p{L} .]{2,30}),? (\d{5}(?:-\d{4})?)$/u.exec(part.text) ?? [];
  return text && above && isWhole(above) && isBeside(part, above) && !telLabels().match(wordsOf(text), 0)
    ? { ...part, postal: { text, locality, code, country: 'US' } }
    : part;
}

/** `Dr Ana Ruiz`, whose `Dr` is no drive. */
const isDoctor = (text: string, sender: Sender): boolean =>
  /^Dr\.? \p{Lu}\D*$/u.test(text) && namesSender(text, sender) === 'whole';

/** `Heron Labs` for heronlabs.com, `Heron Labs Japan` for heronlabs.jp, `WTH Wrenstadt` for wthw.example. */
const isNameOfDomain = (text: string, site: string): boolean => {
  const [flat, label] = [squash(text), firstLabel(site)];
  return (
    (flat.length > 4 && squash(site).startsWith(flat)) ||
    ((label.length > 5 || (label.length > 3 && /^\p{Lu}{2,5} /u.test(text))) &&
      !/\d/.test(text) &&
      flat.startsWith(label))
  );
};

/** `登録番号 T1234567890123`: its letters end like those of a Japanese address. */
const isRegistration = (text: string): boolean => hasCjk(text) && telLabels().match(wordsOf(text), 0)?.value === 'none';

/** `Berlin office: 12 …`, `Sede Milano: Via …`: a label with the name of a place. */
function officeLabel(text: string): { field: 'adr'; value: string; at: number } | undefined {
  if (!text.includes(':') || !hasAny(text, marks.digit)) return undefined;
  const match = /^(\p{Lu}[\p{L} .'-]{2,30}):\s+(?=\S)/u.exec(text);
  const words = wordsOf(match?.[1] ?? '');
  if (!match || words.length < 2 || words.length > 4) return undefined;
  const found = valueLabels().match(words, 0) ?? valueLabels().ending(words);
  return found?.value === 'adr' ? { field: 'adr', value: text.slice(match[0].length), at: match[0].length } : undefined;
}

/** `[大阪本社] 〒532-…`, `US Mail 12 High Street`: a label that no colon follows. */
function unmarkedLabel(text: string): { field: 'adr'; value: string; at: number } | undefined {
  if (startsPlain(text) && !hasAny(text, marks.digit)) return undefined;
  const match =
    /^(?:\[[^\]]{1,12}\]|【[^】]{1,12}】)\s*(?=〒|\p{Script=Han}|\d)/u.exec(text) ??
    /^([\p{L}]+(?: [\p{L}]+)?)\s+(?=\d[\d/-]{0,6}[a-z]?\s+\p{L})/u.exec(text);
  if (!match) return undefined;
  const words = wordsOf(match[1] ?? '');
  const found = valueLabels().match(words, 0);
  if (match[1] && adrWords().match(words, 0)) return undefined;
  if (match[1] && (found?.value !== 'adr' || found.length !== words.length || words.join('').length < 3))
    return undefined;
  return { field: 'adr', value: text.slice(match[0].length), at: match[0].length };
}

/** The cell from where the address begins: `Kite Labs, 35 Birch Ave` without `Kite Labs`. */
function withoutOthers(
  cell: Pick<Cell, 'column' | 'text'>,
  isSender: (text: string) => boolean,
): { column: number; text: string } {
  let { column, text } = cell;
  for (let i = 0; i < 4; i++) {
    const { first, length } = firstPart(text);
    if (!first || /^[\d#〒]|\d$/.test(first) || isPlace(first)) break;
    const words = wordsOf(first);
    if (adrWords().match(words, 0) && !kindOf(first).form) break; // `Av. Presidente Vargas`
    const label = valueLabels().match(words, 0);
    const isLabel = label?.value === 'adr' && label.length === words.length;
    if (!kindOf(first).kind && !isSender(first) && !isLabel && !/^[A-Z]{3,}, P\.?O\.? ?B(?:ox|OX) \d+,$/.test(text))
      break;
    column += length;
    text = text.slice(length);
  }
  return { column, text: trimmedEnd(withoutBodyAfter(text), text.includes('(') ? /[\s,;\-–—/]/ : /[\s,;\-–—/)]/) };
}

/** Of `University of Wren Bay NSW 2522` the place. */
function withoutBodyBefore(cell: Pick<Cell, 'column' | 'text'>, postal?: Postal): Pick<Cell, 'column' | 'text'> {
  const at = cell.text.indexOf(textOf(postal));
  const body = cell.text.slice(0, Math.max(0, at));
  const isBodyAlone = body.endsWith(' ') && !/[\d,]/.test(body) && /^(?:org|unit)$/.test(kindOf(body).kind ?? '');
  return isBodyAlone ? { column: cell.column + at, text: cell.text.slice(at) } : cell;
}

/** `〒903-0299 沖縄県西原町千原91 星空大学 工学研究科` without the body and its units. */
function withoutBodyAfter(text: string): string {
  if (!hasCjk(text)) return text;
  for (const { 0: word, index } of matchesOf(text, /(?<=\d\S*\s)[^\s\d]{3,}/gu)) {
    if (/^(?:org|unit)$/.test(kindOf(word).kind ?? '') && !/\d/.test(text.slice(index))) return text.slice(0, index);
  }
  return text;
}

/** What stands before the first comma, lone dash, bracket to the end, full stop of a legal form or Japanese postal code, and where the rest begins; '' when nothing. */
function firstPart(text: string): { first: string; length: number } {
  if (!hasAny(text, marks.sentence | marks.line | marks.dotOrSlash | marks.beyondAscii)) return nothingFirst;
  const separator =
    /,|\s[-–—/]\s|\s\((?=[^()]{2,40}, [^()]{2,60}\)$)|(?<= (?:S\.?r\.?l|S\.?p\.?A|S\.[AL]|B\.V|e\.V|z o\.o|s\.?r\.?o|Ltda?|Inc|Corp))\.\s|\s(?=〒|\d{3}-\d{4}\s)/gu;
  separator.lastIndex = 2;
  const found = separator.exec(text);
  const first = text.slice(0, found?.index ?? 0).trimEnd();
  if (!found || first.length > 60) return nothingFirst;
  const rest = text.slice(separator.lastIndex).trimStart();
  return { first, length: text.length - rest.length };
}

const nothingFirst = { first: '', length: 0 };

/** Of several offices with a postal code the one whose label or town a line about the sender names: `福岡支社`, `Leiter Büro Jena`; else in the domain's country. */
function ownOffice(parts: Part[], { lines, sender }: Sheet): Anchor | undefined {
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
function anchorOf(parts: Part[], region?: CountryCode): Anchor | undefined {
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

/** A number with something else, `Witney, Oxfordshire`; not the number alone, as of a room. */
const isAddressLike = (text: string): boolean =>
  (/\d/.test(text) && /\p{L}/u.test(text)) || /\p{Lu}\p{Ll}+,\s/u.test(text);

/** `22 Heronmount` above `Waterford` and `Ireland`: a house number, no word of streets, and a country below it. */
function isAboveCountry(part: Part, parts: Part[]): boolean {
  if (part.text.length > 40 || !/^\d{1,4}[a-z]?,?\s\p{Lu}\p{L}{3}/iu.test(part.text)) return false;
  const below = beside(parts.slice(parts.indexOf(part) + 1), part, 3, (next) => isTown(next.text)).map(
    (next) => next.text,
  );
  return below.length > 1 && below.some((text) => countryNamed(text.replace(/[.,]$/, '')));
}

/** `Room 312`, `Gebäude 4, Raum 12`: a place in a house, which nobody can send a letter to. */
const isInside = (text: string): boolean =>
  text
    .split(/,\s*|\s[-–/]\s/)
    .every((piece) =>
      /^(?:(?:room|rm|suite|ste|floor|office|ms|mail ?stop|building|bldg|lab|raum|zimmer|zi|gebäude|geb|etage|bureau|salle|bât|bâtiment|stanza|ufficio|piano|edificio|despacho|planta|gabinete|sala|piso|kamer|gebouw|rum|våning|lokale)\.?\s#?[\w.-]{1,8}|\d{1,2}\.?(?:st|nd|rd|th|e|er|ème|º|ª|°)?\.?\s(?:floor|étage|etage|og|piano|piso|planta|andar|stock|verdieping))$/iu.test(
        piece.trim(),
      ),
    );

/** `Winner: Best Place to Work 2023`, `open 8:00-17:00`, `dalle 8.00 alle 17.00`: words of a sentence, or a time of day. */
const isSaying = (text: string): boolean =>
  /(?<![\p{L}.])(?:to|for|every|we|our|you|your|is|are|with|this|that|have|thru|of doing|wir|unsere?|für|ist|sind|nous|vous|pour|avec|depuis|para|desde|siamo|during|voor|wij|sinds|version|B-BBEE|walk[- ]ins?)(?!\p{L})|\d\.\d+\.\d|\d:\d\d(?!\d)|\d[.h]\d\d\D{1,12}\d{1,2}[.h]\d\d(?![.\d])|\d\s?[ap]m(?!\p{L})/iu.test(
    text,
  );

/** The cells of the address: upwards while they read as street or building, downwards to city and country. */
function around(parts: Part[], anchor: Anchor, region?: CountryCode): Part[] {
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

/** `Praxis am Markt`, `Pharmacie du Quai` above a street: named for where it is; not `Ärztehaus am Markt`, nor `Rue du Quai`. */
const isFirmAtStreet = (text: string): boolean =>
  /^(?!\S*(?:haus|zentrum|center|hof) )\P{N}+ (?:am|an der|im|beim|zu[mr]|du|de la|des) [^\s\d]+$/iu.test(text) &&
  !adrWords().match(wordsOf(text), 0);

/** `open 11:00 - 18:00 / close 水`, `適格請求書発行事業者番号:T5550000555500`: hours and numbers of registers. */
const isHoursOrNumber = (text: string): boolean =>
  /^.{0,14}番号/.test(text) || (/\d:\d\d(?!\d)/.test(text) && !isStreet(text) && !isCjkAddress(text));

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

/** `Rua Nova, 12 – Garça/SP`: whole without a code. */
const hasState = (text: string): boolean => hasAny(text, marks.digit) && /\/\p{Lu}{2}$/u.test(text);

/** `Universidad del Campus Norte`, which is no place as `Science Building` is; nor is `Faculty of Engineering`, though a street may be a `-ring`. */
const isBody = (text: string): boolean =>
  kindOf(text).kind !== undefined && !/\d/.test(text) && (/eering$/i.test(text) || !adrWords().ending(wordsOf(text)));

/** `St. Kilda's Hospital`: its `St.` is no street. */
const isSaintly = (text: string): boolean => /^St\.? \p{Lu}\D*$/u.test(text) && kindOf(text).kind === 'org';

/** Several of these side by side are columns of offices. */
const isWhole = (part: Part): boolean => isStreet(part.text) && hasHouseNumber(part.text);

/** `Tamil Nadu, INDIA` */
const isStateAndCountry = (text: string): boolean =>
  text.length < 50 &&
  isTown(text) &&
  /,/.test(text) &&
  countryNamed(text.slice(text.lastIndexOf(',') + 1).trim()) !== undefined;

/** The postal code stands on a line of its own, as Japanese, Canadian and Brazilian (`CEP 59010-000`) addresses have it. */
const isCodeAlone = ({ part }: Anchor): boolean =>
  part.postal !== undefined &&
  (part.text.length <= part.postal.text.length + 1 ||
    part.text.replace(/^\p{Lu}{2,3}:? (?:- )?/u, '') === part.postal.text);

/** In the same column of a neighbouring line, a label before it or not, or in the same line. */
function isBeside(part: Part, other: Part): boolean {
  if (part.row === other.row) return true;
  const [upper, lower] = part.row < other.row ? [part, other] : [other, part];
  return (
    Math.abs(part.row - other.row) <= 2 &&
    Math.abs(part.line - other.line) <= 2 &&
    (Math.abs(part.column - other.column) <= (Math.min(part.column, other.column) > 16 ? 12 : 8) ||
      (upper.from < 4 && lower.column < 4))
  );
}

/** A word of streets and buildings together with a number, or a post office box. */
function isStreet(text: string): boolean {
  if (isWithoutNumber(text) || isCalle(text)) return true;
  if (text.length > 120 || !/\d/.test(text) || kindOf(text).form) return false;
  const words = wordsOf(text);
  if (/^\d{1,5}[a-z]?[,\s-]/i.test(text) && words.length > 2 && adrWords().find(words)) return true;
  return adrWords().find(words.filter((word) => word.length > 1 || /\p{L}\./u.test(text))) !== undefined;
}

/** `Via Nuova snc`, senza numero civico: it looks like a company's legal form. */
const isWithoutNumber = (text: string): boolean =>
  /^\p{L}/u.test(text) && /\s(snc|s\.n\.c\.|s\/n)$/i.test(text) && adrWords().match(wordsOf(text), 0) !== undefined;

/** Whether word and number belong together (`12 Hill Street`, `Rua Nova, 12`), which they do not in a motto. */
function hasHouseNumber(text: string): boolean {
  if (/^["“”„«'‘]/.test(text)) return false;
  if (hasCjk(text)) return cjkNumber.test(text);
  const pieces = text.split(',');
  return (
    isCalle(text) ||
    pieces.some(
      (piece, i) =>
        adrWords().find(wordsOf(piece).filter((word) => word.length > 1 || /\p{L}\./u.test(piece))) !== undefined &&
        (/\d/.test(piece) ||
          /^\s*\p{L}{0,4}[.\s-]{0,2}\d[\d/-]{0,6}[a-z]?\s*$/iu.test(pieces[i - 1] ?? '') ||
          /^\s*(n\S{0,2}\s*)?\d/i.test(pieces[i + 1] ?? '')),
    ) ||
    /^\d{1,5}[a-z]?[,\s-]/i.test(text)
  );
}

/** `2-7-19`, `7番`, `88號`, `테헤란로 12`: a number of a house, a block, a storey. */
const cjkNumber =
  /\d\s?[-‐−]\s?\d|[\d一二三四五六七八九十]\s?(?:番|号|號|丁目|階|楼|樓|室|层|層|F|호|층|번|가)|[길로동]\s?\d/u;

/** `C/ Garza 12`: Spanish for a street. */
const isCalle = (text: string): boolean => /^C\/\s?\p{L}[^,]{2,40},? ?\d/iu.test(text);

/** A building, a floor, a district: a word of addresses, and in Japanese, where such words end names too, a number. */
function isPlace(text: string): boolean {
  if (isWithoutNumber(text)) return true;
  if (text.length >= 80 || kindOf(text).form || kindOf(text).kind === 'title') return false;
  if (hasCjk(text) && !/\d/.test(text)) return false;
  return adrWords().find(wordsOf(text).filter((word) => word.length > 1)) !== undefined;
}

/** `Reigergracht 1870`, `Birkenhof 4` right above a postal code. */
const isHouseNumber = (text: string, anchor: Anchor): boolean =>
  anchor.part.postal !== undefined &&
  (!kindOf(text).kind || (isUnitKind(kindOf(text).kind) && /^\d+ \p{Lu}/u.test(text))) && // `1917 Mail Service Center`
  (/^\p{Lu}[\p{L}'’. -]{2,40}[\s,]+\d{1,5}\s?[a-zA-Z]?(\s?[-/]\s?\d{1,4}[a-z]?)?(\s|$|,)/u.test(text) ||
    /^\d{1,5}(?:\/\d{1,4})?[a-z]?,?\s+\p{L}/u.test(text));

const isTown = (text: string): boolean =>
  text.length <= 40 && /^\p{Lu}[\p{L}'’ .,/–-]+\d{0,2},?$/u.test(text) && !kindOf(text).kind;

/** The parts vCard knows, as far as the country's way of writing lets them be told apart. */
function structured(parts: Part[], label: string, region?: CountryCode): Adr {
  const postal = parts.find((part) => part.postal)?.postal;
  const named = label
    .split(/[\n,()]|\s{2,}/)
    .map((piece) => countryNamed(piece.trim().replace(/\.$/, '')))
    .find(Boolean);
  const adr: Adr = { label, code: postal?.code, country: named ?? postal?.country ?? region };
  if (hasCjk(label)) return { ...adr, ...cjkParts(label, postal) };
  if (!postal) return adr;
  const before = label.slice(0, Math.max(0, label.indexOf(postal.text)));
  const street = tidy(before);
  if (postal.locality) return { ...adr, street: street || undefined, locality: postal.locality, region: postal.region };
  const pieces = before
    .split(/\n|,\s*/)
    .map(tidy)
    .filter(Boolean);
  const locality = pieces.pop();
  return { ...adr, street: pieces.join(', ') || undefined, locality, region: postal.region };
}

function cjkParts(label: string, postal: Postal | undefined): Partial<Adr> {
  const text = label
    .replace(textOf(postal), '')
    .replace(/^[〒\s()]+/, '')
    .replace(/\n/g, ' ')
    .trim();
  const match = regionAndLocality.exec(text);
  return match
    ? { region: match[1], locality: match[2], street: match[3]?.trim() || undefined }
    : { street: text || undefined };
}

const regionAndLocality =
  /^(東京都|北海道|(?:京都|大阪)府|\p{Script=Han}{2,3}[県省]|\p{Script=Han}{2,4}自治区)?((?:\p{Script=Han}|[ヶケがのつ]){1,5}?(?:市(?:(?:\p{Script=Han}|[ヶケがのつ]){1,5}?[区區])?|郡(?:\p{Script=Han}|[ヶケがのつ]){1,5}?[町村]|[区區]))(.*)$/u;

const tidy = (text: string): string =>
  trimmedStart(trimmedEnd(text.replace(/\n/g, ', '), /[\s,\-–—(]/), /[\s,\-–—]/).replace(/(, ){2,}/g, ', ');

function blanked(lines: Line[], taken: Part[]): Line[] {
  return lines.map((line, row) => {
    const spans = taken
      .filter((part) => part.row === row)
      .map((part) => ({ start: part.from, end: part.column + part.text.length }));
    return spans.length > 0 ? { ...line, text: without(line.text, spans) } : line;
  });
}
