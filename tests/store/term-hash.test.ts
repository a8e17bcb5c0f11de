import { termHashes } from '../../src/store/sql/term-hash.ts';

const [tenant, other] = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-7b2d-9d3e-5f1c6e0a4c11'] as const;
const terms = Array.from({ length: 20_000 }, (_, i) => i.toString(36));

test('32 bits with a sign, as PostgreSQL’s integer', () => {
  for (const hash of termHashes(tenant, terms)) expect(hash).toBe(hash | 0);
});

test('terms of one tenant hardly ever share a hash, and those of two tenants neither', () => {
  const ours = termHashes(tenant, terms);
  const theirs = new Set(termHashes(other, terms));
  expect(ours.length).toBeGreaterThanOrEqual(terms.length - 2);
  expect(ours.filter((hash) => theirs.has(hash)).length).toBeLessThanOrEqual(3);
});

test('the same term twice is one', () => expect(termHashes('t', ['a', 'a'])).toHaveLength(1));
