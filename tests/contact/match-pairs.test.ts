import { comparePersons, personOf } from '../../src/contact/compare-cards.ts';
import { emailKeys } from '../../src/contact/match.ts';
import { matchKeys } from '../../src/contact/match-keys.ts';
import { emptyCard } from '../../src/contact/merge.ts';
import { judge, precision, recall, scoreOf, scoresByKind } from '../bench/match.ts';
import { readPairs } from './pairs.ts';

const pairs = readPairs();
const judged = judge(pairs);

test('there are enough pairs of every kind', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(500);
  for (const score of scoresByKind(judged).values()) expect(score.pairs).toBeGreaterThanOrEqual(8);
});

test('nobody is merged with another', () =>
  expect(
    judged
      .filter(({ pair, verdict }) => pair.truth !== 'same' && verdict.verdict === 'same')
      .map(({ pair }) => pair.line),
  ).toEqual([]));

test('as many of the same person are found as have been', () => {
  const all = scoreOf(judged);
  expect(precision(all)).toBe(1);
  expect(recall(all)).toBeGreaterThan(0.985);
  expect(all.found / all.same).toBeGreaterThan(0.99);
  expect(all.needless / all.different).toBeLessThan(0.03);
});

test('the answer is the same either way round', () =>
  expect(
    judged
      .filter(
        ({ pair, verdict }) =>
          comparePersons(personOf(pair.b), personOf(pair.a), new Set()).verdict !== verdict.verdict,
      )
      .map(({ pair }) => pair.line),
  ).toEqual([]));

/** How two cards are brought together among a million; who is not found by a key is never compared. */
test('whom the rules take for one person, an address or a key finds', () => {
  const keysOf = (card: (typeof pairs)[number]['a']) => [...emailKeys(card), ...matchKeys(card)];
  const lost = judged.filter(({ pair, verdict }) => {
    const keys = new Set(keysOf(pair.a));
    return verdict.verdict !== 'different' && !keysOf(pair.b).some((key) => keys.has(key));
  });
  expect(lost.map(({ pair }) => pair.line)).toEqual([]);
});

describe('keys', () => {
  const card = (fn: string, more: object = {}) => ({ ...emptyCard, fn, ...more });

  test('of a person in a company', () =>
    expect(
      matchKeys(
        card('Dr. Jürgen Müller', {
          email: ['j.mueller@mail.wald.example', 'jm@gmail.com'],
          tel: [{ text: '030 1234501', e164: '+49301234501' }],
          org: { name: 'Wald GmbH', units: [] },
        }),
      ),
    ).toEqual([
      'phone +49301234501',
      'name jurgen muller',
      'name jurgen mueller',
      'name juergen muller',
      'name juergen mueller',
      'at wald.example muller',
      'at wald.example mueller',
      'at wald.example jurgen',
      'at wald.example juergen',
      'at wald muller',
      'at wald mueller',
      'at wald jurgen',
      'at wald juergen',
    ]));

  test('never the domain of a mail provider alone', () =>
    expect(matchKeys(card('', { email: ['jm@gmail.com'] }))).toEqual([]));

  test.each(['a '.repeat(50_000), 'ü'.repeat(50_000), '田'.repeat(50_000), 'た '.repeat(9_000), '('.repeat(50_000)])(
    'few and short however long a name is',
    (fn) => {
      const keys = matchKeys(
        card(fn.slice(0, 300), { email: Array.from({ length: 20 }, (_, i) => `x${i}@d${i}.example`) }),
      );
      expect(keys.length).toBeLessThanOrEqual(60);
      expect(Math.max(0, ...keys.map((key) => key.length))).toBeLessThanOrEqual(200);
    },
  );
});
