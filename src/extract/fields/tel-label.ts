import { wordsOf } from '../fold.ts';
import { type TelLabel, telLabels } from '../lexicon/tables.ts';
import { matchesOf } from '../matches.ts';
import type { Span } from '../sheet.ts';
import { trimmedEnd } from '../trim.ts';

/** What a number is by its label; `none`: no telephone number. */
export type LabelType = Exclude<TelLabel, 'ext'>;

export interface Label {
  type?: LabelType;
  /** The label is one letter: `H` may mean home or Handy. */
  isLetter?: boolean;
  /** Where label and number begin and end together; empty when the number is to be left where it is. */
  start: number;
  end: number;
}

/** The label before the number, else the one after it: `Fax: 1`, `1 (cell)`, `1 Fax`, `1W`. */
export function labelOf(text: string, from: number, number: Span): Label {
  const before = text.slice(Math.max(from, number.start - 60), number.start);
  const last = labelBefore(before);
  const next = labelAfter(text, number);
  if (last && !(last.isLetter && isRegistration(before)) && !/\d\s?\p{L}\s*$|(?<!\p{L})\p{L}$/u.test(before)) {
    const start = number.start - before.length + last.start;
    const isSpecified = last.type === 'work' && next?.isApart && !/[([][^()[\]]{1,14}[)\]]\s*$/.test(before);
    return isSpecified
      ? { type: next.type, start, end: next.end }
      : { type: last.type, isLetter: last.isLetter, start, end: number.end };
  }
  if (isRegistration(before)) return { type: 'none', start: number.start, end: number.start };
  return next ?? { start: number.start, end: number.end };
}

/** The types that the cells of a line announce which has nothing else; undefined when it says more. */
export function labelsAlone(text: string): LabelType[] | undefined {
  if (text.length > 80 || /\d/.test(text)) return undefined;
  const types: LabelType[] = [];
  for (const cell of text.split(/\t+|\s{2,}|\s*[|;]\s*/)) {
    if (!cell.trim()) continue;
    const label = labelBefore(cell);
    if (!label || label.words !== wordsOf(cell).length) return undefined;
    types.push(label.type);
  }
  return types.length > 0 ? types : undefined;
}

interface LabelBefore {
  type: LabelType;
  isLetter: boolean;
  /** Where it begins in the text, and how many words it has. */
  start: number;
  words: number;
}

/** The label a text ends with, all its words together: `Tel/Fax`, `Fax (direct)`, `自宅(電話・FAX)`, `Phone No.` */
function labelBefore(before: string): LabelBefore | undefined {
  const found = labelAtEnd(before);
  if (found) return found;
  const trimmed = trimmedEnd(before, /[\s:]/);
  const plain = trimmed.endsWith(')') ? trimmed.replace(/\([^()]{0,20}\)$/, '') : trimmed;
  return (plain === trimmed ? undefined : labelAtEnd(plain)) ?? labelBeforeNumberWord(plain);
}

function labelBeforeNumberWord(plain: string): LabelBefore | undefined {
  const text = withoutNumberWord(plain);
  return text === plain ? undefined : labelAtEnd(text);
}

function labelAtEnd(text: string): LabelBefore | undefined {
  const words = wordsOf(text);
  const last = telLabels().ending(words);
  if (!last) return undefined;
  const starts = wordStarts(text);
  return starts.length === words.length
    ? joined(text, words, starts, last)
    : { type: asType(last.value), isLetter: false, start: starts[starts.length - 1] ?? 0, words: last.length };
}

