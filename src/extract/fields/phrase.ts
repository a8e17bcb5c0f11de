import { isState } from '../data/us-states.ts';
import { hasCjk, wordsOf } from '../fold.ts';
import { orgForms, orgWords, titleWords } from '../lexicon/tables.ts';
import { hasAny, marks } from '../line-marks.ts';
import { trimmedEnd, trimmedStart } from '../trim.ts';
import { cjkKind, cjkPieces, isBareForm, type Piece } from './cjk-phrase.ts';
import { isPartnership, isRank, type Kind, type Known, latinKind } from './latin-kind.ts';

export interface Phrase {
  text: string;
  kind?: Kind;
  /** The phrase has a company's legal form. */
  form?: boolean;
  /** It follows a title after a comma, and no table knows it for certain: `Director Brand, APAC`. */
  afterTitle?: boolean;
  /** A dash parts it from what precedes it. */
  isApart?: boolean;
  /** Its word for a title may as well be one for a unit: `Secretaría de Cultura`. */
  orUnit?: boolean;
  /** It precedes a company in the same cell: `History, Redwood University`. */
  beforeOrg?: boolean;
}

/** The phrases of a cell: `Manager, Sales Department` is two, `Asagao Trading Co., Ltd.` one. */
export function phrasesOf(written: string): Phrase[] {
  const cell = withBodyApart(withoutCjkSpelling(written).replace(ofFirm, ' @ '));
  const phrases: (Phrase & { separator: string })[] = [];
  for (const piece of hasCjk(cell) ? cjkPieces(cell) : latinPieces(cell)) {
    const phrase: Phrase & { separator: string } = { ...piece };
    const previous = phrases[phrases.length - 1];
    if (previous && (hasOpenBracket(previous.text) || belongTogether(previous, phrase))) {
      previous.text += phrase.separator + phrase.text;
      previous.kind = previous.kind ?? phrase.kind;
      previous.form = previous.form || phrase.form;
      if (previous.form) previous.kind = 'org';
    } else {
      const isTail = !phrase.kind || phrase.kind === 'likely';
      if (previous?.kind === 'title' && isTail && !/[/|]/.test(phrase.separator)) phrase.afterTitle = true;
      if (/[-–—]/.test(phrase.separator)) phrase.isApart = true;
      if (previous && !previous.kind && phrase.kind === 'org') previous.beforeOrg = true;
      phrases.push(phrase);
    }
  }
  const last = phrases[phrases.length - 1];
  if (last && phrases[phrases.length - 2]?.form && /担当$/.test(last.text)) last.kind = 'title'; // `星空株式会社 採用担当`; behind a unit it is one
  return phrases
    .map(({ separator: _, ...phrase }) => ({ ...phrase, text: withoutMarks(phrase.text) }))
    .filter(({ text }) => text);
}

/** What leads from a title to the company in `Représentant de la société Kite`. */
const ofFirm =
  /\s(?:de la (?:société|empresa|maison|compañía)|der firma|della (?:ditta|società)|d[ae] empresa|van de firma|firmy)\s(?=\p{Lu})/iu;

/** `Ufficio Tecnico del Comune di Garza`, `Presidente de Garza SL`: a unit or a title, and a body with a phrase of its own. */
function withBodyApart(cell: string): string {
  const body = /\s(?:d(?:e la|el|ella|o|a|u|es|er)|of the)\s(?=\p{Lu})/u.exec(cell);
  if (body) {
    const [unit, rest] = [cell.slice(0, body.index), cell.slice(body.index + body[0].length)];
    if (orgWords().match(wordsOf(rest), 0) && latinKind(unit).kind === 'unit') return `${unit} - ${rest}`;
  }
  const [title, firm, more] = cell.split(/\s(?:d(?:e(?: la|l|lla|s|r)?|[aiou])|of(?: the)?)\s(?=\p{Lu})/u, 3);
  const isOfFirm =
    title &&
    firm &&
    more === undefined &&
    !/[,;/]|\s[-–—]/.test(title + firm) &&
    latinKind(firm).form &&
    latinKind(title).kind === 'title';
  return isOfFirm ? `${title} @ ${firm}` : cell;
}

