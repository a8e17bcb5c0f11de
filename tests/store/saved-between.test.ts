import { holdAnswer } from './held-answer.ts';
import { describeOnPostgres } from './postgres.ts';
import { cardOf, openTestStore, type Person, save, suggestionOf, type TestStore } from './support.ts';

describeOnPostgres(
  'a person whom somebody else saves after a request has compared them, and before it saves them',
  (server) => {
    let store: TestStore;
    beforeAll(async () => {
      store = await openTestStore({ url: await server().createDatabase('between') });
    });
    afterAll(() => store.close());

    const ana = (tel: string) => cardOf({ fn: 'Ana Ruiz', email: ['ana@example.com'], tel: [{ text: tel }] });
    const card = ana('212-555-0142');
    const suggest = async (user: Person) =>
      (await store.ok('createSuggestion', user, { body: suggestionOf(card) })).suggestion.id;

    test.each<[string, (user: Person) => Promise<() => Promise<unknown>>]>([
      [
        'accepted',
        async (user) => {
          const suggestionId = await suggest(user);
          return () => store.ok('acceptSuggestion', user, { params: { suggestionId }, body: { card, override: true } });
        },
      ],
      [
        'accepted with others',
        async (user) => {
          const ids = [await suggest(user)];
          return () => store.ok('acceptSuggestions', user, { body: { ids, override: true } });
        },
      ],
      [
        'imported',
        async (user) => () => store.ok('importContacts', user, { body: { contacts: [{ card, tags: [] }] } }),
      ],
    ])('is one contact: %s', async (_, prepare) => {
      const { admin, user } = await store.tenant();
      const saveAna = await prepare(user);
      const comparison = holdAnswer((statement) => statement.includes('contact_keys'));
      const saving = saveAna();
      await comparison.reached;
      await save(store, admin, ana('212-555-0143'));
      comparison.release();
      await saving;
      const { items } = await store.ok('listContacts', admin);
      expect(items).toHaveLength(1);
      const contact = await store.ok('getContact', admin, { params: { contactId: items[0]?.id ?? '' } });
      expect(contact.card.email).toEqual(['ana@example.com']);
      expect(contact.card.tel.map(({ text }) => text).sort()).toEqual(['212-555-0142', '212-555-0143']);
    });
  },
);
