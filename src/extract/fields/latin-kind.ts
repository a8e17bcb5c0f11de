import { wordsOf } from '../fold.ts';
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

/** What the tables know about a phrase. A legal form outweighs a title, a title a company's or unit's word. */
export const latinKind = remembered((text): Known => {
  const words = wordsOf(text.trimEnd().replace(/[(（][^()（）]{0,40}[)）]$/u, ''));
  if (words.length === 0) return {};
  const all = wordsOf(text);
  if (orgForms().ending(words) ?? orgForms().ending(all) ?? (words.length > 1 ? startingForm(words) : undefined)) {
    const isUnnumberedStreet = words[words.length - 1] === 'snc' && adrWords().match(words, 0);
    return isUnnumberedStreet ? {} : { kind: 'org', form: true }; // `Via Roma snc`, or `Rossi snc`
  }
  const title = titleWords().find(words);
  if (title) {
    const head = headFirst().match(words, 0);
    if (head && title.at > 0 && onlyDescribes(words, title)) return { kind: head.value };
    const unit = unitWords().find(words) ?? likelyUnitWords().find(words);
    return unit?.at === title.at && title.at === 0 && words.length > 1
      ? { kind: 'title', orUnit: true }
      : { kind: 'title' };
  }
  if (orgWords().find(words)) return { kind: 'org' };
  if (unitWords().find(words)) return { kind: 'unit' };
  return likelyUnitWords().find(words) ? { kind: 'likely' } : {};
});

/** Whether the title after a noun only describes it: `Centro Médico Sol`, `Departamento Comercial`; not `Service Manager`. */
function onlyDescribes(words: readonly string[], { at, length }: Match<unknown>): boolean {
  return at + length < words.length
    ? !isPreposition(words[at + length])
    : headFirstTitles().match(words, at) !== undefined;
}

/** `Director of`, `Jefa de`: what follows belongs to the title. */
const isPreposition = (word = ''): boolean => /^(of|for|in|de|del|da|do|di|du|des|et|y|e|and|chez|en)$/.test(word);

/** A legal form that stands first: `SARL Durand`, `株式会社青空`. `Co` and `Group` never do. */
function startingForm(words: readonly string[]): boolean {
  const found = orgForms().match(words, 0);
  return (
    found !== undefined &&
    !/^(co|company|group|me|se|ag|sa|as|pc|lp|pl|sl|ca|sc|ss|cv|cb|ie|eg|enr|filhos|limited|kg)$/.test(
      words.slice(0, found.length).join(''),
    )
  );
}