/** Of `ASAGAO TRADING CO., LTD. (株式会社朝顔商事)` what stands before the bracket. */
function withoutCjkSpelling(cell: string): string {
  const [, latin = ''] = /^([^()]{3,60})\([^()]{2,40}\)$/u.exec(cell) ?? [];
  return latin && hasCjk(cell) && !hasCjk(latin) ? latin.trimEnd() : cell;
}

function latinPieces(cell: string): Piece[] {
  const pieces: Piece[] = [];
  let separator = '';
  for (const part of mayPart(cell) ? withSubjects(cell).split(latinSeparators) : [cell]) {
    const text = part.includes(joint) ? part.split(joint).join(',') : part;
    if (isSeparator(text)) {
      separator += text;
      continue;
    }
    pieces.push({ ...(isProvince(text, separator) ? {} : latinKind(text)), text, separator });
    separator = '';
  }
  return pieces;
}

/**
 * `College of Science, Technology and Medicine`, `Officer Parks, Play and Wildlife`: the commas between the subjects of a body or a
 * title part nothing; not `Senior Officer, Parks and Wildlife`.
 */
function withSubjects(cell: string): string {
  const [list, head = ''] =
    (cell.includes(', ') &&
      /^([^,]{3,60}) \p{Lu}[\p{L}-]+(?:, \p{Lu}[\p{L}-]+){1,3},? (?:(?:and|und|et|y|e|en|&) \p{Lu}[\p{L}-]+(?: Sciences?| Studies)?|[ye] \p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+)(?=$|,|\s[-–—/|])/u.exec(
        cell,
      )) ||
    [];
  if (!list) return cell;
  const { kind } = latinKind(head);
  const isList =
    kind === 'title'
      ? list === cell &&
        titleWords().ending(wordsOf(head)) &&
        !titleWords().ending(wordsOf(list.slice(0, list.indexOf(',')))) // `Executive Director, Research and Development`
      : kind && /\s(?:of|for|für|d[eiu]|des|de[lr]|della|van|voor)(?: \p{L}+)?$/u.test(head);
  return isList ? list.split(',').join(joint) + cell.slice(list.length) : cell;
}

/** Stands for a comma that parts nothing; no text has it, for lines have no control characters. */
const joint = '\u0001';

export const kindOf = (text: string): Known => (hasCjk(text) ? cjkKind(text) : latinKind(text));

/** The `AB` of `Canmore, AB`, which is no legal form there. */
const isProvince = (piece: string, separator: string): boolean =>
  separator.includes(',') && /^(AB|CO|MB|ME|SE)$/.test(piece);

