import { isUnitLikeName } from '../../contact/data/surnames.ts';
import { hasCjk, isAscii, wordsOf } from '../fold.ts';
import { cjkKinds, fieldWords, honorifics } from '../lexicon/tables.ts';
import { matchesOf } from '../matches.ts';
import { remembered } from '../remembered.ts';
import { isUnitKind, type Kind, type Known, latinKind } from './latin-kind.ts';

/** A piece of a cell and what stood before it. */
export interface Piece {
  text: string;
  kind?: Kind;
  form?: boolean;
  separator: string;
}

/** The pieces of a cell with Chinese, Japanese or Korean letters, where blanks part words or nothing does. */
export function cjkPieces(cell: string): Piece[] {
  const pieces: Piece[] = [];
  if (isSlogan(cell)) return pieces;
  let end = 0;
  for (const token of matchesOf(cell, tokens)) {
    const separator = cell.slice(end, token.index);
    end = token.index + token[0].length;
    if (isRemark(token[0])) continue;
    pieces.push(...partsOf(token[0]).map((part, i) => ({ ...part, separator: i > 0 ? '' : separator })));
  }
  return withTowns(pieces);
}

/** Runs without separators, a bracket and what is in it taken whole; Latin words stay together over blanks, katakana over a dot. */
const tokens =
  /(?:[^\s,、;/@・·()[\]]|\([^()]{0,40}\)|[()[\]]|(?<=[ァ-ヺー])・(?=[ァ-ヺ])|(?<=[A-Za-z\d.&)]) (?=[A-Za-z\d&(]))+/gu;

/** `未来を創る`, `시민과 함께`, `让世界更近`: words that names of companies and titles have not. */
const isSlogan = (cell: string): boolean =>
  /を|[让讓您请請]|我们|我們|(?<!\p{L})(?:함께|위한|위하여|더)(?!\p{L})|\p{Script=Hangul}(?:하는|만드는|드리는|가는)(?!\p{L})/u.test(
    cell,
  );

/** A degree, what stands in brackets, what a label of no table announces (`办公室:A座`): nothing of an occupation. */
function isRemark(token: string): boolean {
  const words = wordsOf(withoutNote(token));
  if (/^\(.*\)$/u.test(token)) return !hasBracketForm(token) || token.length > 6;
  return /:\S/.test(withoutNote(token)) || (words.length > 0 && honorifics().match(words, 0)?.length === words.length);
}

/** Without a remark in brackets at the end: `博士(工学)`. */
const withoutNote = (text: string): string => text.trimEnd().replace(/(?<=.)\([^()]{0,40}\)$/u, '');

/** What the endings of the language make of a word: the longest one decides. A legal form outweighs all others. */
export const cjkKind = remembered((text): Known => {
  if (isUnitLikeName(text)) return {};
  if (hasBracketForm(text)) return { kind: 'org', form: true };
  const words = wordsOf(withoutNote(text));
  if (branchOffice.test(text) || /^[ぁ-んァ-ヶー]{3,9}社$/.test(text)) return { kind: 'org' }; // `ほしぞら社`
  if (isGroup(text)) return { kind: 'unit' };
  if (startingForm.test(text) && inner(text, innerForm) === undefined) return { kind: 'org', form: true };
  const last = words[words.length - 1] ?? '';
  const found =
    cjkKinds().match(words, words.length - 1)?.value ?? (hasCjk(last) ? undefined : cjkKinds().find(words)?.value);
  if (!found && /センター[ぁ-んァ-ヶー]{2,8}$/u.test(text)) return { kind: 'likely' }; // and what it is called
  return found ? { kind: found.kind, form: found.form } : latinKind(text);
});

/** `総務G`, `フィールドサポートG`, `第2開発Gr`: a グループ; not `ほしぞらG`, all companies of that name. */
export function isGroup(text: string): boolean {
  const [, field = '', isShort] = /^(\S{0,20}[\p{Script=Han}\p{Script=Katakana}ー])\d?G(r?)\.?$/u.exec(text) ?? [];
  const words = wordsOf(field);
  const known = fieldWords().ending(words) ?? cjkKinds().ending(words)?.value.kind;
  return Boolean(isShort || (known && known !== 'org'));
}

/** `星空市西支所`, `星空町議会事務局`: a municipality's, which is a body of its own where its units are named too. */
const branchOffice = /[市区町村].{0,5}支所$|[都道府県市区町村]議会事務局$/u;

const startingForm =
  /^(?:株式会社|有限会社|合同会社|合資会社|合名会社|[^\s]{2,8}法人|주식회사|유한회사|[^\s]{2,5}법인|협동조합)/u;

/** `(株)`, `(주)`, `㈱` before or after a company's name. */
export const hasBracketForm = (text: string): boolean =>
  !isAscii(text) && /\((株|有|合|資|名|社|財|医|学|福|주|유|사|재|학|의|합)\)|[㈱㈲㈳㈶㈻㈜]/u.test(text);

