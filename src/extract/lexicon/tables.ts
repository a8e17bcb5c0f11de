import type { TelType } from '../../contact/draft.ts';
import { lazy } from '../../contact/lazy.ts';
import { closingsElsewhere } from '../data/closings.ts';
import { telLabelsElsewhere } from '../data/labels.ts';
import { squash, wordsOf } from '../fold.ts';
import { lexicons } from './index.ts';
import type { Lexicon } from './lexicon.ts';
import { type PhraseTable, phraseTable, wordTable } from './table.ts';

/** What the word before or after a number makes of it. */
export type TelLabel = TelType | 'ext' | 'none';
/** The field that a label announces. */
export type ValueLabel = keyof Lexicon['label'];

export interface CjkKind {
  kind: 'org' | 'unit' | 'likely' | 'title';
  form?: boolean;
  letters: number;
}

/** The words of all languages together, each table built when it is first asked for. */
export const telLabels = lazy(() =>
  wordTable<TelLabel>([
    ...telLabelsElsewhere(),
    ...entries<TelLabel>((l) => l.notTel, 'none'),
    ...entries<TelLabel>((l) => l.tel.fax, 'fax'),
    ...entries<TelLabel>((l) => l.tel.cell, 'cell'),
    ...entries<TelLabel>((l) => l.tel.direct, 'direct'),
    ...entries<TelLabel>((l) => l.tel.main, 'main'),
    ...entries<TelLabel>((l) => l.tel.home, 'home'),
    ...entries<TelLabel>((l) => l.tel.voice, 'work'),
    ...entries<TelLabel>((l) => l.tel.ext, 'ext'),
  ]),
);
export const extensionLabels = lazy(() =>
  wordTable<true>([
    ...telLabelsElsewhere().flatMap(([label, type]): [string, true][] => (type === 'ext' ? [[label, true]] : [])),
    ...entries((l) => l.tel.ext, true as const),
  ]),
);
export const valueLabels = lazy(() =>
  wordTable<ValueLabel>(
    (['email', 'url', 'adr', 'code', 'fn', 'org', 'unit', 'title'] as const).flatMap((field) =>
      entries((l) => l.label[field], field),
    ),
  ),
);
export const orgForms = lazy(() => wordTable(entries((l) => l.org.form, true)));
export const orgWords = lazy(() => wordTable(entries((l) => l.org.word, true)));
export const unitWords = lazy(() => wordTable(entries((l) => l.unit.sure, true)));
/** Of languages that put the noun first, the words of companies and units, which then decide what a phrase is. */
export const headFirst = lazy(() =>
  wordTable<'org' | 'unit' | 'likely'>([
    ...entries<'org'>((l) => (l.headFirst ? l.org.word : []), 'org'),
    ...entries<'unit'>((l) => (l.headFirst ? l.unit.sure : []), 'unit'),
    ...entries<'likely'>((l) => (l.headFirst ? l.unit.likely : []), 'likely'),
  ]),
);
export const headFirstTitles = lazy(() => wordTable(entries((l) => (l.headFirst ? l.title : []), true)));
export const likelyUnitWords = lazy(() => wordTable(entries((l) => l.unit.likely, true)));
export const fieldWords = lazy(() => wordTable(entries((l) => l.unit.field, true)));
export const titleWords = lazy(() => wordTable(entries((l) => l.title, true)));
/** What a word of a language without blanks between words names, told by its ending, which has so many letters. */
export const cjkKinds = lazy(() => {
  const kinds: [(lexicon: Lexicon) => string[], CjkKind['kind'], boolean?][] = [
    [(l) => l.org.form, 'org', true],
    [(l) => l.title, 'title'],
    [(l) => l.org.word, 'org'],
    [(l) => l.unit.sure, 'unit'],
    [(l) => l.unit.likely, 'likely'],
  ];
  const cjk = lexicons().filter(({ unspaced }) => unspaced);
  return wordTable<CjkKind>(
    kinds.flatMap(([pick, kind, form]) =>
      cjk.flatMap(pick).map((word): [string, CjkKind] => [word, { kind, form, letters: squash(word).length }]),
    ),
  );
});
export const honorifics = lazy(() => wordTable(entries((l) => l.honorific, true)));
export const adrWords = lazy(() => wordTable(entries((l) => l.adr, true)));
export const replyLabels = lazy(() =>
  wordTable<'from' | 'other'>([
    ...entries<'from' | 'other'>((l) => l.quote.from, 'from'),
    ...entries<'from' | 'other'>((l) => l.quote.header, 'other'),
  ]),
);

/** The languages that each common word is of. */
export const commonWords = lazy(() => {
  const languages = new Map<string, string[]>();
  for (const { language, common } of lexicons()) {
    for (const word of new Set(common.flatMap(wordsOf)))
      languages.set(word, [...(languages.get(word) ?? []), language]);
  }
  return languages;
});
export const closingsByLanguage = lazy(
  () => new Map(lexicons().map(({ language, closing }) => [language, phraseTable(closing)])),
);

export const closings = lazy(() => phraseTable([...lexicons().flatMap((l) => l.closing), ...closingsElsewhere()]));
export const greetingNouns = lazy(() => wordTable(entries((l) => l.greeting?.noun, true)));
export const originWords = lazy(() => wordTable(entries((l) => l.greeting?.from, true)));
export const wishBeginnings = lazy(() => phrases((l) => l.greeting?.wish ?? []));
export const wishTimes = lazy(() => wordTable(entries((l) => l.greeting?.time, true)));
export const wishSentences = lazy(() => phrases((l) => l.greeting?.sentence ?? []));
export const thanksWords = lazy(() => wordTable(entries((l) => l.greeting?.thanks, true)));
export const wrotePhrases = lazy(() => phrases((l) => l.quote.wrote));
export const separators = lazy(() => phrases((l) => l.quote.separator));
export const sentFromPhrases = lazy(() => phrases((l) => l.footer.sentFrom));
export const noticePhrases = lazy(() => phrases((l) => l.footer.notice));
export const registerWords = lazy(() => wordTable(entries((l) => l.footer.register, true)));
export const officerLabels = lazy(() => wordTable(entries((l) => l.footer.officers, true)));
export const unsubscribePhrases = lazy(() => phrases((l) => l.footer.unsubscribe));
export const orderPhrases = lazy(() => phrases((l) => l.footer.order ?? []));
export const automaticPhrases = lazy(() => phrases((l) => l.footer.automatic));

function entries<V>(pick: (lexicon: Lexicon) => string[] | undefined, value: V): [string, V][] {
  return lexicons().flatMap((lexicon) => (pick(lexicon) ?? []).map((word): [string, V] => [word, value]));
}

function phrases(pick: (lexicon: Lexicon) => string[]): PhraseTable {
  return phraseTable(lexicons().flatMap(pick));
}
