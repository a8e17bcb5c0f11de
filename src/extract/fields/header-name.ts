import { hiraganaLength } from '../../contact/data/given-names.ts';
import { textOf } from '../body-lines.ts';
import { hasCjk, squash, wordsOf } from '../fold.ts';
import { closings } from '../lexicon/tables.ts';
import { matchesOf } from '../matches.ts';
import { namesSender } from '../names-sender.ts';
import { bareName, isOccupationWord, isOnlyHonorific, looksLikeName, splitName } from '../person.ts';
import { remembered } from '../remembered.ts';
import type { Sender } from '../sender.ts';
import type { Cell } from '../sheet.ts';
import { bare } from '../signature-lines.ts';
import { beginsFirm, type Place, spaced } from './name-place.ts';
import { partsIn } from './parts-in.ts';
import { cjkUnknown } from './unknown-name.ts';

/** The fullest cell, or part of one, that has the header's name; of equals the last, which the details follow, unless it is a company's. */
export function fullName(cells: Cell[], sender: Sender): Place | undefined {
  let best: Place | undefined;
  for (const cell of cells) {
    const found = hasCjk(sender.name ?? '') ? cjkNameIn(cell, sender) : latinNameIn(cell, sender);
    const more = squash(textOf(found)).length - squash(textOf(best)).length;
    if (found && best && isAsInHeader(best, sender) && isTurnedOther(found, sender)) continue;
    if (found && more >= 0 && !(best && more === 0 && beginsFirm(cell.text, found.start - cell.column, found.text)))
      best = found;
  }
  return best;
}

/** Whether all words of the header's name are in it. */
const isAsInHeader = ({ text }: Place, { name = '' }: Pick<Sender, 'name'>): boolean =>
  wordsOf(name).every((word) => wordsOf(text).includes(word));

/** `Ruiz Anlagen` for `Ana Ruiz`: the family name first, and no given name but a word that begins like it. */
const isTurnedOther = (place: Place, { name = '' }: Pick<Sender, 'name'>): boolean =>
  wordsOf(place.text)[0] === lastWord(name) && !isAsInHeader(place, { name });

