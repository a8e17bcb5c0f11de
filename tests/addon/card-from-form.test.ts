import { cardFromForm, faultsIn } from '../../src/addon/card-from-form.ts';
import { formFields } from '../../src/addon/form-fields.ts';
import { en } from '../../src/addon/messages/en.ts';
import { ja } from '../../src/addon/messages/ja.ts';
import type { ContactDraft, Finding } from '../../src/contact/draft.ts';

const stated = <T>(value: T): Finding<T> => ({ value, basis: 'stated', line: 1, rule: 'test' });

const draft: ContactDraft = {
  fn: stated('Ana Ruiz'),
  n: stated({ family: 'Ruiz', given: 'Ana' }),
  org: stated({ name: 'Northwind Example Ltd', units: ['Sales', 'North'] }),
  title: stated('Sales Manager'),
  email: [stated('ana.ruiz@example.com')],
  tel: [
    stated({ text: '020 7946 0123 ext. 5', e164: '+442079460123', type: 'work', ext: '5' }),
    stated({ text: '+44 7700 900123', e164: '+447700900123', type: 'cell' }),
  ],
  adr: stated({ label: '12 Harbour Street\nBristol', street: '12 Harbour Street', locality: 'Bristol', country: 'GB' }),
  url: [stated('www.example.com')],
  social: [stated({ service: 'LinkedIn', url: 'https://social.example/ana' })],
};

/** The form as it stands before the user touches it. */
const untouched = (of: ContactDraft, t = en): Record<string, string> => ({
  ...Object.fromEntries(formFields(of, t).map((field) => [field.name, field.value])),
  ...Object.fromEntries(of.tel.map(({ value }, i) => [`tel.${i}.type`, value.type ?? ''])),
});
const saved = (edits: Record<string, string>, of = draft, t = en) =>
  cardFromForm(of, { ...untouched(of, t), ...edits }, t);

test('an untouched form saves the draft with all its parts', () => {
  expect(saved({})).toEqual({
    fn: 'Ana Ruiz',
    n: { family: 'Ruiz', given: 'Ana' },
    phonetic: undefined,
    org: { name: 'Northwind Example Ltd', units: ['Sales', 'North'] },
    title: 'Sales Manager',
    email: ['ana.ruiz@example.com'],
    tel: draft.tel.map(({ value }) => value),
    adr: draft.adr?.value,
    url: ['www.example.com'],
    social: [{ service: 'LinkedIn', url: 'https://social.example/ana' }],
  });
});

test('a cleared field is not saved', () => {
  const cleared = saved({
    title: '',
    'email.0': ' ',
    'tel.1': '',
    adr: '',
    'url.0': '',
    'social.0': '',
    company: '',
    department: '',
  });
  expect(cleared).toMatchObject({ title: undefined, email: [], adr: undefined, url: [], social: [], org: undefined });
  expect(cleared.tel).toHaveLength(1);
});

test('a field that Gmail leaves out because it was emptied is not saved either', () => {
  expect(cardFromForm(draft, { fn: 'Ana Ruiz' }, en)).toMatchObject({ fn: 'Ana Ruiz', email: [], tel: [], url: [] });
});

describe('an edited phone', () => {
  test.each([
    ['020 7946 0199', { text: '020 7946 0199', e164: '+442079460199', type: 'work' }],
    ['+81 3-1234-5678', { text: '+81 3-1234-5678', e164: '+81312345678', type: 'work' }],
    ['020 7946 0199 ext. 12', { text: '020 7946 0199 ext. 12', e164: '+442079460199', ext: '12', type: 'work' }],
    ['switchboard', { text: 'switchboard', type: 'work' }],
  ])('%s', (typed, tel) => expect(saved({ 'tel.0': typed }).tel[0]).toEqual(tel));

  test('of another kind keeps its number', () =>
    expect(saved({ 'tel.0.type': 'direct' }).tel[0]).toEqual({ ...draft.tel[0]?.value, type: 'direct' }));
  test('of no stated kind has none', () => expect(saved({ 'tel.0.type': '' }).tel[0]).not.toHaveProperty('type'));
  test('of a kind that does not exist has none', () =>
    expect(saved({ 'tel.0.type': 'satellite' }).tel[0]).not.toHaveProperty('type'));
});