/** `Tel. No.`, `Fax-Nr.`, `Phone #`: without the word for number. */
const withoutNumberWord = (text: string): string =>
  trimmedEnd(text.replace(/[\s.-](?:no|nr|num|nro|number|nummer|numero|n[°ºo])\.?\s?:?$|\s?#$/i, ''), /[\s.:-]/);

/**
 * A label with those before it. Marks join lines that share a number (`Tel/Fax`: a telephone all the same), mere blanks
 * and brackets say more of one (`Office Fax`, `Fax (direct)`: a fax).
 */
function joined(text: string, words: readonly string[], starts: number[], last: Part): LabelBefore {
  const groups: TelLabel[][] = [[last.value]];
  let first = words.length - last.length;
  for (let i = 0; i < 3 && first > 0; i++) {
    const previous = telLabels().ending(words.slice(0, first));
    if (!previous) break;
    const at = first - previous.length;
    const between = text.slice((starts[first - 1] ?? 0) + (wordAt(text, starts[first - 1] ?? 0) ?? '').length);
    const glue = /^[^\p{L}\p{N}]*/u.exec(between)?.[0] ?? '';
    const isShared = /^[\s.)]*[/&+・,、·]\s*$/.test(glue);
    const isNarrower = /^\.?[\s-]*\(?$/.test(glue) && (words[at] ?? '').length > 1;
    const isOther = previous.value === 'none' || last.value === 'none';
    if ((isOther && (i > 0 || glue.trim() !== '/')) || (!isShared && !isNarrower)) break;
    if (isOther)
      groups[0] = [previous.value === 'none' ? last.value : previous.value]; // `电话/微信`
    else if (isShared) groups.unshift([previous.value]);
    else groups[0]?.unshift(previous.value);
    first = at;
  }
  return {
    type: typeOf(groups),
    isLetter: first === words.length - 1 && (words[first] ?? '').length === 1,
    start: starts[first] ?? 0,
    words: words.length - first,
  };
}

interface Part {
  value: TelLabel;
  length: number;
}

function typeOf(groups: TelLabel[][]): LabelType {
  const types = groups.map((group) => {
    if (group.includes('none')) return 'none';
    if (group.includes('fax')) return 'fax';
    return group.find((type) => type !== 'work' && type !== 'ext') ?? group[0] ?? 'work';
  });
  const voices = types.filter((type) => type !== 'fax');
  if (voices.length === 0) return 'fax';
  const [only] = voices;
  if (voices.every((type) => type === only)) return asType(only as TelLabel);
  return asType(voices.find((type) => type === 'home' || type === 'direct' || type === 'main') ?? 'work');
}

/**
 * `(cell)`, `W`, `Fax` after the number, also before the next one's separator (`1 office | 2 mobile`); in brackets or
 * before a separator it also makes a `Tel.` before it more precise.
 */
function labelAfter(text: string, number: Span): (Label & { isApart: boolean }) | undefined {
  const after = text.slice(number.end, number.end + 60);
  const follow =
    /^(?:(?:\s?(?:[([]|<-{0,3})|\s{2,14}\((?=\p{L}{1,10}\)\s{0,3}(?:$|[|])))\s{0,2}(\p{L}[\p{L} .-]{0,14})|(\p{L}{1,12})(?=[\s,;]|$)|\s{1,3}(\p{L}[\p{L} ]{0,14}?)(?=\s{0,3}(?:$|[,;|│•·*~]|\/(?!\p{L}))|\s[-–—]\s)|\s(\p{L}{3,12})(?=\s{2,14}[+(]?\d[\d\s().-]{5,18}\s\p{L}{3,12}\s*$))/u.exec(
      after,
    );
  const word = follow?.[1] ?? follow?.[2] ?? follow?.[3] ?? follow?.[4]; // `1 Voice   2 Fax`
  const isOfNext = follow && /^\s?:\s?\+?\d/.test(text.slice(number.end + follow[0].length)); // `1 (Fax: 2)`
  if (follow && word && !isOfNext) {
    const value = telLabels().match(wordsOf(word), 0);
    if (value && value.value !== 'ext') {
      const closing = /^\s*[)\]>]?/.exec(after.slice(follow[0].length))?.[0].length ?? 0;
      const end = number.end + follow[0].length + closing;
      const isApart = follow[1] !== undefined || (follow[3] !== undefined && value.value !== 'fax');
      return { type: asType(value.value), start: number.start, end, isApart };
    }
  }
  return undefined;
}

/**
 * Whether the number belongs to a register, an account or the like that the same part of the line names some words
 * before: `RCS Brest B 1`, `VAT Reg. No. GB 1`, or a country's letters stand before it: `DE 1`.
 */
function isRegistration(before: string): boolean {
  const segments = before.split(/[|;,•·\t]|\s(?:[-–—/~*]|\/\/)\s|\s{2,}/);
  const words = wordsOf(segments[segments.length - 1] ?? '').slice(-6);
  if (words.some((_, at) => telLabels().match(words, at)?.value === 'none')) {
    return !words.some((word, at) => word.length > 1 && isVoice(telLabels().match(words, at)?.value));
  }
  return /(?<![\p{L}\d])(?!UK|US)[A-Z]{2,3}[\s-]?$/u.test(before);
}

const isVoice = (value: TelLabel | undefined): boolean => value !== undefined && value !== 'none' && value !== 'ext';

const asType = (label: TelLabel): LabelType => (label === 'ext' ? 'work' : label);

const wordStarts = (text: string): number[] =>
  matchesOf(text, /[\p{L}\p{N}ー々'’‘`´]+|\p{Extended_Pictographic}/gu).map((match) => match.index);

const wordAt = (text: string, start: number): string | undefined =>
  /^(?:[\p{L}\p{N}ー々'’‘`´]+|\p{Extended_Pictographic}\ufe0f?)/u.exec(text.slice(start, start + 60))?.[0];
