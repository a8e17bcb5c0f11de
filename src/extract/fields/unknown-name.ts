import { isGivenAlone } from '../../contact/data/given-names.ts';
import { roleNames } from '../../contact/data/role-names.ts';
import { isJapaneseSurname, isSurname } from '../../contact/data/surnames.ts';
import { textOf } from '../body-lines.ts';
import { isRole } from '../desk-address.ts';
import { isHouse } from '../display-firm.ts';
import { hasCjk, squash, wordsOf } from '../fold.ts';
import { fieldWords, titleWords } from '../lexicon/tables.ts';
import { namesSender } from '../names-sender.ts';
import { bareName, isOccupationWord, isOnlyHonorific, looksLikeName, splitName } from '../person.ts';
import type { Sender } from '../sender.ts';
import type { Cell } from '../sheet.ts';
import { bare } from '../signature-lines.ts';
import { isPreposition } from './latin-kind.ts';
import { type Place, spaced } from './name-place.ts';
import { kindOf, phrasesOf } from './phrase.ts';

/**
 * A name that the header does not have: the first cell that reads as one, where the header names nobody, has but
 * one word, or is in other letters.
 */
export function unknownName(cells: Cell[], sender: Sender): Place | undefined {
  const words = wordsOf(sender.name ?? '');
  const isCjk = hasCjk(sender.name ?? '');
  if (words.length > 1 && isCjk) return undefined;
  const given = (isCjk && splitName(sender.name ?? '')?.given) || '';
  if (given && !isRole(sender.local)) return undefined; // a desk's may be a shop's, `高橋屋`
  const flat = squash(sender.local);
  let first: Place | undefined;
  for (const cell of cells) {
    if (/^["“'‘«].*["”'’»]$/.test(cell.text)) continue;
    if (/:$/.test(cell.text)) continue;
    const place = hasCjk(cell.text.replace(/(?<=\p{Ll}) \(\p{Script=Han}{2,3}\)$/u, ''))
      ? cjkUnknown(cell, sender.name || !begins(cell.text, sender.display) ? '' : sender.display)
      : (latinUnknown(cell) ?? familyAlone(cell, sender));
    if (!place || (words.length > 1 && !hasCjk(place.text))) continue;
    if (isCjk && namesSender(cell.text, sender) === 'part') continue;
    if (sender.org && squash(place.text).startsWith(squash(sender.org))) continue;
    if (
      isPieceOf(place.text, sender) ||
      (isRole(sender.local) && wordsOf(place.text).length > 2 && isHouse(place.text, sender))
    )
      continue;
    if (squash(place.text) === squash(sender.display) && words.length === 0 && !place.isTitled) continue;
    if (given.length > 1 && place.text.startsWith(given)) continue;
    const matches = wordsOf(place.text).some((word) => word.length > 2 && flat.includes(word));
    if (matches) return place;
    first ??= place;
  }
  const isHigh = first && cells.length > 0 && first.cell.row <= (cells[0]?.row ?? 0) + 4;
  return isHigh || (first && isBelowFirm(first.cell, cells))
    ? first
    : isCjk
      ? undefined
      : (familyAfterUnit(cells) ?? besideHouse(cells, sender) ?? behindTitle(cells, words.length));
}

/** Whether a cell begins with the firm or has it in brackets: `つばめ堂 青柳`, `青柳（つばめ堂）`. */
const begins = (text: string, firm: string): boolean => text.startsWith(firm) || /^\S{2,9}\(/.test(text);

/** `Wren Mill` of the firm `Wren Mill Podiatry` whose domain is wrenmill.example; not `Ana Ruiz` of `Ana Ruiz Consulting`. */
const isPieceOf = (text: string, { org = '', isHouse }: Sender): boolean =>
  isHouse === true && /\s/.test(text) && !hasCjk(text) && squash(org).includes(squash(text));

/** Below a block in Latin letters another may begin with the firm, and the name is in its second line. */
const isBelowFirm = ({ row, text }: Cell, cells: Cell[]): boolean =>
  hasCjk(text) && cells.some((cell) => cell.row === row - 1 && phrasesOf(cell.text).some(({ form }) => form));

/**
 * `星空株式会社 営業部 谷`, `福祉課 主事 沼尻`, `主事 谷（たに）`: the family name alone behind a unit or a title, where those of a desk
 * may as well sign `一同`.
 */
function familyAfterUnit(cells: Cell[]): Place | undefined {
  for (const cell of cells) {
    const phrases = hasCjk(cell.text) ? phrasesOf(cell.text) : [];
    const { text: written = '', kind } = phrases[phrases.length - 1] ?? {};
    const text = written.replace(reading, '');
    const [before, above] = [phrases[phrases.length - 2]?.kind, phrases[phrases.length - 3]?.kind];
    const isFirst = phrases.length === 3 && phrases[0]?.form && before === 'unit';
    const isFamily = isSurname(text) || /^(?![様宛印])\p{Script=Han}$/u.test(text);
    const isKnown = isSurname(text) || written !== text || (above === 'unit' && !isNoName.test(text));
    const isTitled = before === 'title' && isKnown && /^(?:\p{Script=Han}{1,3}|\p{Script=Hangul}{2,4})$/u.test(text);
    const isOfUnit =
      before === 'unit' && isJapaneseSurname(text) && !/[店所場]$/.test(phrases[phrases.length - 2]?.text ?? '');
    if (!kind && ((isFirst && isFamily) || isTitled || isOfUnit))
      return { cell, start: cell.column + cell.text.lastIndexOf(text), text, rule: 'name-after-unit' };
  }
  return undefined;
}

/** `青柳` in a cell of its own above or below the desk's display name, `つばめ堂`, or a given name above it. */
function besideHouse(cells: Cell[], { name, display }: Sender): Place | undefined {
  const at = cells.findIndex(({ text }) => hasCjk(text) && text === display);
  if (name || at < 0) return undefined;
  const [above, below] = [cells[at - 1], cells[at + 1]];
  const isSigned = (cell?: Cell) => cell && isJapaneseSurname(cell.text);
  const cell = isSigned(above) || isGivenAlone(textOf(above)) ? above : isSigned(below) ? below : undefined;
  return cell && { cell, start: cell.column, text: cell.text, rule: 'name-position' };
}

/** `Presidente Ana Ruiz Soto` in the block of a desk, where nothing else names a person. */
function behindTitle(cells: Cell[], known: number): Place | undefined {
  for (const cell of known ? [] : cells) {
    const [, title = '', text = ''] = /^(\p{Lu}\p{L}+ )((?:\p{Lu}\p{Ll}+ ?){2,3})$/u.exec(cell.text) ?? [];
    if (titleWords().phrase(wordsOf(title)) && looksLikeName(text))
      return { cell, start: cell.column + title.length, text, rule: 'name-position' };
  }
  return undefined;
}

/** How a family name is read: `（あおやぎ）`. */
const reading = /\([ぁ-ん]{2,7}\)$/;
/** What else stands behind a title or a label. */
export const isNoName = /^(?:一同|[敬謹].|他|記|外来|公印|携帯|直通|代表|不在|未定|指名なし)$|拝$/;

function latinUnknown(cell: Cell): Place | undefined {
  if (!/[([]/.test(cell.text) && phrasesOf(cell.text)[0]?.form) return undefined; // `Kite Servicios de España, S.L.`
  if (roleNames().has(squash(/^(?:La|Il|El|Die|Der|Das|The|Het|De) (\p{L}+)$/u.exec(cell.text)?.[1] ?? '')))
    return undefined; // `La Biglietteria`
  const inBrackets = /^\(([^()]{3,60})\)$/.exec(cell.text)?.[1]; // `ana@example.com (Ana Ruiz)`, whose address is taken
  const part =
    (inBrackets ?? afterTitle(cell.text).replace(/\.\s?\(\p{Lu}{2,3}\)/u, '.')).split(/[,;(/]|\s[-–—]\s/)[0] ?? '';
  const text = bareName(bare(part).replace(/^i\.\s?[AV]\.\s/i, '')).replace(/(?<=\p{Ll}{3})\.$/u, '');
  const isClerk = /^i\.\s?[AV]\.\s\p{Lu}\p{Ll}+$/iu.test(cell.text); // `i. A. Ruiz`
  if ((isOnlyHonorific(text) || isFieldOf(text) || !looksLikeName(text)) && !isClerk) return undefined; // `Im Auftrag`
  return { cell, start: cell.column + Math.max(0, cell.text.indexOf(text)), text, rule: 'name-position' };
}

/** `Dr. Ruiz` alone in its cell, of ruiz@. */
function familyAlone(cell: Cell, { local }: Sender): Place | undefined {
  const text = /^(?:Dr|Prof|Frau|Herr|Mrs?|Ms|Mme|Dott|Ing|Avv)\.? (\p{Lu}\p{Ll}+)$/u.exec(cell.text)?.[1];
  if (!text || !wordsOf(local).includes(squash(text))) return undefined;
  return { cell, start: cell.column + cell.text.indexOf(text), text, rule: 'name-position' };
}

/** `Gestão de Crédito`; not `Ward Finch`, `Albrecht Reiher`, whose words are fields of work or end like one. */
function isFieldOf(text: string): boolean {
  const [first = '', second] = wordsOf(text);
  return isPreposition(second) && fieldWords().phrase([first]) !== undefined;
}

/** `Ana Ruiz` of `Legal Representative: Ana Ruiz`, who writes for a firm; whom other titles name it may only have to name. */
const afterTitle = (text: string): string =>
  /^[^:]{0,20}(?:legale?|légale?|gesetzliche[rn]?)[^:]{0,20}:\s+(\p{Lu}[^:]*)$/iu.exec(text)?.[1] ?? text;

/**
 * Of `経理部 青木 しおり` what no table knows, when two short parts or a name of known surname are left; of `つばめ堂 店主 青木 しおり`
 * they stand behind the title.
 * `house` is the desk's display name, beside which a known family name says enough: `つばめ堂 青木`, `青木（つばめ堂）`.
 */
export function cjkUnknown(cell: Cell, house = ''): Place | undefined {
  const firm = /^\([^:]*$/.test(cell.text) ? phrasesOf(cell.text).find(({ form }) => form) : undefined; // `(주)한울방재`
  const plain = cell.text
    .replace(firm?.text ?? house, (gone) => ' '.repeat(gone.length))
    .replace(/\([^()]*\)/gu, (gone) => ' '.repeat(gone.length));
  const words = [...plain.matchAll(/[^\s\-–—/:]+/gu)];
  const unknown = words.filter((part) => !isOccupationWord(part[0]) && hasCjk(part[0]));
  const title = words.map((word) => kindOf(word[0]).kind).lastIndexOf('title');
  const isBeside = house.length > 2 && cell.text.includes(house);
  const isImprint = title >= 0 && /:/.test(plain); // `(주)한울 대표 : 서하늘`
  if (isBeside && isImprint) return undefined;
  const behind = isImprint ? [] : unknown.filter((part) => words.indexOf(part) > title);
  const parts = behind.length > 0 ? behind : unknown;
  const [one, two] = parts;
  if (!one || parts.length > 2) return undefined;
  const end = (two?.index ?? one.index ?? 0) + (two ?? one)[0].length;
  const text = bareName(plain.slice(one.index, end));
  if (!looksLikeName(text)) return undefined;
  const isTitled = kindOf(words[words.indexOf(one) - 1]?.[0] ?? '').kind === 'title';
  const isRead = (isBeside && isJapaneseSurname(text)) || (isSurname(text) && reading.test(cell.text));
  if (isBeside && two && title < 0 && !isSurname(one[0])) return undefined; // `つばめ堂 送料 無料`
  if (!two && !isRead && !splitName(text) && !(isTitled && /^\p{Script=Han}{3,5}$/u.test(text))) return undefined;
  return { cell, start: cell.column + (one.index ?? 0), text: spaced(text), rule: 'name-position', isTitled };
}
