import { startingForms } from '../data/starting-forms.ts';
import { startsPlain, wordsOf } from '../fold.ts';
import type { Match } from '../lexicon/table.ts';
import {
  adrWords,
  headFirst,
  headFirstTitles,
  likelyUnitWords,
  orgForms,
  orgWords,
  titleWords,
  unitWords,
} from '../lexicon/tables.ts';
import { remembered } from '../remembered.ts';

/** What a phrase of a signature names. `likely`: a unit where another company is named, else the company. */
export type Kind = 'org' | 'unit' | 'likely' | 'title';

export interface Known {
  readonly kind?: Kind;
  /** The phrase has a company's legal form. */
  readonly form?: boolean;
  /** Its word for a title may as well be one for a unit: `Secretaría de Cultura`. */
  readonly orUnit?: boolean;
}

/** Whether the kind is a unit's, surely or likely. */
export const isUnitKind = (kind: Kind | undefined): boolean => kind === 'unit' || kind === 'likely';

/** What the tables know about a phrase. A legal form outweighs a title, a title a company's or unit's word. */
export const latinKind = remembered((text): Known => {
  const plain = text.trimEnd();
  const words = wordsOf(/\)$/.test(plain) ? plain.replace(/\([^()]{0,40}\)$/u, '') : text);
  if (words.length === 0) return {};
  if (unitInitials.has(plain.replace(/(?<=\p{Lu})\./gu, ''))) return { kind: 'unit' };
  if (hasForm(text, words)) {
    const isUnnumberedStreet = words[words.length - 1] === 'snc' && adrWords().match(words, 0);
    const isQuarter = /^\d.* SE$/.test(plain); // `3550 Harbour Ave SE`
    return isUnnumberedStreet || isQuarter ? {} : { kind: 'org', form: true }; // `Via Roma snc`, or `Rossi snc`
  }
  const title = titleWords().find(words);
  if (title && isWithinUnit(title, words)) return { kind: 'unit' };
  const head = headBeforePreposition(words);
  if (head && title?.at !== 0 && !isPreposition(words[title?.at ?? 0])) return { kind: head }; // `Stores in charge` is a title
  if (title) {
    const first = headFirst().match(words, 0);
    if (first && title.at > 0 && onlyDescribes(words, title)) return { kind: first.value };
    const unit = unitWords().find(words) ?? likelyUnitWords().find(words);
    return unit?.at === title.at && title.at === 0 && words.length > 1
      ? { kind: 'title', orUnit: true }
      : { kind: 'title' };
  }
  if (words.length === 2 && orgWords().phrase(words.slice(0, 1)) && isBranch(words[1])) return { kind: 'likely' };
  if (orgWords().find(words) && headFirst().match(words, 0)?.value === 'unit' && words.length > 1)
    return { kind: 'unit' };
  if (orgWords().find(words)) return words.length === 1 && orgWords().phrase(words) ? {} : { kind: 'org' }; // `Networks` names none
  const unit = unitWords().find(words);
  if (unit) return isOfHead(words[unit.at - 1]) ? {} : { kind: 'unit' };
  return likelyUnitWords().find(words) ? { kind: 'likely' } : {};
});

/** `Employee Relations`, `Suporte Técnico`: a unit's words, one of which alone would be a title; not `Employee Relations Manager`. */
function isWithinUnit(title: Match<unknown>, words: readonly string[]): boolean {
  const unit = unitWords().find(words);
  if (unit === undefined || unit.length <= title.length || unit.at > title.at) return false;
  const end = unit.at + unit.length;
  return title.at + title.length <= end && titleWords().find(words.slice(end)) === undefined;
}

/** Of `University Communications`, `College Library` the word that says which part of it is meant. */
const isBranch = (word = ''): boolean =>
  /s$/.test(word) && !orgWords().phrase([word]) && likelyUnitWords().phrase([word]) !== undefined;

/** Departments that go by their initials, where nothing else stands beside them. */
const unitInitials = new Set(
  'R&D F&E I+D HR QA QC EDV ICT DSI SAV SAC RRHH TI SCM PMO CSR ESG DevOps P&O P&D I+D+i'.split(' '),
);

/** `Office of the Registrar`, `Department of Civil Engineering`: before `of` the first noun says what it is. */
function headBeforePreposition(words: readonly string[]): Kind | undefined {
  if (!words.some(isPreposition)) return undefined;
  const kinds = [
    ['unit', unitWords()],
    ['org', orgWords()],
    ['likely', likelyUnitWords()],
  ] as const;
  for (const [kind, table] of kinds) {
    const found = table.match(words, 0);
    const isBefore = found && (isPreposition(words[found.length]) || isPreposition(words[found.length - 1]));
    if (isBefore && words.length > found.length) return kind;
  }
  return undefined;
}

/** Whether the title after a noun only describes it: `Centro Médico Sol`, `Instituto Médico del Sol`; not `Service Manager`. */
function onlyDescribes(words: readonly string[], { at, length }: Match<unknown>): boolean {
  const next = words[at + length];
  return next && !/^d(?:e|el|ella|es|i|u|a|o)$/.test(next)
    ? !isPreposition(next)
    : headFirstTitles().match(words, at) !== undefined;
}

/** `Oficial de Gabinete`: the noun before decides, which no table knows. */
const isOfHead = (before = ''): boolean => /^d(?:e|el|ella|i|u|a|o)$/.test(before);

/** `Director of`, `Jefa de`: what follows belongs to the title. */
export const isPreposition = (word = ''): boolean => prepositions.has(word);
const prepositions = new Set('of for in de del da do di du des et y e and chez en'.split(' '));

/** `VP, Grid Planning`, `Senior Manager, Brand`: the rank of what follows a comma, as with `of`. */
export const isRank = (title: string): boolean =>
  /^(?:country|regional)\s|^(?:(?:senior|sr|vice|associate|assistant|deputy|managing) )*(?:[AES]?VP|director|president|manager|head|dean|chair|deputy)$/i.test(
    title,
  );

/** A company's legal form at the end or, of some, at the start; or partners: `Krause & Partner`, `Arce y Asociados`. */
function hasForm(text: string, words: readonly string[]): boolean {
  if ((words.length > 1 || !startsPlain(text)) && isPartnership(text)) return true;
  const ending = orgForms().ending(words) ?? orgForms().ending(wordsOf(text));
  if (ending) return isShort(words.slice(-ending.length)) ? isWrittenAsForm(text) : !/\sSci$/.test(text); // `Comp Sci`
  const first = words.length > 1 ? orgForms().match(words, 0) : undefined;
  return first !== undefined && startingForms().has(words.slice(0, first.length).join(''));
}

export const isPartnership = (text: string): boolean =>
  /(?:[&+]|\s(?:and|und|et|y|e|en|i|og|och))\s?(?:partners?|cie|co|sons?|söhne|sohn|fils|filhos|hijos|figli|zonen|zn|bros|brothers|associ\p{L}{2,6}|asoci\p{L}{2,6}|asoc|partner\p{L}{0,6})\.?$/iu.test(
    text,
  );

/** Two letters may end a name as well: `Ana Sá`, `Thi Sa`; `Kite Co` has a form all the same. */
const isShort = (form: readonly string[]): boolean => form.join('').length <= 2;
const isWrittenAsForm = (text: string): boolean =>
  !/\sme$/.test(text) && // `Book time with me`
  !/(?<![\p{L}.])(?!(?:Co|Oy|Ab|Ag|Ky|As|Bv|Nv)$)(?:\p{Lu}\p{Ll}|\P{ASCII}{1,2})$/u.test(text.trimEnd());
