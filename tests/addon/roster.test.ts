import { changedRoster, isInShard, readRoster, rosterProperties, shardKey } from '../../src/addon/roster.ts';

const domain = 'aozora.example';
const empty = { revision: 0, users: [] };

test('who is enabled is read back from one property', () => {
  const roster = changedRoster(empty, { enable: ['Ana.Ruiz@aozora.example', 'ben@partner.example'], disable: [] });
  const properties = rosterProperties({}, domain, roster);
  for (const [email, enabled] of [
    ['ana.ruiz@aozora.example', true],
    ['ANA.RUIZ@AOZORA.EXAMPLE', true],
    ['ben@partner.example', true],
    ['ben@aozora.example', false],
    ['ana@aozora.example', false],
    ['ruiz@aozora.example', false],
  ] as const) {
    const shard = properties[shardKey(domain, email)] ?? null;
    expect([email, isInShard(shard, domain, email)]).toEqual([email, enabled]);
  }
  expect(readRoster(properties, domain)).toEqual({
    revision: 1,
    users: ['ana.ruiz@aozora.example', 'ben@partner.example'],
  });
});

test('a change that changes nothing is no revision', () => {
  const roster = { revision: 3, users: ['ana@aozora.example'] };
  expect(changedRoster(roster, { enable: ['ANA@aozora.example'], disable: ['ben@aozora.example'] })).toBe(roster);
});

test('only what differs is written, and an emptied shard no longer holds anybody', () => {
  const roster = changedRoster(empty, { enable: ['ana@aozora.example', 'ben@aozora.example'], disable: [] });
  const before = rosterProperties({}, domain, roster);
  const less = changedRoster(roster, { enable: [], disable: ['ana@aozora.example'] });
  const written = rosterProperties(before, domain, less);
  expect(Object.keys(written).sort()).toEqual(
    [`roster/${domain}/revision`, shardKey(domain, 'ana@aozora.example')].sort(),
  );
  expect(readRoster({ ...before, ...written }, domain)).toEqual({ revision: 2, users: ['ben@aozora.example'] });
});

test('organisations share the properties and see nothing of each other', () => {
  const ours = rosterProperties({}, domain, { revision: 1, users: ['ana@aozora.example'] });
  const both = {
    ...ours,
    ...rosterProperties(ours, 'aozora.example.net', { revision: 5, users: ['eve@aozora.example'] }),
  };
  expect(readRoster(both, domain)).toEqual({ revision: 1, users: ['ana@aozora.example'] });
  expect(isInShard(both[shardKey(domain, 'eve@aozora.example')] ?? null, domain, 'eve@aozora.example')).toBe(false);
});

test('U5: 20,000 users fit what Google allows: 9 KB a value, 500 KB in all', () => {
  const users = manyUsers(20_000);
  const properties = rosterProperties({}, domain, { revision: 1, users });
  const sizes = Object.entries(properties).map(([key, value]) => [key.length, value.length] as const);
  expect(Math.max(...sizes.map(([, value]) => value))).toBeLessThan(9 * 1024);
  expect(sizes.reduce((sum, [key, value]) => sum + key + value, 0)).toBeLessThan(500 * 1024);
  expect(readRoster(properties, domain).users).toEqual([...users].sort());
});

test('a list that would not fit is refused before anything is written', () => {
  expect(() => rosterProperties({}, domain, { revision: 1, users: manyUsers(40_000) })).toThrow(
    expect.objectContaining({ code: 'roster-full' }),
  );
  const others = { 'something/else': 'x'.repeat(9 * 1024 - 1) };
  const crowded = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}`, others['something/else']]));
  expect(() => rosterProperties(crowded, domain, { revision: 1, users: manyUsers(20_000) })).toThrow(
    expect.objectContaining({ code: 'roster-full' }),
  );
});

/** Names as organisations have them, 17 characters before the @ on average, each once. */
function manyUsers(count: number): string[] {
  const given = ['sakura', 'ken', 'alexandra', 'jo', 'maximilian', 'ana', 'christopher', 'yui', 'marguerite', 'li'];
  const family = [
    'mori',
    'adams',
    'vogt',
    'featherstone',
    'kobayashi',
    'ruiz',
    'papadopoulos',
    'ng',
    'lindqvist',
    'o.brien',
  ];
  return Array.from({ length: count }, (_, i) => {
    const n = Math.floor(i / 100);
    return `${given[i % 10]}.${family[Math.floor(i / 10) % 10]}${n ? `.${n}` : ''}@${domain}`;
  });
}
