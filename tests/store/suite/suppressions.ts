import { save, suggestionOf, type TestStore, type TestTenant } from '../support.ts';

export function suppressions(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant();
  });

  const suggest = async (email: string[], way: 'on-demand' | 'background' = 'on-demand', who = tenant.user) => {
    const body = suggestionOf({ fn: 'Ana Ruiz', email });
    return await given().call('createSuggestion', who, { body: { ...body, source: { ...body.source, way } } });
  };
  const dismissed = async (email: string[], as: 'once' | 'person' | 'domain') => {
    const { suggestion } = (await suggest(email)).body;
    const params = { suggestionId: suggestion.id };
    return await given().ok('dismissSuggestion', tenant.user, { params, query: { as } });
  };
  const status = async (email: string, who = tenant.user) =>
    (await given().ok('lookupSender', who, { body: { email } })).status;
  const list = async (who = tenant.user) => (await given().ok('listSuppressions', who)).items;

  test('once: the person may be suggested again', async () => {
    expect(await dismissed(['ana@kite.example'], 'once')).not.toHaveProperty('suppression');
    expect(await status('ana@kite.example')).toBe('new');
    expect(await list()).toEqual([]);
  });

  test('never this person: by none of the addresses, and nothing of them is kept but a hint', async () => {
    const { suppression } = await dismissed(['ana@kite.example', 'Ana@home.example'], 'person');
    expect(suppression).toMatchObject({ kind: 'person', scope: 'mine', hint: 'a…@kite.example' });
    expect(await status('ANA@home.example')).toBe('suppressed');
    expect(await status('ben@kite.example')).toBe('new');
    expect(await list()).toEqual([suppression]);
    const rows = await given().db.selectFrom('suppressions').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/ana@|home\.example/);
  });

  test('the domain: nobody of it, nor of what is below it', async () => {
    const { suppression } = await dismissed(['ana@mail.kite.example'], 'domain');
    expect(suppression).toMatchObject({ kind: 'domain', hint: 'kite.example' });
    expect(await status('ben@shop.kite.example')).toBe('suppressed');
    expect(await status('ben@notkite.example')).toBe('new');
  });

  test.each([['ana@gmail.com'], []])("a mail provider's domain is nobody's: %j", async (...email) => {
    const { suggestion } = (await suggest(email)).body;
    const params = { suggestionId: suggestion.id };
    const input = { params, query: { as: 'domain' as const } };
    expect(await given().refused('dismissSuggestion', tenant.user, input)).toBe('domain-shared');
    expect((await given().ok('getSuggestion', tenant.user, { params })).suggestion.status).toBe('pending');
  });

  test('who has no address cannot be told again', async () => {
    const { suggestion } = (await suggest([])).body;
    const input = { params: { suggestionId: suggestion.id }, query: { as: 'person' as const } };
    expect(await given().refused('dismissSuggestion', tenant.user, input)).toBe('request-invalid');
  });

  test('in the background no suggestion is made; who asks for one beside the mail gets it', async () => {
    await dismissed(['ana@kite.example'], 'person');
    expect((await suggest(['ana@kite.example'], 'background')).problem?.code).toBe('suppressed');
    expect((await suggest(['ana@kite.example'])).status).toBe(200);
  });

  test('who is a contact is known all the same', async () => {
    await dismissed(['ana@kite.example'], 'person');
    await save(given(), tenant.user, { fn: 'Ana Ruiz', email: ['ana@kite.example'] });
    expect(await status('ana@kite.example')).toBe('known');
  });

  test('the list is private, an admin too sees their own', async () => {
    await dismissed(['ana@kite.example'], 'person');
    expect(await list(tenant.admin)).toEqual([]);
    expect(await status('ana@kite.example', tenant.admin)).toBe('new');
    const [entry] = await list();
    const params = { suppressionId: entry?.id ?? '' };
    expect(await given().refused('removeSuppression', tenant.admin, { params })).toBe('suppression-not-found');
  });

  test('taken off the list, and put back by undo', async () => {
    await dismissed(['ana@kite.example', 'ana@home.example'], 'person');
    const before = await list();
    const params = { suppressionId: before[0]?.id ?? '' };
    const { undo } = await given().ok('removeSuppression', tenant.user, { params });
    expect(await status('ana@home.example')).toBe('new');
    expect(await given().refused('removeSuppression', tenant.user, { params })).toBe('suppression-not-found');
    await given().ok('undo', tenant.user, { params: { undoId: undo.id } });
    expect(await list()).toEqual(before);
    expect(await status('ana@home.example')).toBe('suppressed');
  });

  test('undo of a dismissal takes the person off the list too', async () => {
    const { undo } = await dismissed(['ana@kite.example'], 'person');
    await given().ok('undo', tenant.user, { params: { undoId: undo.id } });
    expect(await list()).toEqual([]);
    expect((await given().ok('listSuggestions', tenant.user)).items).toHaveLength(1);
  });

  describe('for the whole organisation', () => {
    const add = (body: { domain: string } | { emails: string[] }) =>
      given().ok('addSuppression', tenant.admin, { body });

    test('an admin adds, everybody is bound, only admins see and remove it', async () => {
      const { suppression } = await add({ domain: 'Kite.example' });
      expect(suppression).toMatchObject({ kind: 'domain', scope: 'organisation', hint: 'kite.example' });
      await add({ emails: ['ben@mill.example'] });
      expect([await status('ana@kite.example'), await status('ben@mill.example')]).toEqual([
        'suppressed',
        'suppressed',
      ]);
      expect(await list()).toEqual([]);
      expect(await list(tenant.admin)).toHaveLength(2);
      const params = { suppressionId: suppression.id };
      expect(await given().refused('removeSuppression', tenant.user, { params })).toBe('suppression-not-found');
      await given().ok('removeSuppression', tenant.admin, { params });
      expect(await status('ana@kite.example')).toBe('new');
    });

    test('not of a mail provider', async () =>
      expect(await given().refused('addSuppression', tenant.admin, { body: { domain: 'gmail.com' } })).toBe(
        'domain-shared',
      ));

    test('is taken back by undo', async () => {
      const { undo } = await add({ domain: 'kite.example' });
      await given().ok('undo', tenant.admin, { params: { undoId: undo.id } });
      expect(await list(tenant.admin)).toEqual([]);
    });

    test('is another list in each organisation', async () => {
      await add({ domain: 'kite.example' });
      const other = await given().tenant();
      expect(await status('ana@kite.example', other.user)).toBe('new');
    });
  });

  test('the list comes newest first, page by page', async () => {
    for (let i = 0; i < 5; i++) await dismissed([`a${i}@kite.example`, `b${i}@kite.example`], 'person');
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 2, ...(cursor && { cursor }) };
      const page = await given().ok('listSuppressions', tenant.user, { query });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });
}
