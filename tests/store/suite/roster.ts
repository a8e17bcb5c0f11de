import type { BodyOf } from '../../../src/api/operations.ts';
import { keyFileOf } from '../fake-provider.ts';
import { person, type TestStore, type TestTenant } from '../support.ts';

export function roster(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant(); // revision 1: ken and sakura
  });

  const at = (name: string) => `${name}@${tenant.domain}`;
  const change = (body: Partial<BodyOf<'changeRoster'>> & { baseRevision: number; revision: number }) =>
    given().call('changeRoster', tenant.admin, { body: { enable: [], disable: [], ...body } });
  const replace = (revision: number, users: string[]) =>
    given().call('replaceRoster', tenant.admin, { body: { revision, users } });
  const users = async () => (await given().ok('getRoster', tenant.admin)).users;
  const revision = async () => (await given().ok('getRoster', tenant.admin)).revision;

  describe('a change', () => {
    test('enables and disables, addresses in any case', async () => {
      const answer = await change({ baseRevision: 1, revision: 2, enable: [at('LENA')], disable: [at('Sakura')] });
      expect(answer.body).toEqual({ revision: 2, count: 2 });
      expect(await users()).toEqual([at('ken'), at('lena')]);
      expect(await given().ok('getMe', tenant.stranger)).toMatchObject({ enabled: true, rosterRevision: 2 });
      expect(await given().refused('listContacts', tenant.user)).toBe('user-not-enabled');
    });

    test('who is enabled already, or disabled already, is no mistake', async () =>
      expect(
        (await change({ baseRevision: 1, revision: 2, enable: [at('ken')], disable: [at('nobody')] })).body,
      ).toEqual({
        revision: 2,
        count: 2,
      }));

    test('the same again is fine', async () => {
      const same = { baseRevision: 1, revision: 2, enable: [at('lena')], disable: [at('sakura')] };
      const first = await change(same);
      expect((await change(same)).body).toEqual(first.body);
      expect(await users()).toEqual([at('ken'), at('lena')]);
    });

    test('the same revision with another result is outdated', async () => {
      await change({ baseRevision: 1, revision: 2, enable: [at('lena')] });
      expect((await change({ baseRevision: 1, revision: 2, enable: [at('mia')] })).problem?.code).toBe(
        'roster-outdated',
      );
      expect((await change({ baseRevision: 1, revision: 2, disable: [at('lena')] })).problem?.code).toBe(
        'roster-outdated',
      );
      expect(await users()).toEqual([at('ken'), at('lena'), at('sakura')]);
    });

    test.each([
      ['older', 1, 2],
      ['that skips what the store has seen', 2, 4],
    ])('%s is outdated', async (_, baseRevision, next) => {
      await replace(3, [at('ken')]);
      expect((await change({ baseRevision, revision: next, enable: [at('lena')] })).problem?.code).toBe(
        'roster-outdated',
      );
      expect(await users()).toEqual([at('ken')]);
      expect(await revision()).toBe(3);
    });

    test('on a base the store has not seen: it is behind', async () => {
      expect((await change({ baseRevision: 2, revision: 3, enable: [at('lena')] })).problem?.code).toBe(
        'roster-behind',
      );
      expect(await revision()).toBe(1);
    });

    test('may skip numbers', async () =>
      expect((await change({ baseRevision: 1, revision: 9 })).body).toEqual({ revision: 9, count: 2 }));

    test.each([
      [{ baseRevision: 1, revision: 1 }, 'body.revision'],
      [{ baseRevision: 1, revision: 2, enable: ['a@b.example'], disable: ['A@b.example'] }, 'body.disable'],
    ])('that contradicts itself is refused: %j', async (body, path) => {
      const { problem } = await change(body);
      expect(problem).toMatchObject({ code: 'request-invalid', errors: [{ path }] });
    });

    test('two at once on one base: one is done, the other is told', async () => {
      const answers = await Promise.all(
        ['lena', 'mia'].map((name) => change({ baseRevision: 1, revision: 2, enable: [at(name)] })),
      );
      expect(answers.map((answer) => answer.problem?.code ?? 'done').sort()).toEqual(['done', 'roster-outdated']);
      expect(await users()).toHaveLength(3);
    });

    test('an admin may disable themselves and still change the roster', async () => {
      await change({ baseRevision: 1, revision: 2, disable: [at('ken')] });
      expect((await change({ baseRevision: 2, revision: 3, enable: [at('ken')] })).status).toBe(200);
    });
  });

  describe('the whole list', () => {
    test('takes the place of the former one', async () => {
      expect((await replace(5, [at('Lena'), at('lena')])).body).toEqual({ revision: 5, count: 1 });
      expect(await users()).toEqual([at('lena')]);
    });

    test('older or of this revision with other users is outdated', async () => {
      await replace(5, [at('ken')]);
      expect((await replace(5, [at('lena')])).problem?.code).toBe('roster-outdated');
      expect((await replace(4, [])).problem?.code).toBe('roster-outdated');
      expect(await users()).toEqual([at('ken')]);
    });

    test('the same list is fine at any revision, and the newest revision stays', async () => {
      await replace(5, [at('ken')]);
      expect((await replace(4, [at('KEN')])).body).toEqual({ revision: 5, count: 1 });
      expect((await replace(7, [at('ken')])).body).toEqual({ revision: 7, count: 1 });
      expect(await revision()).toBe(7);
    });

    test('may be empty', async () => expect((await replace(2, [])).body).toEqual({ revision: 2, count: 0 }));
  });

  describe('names', () => {
    const type = (names: Record<string, string>) =>
      given().ok('nameUsers', tenant.admin, {
        body: { names: Object.entries(names).map(([email, name]) => ({ email, name })) },
      });
    const shown = async (q = '') => {
      const { items } = await given().ok('listLinkages', tenant.admin, { query: { q } });
      return items.map(({ name }) => name);
    };

    test('R17: an admin names enabled users, who are then found by it; of nobody else a name is kept', async () => {
      expect(await type({ [at('KEN')]: ' 森 健 ', [at('lena')]: 'Lena Abe' })).toEqual({ named: 1 });
      expect(await shown()).toEqual(['森 健', undefined]);
      expect(await shown('森')).toEqual(['森 健']);
      await change({ baseRevision: 1, revision: 2, enable: [at('lena')] });
      expect(await shown('lena')).toEqual([undefined]);
      expect(await type({ [at('ken')]: '森 健一' })).toEqual({ named: 1 });
      expect(await shown('ken')).toEqual(['森 健一']);
    });

    test('R17: the directory’s name comes before it, whichever is told first', async () => {
      const { provider } = given();
      await type({ [at('ken')]: 'Kenny' });
      await given().ok('setServiceAccount', tenant.admin, { body: { keyFile: keyFileOf('robot@fake.example') } });
      provider.people = [{ email: at('ken'), name: 'Ken Mori' }];
      await given().ok('listDirectory', tenant.admin);
      provider.people = [];
      expect(await shown('ken')).toEqual(['Ken Mori']);
      await type({ [at('ken')]: 'Kenny' });
      expect(await shown('ken')).toEqual(['Ken Mori']);
    });
  });

  test('20,000 users in one request, read in two pages, searched', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => at(`${String(i).padStart(5, '0')}.${'x'.repeat(40)}`));
    expect((await change({ baseRevision: 1, revision: 2, enable: many })).body).toEqual({ revision: 2, count: 20_002 });
    const first = await given().ok('getRoster', tenant.admin, { query: { limit: 10_000 } });
    const cursor = first.nextCursor as string;
    const second = await given().ok('getRoster', tenant.admin, { query: { limit: 10_000, cursor } });
    expect([...first.users, ...second.users]).toEqual(many.slice(0, 20_000));
    const rest = await given().ok('getRoster', tenant.admin, { query: { cursor: second.nextCursor as string } });
    expect(rest).toEqual({ revision: 2, count: 20_002, users: [at('ken'), at('sakura')] });
    const found = await given().ok('getRoster', tenant.admin, { query: { q: '0042' } });
    expect(found.users).toEqual(many.filter((email) => email.includes('0042')));
    expect((await replace(3, many.slice(1))).body).toEqual({ revision: 3, count: 19_999 });
  });

  test('the search takes its wildcards literally', async () => {
    await replace(2, [at('a_b'), at('axb'), at('100%')]);
    const find = async (q: string) => (await given().ok('getRoster', tenant.admin, { query: { q } })).users;
    expect(await find('a_b')).toEqual([at('a_b')]);
    expect(await find('%')).toEqual([at('100%')]);
    expect(await find('A_B')).toEqual([at('a_b')]);
    expect(await find('\\')).toEqual([]);
  });

  test('the organisation’s first list may have any revision', async () => {
    const domain = 'first.example';
    const admin = person(domain, 'ken');
    await given().store.createTenant({ domain, name: 'First', admins: [admin.email], feature: true });
    expect((await given().ok('getRoster', admin)).revision).toBe(0);
    const body = { baseRevision: 0, revision: 1, enable: [admin.email], disable: [] };
    expect(await given().ok('changeRoster', admin, { body })).toEqual({ revision: 1, count: 1 });
  });
}
