import { readVcards } from '../../../src/contact/import/read-vcards.ts';
import { emptyCard } from '../../../src/contact/merge.ts';
import { vcardFrom } from '../../../src/contact/vcard.ts';

const card = {
  ...emptyCard,
  fn: '森 さくら',
  n: { family: '森', given: 'さくら' },
  phonetic: { family: 'もり', given: 'さくら', script: 'kana' as const },
  org: { name: '青空, 商事; 株式会社', units: ['営業部'] },
  title: '課長',
  email: ['sakura@example.jp'],
  tel: [
    { text: '+81300000101', e164: '+81300000101', type: 'work' as const, ext: '12' },
    { text: '内線 4455', type: 'other' as const },
  ],
  adr: { label: '〒100-0001\n東京都1-1', region: '東京都', code: '100-0001', country: 'JP' },
  url: ['https://example.jp/'],
  social: [{ service: 'linkedin', url: 'https://linkedin.example/in/sakura' }],
};

test('what we write as 4.0 comes back', () =>
  expect(readVcards(vcardFrom(card, { tags: ['VIP', 'a,b'], notes: 'Met\nin Osaka' }))).toEqual([
    { card, tags: ['VIP', 'a,b'], notes: 'Met\nin Osaka' },
  ]));

test('what we write as 3.0 comes back, countries aside', () => {
  const { country: _, ...adr } = card.adr;
  expect(readVcards(vcardFrom(card, { version: '3.0' }))).toEqual([{ card: { ...card, adr }, tags: [] }]);
});

test('several, of which one is broken', () =>
  expect(
    readVcards(
      `BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD\nBEGIN:VCARD\nno property\nEND:VCARD\nBEGIN:VCARD\nN:Ruiz;Ben;;;\nEND:VCARD`,
    ),
  ).toEqual([
    { card: { ...emptyCard, fn: 'Ana' }, tags: [] },
    { problem: 'not a vCard that can be read' },
    { card: { ...emptyCard, fn: 'Ben Ruiz', n: { family: 'Ruiz', given: 'Ben' } }, tags: [] },
  ]));

test.each(['', '\n'])('nothing in %j', (text) => expect(readVcards(text)).toEqual([]));
test('another file is one row that is none', () =>
  expect(readVcards('hello')).toEqual([{ problem: expect.stringContaining('vCard') }]));
