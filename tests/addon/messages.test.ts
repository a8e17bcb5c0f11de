import { en } from '../../src/addon/messages/en.ts';
import { ja } from '../../src/addon/messages/ja.ts';
import { messagesFor } from '../../src/addon/messages/messages.ts';
import { storeCodes } from '../../src/addon/problem.ts';
import { routes } from '../../src/addon/services/store-routes.ts';
import { problemsOf } from '../../src/api/operation.ts';
import { operations } from '../../src/api/operations.ts';
import { telTypes } from '../../src/contact/draft.ts';
import { reasons } from '../../src/extract/extraction.ts';

test.each([
  ['ja-JP', ja],
  ['ja', ja],
  ['JA_jp', ja],
  ['en-GB', en],
  ['de-DE', en],
  ['', en],
  [undefined, en],
])('%s', (locale, table) => expect(messagesFor(locale)).toBe(table));

const leaves = (table: object, path = ''): [string, unknown][] =>
  Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'object' ? leaves(value, `${path}${key}.`) : [[`${path}${key}`, value] as [string, unknown]],
  );
/** What a sentence says, with every value it takes standing for itself. */
const said = (value: unknown): string => (typeof value === 'function' ? value(2, 3, 4) : String(value));

test('both languages say everything', () => {
  expect(leaves(ja).map(([path]) => path)).toEqual(leaves(en).map(([path]) => path));
  expect([...leaves(en), ...leaves(ja)].filter(([, value]) => said(value).trim() === '')).toEqual([]);
});

test('every sentence is in its language', () => {
  const sameInBoth = ['telTypes.fax', 'suggestion.change', 'suggestion.added', 'suggestion.removed', 'google.short'];
  const english = new Map(leaves(en));
  for (const [path, value] of leaves(ja)) {
    if (sameInBoth.includes(path)) continue;
    expect([path, said(value) === said(english.get(path))]).toEqual([path, false]);
  }
  const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;
  expect(leaves(en).filter(([, value]) => japanese.test(said(value)))).toEqual([]);
});

test('what the store can answer to what the add-on calls is known to it', () => {
  const called = (Object.keys(routes) as (keyof typeof routes)[]).flatMap((id) => problemsOf(operations[id]));
  const ofAnyRequest = ['not-found', 'method-not-allowed'];
  expect([...new Set([...called, ...ofAnyRequest])].sort()).toEqual([...storeCodes].sort());
});

test('every problem, reason and kind of phone has its words', () => {
  for (const table of [en, ja]) {
    expect(Object.keys(table.problems)).toEqual(expect.arrayContaining([...storeCodes]));
    expect(Object.keys(table.reasons)).toEqual([...reasons]);
    expect(Object.keys(table.telTypes)).toEqual([...telTypes]);
  }
});
