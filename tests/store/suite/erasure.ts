import { randomUUID } from 'node:crypto';
import { removeExpired } from '../../../src/store/commands/remove-expired.ts';
import { later, type Person, save, start, suggestionOf, type TestStore, type TestTenant } from '../support.ts';
import { rowsOf } from './rows.ts';

/** What is kept about a person: shown whole, and gone whole. */
export function erasure(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant();
  });

  const ana = { fn: 'Anabel Quist', title: 'Buyer', email: ['anabel@example.com'] };
  const drop = async (contactId: string, who: Person = tenant.user) =>
    (await given().ok('deleteContact', who, { params: { contactId } })).undo.id;
  const merge = (contactId: string, other: string) =>
    given().ok('mergeContacts', tenant.user, { params: { contactId }, body: { other } });
  const expireAll = async () => await removeExpired(given().db, given().clock.now);
  const traces = async () =>
    Object.entries(await rowsOf(given(), tenant.domain)).flatMap(([table, rows]) =>
      rows.filter((row) => /anabel|quist/i.test(row)).map(() => table),
    );

  describe('removeExpired', () => {
    test('leaves nothing of a deleted person, in anybody’s suggestions, undos or kept answers', async () => {
      const { contact } = await save(given(), tenant.user, ana);
      await save(given(), tenant.admin, { ...ana, title: 'Director' });
      const other = (await save(given(), tenant.user, { fn: 'A. Quist', email: ['quist@example.com'] })).contact;
      await merge(contact.id, other.id);
      await drop(contact.id);
      expect(await traces()).toEqual(
        expect.arrayContaining([
          'contacts',
          'contact_values',
          'contact_merges',
          'suggestions',
          'undos',
          'idempotency_keys',
        ]),
      );
      given().clock.now = later(start, { hours: 25 });
      expect((await expireAll()).contacts).toBeGreaterThanOrEqual(1);
      expect(await traces()).toEqual([]);
    });

    test('keeps what can still be undone', async () => {
      const { contact } = await save(given(), tenant.user, ana);
      given().clock.now = later(start, { hours: 23 });
      const undoId = await drop(contact.id);
      given().clock.now = later(start, { hours: 26 });
      await expireAll();
      await given().ok('undo', tenant.user, { params: { undoId } });
      expect((await given().ok('listContacts', tenant.user)).items).toMatchObject([{ id: contact.id }]);
    });

    test('keeps contacts, and what was merged into them however long ago', async () => {
      const { contact } = await save(given(), tenant.user, ana);
      const other = (await save(given(), tenant.user, { fn: 'A. Quist', email: ['quist@example.com'] })).contact;
      await merge(contact.id, other.id);
      given().clock.now = later(start, { days: 100 });
      await expireAll();
      await given().ok('unmergeContacts', tenant.user, { params: { contactId: contact.id }, body: {} });
      expect((await given().ok('listContacts', tenant.user)).items).toHaveLength(2);
    });

    test('keeps a contact whose deletion was undone', async () => {
      const { contact } = await save(given(), tenant.user, ana);
      await given().ok('undo', tenant.user, { params: { undoId: await drop(contact.id) } });
      given().clock.now = later(start, { days: 2 });
      await expireAll();
      expect((await given().ok('listContacts', tenant.user)).items).toMatchObject([{ id: contact.id }]);
    });

    test('twice at once removes each once', async () => {
      for (let i = 0; i < 3; i++) await drop((await save(given(), tenant.user, { fn: `Quist ${i}` })).contact.id);
      given().clock.now = later(start, { days: 2 });
      await Promise.all([expireAll(), expireAll()]);
      expect(await traces()).toEqual([]);
      expect(await expireAll()).toEqual({ undos: 0, contacts: 0, idempotencyKeys: 0 });
    });
  });

  describe('exportSubject', () => {
    const exported = (contactId: string, who = tenant.admin) =>
      given().call('exportSubject', who, { params: { contactId } });

    test('has everything: values, their history, what was merged, who knows the person, every user’s suggestions', async () => {
      const { contact, undo } = await save(given(), tenant.user, ana);
      await given().ok('undo', tenant.user, { params: { undoId: undo.id } });
      const first = (await save(given(), tenant.user, ana)).contact;
      const other = (await save(given(), tenant.admin, { fn: 'A. Quist', email: ['quist@example.com'] })).contact;
      await given().ok('updateContact', tenant.user, {
        params: { contactId: first.id },
        body: { revision: 1, card: { title: 'Director' }, notes: 'Likes tea' },
      });
      await merge(first.id, other.id);
      const waiting = { body: suggestionOf({ fn: 'Anabel', email: ['QUIST@example.com'] }) };
      await given().ok('createSuggestion', tenant.admin, waiting);
      await given().ok('createSuggestion', tenant.user, {
        body: suggestionOf({ fn: 'Ben', email: ['ben@example.com'] }),
      });

      const { body } = await exported(first.id);
      expect(body.contact).toMatchObject({ id: first.id, notes: 'Likes tea', card: { title: 'Director' } });
      expect(body.history.map(({ text }) => text)).toEqual(expect.arrayContaining(['Buyer', 'Director', 'Likes tea']));
      expect(body.merged).toMatchObject([{ contact: { id: other.id, card: { fn: 'A. Quist' } } }]);
      expect(body.acquaintances.map(({ user }) => user).sort()).toEqual([tenant.admin.email, tenant.user.email]);
      expect(body.suggestions.map(({ status }) => status).sort()).toEqual(['accepted', 'accepted', 'pending']);
      expect(JSON.stringify(body)).not.toMatch(/Ben|ben@/);
      const log = (await given().ok('listAudit', tenant.admin, { query: { subject: first.id } })).items;
      const before = log.filter(({ act }) => act !== 'contact.export');
      expect(before).toHaveLength(log.length - 1);
      expect(body.audit).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
      expect(body.audit).not.toContain(contact.id);
    });

    test('is for admins, of contacts that are there', async () => {
      const { contact } = await save(given(), tenant.user, ana);
      expect((await exported(contact.id, tenant.user)).problem?.code).toBe('admin-only');
      expect((await exported(randomUUID())).problem?.code).toBe('contact-not-found');
      await drop(contact.id);
      expect((await exported(contact.id)).problem?.code).toBe('contact-not-found');
    });
  });
}
