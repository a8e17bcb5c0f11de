import type { ContactCard } from '../../src/contact/card.ts';
import { emptyCard, mergeCards } from '../../src/contact/merge.ts';

const known: ContactCard = {
  fn: 'Sakura Mori',
  n: { family: 'Mori', given: 'Sakura' },
  phonetic: { family: 'もり', given: 'さくら', script: 'kana' },
  org: { name: 'Aozora Trading', units: ['Sales', 'Team 2'] },
  title: 'Manager',
  email: ['sakura@example.com'],
  tel: [{ text: '03-0000-1234', e164: '+81300001234', type: 'work' }],
  adr: { label: '1-2-3 Example, Tokyo', locality: 'Tokyo' },
  url: ['https://example.com/'],
  social: [{ service: 'linkedin', url: 'https://linkedin.example/in/sakura' }],
};

const says = (part: Partial<ContactCard>): ContactCard => ({ ...emptyCard, ...part });
const merged = (part: Partial<ContactCard>) => mergeCards(known, says(part));

describe('a blank never erases', () => {
  test('an empty card changes nothing', () => expect(merged({})).toEqual({ card: known, changes: [] }));

  test('nor does a card of white space', () => {
    const blank = merged({
      fn: ' \u200b',
      n: { family: '', given: ' ' },
      phonetic: { script: 'latin' },
      org: { name: '', units: ['', ' '] },
      title: '\t',
      email: [''],
      tel: [{ text: ' ' }],
      adr: { label: ' ' },
      url: ['  '],
      social: [{ service: '', url: '' }],
    });
    expect(blank).toEqual({ card: known, changes: [] });
  });

  test('a part of a name leaves the other part', () => {
    const { card } = merged({ n: { family: 'Mori-Adams' }, phonetic: { family: 'もりあだむす', script: 'kana' } });
    expect(card.n).toEqual({ family: 'Mori-Adams', given: 'Sakura' });
    expect(card.phonetic).toEqual({ family: 'もりあだむす', given: 'さくら', script: 'kana' });
  });
});

describe('the same again is no change', () => {
  test('the card itself', () => expect(mergeCards(known, known)).toEqual({ card: known, changes: [] }));

  test.each<Partial<ContactCard>>([
    { fn: 'Sakura  Mori ' },
    { fn: 'Ｓａｋｕｒａ Mori' },
    { org: { name: 'Aozora Trading', units: [] } },
    { email: ['Sakura@Example.com'] },
    { tel: [{ text: '+81 3 0000 1234', e164: '+81300001234', type: 'direct' }] },
    { adr: { label: '1-2-3 Example\nTokyo' } },
    { url: ['http://www.example.com'] },
    { social: [{ service: 'LinkedIn', url: 'linkedin.example/in/sakura/' }] },
  ])('%j', (part) => expect(merged(part)).toEqual({ card: known, changes: [] }));
});

describe('single values are replaced', () => {
  test.each<[Partial<ContactCard>, string, string | null, string]>([
    [{ fn: 'Sakura Mori-Adams' }, 'fn', 'Sakura Mori', 'Sakura Mori-Adams'],
    [{ fn: 'Sákura Mori' }, 'fn', 'Sakura Mori', 'Sákura Mori'],
    [{ title: 'Director' }, 'title', 'Manager', 'Director'],
    [{ phonetic: { given: 'Sakura', script: 'latin' } }, 'phonetic', 'もり さくら', 'Sakura'],
    [{ org: { name: '', units: ['Export'] } }, 'org', 'Aozora Trading / Sales / Team 2', 'Aozora Trading / Export'],
    [{ adr: { label: '9 Example Street' } }, 'adr', '1-2-3 Example, Tokyo', '9 Example Street'],
  ])('%j', (part, field, old, now) => expect(merged(part).changes).toEqual([{ field, old, new: now }]));

  test('another company does not keep the units of the former one', () =>
    expect(merged({ org: { name: 'Example Ltd', units: [] } }).card.org).toEqual({ name: 'Example Ltd', units: [] }));

  test('another address does not keep the parts of the former one', () =>
    expect(merged({ adr: { label: '9 Example Street' } }).card.adr).toEqual({ label: '9 Example Street' }));
});

describe('lists are joined', () => {
  test('known values keep their place, new ones follow', () => {
    const { card, changes } = merged({ email: ['mori@example.org', 'SAKURA@example.com'] });
    expect(card.email).toEqual(['sakura@example.com', 'mori@example.org']);
    expect(changes).toEqual([{ field: 'email', old: null, new: 'mori@example.org' }]);
  });

  test('a fax with the number of the phone is a value of its own', () =>
    expect(merged({ tel: [{ text: '03-0000-1234', type: 'fax' }] }).changes).toEqual([
      { field: 'tel', old: null, new: '03-0000-1234 (fax)' },
    ]));

  test('a known number without a type gets it', () => {
    const untyped = { ...known, tel: [{ text: '03-0000-1234' }] };
    const { card, changes } = mergeCards(untyped, says({ tel: [{ text: '03 0000 1234', type: 'work' }] }));
    expect(card.tel).toEqual([{ text: '03-0000-1234', type: 'work' }]);
    expect(changes).toEqual([{ field: 'tel', old: '03-0000-1234', new: '03-0000-1234 (work)' }]);
  });

  test('what nobody sees is taken over without being listed', () => {
    const plain = { ...known, tel: [{ text: '03-0000-1234' }], adr: { label: '1-2-3 Example, Tokyo' } };
    const { card, changes } = mergeCards(plain, known);
    expect(card.adr).toEqual(known.adr);
    expect(card.tel[0]?.e164).toBe('+81300001234');
    expect(changes.map((change) => change.field)).toEqual(['tel']); // its type, which is seen
  });

  test('at most 20 values, known ones first', () => {
    const many = (name: string) => Array.from({ length: 20 }, (_, i) => `${name}${i}@example.com`);
    const full = mergeCards(emptyCard, says({ email: many('a') })).card;
    expect(mergeCards(full, says({ email: many('b') }))).toEqual({ card: full, changes: [] });
  });
});

test('merging into the empty card trims, drops blanks and doubles', () => {
  const { card } = mergeCards(
    emptyCard,
    says({ fn: ' Ken Adams ', email: ['ken@example.com ', 'KEN@example.com', ''], tel: [{ text: ' 1 ', ext: '' }] }),
  );
  expect(card).toEqual({ ...emptyCard, fn: 'Ken Adams', email: ['ken@example.com'], tel: [{ text: '1' }] });
});

test('texts to show are at most 2000 long and end in a whole character', () => {
  const { changes } = merged({ url: [`https://example.com/${'😀'.repeat(1000)}`] });
  expect(changes[0]?.new.length).toBeLessThanOrEqual(2000);
  expect(changes[0]?.new).not.toMatch(/\p{Surrogate}/u);
});
