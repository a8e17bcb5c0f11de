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
    const ana = cardOf({ fn: 'Ana', email: ['ana@example.com'] });
    const suggest = async (who: TestTenant['user'], messageId: string, hours: number) => {
      const body = suggestionOf(ana, messageId);
      const source = { ...body.source, date: later(start, { hours }).toISOString() };
      return await given().ok('createSuggestion', who, { body: { ...body, source } });
    };
    const meet = async (who: TestTenant['user'], messageId: string, hours: number) => {
      const { suggestion } = await suggest(who, messageId, hours);
      return await given().ok('acceptSuggestion', who, {
        params: { suggestionId: suggestion.id },
        body: { card: ana, override: true },
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

    test('a mail of a known person is enough, whatever becomes of the suggestion, and once however often it is sent', async () => {
      const { contact } = await meet(tenant.user, 'm1@example.com', 1);
      const { suggestion } = await suggest(tenant.admin, 'm2@example.com', 2);
      await suggest(tenant.admin, 'm2@example.com', 2);
      await suggest(tenant.admin, 'm3@example.com', 3);
      await given().ok('dismissSuggestion', tenant.admin, { params: { suggestionId: suggestion.id } });
      expect(await known(contact.id)).toMatchObject([
        { user: tenant.admin.email, firstContact: at(2), lastContact: at(3), messages: 2 },
        { user: tenant.user.email, messages: 1 },
      ]);
    });

    test('an acceptance that is undone: the mail has been met all the same, as long as there is a contact', async () => {
      const { contact } = await meet(tenant.user, 'm1@example.com', 1);
      const { undo } = await meet(tenant.admin, 'm2@example.com', 2);
      await given().ok('undo', tenant.admin, { params: { undoId: undo.id } });
      expect((await known(contact.id)).map(({ user }) => user)).toEqual([tenant.admin.email, tenant.user.email]);
    });

    test('saved into another contact than the one it was thought to be of: an acceptance that is undone has told nothing', async () => {
      const { contact } = await save(given(), tenant.user, { fn: 'Ben', email: ['ben@example.com'] });
      const { suggestion } = await suggest(tenant.admin, 'm2@example.com', 2);
      const body = { card: ana, contactId: contact.id, override: true };
      const { undo } = await given().ok('acceptSuggestion', tenant.admin, {
        params: { suggestionId: suggestion.id },
        body,
      });
      expect(await known(contact.id)).toHaveLength(2);
      await given().ok('undo', tenant.admin, { params: { undoId: undo.id } });
      expect((await known(contact.id)).map(({ user }) => user)).toEqual([tenant.user.email]);
    });
  });
}