describe('an extension that the number was written without', () => {
  const tel = { text: '03-1234-0130', e164: '+81312340130', type: 'main' as const, ext: '2214' };
  const office = { ...draft, tel: [stated(tel)] };

  test.each([
    ['in English', en, '03-1234-0130 ext. 2214', '03-1234-0130 ext. 15'],
    ['in Japanese', ja, '03-1234-0130 内線 2214', '03-1234-0130 内線15'],
  ])('is shown to be edited %s', (_, t, value, edited) => {
    expect(untouched(office, t)['tel.0']).toBe(value);
    expect(saved({}, office, t).tel).toEqual([tel]);
    expect(saved({ 'tel.0': edited }, office, t).tel).toEqual([{ ...tel, text: edited, ext: '15' }]);
    expect(saved({ 'tel.0': '03-1234-0130' }, office, t).tel).toEqual([
      { text: '03-1234-0130', e164: '+81312340130', type: 'main' },
    ]);
  });

  test('that is part of the number is not taken for shown', () =>
    expect(untouched({ ...draft, tel: [stated({ ...tel, ext: '013' })] })['tel.0']).toBe('03-1234-0130 ext. 013'));
});

test('a phone can be typed where none was found, and is of the country of the address', () => {
  const without = { ...draft, tel: [] };
  expect(saved({ 'tel.0': '020 7946 0123', 'tel.0.type': 'main' }, without).tel).toEqual([
    { text: '020 7946 0123', e164: '+442079460123', type: 'main' },
  ]);
  expect(saved({ 'tel.0': '020 7946 0123' }, { ...without, adr: undefined }).tel).toEqual([{ text: '020 7946 0123' }]);
});

test('an edited address keeps no parts of the old one', () => {
  expect(saved({ adr: '1 Quay\r\nBristol' }).adr).toEqual({ label: '1 Quay\nBristol' });
  expect(saved({ adr: '12 Harbour Street\r\nBristol' }).adr).toEqual(draft.adr?.value);
});

test('departments are edited on one line, from large to small', () => {
  expect(saved({ department: 'Sales / West / Bristol' }).org?.units).toEqual(['Sales', 'West', 'Bristol']);
  expect(saved({ company: '' }).org).toEqual({ name: '', units: ['Sales', 'North'] });
});

test('the same address twice is saved once', () => {
  const two = { ...draft, email: [stated('ana.ruiz@example.com'), stated('ana@example.com')] };
  expect(saved({ 'email.1': 'ana.ruiz@example.com' }, two).email).toEqual(['ana.ruiz@example.com']);
});

test('a reading keeps its script', () => {
  const kana = { ...draft, phonetic: stated({ family: 'モリ', given: 'サクラ', script: 'kana' as const }) };
  expect(saved({ phoneticFamily: 'もり' }, kana).phonetic).toEqual({ family: 'もり', given: 'サクラ', script: 'kana' });
});

test.each([
  [{ fn: '' }, [{ kind: 'name' }]],
  [{ 'email.0': 'ana@' }, [{ kind: 'email', value: 'ana@' }]],
  [{ title: 'x'.repeat(301) }, [{ kind: 'tooLong', field: 'title' }]],
  [{ fn: ' \u202e ', 'email.0': 'nobody' }, [{ kind: 'name' }, { kind: 'email', value: 'nobody' }]],
  [{}, []],
])('faults in %j', (edits, faults) => expect(faultsIn(saved(edits as Record<string, string>))).toEqual(faults));

test('a card has room for a hundred widgets: what is past it is not offered, and left out', () => {
  const many = { ...draft, email: Array.from({ length: 20 }, (_, i) => stated(`ana${i}@example.com`)) };
  expect(formFields(many, en).filter(({ kind }) => kind === 'email')).toHaveLength(10);
});