/** A run of up to six words that begins like the given name and ends with the family name, in either order. */
function latinNameIn(cell: Cell, sender: Sender): Place | undefined {
  const name = wordsOf(sender.name ?? '').filter((word) => word.length > 1);
  if (name.length < 2) return undefined;
  const givens = [name[0] ?? '', wordsOf(sender.name ?? '')[0] ?? '']; // also `M.` of `M. Oyelaran`
  const isGiven = (word: string) => givens.some((given) => alike(word, given));
  const family = name[name.length - 1] ?? '';
  const familyFlat = lastWord(sender.name ?? '');
  const flat = squash(cell.text);
  if (!flat.includes(family) && !flat.includes(familyFlat)) return undefined;
  const onBehalf = /^i\.\s?[AV]\.\s/i.exec(cell.text)?.[0].length ?? 0; // `i. A. A. Ruiz`
  const tokens = matchesOf(cell.text, /\p{L}[\p{L}'’.-]*/gu)
    .slice(0, 14)
    .filter(({ index }) => index >= onBehalf);
  const folded = tokens.map((token) => wordsOf(token[0]).join(''));
  for (let i = 0; i < tokens.length; i++) {
    for (let j = Math.min(tokens.length - 1, i + 5); j > i; j--) {
      const [first = '', last = ''] = [folded[i], folded[j]];
      const straight = (last === family || last === familyFlat) && isGiven(first);
      const turned = (first === family || first === familyFlat) && isGiven(last) && j === i + 1;
      if (!straight && !turned) continue;
      if (!givens.includes(first) && folded.slice(i + 1, j).includes(givens[0] ?? '')) continue; // `Anwaltskanzlei Ana Ruiz`
      const head = turned ? withParticles(folded, i, name) : i;
      const start = beforeNickname(cell.text, tokens[head]?.index ?? 0);
      const end = (tokens[j]?.index ?? 0) + (tokens[j]?.[0].length ?? 0);
      const text = cell.text.slice(start, end).replace(/\.$/, '');
      if (!/[,/|;:()]/.test(text)) {
        return { cell, start: cell.column + start, text: withSecondSurname(text, cell.text), rule: 'name-sender' };
      }
    }
  }
  return undefined;
}

/** Where `Dal Lago Gino` begins, whose header is `Gino Dal Lago`. */
function withParticles(words: readonly string[], family: number, name: readonly string[]): number {
  let at = family;
  for (let i = name.length - 2; i > 0 && at > 0 && words[at - 1] === name[i]; i--) at--;
  return at;
}

/** Where `Theodora "Teddi" Ruiz` begins, of which the header has the nickname. */
function beforeNickname(text: string, start: number): number {
  const given = /(?<!\p{L})\p{Lu}\p{L}{1,20}\s["“”(]$/u.exec(text.slice(0, start));
  return given ? given.index : start;
}

const lastWord = remembered((name): string => wordsOf(name.split(/\s+/).pop() ?? '').join(''));

/** `Marc Vallcorba Serra` alone in its cell, where the header has `Marc Vallcorba`; also `Rui Costa da Silva`. */
function withSecondSurname(found: string, cell: string): string {
  const name = found.replace(/\s+/g, ' ');
  const whole = bareName(bare(cell.split(/\s[-–—]\s|,/)[0] ?? ''));
  const isLonger = whole.startsWith(`${name} `) && wordsOf(whole).length <= wordsOf(name).length + 3;
  const isDegree = /\p{L}\.\p{L}|^(?: \p{Lu}{3,})+$/u.test(whole.slice(name.length)) && /\p{Ll}/u.test(name);
  return isLonger && !isDegree && looksLikeName(whole) ? whole : name;
}

const alike = (word: string, given: string): boolean =>
  word === given ||
  (word.length === 1 && word === given[0]) ||
  (word.length > 1 && (word.slice(0, 2) === given.slice(0, 2) || (given.length === 1 && word[0] === given)));

/** The header's Chinese, Japanese or Korean name in a cell, whatever blanks part it there. */
export function cjkNameIn(cell: Cell, sender: Sender): Place | undefined {
  const parts = (sender.name ?? '').split(/\s+/);
  const letters = [...parts.join('')];
  const span = letters.length > 1 ? partsIn(cell.text, letters, 0) : undefined;
  if (!span) return parts.length === 2 ? familyNameIn(cell, parts) : undefined;
  const found = cell.text.slice(span.start, span.end);
  const rest =
    parts.length === 1 && letters.length <= 4
      ? /^\s+([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,3})(?!\p{L})/u.exec(cell.text.slice(span.end))
      : null;
  const isMore =
    rest?.[1] &&
    !isOccupationWord(rest[1]) &&
    !isOnlyHonorific(rest[1]) &&
    closings().afterStart(rest[1]) === undefined; // `敬上`
  const fuller = isMore ? found + rest[0] : withGivenAfter(found, cell.text, parts);
  return { cell, start: cell.column + span.start, text: spaced(fuller), rule: 'name-sender' };
}

/** `青柳しおり` alone in its cell or behind a unit, where the header has `青柳`; not `青柳まで`, `青柳宛`. */
function withGivenAfter(found: string, cell: string, parts: string[]): string {
  const [name = '', unit] = cell.split(/\s/).reverse();
  const isWhole = unit ? isOccupationWord(unit) && name.startsWith(found) : splitName(name)?.family === found;
  const given = name.slice(found.length);
  const isGiven =
    /^(?![宛行])[\p{Script=Han}\p{Script=Katakana}ー]{1,3}$/u.test(given) || hiraganaLength(name) === given.length;
  return parts.length === 1 && isWhole && isGiven && looksLikeName(name) ? bareName(name) : found;
}

/** Of a header's `星空クラブ 青柳` the family name, where the cell has the given name after it. */
function familyNameIn(cell: Cell, parts: string[]): Place | undefined {
  const [family, other] =
    (parts[1] ?? '').length <= 3 ? [parts[1] ?? '', parts[0] ?? ''] : [parts[0] ?? '', parts[1] ?? ''];
  if (family.length < 2 || other.length < 4) return undefined;
  const found = cjkUnknown(cell);
  return found?.text.startsWith(`${family} `) ? { ...found, rule: 'name-sender' } : undefined;
}

/** Only the first name, the family name or initials: the header has the rest. */
export function signedPart(cells: Cell[], sender: Sender): Place | undefined {
  if (!sender.name) return undefined;
  for (const cell of cells) {
    if (!namesSender(cell.text, sender)) continue;
    const text = bareName(bare(cell.text));
    if (wordsOf(text).length <= 3)
      return {
        cell,
        start: cell.column,
        text: cell.text,
        rule: text === sender.name ? 'name-sender' : 'name-completed',
      };
  }
  return undefined;
}
