import { isJapaneseSurname, isTitleLikeName } from '../contact/data/surnames.ts';
import { cjkPieces, type Piece } from './fields/cjk-phrase.ts';
import { isUnitKind } from './fields/latin-kind.ts';
import { hasCjk } from './fold.ts';
import { cjkKinds, fieldWords } from './lexicon/tables.ts';
import { bareName, looksLikeName, splitName } from './person.ts';

/** What a display name with Chinese, Japanese or Korean letters says. */
export interface Displayed {
  name?: string;
  /** The name in Latin letters beside it. */
  also?: string;
  org?: string;
  units?: string[];
  title?: string;
}

/**
 * `總務中心 林浩`, `서하늘/과장/영업팀/푸른길`, `青柳美咲（星空会計）`, `Alan (林浩)`: the person is the part that no table
 * knows. `isDesk`: the address is one of a desk, which a company's display name may go with.
 */
export function cjkDisplay(display: string, isDesk: boolean): Displayed {
  const [first = '', second = '', ...more] = display.split(' ');
  if (isTitleLikeName(first) && /^\p{Lo}{1,3}$/u.test(second) && more.length === 0 && !isJapaneseSurname(second))
    return { name: display };
  const [kind, body] = [first, second].map((word) => cjkKinds().match([word], 0)?.value);
  if (
    kind?.kind === 'org' &&
    kind.letters === first.length &&
    !body &&
    /[ぁ-んァ-ヶ]/.test(second) &&
    more.length === 0 &&
    !splitName(second)
  )
    return { org: display }; // `カフェ ほしぞら`
  if (
    more.length === 0 &&
    isJapaneseSurname(first) &&
    body?.kind === 'org' &&
    body.letters === second.length &&
    second.length > 1
  )
    return { org: display }; // `青柳 農園`
  if (/^\p{Lo}(?: \p{Lo}){2,5}$/u.test(display)) return { name: display.split(' ').join('') }; // letters set apart
  const pieces = cjkPieces(withTitleApart(withBracketsAsSlashes(withBodyWhole(display)))).map(asUnit);
  const left = pieces.filter(({ kind }) => !kind);
  const cjk = left.filter(({ text }) => hasCjk(text));
  const latin = left.filter(({ text }) => !hasCjk(text));
  const found = nameAmong(cjk, pieces, isDesk);
  const text = (kinds: string[]) =>
    pieces.filter(({ kind }) => kind && kinds.includes(kind)).map((piece) => piece.text);
  const beside = [...cjk, ...latin].find((piece) => !found?.includes(piece) && !looksLikeLatinName(piece));
  const name = found && bareName(found.map((piece) => piece.text).join(' '));
  const org = text(['org'])[0] ?? (found && beside && isApart(beside, pieces) ? beside.text : undefined);
  const likely = text(['likely']);
  return {
    name: name || undefined,
    also: latin.map((piece) => piece.text).find((spelled) => looksLikeName(spelled)),
    org: org ?? likely[0],
    units: org ? text(['unit', 'likely']) : text(['unit']),
    title: text(['title'])[0],
  };
}

/** `医療法人社団 星空会` is one name, and `(内線5512)` says nothing of anybody. */
const withBodyWhole = (display: string): string =>
  display
    .replace(/\((?:内線?|ext\.?|PHS)?\s?[\d-]{2,8}\)/i, '')
    .replace(/^(\p{Lo}{2,6}法人(?:社団|財団)?) (\p{Lo}+)/u, (all, form, name) =>
      isJapaneseSurname(name) || splitName(name) ? all : form + name,
    );

/** `青柳（開発）`: a field of work behind a name. */
const asUnit = (piece: Piece): Piece =>
  !piece.kind && piece.separator.includes('/') && fieldWords().match([piece.text], 0)
    ? { ...piece, kind: 'unit' }
    : piece;

/** Brackets and dashes as slashes, the brackets of a legal form aside. */
const withBracketsAsSlashes = (display: string): string =>
  display
    .replace(/[([【](?![株有주유合]\))([^()[\]【】]{0,60})[)\]】]/gu, ' / $1 ')
    .replace(/\s?\|\s?/g, ' / ')
    .replace(/(?<=\p{Lo})\s?[-_–—]\s?(?=\p{Lo})/gu, ' / ');