const hasOpenBracket = (text: string): boolean => /\([^()]{0,60}$|^[^»]*«[^«»]{0,60}$/.test(text);

/** What the separators cannot do without. */
const mayPart = (cell: string): boolean =>
  hasAny(cell, marks.sentence | marks.line | marks.dotOrSlash | marks.at | marks.beyondAscii) || places.test(cell);

const latinSeparators = /(\s?[,;]\s*|\s[-–—/]+\s+|\s?@\s+|\s(?:at|bei|chez|bij|hos|presso|na|no)\s+(?=\p{Lu}))/u;
/** What stands between a title and where somebody holds it: `CEO at Kite`, `CEO na Kite`. */
const places = /(?:^|\s)(?:at|bei|chez|bij|hos|presso|na|no)(?:\s|$)/;

const isSeparator = (piece: string): boolean =>
  /^[\s,、;\-–—/・@]*$/u.test(piece) || (/^\s\S+\s+$/.test(piece) && places.test(piece));

function belongTogether(previous: Phrase, next: Piece): boolean {
  const between = next.separator.trim();
  if (hasCjk(previous.text + next.text)) return belongTogetherCjk(previous, next, between);
  const isAt = between === '@' || places.test(between);
  if (isAt) return previous.kind !== 'title' && !previous.afterTitle;
  if (next.form && (isFormAlone(next.text) || (between === ',' && isPartnership(next.text))))
    return previous.kind !== 'title';
  if (between === ',' && isState(/^University of (\p{Lu}[\p{L} ]+)$/u.exec(previous.text)?.[1] ?? ''))
    return !isState(next.text); // `…, Davis`
  if (!previous.kind && between === ',' && /\s(?:&|and)\s/.test(next.text) && next.text.endsWith('LLP')) return true;
  if (previous.form && isFormAlone(previous.text)) return !next.kind || next.kind === 'org';
  if (/^and\s/i.test(next.text)) return true;
  if (between === '/') return previous.kind === 'title' && next.kind === 'title';
  const isOfUnit = previous.kind === 'unit' || (previous.kind === 'likely' && /[-–—]/.test(between));
  if (isOfUnit && !next.kind) return /\s(\d{1,3}|[IVX]{1,4})$/.test(previous.text);
  if (!previous.kind && !next.kind) return !(/[-–—]/.test(between) && /^(?:\p{Lu}\p{Ll}+ing )?\p{Ll}/u.test(next.text));
  if (previous.kind === 'title' && next.kind === 'title') return true;
  if (previous.kind === 'title' && next.kind === 'likely')
    return !/\s/.test(next.text) && (between !== ',' || isRank(previous.text)); // `Clerk, Accounting` is two
  return false;
}

/** Whether a text is a legal form and nothing else: `GmbH & Co. KG`. */
export const isFormAlone = (text: string): boolean =>
  orgForms().match(wordsOf(text), 0)?.length === wordsOf(text).length;

function belongTogetherCjk(previous: Phrase, next: Piece, between: string): boolean {
  if (next.separator === '' || between === '@') return false;
  if (isBareForm(next.text)) return previous.kind !== 'title' && previous.kind !== 'unit';
  if (isBareForm(previous.text)) return next.kind !== 'title';
  if (/^[・·]$/u.test(between)) return !previous.kind || !next.kind || previous.kind === next.kind;
  const translates = hasCjk(previous.text) !== hasCjk(next.text) && (between !== '' || /\p{L} \p{L}/u.test(next.text));
  if (translates) return false;
  if (isWiderBreak(next) && previous.text.includes(' ')) return false;
  if (!previous.kind && !next.kind) return true;
  if (previous.kind === 'title' && next.kind === 'title') return true;
  if (between === '' && loanTitle.test(next.text) && loanRank.test(previous.text)) return true;
  if (previous.kind === 'title' && next.text === '兼') return true;
  if (between === '' && previous.form && /^医療法人/.test(previous.text) && next.kind === 'org') return true; // and its clinic
  if (between !== '' || previous.form || next.form) return false;
  const isOrg = previous.kind === 'org';
  return isOrg
    ? !next.kind || /\S[店점]$/u.test(next.text)
    : !previous.kind && (next.kind === 'org' || /[^支]店$/u.test(next.text));
}

/** `프로젝트 매니저`, `시니어 엔지니어`: a loanword that goes with the title's. */
const loanRank =
  /^(?:프로젝트|프로덕트|시니어|주니어|브랜드|세일즈|어카운트|콘텐츠|커뮤니티|데이터|소프트웨어|시스템|마케팅|테크니컬|제너럴|어시스턴트)$/u;
const loanTitle = /^(?:매니저|엔지니어|디자이너|디렉터|리더|오너|컨설턴트|애널리스트|스페셜리스트)$/u;

/** `星守` of `和食処 星空　星守`, after an ideographic blank where a narrow one stands within what precedes it. */
const isWiderBreak = ({ text, separator, kind }: Piece): boolean =>
  separator.includes('\u3000') && text.length <= 3 && !kind;

const withoutMarks = (text: string): string =>
  trimmedEnd(trimmedStart(text, /[\s\-–—,;:・▪■◆▶›»*#>|[\]【「]/), /[\s\-–—,;:・*#<|[\]】」!]/);
