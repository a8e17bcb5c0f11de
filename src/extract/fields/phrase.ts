import { hasCjk, wordsOf } from '../fold.ts';
import { headFirst, likelyUnitWords, orgForms, orgWords, titleWords, unitWords } from '../lexicon/tables.ts';
import { remembered } from '../remembered.ts';
import { trimmedEnd, trimmedStart } from '../trim.ts';

/** What a phrase of a signature names. `likely`: a unit where another company is named, else the company. */
export type Kind = 'org' | 'unit' | 'likely' | 'title';

export interface Phrase {
  text: string;
  kind?: Kind;
  /** The phrase has a company's legal form. */
  form?: boolean;
  /** It follows a title after a comma: `Director Brand, APAC`. */
  afterTitle?: boolean;
  /** Its word for a title may as well be one for a unit: `Secretaría de Cultura`. */
  orUnit?: boolean;
  /** It precedes a company in the same cell: `History, Redwood University`. */
  beforeOrg?: boolean;
}

/** The phrases of a cell: `Manager, Sales Department` is two, `Asagao Trading Co., Ltd.` one. */
export function phrasesOf(cell: string): Phrase[] {
  const phrases: (Phrase & { separator: string })[] = [];
  let separator = '';
  for (const piece of cell.split(separators(cell))) {
    if (isSeparator(piece)) {
      separator += piece;
      continue;
    }
    const known = isProvince(piece, separator) ? {} : kindOf(piece);
    const phrase: Phrase & { separator: string } = { ...known, text: piece, separator };
    const previous = phrases[phrases.length - 1];
    if (previous && (hasOpenBracket(previous.text) || belongTogether(previous, phrase))) {
      previous.text += separator + piece;
      previous.kind = previous.kind ?? phrase.kind;
      previous.form = previous.form || phrase.form;
      if (phrase.form) previous.kind = 'org';
    } else {
      if (previous?.kind === 'title' && !phrase.kind) phrase.afterTitle = true;
      if (previous && !previous.kind && phrase.kind === 'org') previous.beforeOrg = true;
      phrases.push(phrase);
    }
    separator = '';
  }
  return phrases
    .map(({ separator: _, ...phrase }) => ({ ...phrase, text: withoutMarks(phrase.text) }))
    .filter(({ text }) => text);
}

/** What the tables know about a phrase. A legal form outweighs a title, a title a company's or unit's word. */
export const kindOf = remembered((text): Readonly<Pick<Phrase, 'kind' | 'form' | 'orUnit'>> => {
  const words = wordsOf(text.trimEnd().replace(/[(（][^()（）]{0,40}[)）]$/u, ''));
  if (words.length === 0) return {};
  const all = wordsOf(text);
  if (
    orgForms().ending(words) ??
    orgForms().ending(all) ??
    (hasCjk(text) || words.length > 1 ? startingForm(words) : undefined)
  ) {
    return { kind: 'org', form: true };
  }
  const title = titleWords().find(words);
  if (title) {
    const head = headFirst().match(words, 0);
    if (
      head &&
      title.at > 0 &&
      title.at + title.length < words.length &&
      !isPreposition(words[title.at + title.length])
    ) {
      return { kind: head.value };
    }
    const unit = unitWords().find(words) ?? likelyUnitWords().find(words);
    return unit?.at === title.at && title.at === 0 && words.length > 1
      ? { kind: 'title', orUnit: true }
      : { kind: 'title' };
  }
  if (orgWords().find(words)) return { kind: 'org' };
  if (unitWords().find(words)) return { kind: 'unit' };
  return likelyUnitWords().find(words) ? { kind: 'likely' } : {};
});

/** The `AB` of `Canmore, AB`, which is no legal form there. */
const isProvince = (piece: string, separator: string): boolean =>
  separator.includes(',') && /^(AB|CO|MB|ME|SE)$/.test(piece);

/** `Director of`, `Jefa de`: what follows belongs to the title. */
const isPreposition = (word = ''): boolean => /^(of|for|in|de|del|da|do|di|du|des|et|y|e|and|chez|en)$/.test(word);

const hasOpenBracket = (text: string): boolean => /[(（][^)）]{0,60}$/.test(text);

/** A legal form that stands first: `SARL Durand`, `株式会社青空`. `Co` and `Group` never do. */
function startingForm(words: readonly string[]): boolean {
  const found = orgForms().match(words, 0);
  return (
    found !== undefined &&
    !/^(co|company|group|me|se|ag|sa|as|pc|lp|sl|ca|sc|ss|cv|cb|ie|eg|enr|filhos|limited|kg)$/.test(
      words.slice(0, found.length).join(''),
    )
  );
}

function separators(cell: string): RegExp {
  return hasCjk(cell)
    ? /([\s\u3000]*[,、;／]\s*|[\s\u3000]+[-–—/・][\s\u3000]+|[\s\u3000]+)/u
    : /(\s?[,;]\s*|\s[-–—/]+\s+|\s?@\s+|\s(?:at|bei|chez)\s+(?=\p{Lu}))/u;
}

const isSeparator = (piece: string): boolean =>
  /^[\s\u3000,、;／\-–—/・@]*$/u.test(piece) || /^\s+(at|bei|chez)\s+$/.test(piece);

function belongTogether(previous: Phrase & { separator: string }, next: Phrase & { separator: string }): boolean {
  const between = next.separator.trim();
  const isAt = /^(@|at|bei|chez)$/.test(between);
  if (isAt) return previous.kind !== 'title';
  if (next.form && orgForms().match(wordsOf(next.text), 0)?.length === wordsOf(next.text).length)
    return previous.kind !== 'title';
  if (previous.form && orgForms().match(wordsOf(previous.text), 0)?.length === wordsOf(previous.text).length)
    return !next.kind || next.kind === 'org';
  if (between === '' && hasCjk(previous.text + next.text)) {
    if (!previous.kind && !next.kind) return true;
    if (previous.kind === 'title' && next.kind === 'title') return true;
    return (
      (previous.kind === 'org' && !next.kind && !previous.form) || (!previous.kind && next.kind === 'org' && !next.form)
    );
  }
  if (/^and\s/i.test(next.text)) return true;
  if (previous.kind === 'unit' && !next.kind) return /\s(\d{1,3}|[IVX]{1,4})$/.test(previous.text);
  if (!previous.kind && !next.kind) return true;
  if (previous.kind === 'title' && next.kind === 'title') return true;
  if (previous.kind === 'title' && next.kind === 'likely') return true;
  return false;
}

const withoutMarks = (text: string): string =>
  trimmedEnd(trimmedStart(text, /[\s\-–—,;:：・*#>|[\]【「]/), /[\s\-–—,;:：・*#<|[\]】」!]/);
