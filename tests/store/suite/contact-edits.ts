import { randomUUID } from 'node:crypto';
import type { BodyOf } from '../../../src/api/operations.ts';
import { cardOf, later, type Person, save, start, suggestionOf, type TestStore, type TestTenant } from '../support.ts';

export function contactEdits(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant();
  });

  const ana = { fn: 'Ana Ruiz', title: 'Buyer', email: ['ana@example.com'], tel: [{ text: '212-555-0142' }] };
  const made = async (card = ana) => (await save(given(), tenant.user, card)).contact;
  const get = (contactId: string) => given().ok('getContact', tenant.user, { params: { contactId } });
  const edit = (contactId: string, body: BodyOf<'updateContact'>, who: Person = tenant.user) =>
    given().call('updateContact', who, { params: { contactId }, body });
  const take = (undoId: string, who: Person = tenant.user) => given().call('undo', who, { params: { undoId } });
  const history = async (contactId: string) =>
    (await given().ok('getContactHistory', tenant.user, { params: { contactId }, query: { limit: 100 } })).items;
  const lookup = (email: string) => given().ok('lookupSender', tenant.user, { body: { email } });

  describe('an edit', () => {
    test('changes what it names and leaves the rest', async () => {
      const contact = await made();
      given().clock.now = later(start, { hours: 1 });
      const { body } = await edit(
        contact.id,
        { revision: 1, card: { title: 'Director' }, tags: ['VIP'] },
        tenant.admin,
      );
      expect(body).toEqual({
        contact: {
          ...contact,
          card: { ...contact.card, title: 'Director' },
          tags: ['VIP'],
          revision: 2,
          updatedAt: '2026-11-22T10:30:00.000Z',
        },
        changes: [
          { field: 'title', old: 'Buyer', new: 'Director' },
          { field: 'tags', old: null, new: 'VIP' },
        ],
        undo: { id: expect.any(String), expiresAt: '2026-11-23T10:30:00.000Z' },
      });
      expect(await get(contact.id)).toEqual(body.contact);
    });

    test('what it names counts as typed, by who did it', async () => {
      const { id } = await made();
      await edit(id, { revision: 1, card: { title: 'Director' } }, tenant.admin);
      expect((await history(id)).filter(({ field }) => field === 'title')).toMatchObject([
        { text: 'Director', how: 'typed', setBy: tenant.admin.email },
        { text: 'Buyer', how: 'read', setBy: tenant.user.email, ended: { by: tenant.admin.email } },
      ]);
    });

    test('null and an empty list take out, an empty text too', async () => {
      const { id } = await made();
      await edit(id, { revision: 1, notes: ' Met in Osaka \n', owner: tenant.admin.email.toUpperCase() });
      expect(await get(id)).toMatchObject({ notes: 'Met in Osaka', owner: tenant.admin.email });
      const { body } = await edit(id, { revision: 2, card: { title: '', tel: [] }, notes: null, owner: null });
      expect(body.contact.card).toEqual({ fn: 'Ana Ruiz', email: ['ana@example.com'], tel: [], url: [], social: [] });
      expect([body.contact.notes, body.contact.owner]).toEqual([undefined, undefined]);
      expect(await get(id)).toEqual(body.contact);
    });

    test('nothing new changes nothing and offers no undo', async () => {
      const contact = await made();
      const { body } = await edit(contact.id, { revision: 1, card: ana, tags: [], notes: '  ' });
      expect(body).toEqual({ contact, changes: [] });
    });

    test('values are cleaned as everywhere', async () => {
      const { id } = await made();
      const card = { fn: ' Ana  Ruiz ', email: ['Ana@Example.com', 'ana@example.com'] };
      const { body } = await edit(id, { revision: 1, card, tags: ['VIP', ' VIP', '\u200b'] });
      expect(body.contact).toMatchObject({ card: { fn: 'Ana  Ruiz', email: ['Ana@Example.com'] }, tags: ['VIP'] });
    });

    test('an address that went is free, one that came is known', async () => {
      const { id } = await made();
      await edit(id, { revision: 1, card: { email: ['new@example.com'] } });
      expect((await lookup('new@example.com')).contact?.id).toBe(id);
      expect((await lookup('ana@example.com')).status).toBe('new');
    });

    test("another contact's address is refused, and said whose it is", async () => {
      const ben = await made({ ...ana, fn: 'Ben Okafor', email: ['ben@example.com'] });
      const { id } = await made();
      const { problem } = await edit(id, { revision: 1, card: { email: ['ana@example.com', 'BEN@example.com'] } });
      expect(problem).toMatchObject({
        code: 'address-taken',
        errors: [{ path: 'body.card.email.1', message: `is of the contact ${ben.id}` }],
      });
      expect((await get(id)).revision).toBe(1);
    });

    test.each(['', ' ', '\u200b'])('a name is needed: %j', async (fn) => {
      const { id } = await made();
      expect((await edit(id, { revision: 1, card: { fn } })).problem?.code).toBe('contact-incomplete');
    });

    test('the owner is a colleague', async () => {
      const { id } = await made();
      for (const owner of ['somebody@else.example', tenant.stranger.email]) {
        expect((await edit(id, { revision: 1, owner })).problem).toMatchObject({
          code: 'request-invalid',
          errors: [{ path: 'body.owner' }],
        });
      }
    });

    test('an owner who left stays until somebody names another', async () => {
      const { id } = await made();
      await edit(id, { revision: 1, owner: tenant.user.email });
      await given().ok('replaceRoster', tenant.admin, { body: { revision: 2, users: [tenant.admin.email] } });
      expect((await edit(id, { revision: 2, tags: ['VIP'] }, tenant.admin)).status).toBe(200);
    });

    test('of a contact that is not there', async () =>
      expect((await edit(randomUUID(), { revision: 1 })).problem?.code).toBe('contact-not-found'));
  });

  describe('of two who edit what both have read', () => {
    test('the second is told what the first has changed, and nothing is lost', async () => {
      const { id } = await made();
      const first = await edit(id, { revision: 1, card: { title: 'Director', tel: [] } }, tenant.admin);
      const { problem } = await edit(id, { revision: 1, card: { title: 'Head of Sales' } });
      expect(problem).toMatchObject({ code: 'contact-outdated', status: 409, contact: first.body.contact });
      expect(problem?.changes).toEqual([
        { field: 'title', old: 'Buyer', new: 'Director' },
        { field: 'tel', old: '212-555-0142', new: null },
      ]);
      expect((await get(id)).card.title).toBe('Director');
    });

    test('at once, exactly one wins', async () => {
      const { id } = await made();
      const answers = await Promise.all(
        [1, 2, 3, 4].map((i) => edit(id, { revision: 1, card: { title: `Title ${i}` } })),
      );
      expect(answers.map(({ problem }) => problem?.code ?? 'saved').sort()).toEqual([
        'contact-outdated',
        'contact-outdated',
        'contact-outdated',
        'saved',
      ]);
      expect((await get(id)).revision).toBe(2);
    });

    test('two who give one address to two contacts at once: one has it', async () => {
      const [one, two] = [await made(), await made({ ...ana, fn: 'Ben', email: ['ben@example.com'] })];
      const card = (own: string) => ({ email: [own, 'shared@example.com'] });
      const answers = await Promise.all([
        edit(one.id, { revision: 1, card: card('ana@example.com') }),
        edit(two.id, { revision: 1, card: card('ben@example.com') }),
      ]);
      expect(answers.map(({ problem }) => problem?.code ?? 'saved').sort()).toEqual(['address-taken', 'saved']);
    });
  });

  describe('undo of an edit', () => {
    test('brings back values, addresses, tags, notes, owner and history', async () => {
      const { id } = await made();
      await edit(id, { revision: 1, tags: ['VIP'], notes: 'One', owner: tenant.user.email });
      const [before, past] = [await get(id), await history(id)];
      const edited = await edit(id, {
        revision: 2,
        card: { title: null, email: ['new@example.com'] },
        tags: [],
        notes: null,
        owner: null,
      });
      expect((await take(edited.body.undo?.id ?? '')).body).toMatchObject({
        kind: 'edit',
        contact: { ...before, revision: 4 },
      });
      expect(await get(id)).toEqual({ ...before, revision: 4 });
      expect(await history(id)).toEqual(past);
      expect((await lookup('ana@example.com')).contact?.id).toBe(id);
      expect((await lookup('new@example.com')).status).toBe('new');
    });

    test('leaves a contact that was changed since, be it only a tag', async () => {
      const { id } = await made();
      const edited = await edit(id, { revision: 1, card: { title: 'Director' } });
      await edit(id, { revision: 2, tags: ['VIP'] }, tenant.admin);
      expect((await take(edited.body.undo?.id ?? '')).problem?.code).toBe('undo-conflict');
    });

    test('cannot take an address back that another contact has by now', async () => {
      const { id } = await made();
      const edited = await edit(id, { revision: 1, card: { email: [] } });
      await made({ ...ana, fn: 'Other' });
      expect((await take(edited.body.undo?.id ?? '')).problem?.code).toBe('undo-conflict');
      expect((await get(id)).card.email).toEqual([]);
    });
  });

  describe('a deletion', () => {
    const drop = (contactId: string, revision?: number) =>
      given().call('deleteContact', tenant.user, { params: { contactId }, query: revision ? { revision } : {} });
    const listed = async () => (await given().ok('listContacts', tenant.user)).items.map(({ id }) => id);

    test('takes the contact out of everything that shows it', async () => {
      const { id } = await made();
      expect((await drop(id)).status).toBe(200);
      expect(await listed()).toEqual([]);
      expect((await lookup('ana@example.com')).status).toBe('new');
      for (const operation of ['getContact', 'getContactHistory', 'deleteContact'] as const) {
        expect(await given().refused(operation, tenant.user, { params: { contactId: id } })).toBe('contact-not-found');
      }
      expect((await edit(id, { revision: 2 })).problem?.code).toBe('contact-not-found');
    });

    test('of a contact that was changed since it was seen is refused', async () => {
      const { id } = await made();
      await edit(id, { revision: 1, tags: ['VIP'] });
      expect((await drop(id, 1)).problem?.code).toBe('contact-outdated');
      expect(await listed()).toEqual([id]);
    });

    test('gives no quota back: the contact was added', async () => {
      await drop((await made()).id);
      expect((await given().ok('getQuota', tenant.user)).used).toBe(1);
    });

    test('undone, all of it is there again', async () => {
      const contact = await made();
      const past = await history(contact.id);
      const { body } = await drop(contact.id);
      expect((await take(body.undo.id)).body).toMatchObject({ kind: 'delete', contact: { id: contact.id } });
      expect(await get(contact.id)).toMatchObject({ card: contact.card, createdAt: contact.createdAt });
      expect(await history(contact.id)).toEqual(past);
      expect((await lookup('ana@example.com')).contact?.id).toBe(contact.id);
      expect(await listed()).toEqual([contact.id]);
    });

    test('cannot be undone when the person is there again', async () => {
      const { body } = await drop((await made()).id);
      const again = await made();
      expect((await take(body.undo.id)).problem?.code).toBe('undo-conflict');
      expect(await listed()).toEqual([again.id]);
    });

    test('what became it can be suggested again, from the same mail', async () => {
      const body = suggestionOf(ana, 'm1@example.com');
      const suggested = await given().ok('createSuggestion', tenant.user, { body });
      const params = { suggestionId: suggested.suggestion.id };
      const accepted = await given().ok('acceptSuggestion', tenant.user, {
        params,
        body: { card: cardOf(ana), override: true },
      });
      expect((await given().ok('createSuggestion', tenant.user, { body })).suggestion.status).toBe('accepted');
      await drop(accepted.contact.id);
      const again = await given().ok('createSuggestion', tenant.user, { body });
      expect(again).toMatchObject({ suggestion: { status: 'pending' }, match: { kind: 'new' } });
      expect(again.suggestion.contactId).toBeUndefined();
    });

    describe('with a block', () => {
      const background = (email: string[], who: Person = tenant.user) => {
        const body = suggestionOf({ fn: 'Ana Ruiz', email });
        const source = { ...body.source, way: 'background' as const };
        return given().call('createSuggestion', who, { body: { ...body, source } });
      };
      const block = (contactId: string, scope: 'mine' | 'organisation', who: Person = tenant.user) =>
        given().call('deleteContact', who, { params: { contactId }, query: { block: scope } });

      test('the person does not come back by mail, from any address of theirs', async () => {
        const contact = await made({ ...ana, email: ['ana@example.com', 'ana@b.example'] });
        const other = await made({ fn: 'A. R.', title: 'Painter', email: ['ana@c.example'], tel: [] });
        await given().ok('mergeContacts', tenant.user, {
          params: { contactId: contact.id },
          body: { other: other.id },
        });
        await block(contact.id, 'mine');
        for (const email of ['ana@example.com', 'Ana@B.example', 'ana@c.example']) {
          expect((await background([email])).problem?.code).toBe('suppressed');
        }
        expect((await background(['ben@example.com'])).status).toBe(200);
        expect((await background(['ana@example.com'], tenant.admin)).status).toBe(200);
      });

      test('for everybody, by an admin', async () => {
        const { id } = await made();
        expect((await block(id, 'organisation')).problem?.code).toBe('admin-only');
        expect((await get(id)).id).toBe(id);
        expect((await block(id, 'organisation', tenant.admin)).status).toBe(200);
        expect((await background(['ana@example.com'])).problem?.code).toBe('suppressed');
      });

      test('undone, the contact is back and the person no longer kept out', async () => {
        const { id } = await made();
        const { body } = await block(id, 'mine');
        expect((await take(body.undo.id)).body).toMatchObject({ kind: 'delete', contact: { id } });
        expect((await background(['ana@example.com'])).status).toBe(200);
      });
    });

    test('two at once: one works', async () => {
      const { id } = await made();
      const answers = await Promise.all([drop(id), drop(id)]);
      expect(answers.map(({ problem }) => problem?.code ?? 'deleted').sort()).toEqual(['contact-not-found', 'deleted']);
    });

    test('the acceptance that made the contact cannot be undone after it', async () => {
      const saved = await save(given(), tenant.user, ana);
      await drop(saved.contact.id);
      expect((await take(saved.undo.id)).problem?.code).toBe('undo-conflict');
    });
  });

  describe('what I can take back', () => {
    const undos = async (who = tenant.user) => (await given().ok('listUndos', who)).items;

    test('newest first, mine alone, without what is undone or too old', async () => {
      const saved = await save(given(), tenant.user, ana);
      given().clock.now = later(start, { hours: 1 });
      const edited = await edit(saved.contact.id, { revision: 1, card: { title: 'Director' } });
      expect(await undos()).toEqual([
        {
          ...edited.body.undo,
          kind: 'edit',
          createdAt: '2026-11-22T10:30:00.000Z',
          count: 1,
          contactId: saved.contact.id,
          name: 'Ana Ruiz',
        },
        {
          ...saved.undo,
          kind: 'accept',
          createdAt: '2026-11-22T09:30:00.000Z',
          count: 1,
          contactId: saved.contact.id,
          name: 'Ana Ruiz',
        },
      ]);
      expect(await undos(tenant.admin)).toEqual([]);
      await take(edited.body.undo?.id ?? '');
      expect(await undos()).toHaveLength(1);
      given().clock.now = later(start, { hours: 24 });
      expect(await undos()).toEqual([]);
    });

    test('page by page', async () => {
      for (let i = 0; i < 5; i++) await save(given(), tenant.user, { fn: `Person ${i}` });
      const seen = new Set<string>();
      let cursor: string | undefined;
      do {
        const query = { limit: 2, ...(cursor && { cursor }) };
        const page = await given().ok('listUndos', tenant.user, { query });
        for (const item of page.items) seen.add(item.id);
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen.size).toBe(5);
    });
  });
}
