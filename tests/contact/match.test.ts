import { cardFrom } from '../../src/contact/card.ts';
import type { ContactDraft, Finding } from '../../src/contact/draft.ts';
import { emailKeys, matchCard, personKey } from '../../src/contact/match.ts';

const stated = <T>(value: T): Finding<T> => ({ value, basis: 'stated', rule: 'test' });
const draft = (part: Partial<ContactDraft>): ContactDraft => ({ email: [], tel: [], url: [], social: [], ...part });
const ana = cardFrom(draft({ fn: stated('Ana Ruiz'), email: [stated('ana@example.com')] }));

test('nobody known: new', () => expect(matchCard(undefined, ana)).toEqual({ kind: 'new' }));
test('nothing new: known', () => expect(matchCard(ana, { ...ana, fn: '' })).toEqual({ kind: 'known' }));
test('something new: changed, and what', () =>
  expect(matchCard(ana, { ...ana, title: 'Buyer' })).toEqual({
    kind: 'changed',
    changes: [{ field: 'title', old: null, new: 'Buyer' }],
  }));

test('each address once, in order', () =>
  expect(emailKeys({ email: ['B@example.com', 'a@example.com', 'b@EXAMPLE.com'] })).toEqual([
    'b@example.com',
    'a@example.com',
  ]));

describe('whom a draft is about', () => {
  test('the first address', () =>
    expect(personKey(draft({ fn: stated('Ana'), email: [stated('Ana@Example.com'), stated('b@example.com')] }))).toBe(
      'ana@example.com',
    ));
  test('without one the name, however it is written', () =>
    expect(personKey(draft({ fn: stated('ANA  Ruíz') }))).toBe(personKey(draft({ fn: stated('Ana Ruiz') }))));
  test('nobody', () => expect(personKey(draft({}))).toBe(''));
});
