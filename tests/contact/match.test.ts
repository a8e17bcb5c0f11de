import { type ContactCard, cardFrom } from '../../src/contact/card.ts';
import type { ContactDraft, Finding } from '../../src/contact/draft.ts';
import { emailKeys, matchCards, personKey } from '../../src/contact/match.ts';
import { emptyCard } from '../../src/contact/merge.ts';

const stated = <T>(value: T): Finding<T> => ({ value, basis: 'stated', rule: 'test' });
const draft = (part: Partial<ContactDraft>): ContactDraft => ({ email: [], tel: [], url: [], social: [], ...part });
const card = (part: Partial<ContactCard>): ContactCard => ({ ...emptyCard, ...part });
const contact = (id: string, part: Partial<ContactCard>) => ({ id, card: card(part) });
const ana = cardFrom(draft({ fn: stated('Ana Ruiz'), email: [stated('ana@example.com')] }));
const kite = { name: 'Kite', units: [] };

describe('one contact', () => {
  const known = { id: 'c1', card: ana };

  test('nobody: new', () => expect(matchCards(ana, [])).toEqual({ kind: 'new' }));

  test('nothing new: known', () =>
    expect(matchCards({ ...ana, fn: '' }, [known])).toEqual({
      kind: 'known',
      contact: known,
      reasons: ['address', 'domain'],
    }));

  test('something new: changed, and what', () =>
    expect(matchCards({ ...ana, title: 'Buyer' }, [known])).toEqual({
      kind: 'changed',
      contact: known,
      reasons: ['address', 'name', 'domain'],
      changes: [{ field: 'title', old: null, new: 'Buyer' }],
    }));

  test('doubt: the candidate and the reasons for and against', () =>
    expect(matchCards(card({ fn: 'Ben Okafor', email: ['ana@example.com'] }), [known])).toEqual({
      kind: 'ambiguous',
      candidates: [{ contact: known, reasons: ['address', 'domain', 'other-name'] }],
    }));
});

describe('several contacts', () => {
  test('the one with the first address', () => {
    const first = contact('c1', { fn: 'Ana Ruiz', email: ['ana@kite.example'] });
    const second = contact('c2', { fn: 'Ana Ruiz', email: ['ana@gmail.com'] });
    const next = card({ fn: 'Ana Ruiz', email: ['ana@gmail.com', 'ana@kite.example'] });
    expect(matchCards(next, [first, second])).toMatchObject({ contact: { id: 'c2' } });
    expect(matchCards({ ...next, email: [...next.email].reverse() }, [first, second])).toMatchObject({
      contact: { id: 'c1' },
    });
  });

  test('the one with the phone, of namesakes in a company', () => {
    const tel = [{ text: '+442079460901', e164: '+442079460901', type: 'cell' as const }];
    const first = contact('c1', { fn: 'Ana Ruiz', org: kite });
    const second = contact('c2', { fn: 'Ana Ruiz', org: kite, tel });
    expect(matchCards(card({ fn: 'Ana Ruiz', org: kite, tel }), [first, second])).toMatchObject({
      kind: 'known',
      contact: { id: 'c2' },
    });
  });

  test('a question where none stands out', () => {
    const twins = ['c1', 'c2'].map((id) => contact(id, { fn: 'Ana Ruiz', org: kite }));
    expect(matchCards(card({ fn: 'Ana Ruiz', org: kite }), twins)).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ contact: { id: 'c1' } }, { contact: { id: 'c2' } }],
    });
  });

  test('five candidates at most, the likeliest first', () => {
    const initials = Array.from({ length: 7 }, (_, i) => contact(`c${i}`, { fn: 'A. Ruiz', org: kite }));
    const phoned = contact('c7', { fn: 'Ruiz', org: kite, tel: [{ text: '+442079460901', e164: '+442079460901' }] });
    const next = card({ fn: 'Ana Ruiz', org: kite, tel: phoned.card.tel });
    const match = matchCards(next, [...initials, phoned]);
    expect(match).toMatchObject({ kind: 'ambiguous', candidates: [{ contact: { id: 'c7' } }, {}, {}, {}, {}] });
  });

  test('two namesakes at other companies are a question, three are a common name', () => {
    const namesakes = ['Mill', 'Acme', 'Wald'].map((name) =>
      contact(name, { fn: 'John Smith', org: { name, units: [] } }),
    );
    const next = card({ fn: 'John Smith', org: kite });
    expect(matchCards(next, namesakes.slice(0, 2)).kind).toBe('ambiguous');
    expect(matchCards(next, namesakes)).toEqual({ kind: 'new' });
  });

  test('a number that two people have is a switchboard, whatever a signature calls it', () => {
    const tel = [{ text: '+442079460000', e164: '+442079460000', type: 'direct' as const }];
    const ben = contact('c1', { fn: 'Ben Okafor', tel });
    const initial = contact('c2', { fn: 'A. Ruiz', tel });
    const next = card({ fn: 'Ana Ruiz', tel });
    expect(matchCards(next, [initial]).kind).toBe('changed');
    expect(matchCards(next, [initial, ben])).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ contact: { id: 'c2' }, reasons: ['initials', 'shared-phone'] }],
    });
  });
});

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
