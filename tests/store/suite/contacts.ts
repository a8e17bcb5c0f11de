import { randomUUID } from 'node:crypto';
import { type CallInput, later, save, start, type TestStore, type TestTenant } from '../support.ts';

export function contacts(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant();
  });

  const list = (query: NonNullable<CallInput<'listContacts'>['query']> = {}) =>
    given().ok('listContacts', tenant.user, { query });

  test('every word of a search must occur, however it is written', async () => {
    await save(given(), tenant.user, {
      fn: 'José Álvarez',
      org: { name: 'Société Exemple', units: ['Achats'] },
      title: 'Directeur 100%',
      email: ['jose@example.com'],
      tel: [{ text: '(212) 555-0142', e164: '+12125550142' }],
    });
    await save(given(), tenant.user, { fn: '森 さくら', email: ['mori@example.co.jp'] });
    await save(given(), tenant.user, { fn: 'Underscore', email: ['a_b@example.org'] });
    const find = async (q: string) => (await list({ q })).items.map((item) => item.fn);
    expect(await find('jose alvarez')).toEqual(['José Álvarez']);
    expect(await find('EXEMPLE achats dir')).toEqual(['José Álvarez']);
    expect(await find('212-555-0142')).toEqual(['José Álvarez']);
    expect(await find('さくら')).toEqual(['森 さくら']);
    expect(await find('サクラ mori@')).toEqual(['森 さくら']);
    expect(await find('100%')).toEqual(['José Álvarez']);
    expect(await find('%')).toEqual(['José Álvarez']);
    expect(await find('a_b')).toEqual(['Underscore']);
    expect(await find('a_b@example.org\\')).toEqual([]);
    expect(await find('jose mori')).toEqual([]);
    expect(await find("'; drop table contacts; --")).toEqual([]);
    expect(await find('   ')).toHaveLength(3);
  });

  test('a search of very many words is answered', async () => {
    await save(given(), tenant.user, { fn: 'Ana' });
    const q = Array.from({ length: 150 }, (_, i) => String.fromCharCode(0x4e00 + i)).join(' ');
    expect((await list({ q })).items).toEqual([]);
  });

  test('newest change first, page by page, in the search too', async () => {
    for (let i = 0; i < 5; i++) {
      given().clock.now = new Date(start.getTime() + Math.floor(i / 2));
      await save(given(), tenant.user, { fn: `Person ${i}`, email: [`p${i}@example.com`] });
    }
    given().clock.now = new Date(start.getTime() + 10);
    await save(given(), tenant.user, { title: 'Newest', email: ['p0@example.com'] });
    for (const q of [undefined, 'person']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ limit: 2, ...(cursor && { cursor }), ...(q && { q }) });
        seen.push(...page.items.map((item) => item.fn));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen[0]).toBe('Person 0');
      expect([...seen].sort()).toEqual(['Person 0', 'Person 1', 'Person 2', 'Person 3', 'Person 4']);
    }
  });

  const all = async (query: NonNullable<CallInput<'listContacts'>['query']>) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ ...query, ...(cursor && { cursor }) });
      seen.push(...page.items.map((item) => item.fn));
      cursor = page.nextCursor;
    } while (cursor);
    return seen;
  };
  const saveFour = async () => {
    const people = [
      ['木村 健', 'キムラ', 'Zebra Inc.'],
      ['Álvarez José', undefined, '山猫物産'],
      ['青木 陽菜', 'アオキ', 'アリス有限会社'],
      ['zimmer Ute', undefined, '(株)あおば'],
    ] as const;
    for (const [i, [fn, kana, org]] of people.entries()) {
      const [family = '', given_ = ''] = fn.split(' ');
      const phonetic = kana && { phonetic: { family: kana, script: 'kana' as const } };
      const card = { fn, n: { family, given: given_ }, ...phonetic, org: { name: org, units: [] } };
      given().clock.now = later(start, { hours: i });
      await save(given(), tenant.user, card);
    }
  };

  test.each([1, 3, 20])('by name as it is read, or by company without its form, %d in a page', async (limit) => {
    await saveFour();
    expect(await all({ sort: 'name', limit })).toEqual(['Álvarez José', 'zimmer Ute', '青木 陽菜', '木村 健']);
    expect(await all({ sort: 'company', limit })).toEqual(['木村 健', 'zimmer Ute', '青木 陽菜', 'Álvarez José']);
    expect(await all({ sort: 'name', limit, q: '木' })).toEqual(['青木 陽菜', '木村 健']);
  });

  test('those of a company, in whatever form it is named; those changed since a time', async () => {
    await saveFour();
    expect(await all({ company: '株式会社アオバ' })).toEqual(['zimmer Ute']);
    expect(await all({ company: 'zebra' })).toEqual(['木村 健']);
    expect(await all({ company: 'Zeb' })).toEqual([]);
    const changedSince = later(start, { hours: 2 }).toISOString();
    expect(await all({ changedSince })).toEqual(['zimmer Ute', '青木 陽菜']);
    expect(await all({ changedSince, sort: 'name', limit: 1 })).toEqual(['zimmer Ute', '青木 陽菜']);
    expect(await all({ changedSince, q: 'zi', company: 'あおば' })).toEqual(['zimmer Ute']);
  });

  test('a cursor is of one order', async () => {
    await saveFour();
    for (const [sort, other] of [
      ['name', 'company'],
      ['changed', 'name'],
      ['company', 'changed'],
    ] as const) {
      const { nextCursor: cursor } = await list({ sort, limit: 1 });
      expect(await given().refused('listContacts', tenant.user, { query: { sort: other, cursor } })).toBe(
        'cursor-invalid',
      );
    }
  });

  test('a search finds what a contact holds now, and nothing that it held', async () => {
    await save(given(), tenant.user, { fn: 'Ana Ruiz', title: 'Buyer', email: ['ana@example.com'] });
    await save(given(), tenant.user, { title: 'Director', email: ['ana@example.com'] });
    expect(await all({ q: 'director' })).toEqual(['Ana Ruiz']);
    expect(await all({ q: 'buyer' })).toEqual([]);
  });

  test('a full last page has no next one', async () => {
    await save(given(), tenant.user, { fn: 'Ana' });
    expect((await list({ limit: 1 })).nextCursor).toBeUndefined();
  });

  test('a line of the list tells who it is', async () => {
    const { contact } = await save(given(), tenant.user, {
      fn: 'Ana Ruiz',
      org: { name: 'Example Ltd', units: [] },
      title: 'Buyer',
      email: ['ana@example.com', 'a@b.example'],
    });
    expect((await list()).items).toEqual([
      {
        id: contact.id,
        fn: 'Ana Ruiz',
        org: 'Example Ltd',
        title: 'Buyer',
        email: 'ana@example.com',
        updatedAt: contact.updatedAt,
      },
    ]);
  });

  test('a contact that is not there', async () =>
    expect(await given().refused('getContact', tenant.user, { params: { contactId: randomUUID() } })).toBe(
      'contact-not-found',
    ));
}