/** Whether a word is a legal form and nothing else: `株式会社`, `(주)`, `医療法人`. */
export function isBareForm(text: string): boolean {
  const words = wordsOf(withoutNote(text));
  const found = cjkKinds().match(words, 0)?.value;
  if (words.length !== 1) return false;
  if (/(?:法人(?:社団|財団)?|법인)$/u.test(words[0] ?? '')) return true;
  return found?.form ? found.letters === words[0]?.length : text.length < 5 && hasBracketForm(text);
}

type Part = Omit<Piece, 'separator'>;

/** A word of several parts taken apart: company and unit (`星空大学工学部`), unit and title (`第二営業部課長`). */
function partsOf(text: string): Part[] {
  const whole = { text, ...cjkKind(text) };
  if (!hasCjk(text) || text.length > 60) return [whole];
  const at = inner(text, innerForm) ?? (whole.form ? undefined : (inner(text, innerOrg) ?? inner(text, innerTown)));
  if (at !== undefined) {
    const head = text.slice(0, at);
    return [{ text: head, kind: 'org', form: cjkKind(head).form }, ...partsOf(text.slice(at))];
  }
  const title = whole.kind === 'title' ? titleStart(text) : 0;
  if (title === 0) return [whole];
  const head = text.slice(0, title);
  if (/[關関]係$/.test(head)) return [whole]; // `客戶關係總監`, which has no 係
  const { kind, form } = cjkKind(head);
  if (!isUnitKind(kind) && kind !== 'org') return [whole];
  if (cjkKinds().match(wordsOf(head), 0)?.value.letters === head.length) return [whole];
  return [
    { text: head, kind, form },
    { text: text.slice(title), kind: 'title' },
  ];
}

const innerForm =
  /有限公司|有限责任公司|有限責任公司|股份公司|集团公司|集團公司|株式会社|有限会社|合同会社|주식회사|유한회사|\([株有주유]\)|[㈱㈲㈜]/gu;
const innerOrg =
  /大学(?!院|校)|大学院大学|大學|短大|대학교|高等学校|高校|高中|中学校?|小学校?|고등학교|중학교|초등학교|病院|医院|醫院|병원|銀行|银行|은행|金庫|研究所|研究院|연구소|연구원|協会|协会|協會|협회|財団|재단|공단|공사|市役所|区役所|町役場|村役場|県庁|시청|구청|군청|도청|組合|商工会議所|新聞社|出版社|報社|报社|公司|集团|集團|事務所|事务所|(?<=[都道府県市区町村])議会事務局|幼儿园|保育園|幼稚園/gu;
/** A town's office: `星野市総務部`; not `星野市場部`, `都市計画課`, nor a branch in that town. */
const innerTown =
  /東京都|北海道|(?:京都|大阪)府|(?!都市)[^市県]{1,4}[市県](?![場立民内町長区])(?=.{1,20}[部課室係]$)/gu;

/** Where a company's name ends within a word and a unit or title follows: the last such place. */
function inner(text: string, ending: RegExp): number | undefined {
  const ends = matchesOf(text, ending)
    .map((match) => match.index + match[0].length)
    .reverse();
  return ends.find((end) => {
    const [head, tail] = [text.slice(0, end), text.slice(end)];
    if (wordsOf(tail).join('').length < 2 || isBareForm(head)) return false;
    if (isWholeEnding(head, ending)) return false;
    const { kind } = kindOfWord(tail);
    return isUnitKind(kind) || kind === 'title';
  });
}

const isWholeEnding = (head: string, ending: RegExp): boolean =>
  ending !== innerTown && matchesOf(head, ending).some((match) => match[0].length === head.length);

const kindOfWord = (text: string): Known => cjkKinds().match(wordsOf(text), wordsOf(text).length - 1)?.value ?? {};

/** Where the title begins that a word ends with, titles before it included (`課長代理`); 0 for the whole word. */
function titleStart(text: string): number {
  let at = text.length;
  for (let i = 0; i < 4 && at > 0; i++) {
    const words = wordsOf(text.slice(0, at));
    const found = cjkKinds().match(words, 0)?.value;
    if (words.length !== 1 || words[0]?.length !== at || found?.kind !== 'title' || found.letters < 2) break;
    at -= Math.min(found.letters, at);
    if (text[at - 1] === '副') at--;
  }
  return at;
}

/** `星野市 総務部`, `별빛시 총무과`: a town before a unit of its office is the body that the unit is of. */
function withTowns(pieces: Piece[]): Piece[] {
  return pieces.map((piece, i) => {
    const next = pieces[i + 1];
    const isTown = /^.{1,5}(?:[市県]|시|군)$|^\p{Script=Han}{2,4}[町村]$|^(?:東京都|北海道|京都府|大阪府)$|도$/u.test(
      piece.text,
    );
    const isOffice = next?.kind === 'unit' && /[部課局室係科국과실팀처]$/u.test(next.text);
    return !piece.kind && isTown && isOffice ? { ...piece, kind: 'org' as const } : piece;
  });
}
