import type { ContactCard } from '../../../src/contact/card.ts';
import { cardOf, save, suggestionOf, type TestStore, type TestTenant } from '../support.ts';

/** What the user chooses when accepting, one by one or many at once. */
export function suggestionChoices(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant();
  });

  const kite = { name: 'Kite Ltd', units: [] };
  const ana = { fn: 'Ana Ruiz', org: kite, email: ['ana@kite.example'] };
  const suggest = async (card: Partial<ContactCard>) =>
    (await given().ok('createSuggestion', tenant.user, { body: suggestionOf(card) })).suggestion.id;
  const accept = async (card: Partial<ContactCard>, choices: object = {}) => {
    const params = { suggestionId: await suggest(card) };
    return await given().call('acceptSuggestion', tenant.user, { params, body: { card: cardOf(card), ...choices } });
  };
  const contacts = async () => (await given().ok('listContacts', tenant.user)).items;
  const contact = async (contactId: string) => await given().ok('getContact', tenant.user, { params: { contactId } });
  const used = async () => (await given().ok('getQuota', tenant.user)).used;

  describe('name, company and an address are needed', () => {
    test.each([
      [{ fn: 'Ana Ruiz', email: ['ana@kite.example'] }, ['org.name']],
      [{ fn: 'Ana Ruiz', org: kite }, ['email']],
      [{ fn: ' ', org: { name: '', units: ['Sales'] } }, ['fn', 'org.name', 'email']],
    ])('%j lacks %j', async (card, missing) => {
      const { problem } = await accept(card);
      expect(problem).toMatchObject({
        code: 'contact-incomplete',
        errors: missing.map((field) => ({ path: `body.card.${field}`, message: 'is missing' })),
      });
      expect(await contacts()).toEqual([]);
    });

    test('unless the user has confirmed; a name is needed always', async () => {
      expect((await accept({ fn: 'Ana Ruiz' }, { override: true })).status).toBe(200);
      expect((await accept({ org: kite, email: ['x@kite.example'] }, { override: true })).problem?.code).toBe(
        'contact-incomplete',
      );
    });

    test('what the known contact has already need not come again', async () => {
      await accept(ana);
      expect((await accept({ title: 'Buyer', email: ['ana@kite.example'] })).body).toMatchObject({
        outcome: 'updated',
      });
    });
  });

  test('chosen fields only: the others stay', async () => {
    const { contact: before } = (await accept({ ...ana, title: 'Buyer' })).body;
    const next = { ...ana, fn: 'Ana R.', title: 'Director', url: ['https://kite.example/'] };
    const saved = (await accept(next, { fields: ['title'], contactId: before.id })).body;
    expect(saved.contact.card).toEqual({ ...before.card, title: 'Director' });
    expect(saved.changes).toMatchObject([{ field: 'title', old: 'Buyer', new: 'Director' }]);
  });

  test('into a chosen contact, whatever the comparison says; an address of another one stays there', async () => {
    await accept(ana);
    const ben = (await accept({ fn: 'Ben Okafor', org: kite, email: ['ben@kite.example'] })).body.contact.id;
    const saved = (await accept({ ...ana, title: 'Buyer' }, { contactId: ben })).body;
    expect(saved).toMatchObject({ outcome: 'updated', contact: { id: ben, card: { fn: 'Ana Ruiz', title: 'Buyer' } } });
    expect(saved.contact.card.email).toEqual(['ben@kite.example']);
  });

  test('as a new contact, whatever the comparison says', async () => {
    await accept(ana);
    const saved = (await accept(ana, { as: 'new', override: true })).body;
    expect(saved).toMatchObject({ outcome: 'created', contact: { card: { fn: 'Ana Ruiz', email: [] } } });
    expect([(await contacts()).length, await used()]).toEqual([2, 2]);
  });

  test('both at once contradict each other; a contact that is not there is none', async () => {
    const { contact: one } = (await accept(ana)).body;
    expect((await accept(ana, { contactId: one.id, as: 'new' })).problem?.code).toBe('request-invalid');
    const contactId = '5a8e0f0c-7c1e-4b1a-9b1a-2b1a5a8e0f0c';
    expect((await accept(ana, { contactId })).problem?.code).toBe('contact-not-found');
  });

  test('without a choice an ambiguous person becomes a new contact, and undo takes it back', async () => {
    await accept({ ...ana, email: ['ana.ruiz@kite.example'] });
    const saved = (await accept({ ...ana, email: ['ana.ruiz2@kite.example'] })).body;
    expect(saved.outcome).toBe('created');
    await given().ok('undo', tenant.user, { params: { undoId: saved.undo.id } });
    expect([(await contacts()).length, await used()]).toEqual([1, 1]);
  });

  describe('many at once', () => {
    const acceptAll = (ids: string[], more: object = {}) =>
      given().ok('acceptSuggestions', tenant.user, { body: { ids, ...more } });

    test('each has a result of its own, in order; one undo takes all back', async () => {
      const known = (await accept({ ...ana, fn: 'Ana Ruiz' })).body.contact.id;
      await accept({ fn: 'John Smith', org: kite, email: ['john.smith@kite.example'] });
      const ids = [
        await suggest({ fn: 'Ben Okafor', org: kite, email: ['ben@kite.example'] }),
        await suggest({ ...ana, title: 'Buyer' }),
        await suggest({ fn: 'John Smith', org: kite, email: ['john.smith2@kite.example'] }),
        await suggest({ fn: 'Eva Soto' }),
        '5a8e0f0c-7c1e-4b1a-9b1a-2b1a5a8e0f0c',
      ];
      const { results, undo, quota } = await acceptAll(ids);
      expect(results).toEqual([
        {
          id: ids[0],
          name: 'Ben Okafor',
          email: 'ben@kite.example',
          outcome: 'created',
          contactId: expect.any(String),
        },
        { id: ids[1], name: 'Ana Ruiz', email: 'ana@kite.example', outcome: 'updated', contactId: known },
        { id: ids[2], name: 'John Smith', email: 'john.smith2@kite.example', outcome: 'needs-review' },
        {
          id: ids[3],
          name: 'Eva Soto',
          outcome: 'refused',
          problem: 'contact-incomplete',
          missing: ['org.name', 'email'],
        },
        { id: ids[4], outcome: 'refused', problem: 'suggestion-not-found' },
      ]);
      expect(quota.used).toBe(3);
      expect((await given().ok('listSuggestions', tenant.user)).items).toHaveLength(2);
      await given().ok('undo', tenant.user, { params: { undoId: undo?.id ?? '' } });
      expect((await given().ok('listSuggestions', tenant.user)).items).toHaveLength(4);
      expect([(await contacts()).length, await used()]).toEqual([2, 2]);
      expect((await contact(known)).card.title).toBeUndefined();
    });

    test('what a person typed is never overwritten: such an item needs a look', async () => {
      const id = await suggest(ana);
      const typed = { ...cardOf(ana), title: 'Head Buyer' };
      const { contact: before } = await given().ok('acceptSuggestion', tenant.user, {
        params: { suggestionId: id },
        body: { card: typed },
      });
      const { results, undo } = await acceptAll([await suggest({ ...ana, title: 'Buyer' })]);
      expect(results).toMatchObject([{ outcome: 'needs-review' }]);
      expect(undo).toBeUndefined();
      expect((await contact(before.id)).card.title).toBe('Head Buyer');
      expect((await acceptAll([await suggest({ ...ana, url: ['https://kite.example/'] })])).results).toMatchObject([
        { outcome: 'updated' },
      ]);
    });

    test('the same person from several mails is one contact, counted once', async () => {
      const ids = [
        await suggest({ fn: 'Ana Ruiz', org: kite, email: ['ana@kite.example', 'ar@kite.example'] }),
        await suggest({ fn: 'Ana Ruiz', org: kite, email: ['ar@kite.example', 'ana@kite.example'] }),
      ];
      expect((await acceptAll(ids)).results.map(({ outcome }) => outcome)).toEqual(['created', 'unchanged']);
      expect(await used()).toBe(1);
    });

    test('a quota that runs out refuses the rest and keeps what was saved', async () => {
      tenant = await given().tenant({ quota: { allowed: 2, policy: 'block' } });
      const ids: string[] = [];
      for (const name of ['Ben', 'Eva', 'Tom', 'Ida']) {
        ids.push(await suggest({ fn: name, org: kite, email: [`${name.toLowerCase()}@kite.example`] }));
      }
      const { results, quota } = await acceptAll(ids);
      expect(results.map(({ outcome, problem }) => problem ?? outcome)).toEqual([
        'created',
        'created',
        'quota-exceeded',
        'quota-exceeded',
      ]);
      expect(quota.used).toBe(2);
      expect(await contacts()).toHaveLength(2);
    });

    test('at most 100', async () => {
      const ids = Array.from({ length: 101 }, (_, i) => `5a8e0f0c-7c1e-4b1a-9b1a-${String(i).padStart(12, '0')}`);
      expect(await given().refused('acceptSuggestions', tenant.user, { body: { ids } })).toBe('request-invalid');
      expect(await given().refused('dismissSuggestions', tenant.user, { body: { ids } })).toBe('request-invalid');
    });

    test('dismissed, each for itself, and taken back at once', async () => {
      const ids = [await suggest(ana), await suggest({ fn: 'Tom', email: ['tom@gmail.com'] })];
      const { results, undo } = await given().ok('dismissSuggestions', tenant.user, { body: { ids, as: 'domain' } });
      expect(results).toEqual([
        { id: ids[0], name: 'Ana Ruiz', email: 'ana@kite.example', outcome: 'dismissed' },
        { id: ids[1], name: 'Tom', email: 'tom@gmail.com', outcome: 'refused', problem: 'domain-shared' },
      ]);
      expect((await given().ok('listSuppressions', tenant.user)).items).toHaveLength(1);
      await given().ok('undo', tenant.user, { params: { undoId: undo?.id ?? '' } });
      expect((await given().ok('listSuggestions', tenant.user)).items).toHaveLength(2);
      expect((await given().ok('listSuppressions', tenant.user)).items).toEqual([]);
    });

    test("a colleague's are not found", async () => {
      const ids = [await suggest(ana)];
      const { results } = await given().ok('acceptSuggestions', tenant.admin, { body: { ids } });
      expect(results).toEqual([{ id: ids[0], outcome: 'refused', problem: 'suggestion-not-found' }]);
    });
  });

  test('the last unit of a quota goes to one of 50 at once', async () => {
    tenant = await given().tenant({ quota: { allowed: 1, policy: 'block' } });
    const people = Array.from({ length: 50 }, (_, i) => ({
      fn: `Person ${i}`,
      org: kite,
      email: [`p${i}@kite.example`],
    }));
    const ids: string[] = [];
    for (const card of people) ids.push(await suggest(card));
    const answers = await Promise.all(
      people.map((card, i) =>
        given().call('acceptSuggestion', tenant.user, {
          params: { suggestionId: ids[i] ?? '' },
          body: { card: cardOf(card) },
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await used()).toBe(1);
  });

  test('who saves a known person counts nothing', async () => {
    await save(given(), tenant.user, ana);
    await save(given(), tenant.admin, { ...ana, title: 'Buyer' });
    expect(await used()).toBe(1);
  });
}
