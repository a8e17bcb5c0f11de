import { textOf } from '../body-lines.ts';
import { firstLabel } from '../domain-label.ts';
import { hasCjk, squash, startsPlain, wordsOf } from '../fold.ts';
import { adrWords, telLabels, valueLabels } from '../lexicon/tables.ts';
import { hasAny, marks } from '../line-marks.ts';
import { matchesOf } from '../matches.ts';
import { namesSender } from '../names-sender.ts';
import type { Sender } from '../sender.ts';
import { type Cell, cellsOf, type Sheet } from '../sheet.ts';
import { isProse } from '../signature-lines.ts';
import { trimmedEnd } from '../trim.ts';
import { isBeside, isWhole } from './adr-extent.ts';
import { isPlace } from './adr-words.ts';
import { isHours, labelled } from './label.ts';
import { kindOf } from './phrase.ts';
import { findPostal, type Postal } from './postal.ts';

/** A cell without its label and without what names the sender or their company before the address. */
export interface Part extends Cell {
  isLabelled: boolean;
  /** Where the label begins, or the text when there is none. */
  from: number;
  /** What stands before the address in its cell: `[福岡]`, `Sede Medellín:`. */
  before: string;
  isSender: boolean;
  postal?: Postal;
}

/** The cells that may be of an address, each from where that may begin, with the postal code it has. */
export function partsOf({ lines, region, sender }: Sheet): Part[] {
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
