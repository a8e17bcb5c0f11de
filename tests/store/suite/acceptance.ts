import type { ContactCard } from '../../../src/contact/card.ts';
import {
  cardOf,
  later,
  type Person,
  person,
  save,
  start,
  suggestionOf,
  type TestStore,
  type TestTenant,
} from '../support.ts';

export function acceptance(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant();
  });

  const contacts = async () => (await given().ok('listContacts', tenant.user)).items;
  const contact = async (contactId: string) => await given().ok('getContact', tenant.user, { params: { contactId } });
  const suggest = async (card: Partial<ContactCard>, who: Person = tenant.user) =>
    (await given().ok('createSuggestion', who, { body: suggestionOf(card) })).suggestion.id;

  describe('a new person', () => {
    test('becomes a contact as the user left the card', async () => {
      const suggestionId = await suggest({ fn: 'Ana Ruis', email: ['ana@example.com'] });
      const card = cardOf({
        fn: ' Ana Ruiz ',
        title: 'Buyer',
        email: ['Ana@Example.com', 'ana@example.com', 'a@b.example'],
      });
      const saved = await given().ok('acceptSuggestion', tenant.user, {
        params: { suggestionId },
        body: { card, override: true },
      });
      expect(saved).toMatchObject({
        outcome: 'created',
        contact: {
          card: {
            fn: 'Ana Ruiz',
            title: 'Buyer',
            email: ['Ana@Example.com', 'a@b.example'],
            tel: [],
            url: [],
            social: [],
          },
          revision: 1,
          createdAt: '2026-11-22T09:30:00.000Z',
          updatedAt: '2026-11-22T09:30:00.000Z',
          createdBy: tenant.user.email,
        },
        changes: [],
        undo: { expiresAt: '2026-11-23T09:30:00.000Z' },
        quota: { used: 1 },
      });
      expect(await contact(saved.contact.id)).toEqual(saved.contact);
    });

    test.each(['', '   ', '\u200b'])('needs a name: %j', async (fn) => {
      const suggestionId = await suggest({ email: ['ana@example.com'] });
      const input = {
        params: { suggestionId },
        body: { card: cardOf({ fn, email: ['ana@example.com'] }), override: true },
      };
      expect(await given().refused('acceptSuggestion', tenant.user, input)).toBe('contact-incomplete');
      expect(await contacts()).toEqual([]);
      expect((await given().ok('getQuota', tenant.user)).used).toBe(0);
      expect((await given().ok('listSuggestions', tenant.user)).items).toHaveLength(1);
    });

    test('two without an address are two contacts', async () => {
      await save(given(), tenant.user, { fn: 'Ana Ruiz' });
      await save(given(), tenant.user, { fn: 'Ana Ruiz' });
      expect(await contacts()).toHaveLength(2);
    });
  });

  describe('a known address', () => {
    const known = { fn: 'Ana Ruiz', title: 'Buyer', email: ['ana@example.com'], tel: [{ text: '212-555-0142' }] };

    test('updates that contact instead of doubling it, and loses nothing', async () => {
      const first = await save(given(), tenant.user, known);
      given().clock.now = later(start, { hours: 1 });
      const second = await save(given(), tenant.admin, {
        fn: '',
        title: 'Director',
        email: ['ANA@example.com', 'ana@b.example'],
      });
      expect(second).toMatchObject({
        outcome: 'updated',
        contact: {
          id: first.contact.id,
          card: { fn: 'Ana Ruiz', title: 'Director', email: ['ana@example.com', 'ana@b.example'], tel: known.tel },
          revision: 2,
          createdAt: '2026-11-22T09:30:00.000Z',
          updatedAt: '2026-11-22T10:30:00.000Z',
          createdBy: tenant.user.email,
        },
        changes: [
          { field: 'title', old: 'Buyer', new: 'Director' },
          { field: 'email', old: null, new: 'ana@b.example' },
        ],
        quota: { used: 1 },
      });
      expect(await contact(first.contact.id)).toEqual(second.contact);
      expect(await contacts()).toHaveLength(1);
    });

    test('its new address is known from then on', async () => {
      const first = await save(given(), tenant.user, known);
      await save(given(), tenant.user, { ...known, email: ['ana@example.com', 'ana@b.example'] });
      const third = await save(given(), tenant.user, { fn: 'Ana Ruiz', email: ['ana@b.example'] });
      expect(third).toMatchObject({
        outcome: 'unchanged',
        contact: { id: first.contact.id, revision: 2 },
        changes: [],
      });
    });

    test('nothing new leaves the contact as it is', async () => {
      const first = await save(given(), tenant.user, known);
      given().clock.now = later(start, { hours: 1 });
      const second = await save(given(), tenant.user, known);
      expect(second).toMatchObject({ outcome: 'unchanged', changes: [], quota: { used: 1 } });
      expect(second.contact).toEqual(first.contact);
    });

    test('of two contacts: the first address decides, the other address stays where it is', async () => {
      const ana = await save(given(), tenant.user, { fn: 'Ana Ruiz', email: ['ana@example.com'] });
      const ben = await save(given(), tenant.user, { fn: 'Ben Okafor', email: ['ben@example.com'] });
      const both = { fn: 'Ben Okafor', email: ['new@example.com', 'ben@example.com', 'ana@example.com'] };
      const saved = await save(given(), tenant.user, both);
      expect(saved).toMatchObject({ outcome: 'updated', contact: { id: ben.contact.id } });
      expect(saved.contact.card.email).toEqual(['ben@example.com', 'new@example.com']);
      expect(await contact(ana.contact.id)).toEqual(ana.contact);
    });

    test('a contact holds at most 20 addresses, whatever is added', async () => {
      const many = (name: string) => Array.from({ length: 20 }, (_, i) => `${name}${i}@example.com`);
      await save(given(), tenant.user, { fn: 'Ana', email: many('a') });
      const full = await save(given(), tenant.user, { fn: 'Ana', email: ['a7@example.com', ...many('b').slice(1)] });
      expect(full.contact.card.email).toEqual(many('a'));
    });
  });

  describe('quota', () => {
    const limited = (allowed: number, policy: 'warn' | 'block') => given().tenant({ quota: { allowed, policy } });
    const used = async () => (await given().ok('getQuota', tenant.user)).used;

    test('block: past it nothing new is saved, updates are', async () => {
      tenant = await limited(1, 'block');
      await save(given(), tenant.user, { fn: 'Ana', email: ['ana@example.com'] });
      const suggestionId = await suggest({ fn: 'Ben' });
      const input = { params: { suggestionId }, body: { card: cardOf({ fn: 'Ben' }), override: true } };
      expect(await given().refused('acceptSuggestion', tenant.user, input)).toBe('quota-exceeded');
      expect(await contacts()).toHaveLength(1);
      expect((await given().ok('listSuggestions', tenant.user)).items).toMatchObject([{ id: suggestionId }]);
      expect(await save(given(), tenant.user, { title: 'Buyer', email: ['ana@example.com'] })).toMatchObject({
        outcome: 'updated',
        quota: { used: 1, allowed: 1, policy: 'block' },
      });
    });

    test('a quota of none saves none', async () => {
      tenant = await limited(0, 'block');
      const suggestionId = await suggest({ fn: 'Ben' });
      const input = { params: { suggestionId }, body: { card: cardOf({ fn: 'Ben' }), override: true } };
      expect(await given().refused('acceptSuggestion', tenant.user, input)).toBe('quota-exceeded');
    });

    test('warn: past it everything is saved and counted', async () => {
      tenant = await limited(1, 'warn');
      await save(given(), tenant.user, { fn: 'Ana' });
      expect((await save(given(), tenant.user, { fn: 'Ben' })).quota).toMatchObject({ used: 2, allowed: 1 });
    });

    test('a new month in UTC begins at none', async () => {
      tenant = await limited(1, 'block');
      given().clock.now = new Date('2026-11-30T23:59:59.999Z');
      await save(given(), tenant.user, { fn: 'Ana' });
      given().clock.now = new Date('2026-12-01T00:00:00.000Z');
      expect(await used()).toBe(0);
      expect((await save(given(), tenant.user, { fn: 'Ben' })).quota).toMatchObject({ period: '2026-12', used: 1 });
    });

    test('its last unit goes to one of 20 at once', async () => {
      tenant = await limited(3, 'block');
      await save(given(), tenant.user, { fn: 'Ana' });
      await save(given(), tenant.user, { fn: 'Ben' });
      const suggested = await Promise.all(Array.from({ length: 20 }, (_, i) => suggest({ fn: `Person ${i}` })));
      const answers = await Promise.all(
        suggested.map((suggestionId, i) =>
          given().call('acceptSuggestion', tenant.user, {
            params: { suggestionId },
            body: { card: cardOf({ fn: `Person ${i}` }), override: true },
          }),
        ),
      );
      const codes = answers.map((answer) => answer.problem?.code ?? 'saved').sort();
      expect(codes).toEqual([...Array(19).fill('quota-exceeded'), 'saved']);
      expect(await used()).toBe(3);
      expect(await contacts()).toHaveLength(3);
    });
  });

  describe('at once', () => {
    test('the same suggestion accepted by two requests is saved once', async () => {
      const suggestionId = await suggest({ fn: 'Ana' });
      const input = { params: { suggestionId }, body: { card: cardOf({ fn: 'Ana' }), override: true } };
      const answers = await Promise.all([1, 2, 3].map(() => given().call('acceptSuggestion', tenant.user, input)));
      expect(answers.map((answer) => answer.problem?.code ?? 'saved').sort()).toEqual([
        'saved',
        'suggestion-closed',
        'suggestion-closed',
      ]);
      expect(await contacts()).toHaveLength(1);
    });

    test('the same person saved by many from the mail each of them got is one contact with what each of them knew', async () => {
      const people = Array.from({ length: 8 }, (_, i) => person(tenant.domain, `user${i}`));
      const users = [tenant.admin, tenant.user, ...people].map(({ email }) => email);
      await given().ok('replaceRoster', tenant.admin, { body: { revision: 2, users } });
      const cards = Array.from({ length: 8 }, (_, i) => ({
        fn: 'Ana Ruiz',
        email: i % 2 ? ['ana@example.com', 'ana@b.example'] : ['ana@b.example', 'ana@example.com'],
        tel: [{ text: `212-555-014${i}` }],
      }));
      const who = (i: number) => people[i] as Person;
      const suggested = await Promise.all(cards.map((card, i) => suggest(card, who(i))));
      const saved = await Promise.all(
        suggested.map((suggestionId, i) =>
          given().ok('acceptSuggestion', who(i), {
            params: { suggestionId },
            body: { card: cardOf(cards[i] ?? {}), override: true },
          }),
        ),
      );
      expect(saved.filter((answer) => answer.outcome === 'created')).toHaveLength(1);
      expect(new Set(saved.map((answer) => answer.contact.id)).size).toBe(1);
      const { card, revision } = await contact(saved[0]?.contact.id ?? '');
      expect(card.tel.map((tel) => tel.text).sort()).toEqual(cards.map((one) => one.tel[0]?.text));
      expect(revision).toBe(8);
      expect((await given().ok('getQuota', tenant.user)).used).toBe(1);
    });

    test('the same message suggested by many requests is one suggestion', async () => {
      const body = suggestionOf({ fn: 'Ana' }, 'same@example.com');
      const all = await Promise.all([1, 2, 3, 4].map(() => given().ok('createSuggestion', tenant.user, { body })));
      expect(new Set(all.map((answer) => answer.suggestion.id)).size).toBe(1);
    });
  });
}
