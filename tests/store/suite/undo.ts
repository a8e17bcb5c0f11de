import { randomUUID } from 'node:crypto';
import { later, type Person, save, start, suggestionOf, type TestStore, type TestTenant } from '../support.ts';

export function undo(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant();
  });

  const ana = { fn: 'Ana Ruiz', title: 'Buyer', email: ['ana@example.com'] };
  const take = (undoId: string, who: Person = tenant.user, key?: string) =>
    given().call('undo', who, { params: { undoId }, key });
  const contacts = async () => (await given().ok('listContacts', tenant.user)).items;
  const contact = async (contactId: string) => await given().ok('getContact', tenant.user, { params: { contactId } });
  const used = async () => (await given().ok('getQuota', tenant.user)).used;
  const suggest = async (card: typeof ana, messageId?: string) =>
    (await given().ok('createSuggestion', tenant.user, { body: suggestionOf(card, messageId) })).suggestion;

  describe('of an acceptance', () => {
    test('that created the contact removes it, gives the quota back and lets the suggestion wait again', async () => {
      const saved = await save(given(), tenant.user, ana);
      const { body } = await take(saved.undo.id);
      expect(body).toMatchObject({ kind: 'accept', suggestion: { status: 'pending' }, quota: { used: 0 } });
      expect(body.suggestion?.contactId).toBeUndefined();
      expect(await contacts()).toEqual([]);
      expect((await given().ok('listSuggestions', tenant.user)).items).toEqual([body.suggestion]);
      const again = await save(given(), tenant.user, ana);
      expect(again.outcome).toBe('created'); // its address is free
    });

    test('that updated the contact brings the former card back and keeps the quota', async () => {
      const first = await save(given(), tenant.admin, ana);
      const second = await save(given(), tenant.user, {
        title: 'Director',
        email: ['ana@example.com', 'ana@b.example'],
      });
      given().clock.now = later(start, { hours: 1 });
      expect((await take(second.undo.id)).body).toMatchObject({
        suggestion: { status: 'pending' },
        quota: { used: 1 },
      });
      expect(await contact(first.contact.id)).toEqual({
        ...first.contact,
        revision: 3,
        updatedAt: '2026-11-22T10:30:00.000Z',
      });
      expect(await contacts()).toMatchObject([{ title: 'Buyer' }]);
      const other = await save(given(), tenant.user, { fn: 'Other', email: ['ana@b.example'] });
      expect(other.outcome).toBe('created'); // the added address is free
    });

    test('that changed nothing only lets the suggestion wait again', async () => {
      const first = await save(given(), tenant.user, ana);
      const second = await save(given(), tenant.user, ana);
      await save(given(), tenant.user, { title: 'Director', email: ['ana@example.com'] });
      expect((await take(second.undo.id)).body).toMatchObject({ suggestion: { status: 'pending' } });
      expect(await contact(first.contact.id)).toMatchObject({ card: { title: 'Director' }, revision: 2 });
    });

    test('gives the quota back to the month that counted it', async () => {
      given().clock.now = new Date('2026-11-30T23:00:00.000Z');
      const saved = await save(given(), tenant.user, ana);
      given().clock.now = new Date('2026-12-01T01:00:00.000Z');
      await save(given(), tenant.user, { fn: 'Ben' });
      expect((await take(saved.undo.id)).body.quota).toMatchObject({ period: '2026-12', used: 1 });
      given().clock.now = new Date('2026-11-30T23:30:00.000Z');
      expect(await used()).toBe(0);
    });

    test('last in, first out', async () => {
      const first = await save(given(), tenant.user, ana);
      const second = await save(given(), tenant.admin, { title: 'Director', email: ['ana@example.com'] });
      expect((await take(first.undo.id)).problem?.code).toBe('undo-conflict');
      expect((await take(second.undo.id, tenant.admin)).status).toBe(200);
      expect((await take(first.undo.id)).status).toBe(200);
      expect(await contacts()).toEqual([]);
    });

    test('leaves a contact that was changed since', async () => {
      const first = await save(given(), tenant.user, ana);
      await save(given(), tenant.admin, { title: 'Director', email: ['ana@example.com'] });
      const before = await contact(first.contact.id);
      expect((await take(first.undo.id)).problem?.code).toBe('undo-conflict');
      expect(await contact(first.contact.id)).toEqual(before);
      expect(await used()).toBe(1);
      const accepted = await given().ok('listSuggestions', tenant.user, { query: { status: 'accepted' } });
      expect(accepted.items).toHaveLength(1);
    });

    test('leaves a contact that a colleague has accepted too', async () => {
      const first = await save(given(), tenant.user, ana);
      expect((await save(given(), tenant.admin, ana)).outcome).toBe('unchanged');
      expect((await take(first.undo.id)).problem?.code).toBe('undo-conflict');
      expect(await contacts()).toHaveLength(1);
    });
  });

  describe('of a dismissal', () => {
    const dismiss = (suggestionId: string) =>
      given().ok('dismissSuggestion', tenant.user, { params: { suggestionId } });

    test('lets the suggestion wait again', async () => {
      const suggestion = await suggest(ana);
      const dismissed = await dismiss(suggestion.id);
      const { daysLeft: _, ...settled } = suggestion;
      expect(dismissed.suggestion).toEqual({ ...settled, status: 'dismissed' });
      expect((await take(dismissed.undo.id)).body).toMatchObject({ kind: 'dismiss', suggestion });
      expect((await given().ok('listSuggestions', tenant.user)).items).toEqual([suggestion]);
    });

    test('asked for again in the meantime, it waits already', async () => {
      const suggestion = await suggest(ana, 'm1@example.com');
      const { undo } = await dismiss(suggestion.id);
      await suggest(ana, 'm1@example.com');
      expect((await take(undo.id)).body.suggestion?.status).toBe('pending');
    });

    test('accepted in the meantime, it stays so', async () => {
      const suggestion = await suggest(ana, 'm1@example.com');
      const { undo } = await dismiss(suggestion.id);
      await suggest(ana, 'm1@example.com');
      await given().ok('acceptSuggestion', tenant.user, {
        params: { suggestionId: suggestion.id },
        body: { card: { ...ana, tel: [], url: [], social: [] }, override: true },
      });
      expect((await take(undo.id)).problem?.code).toBe('undo-conflict');
      expect(await contacts()).toHaveLength(1);
    });
  });

  test('is offered for 24 hours', async () => {
    const [one, two] = [await save(given(), tenant.user, ana), await save(given(), tenant.user, { fn: 'Ben' })];
    given().clock.now = new Date(Date.parse(one.undo.expiresAt) - 1);
    expect((await take(one.undo.id)).status).toBe(200);
    given().clock.now = new Date(two.undo.expiresAt);
    expect((await take(two.undo.id)).problem?.code).toBe('undo-expired');
  });

  test('works once; its key again gives the same answer', async () => {
    const saved = await save(given(), tenant.user, ana);
    const first = await take(saved.undo.id, tenant.user, 'undo-1');
    expect((await take(saved.undo.id, tenant.user, 'undo-1')).text).toBe(first.text);
    expect((await take(saved.undo.id)).problem?.code).toBe('undo-not-found');
    expect(await used()).toBe(0);
  });

  test('two at once: one works', async () => {
    const saved = await save(given(), tenant.user, ana);
    const answers = await Promise.all([take(saved.undo.id), take(saved.undo.id)]);
    expect(answers.map((answer) => answer.problem?.code ?? 'undone').sort()).toEqual(['undo-not-found', 'undone']);
    expect(await used()).toBe(0);
  });

  test("is only for who did it, and for what was done: a colleague's, or one that never was", async () => {
    const saved = await save(given(), tenant.user, ana);
    expect((await take(saved.undo.id, tenant.admin)).problem?.code).toBe('undo-not-found');
    expect((await take(randomUUID())).problem?.code).toBe('undo-not-found');
    expect(await contacts()).toHaveLength(1);
  });

  test('an acceptance and the undo of the contact it found, at once, leave no half of either', async () => {
    const saved = await save(given(), tenant.user, ana);
    const [undone, second] = await Promise.all([
      take(saved.undo.id),
      save(given(), tenant.admin, { ...ana, title: 'Director' }),
    ]);
    const found = await contacts();
    expect(found).toHaveLength(1);
    expect(found[0]?.id).toBe(second.contact.id);
    expect(second.outcome).toBe(undone.status === 200 ? 'created' : 'updated');
    expect(await used()).toBe(1);
  });
}
