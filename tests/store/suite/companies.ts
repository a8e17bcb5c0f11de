import { cardOf, later, save, start, suggestionOf, type TestStore, type TestTenant } from '../support.ts';

export function companies(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant();
  });

  const person = (fn: string, email: string[], org?: string) =>
    save(given(), tenant.user, { fn, email, ...(org && { org: { name: org, units: [] } }) });
  const list = async (query = {}) => (await given().ok('listCompanies', tenant.user, { query })).items;

  test('people stand together by registrable domain, never by a mail provider’s', async () => {
    await person('Ana', ['ana@example.co.jp'], 'Sample KK');
    await person('Ben', ['ben@mail.tokyo.example.co.jp', 'ben@other.example'], 'サンプル株式会社');
    await person('Chie', ['chie@example.co.jp', 'c@sub.example.co.jp'], 'サンプル株式会社');
    await person('Dan', ['dan@gmail.com'], 'Dan');
    expect(await list()).toEqual([
      { domain: 'example.co.jp', name: 'サンプル株式会社', people: 3 },
      { domain: 'other.example', name: 'サンプル株式会社', people: 1 },
    ]);
    expect(await list({ q: 'OTH' })).toMatchObject([{ domain: 'other.example' }]);
    expect(await list({ domain: 'www.Example.co.jp' })).toMatchObject([{ domain: 'example.co.jp', people: 3 }]);
    expect(await list({ domain: 'gmail.com' })).toEqual([]);
    const people = await given().ok('listContacts', tenant.user, { query: { domain: 'example.co.jp', sort: 'name' } });
    expect(people.items.map(({ fn }) => fn)).toEqual(['Ana', 'Ben', 'Chie']);
  });

  test('page by page', async () => {
    for (const name of ['b', 'a', 'c']) await person(name, [`x@${name}.example`]);
    const first = await given().ok('listCompanies', tenant.user, { query: { limit: 2 } });
    expect(first.items).toEqual(['a', 'b'].map((name) => ({ domain: `${name}.example`, people: 1 })));
    const cursor = first.nextCursor;
    expect(await list({ limit: 2, cursor })).toMatchObject([{ domain: 'c.example' }]);
  });

  describe('who knows a contact', () => {
    const meet = async (who: TestTenant['user'], messageId: string, hours: number) => {
      const card = cardOf({ fn: 'Ana', email: ['ana@example.com'] });
      const body = suggestionOf(card, messageId);
      const source = { ...body.source, date: later(start, { hours }).toISOString() };
      const { suggestion } = await given().ok('createSuggestion', who, { body: { ...body, source } });
      return await given().ok('acceptSuggestion', who, {
        params: { suggestionId: suggestion.id },
        body: { card, override: true },
      });
    };
    const known = async (contactId: string) =>
      (await given().ok('listAcquaintances', tenant.user, { params: { contactId } })).items;
    const at = (hours: number) => later(start, { hours }).toISOString();

    test('strongest first, with first and last contact; a message counts once', async () => {
      const { contact } = await meet(tenant.user, 'm1@example.com', 2);
      await meet(tenant.admin, 'm1@example.com', 2);
      await meet(tenant.admin, 'm2@example.com', 1);
      const expected = [
        { user: tenant.admin.email, firstContact: at(1), lastContact: at(2), messages: 2 },
        { user: tenant.user.email, firstContact: at(2), lastContact: at(2), messages: 1 },
      ];
      expect(await known(contact.id)).toEqual(expected);
    });

    test('an acceptance that is undone has told nothing', async () => {
      const { contact } = await meet(tenant.user, 'm1@example.com', 1);
      const { undo } = await meet(tenant.admin, 'm2@example.com', 2);
      await given().ok('undo', tenant.admin, { params: { undoId: undo.id } });
      expect((await known(contact.id)).map(({ user }) => user)).toEqual([tenant.user.email]);
    });
  });
}
