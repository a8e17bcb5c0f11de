import { randomUUID } from 'node:crypto';
import { termHashes } from '../../src/store/sql/term-hash.ts';

const terms = Array.from({ length: 20_000 }, (_, i) => i.toString(36));

test('32 bits with a sign, as PostgreSQL’s integer', () => {
  for (const hash of termHashes(randomUUID(), terms)) expect(hash).toBe(hash | 0);
});

test('terms of one tenant hardly ever share a hash, and those of two tenants neither', () => {
  const ours = termHashes(randomUUID(), terms);
  const theirs = new Set(termHashes(randomUUID(), terms));
  expect(ours.length).toBeGreaterThanOrEqual(terms.length - 2);
  expect(ours.filter((hash) => theirs.has(hash)).length).toBeLessThanOrEqual(3);
});

test('the same term twice is one', () => expect(termHashes('t', ['a', 'a'])).toHaveLength(1));