/** `林浩医生` as `林浩 医生`: a title that follows a name without a blank. */
function withTitleApart(display: string): string {
  const [, name, title] =
    /^(\p{Lo}{2,4})(醫生|医生|醫師|医师|律師|律师|老師|老师|教授|기자|교수|변호사)$/u.exec(display) ?? [];
  return name && title && splitName(name) ? `${name} / ${title}` : display;
}

const looksLikeLatinName = ({ text }: Piece): boolean =>
  !hasCjk(text) && (looksLikeName(text) || /^\p{Lu}\p{Ll}+$/u.test(text));

/** Whether more than a blank sets a piece apart from the others, or it is no part of a name by its length. */
const isApart = (piece: Piece, pieces: Piece[]): boolean =>
  piece.separator.trim() !== '' ||
  (pieces[pieces.indexOf(piece) + 1]?.separator.trim() ?? '') !== '' ||
  piece.text.length > 3;

function nameAmong(cjk: Piece[], pieces: Piece[], isDesk: boolean): Piece[] | undefined {
  const [first, second] = cjk;
  if (!first) return undefined;
  if (
    isDesk &&
    second &&
    !splitName(first.text) &&
    !isJapaneseSurname(first.text) &&
    (/^.{2,}[屋堂亭庵舎]$/u.test(second.text) ||
      (/[屋舗店処器館園房堂庵亭]$/u.test(first.text) && /^\p{Script=Hiragana}{4,}$/u.test(second.text)) ||
      /\p{Script=Han}と\p{Script=Han}/u.test(first.text))
  )
    return undefined; // `ごはん処 まる屋`, `凧と糸 あおば`
  const pair = cjk.find((piece, i) => i > 0 && areOneName(cjk[i - 1] as Piece, piece, pieces));
  if (pair) return [cjk[cjk.indexOf(pair) - 1] as Piece, pair];
  const persons = cjk.filter((piece) => !isFirmLike(piece.text));
  if (isDesk && second && persons.length === 0) return undefined; // `星ヶ原町 くらしの情報`
  if (second && persons.length === 1) return persons;
  const full = cjk.find((piece) => /^\p{Script=Hangul}{3}$/u.test(piece.text) && splitName(piece.text));
  if (second && full) return [full];
  if (second) return [cjk.find(({ text }) => splitName(text)) ?? (cjk[cjk.length - 1] as Piece)];
  const { text } = first;
  if (pieces.length === 1)
    return (isDesk ? text.length > 3 || isShop(text) : isFirmLike(text)) || !(looksLikeName(text) || text.length <= 3)
      ? undefined
      : cjk;
  const isCompany = isDesk && isUnitKind(pieces[pieces.indexOf(first) + 1]?.kind);
  const isTitled =
    !isDesk &&
    pieces.some(({ kind }) => kind === 'title') &&
    /^(?:\p{Script=Hangul}{2,4}|\p{Script=Han}{1,3})$/u.test(text);
  return (looksLikeName(text) || text.length === 1 || isTitled) && !isCompany ? cjk : undefined;
}

/** `青柳堂`, `読書会`: of three letters what a desk is called; `軒` and the like may as well end a Chinese name. */
const isShop = (text: string): boolean =>
  /[库庫部店社所館課会]$/u.test(text) || (/[堂屋庵亭軒荘園]$/u.test(text) && isJapaneseSurname(text.slice(0, -1)));

/** `青柳 美咲`: neighbours with a blank between, neither too long for its part of a name. */
function areOneName(one: Piece, two: Piece, pieces: Piece[]): boolean {
  const isShort = [one, two].every(({ text }) => text.length <= 4 || /^[\p{Script=Katakana}ー]+$/u.test(text));
  const areNeighbours = pieces.indexOf(two) === pieces.indexOf(one) + 1 && two.separator.trim() === '';
  return isShort && areNeighbours && looksLikeName(`${one.text} ${two.text}`);
}

/** Of one word what no person is called: `エルム工房`, `里山ひろば`, words of five letters and more. */
const isFirmLike = (word: string): boolean =>
  !splitName(word) &&
  ((word.length > 3 && fieldWords().match([word], 0) !== undefined) ||
    (/\p{Script=Han}/u.test(word) && /[\p{Script=Katakana}]{2}/u.test(word)) ||
    (/\p{Script=Han}/u.test(word) && /\p{Script=Hiragana}{3}/u.test(word)) ||
    (word.length > 3 && /[店社所院館課局校園堂屋会室町村市]$/u.test(word)) ||
    (word.length > 4 && /^[\p{Script=Han}\p{Script=Hiragana}]+$/u.test(word) && /\p{Script=Hiragana}/u.test(word)));
