import type { ContactCard } from '../../../src/contact/card.ts';
import { cardOf, later, type Person, save, start, suggestionOf, type TestStore, type TestTenant } from '../support.ts';

export function contactHistory(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant();
  });

  const history = async (contactId: string, state?: 'current' | 'past') =>
    (
      await given().ok('getContactHistory', tenant.user, {
        params: { contactId },
        query: { limit: 100, ...(state && { state }) },
      })
    ).items;
  const of = async (contactId: string, field: string) =>
    (await history(contactId)).filter((value) => value.field === field);

  /** A mail of that time says `read`; the user saves `saved`. */
  const acceptFrom = async (
    date: Date,
    read: Partial<ContactCard>,
    saved: Partial<ContactCard> = read,
    who: Person = tenant.user,
  ) => {
    const suggested = suggestionOf(read);
    const source = { ...suggested.source, date: date.toISOString() };
    const { suggestion } = await given().ok('createSuggestion', who, { body: { ...suggested, source } });
    const params = { suggestionId: suggestion.id };
    const { contact, undo } = await given().ok('acceptSuggestion', who, {
      params,
      body: { card: cardOf(saved), override: true },
    });
    return { id: contact.id, source, undo };
  };

  test('a value that was read and left as it was: confirmed by who saved it, seen when the mail was written', async () => {
    const written = later(start, { hours: -48 });
    const { id, source } = await acceptFrom(written, { fn: 'Ana Ruiz', email: ['ana@example.com'] });
    expect(await of(id, 'fn')).toEqual([
      {
        id: expect.any(String),
        field: 'fn',
        value: 'Ana Ruiz',
        text: 'Ana Ruiz',
        how: 'read',
        setBy: tenant.user.email,
        setAt: start.toISOString(),
        source,
        firstSeen: written.toISOString(),
        lastSeen: written.toISOString(),
      },
    ]);
  });

  test('a value edited in the form, or added there, is typed, and not of the mail', async () => {
    const read = { fn: 'Ana Ruis', email: ['ana@example.com'] };
    const { id } = await acceptFrom(start, read, { ...read, fn: 'Ana Ruiz', title: 'Buyer' });
    for (const field of ['fn', 'title']) {
      expect(await of(id, field)).toMatchObject([{ how: 'typed', setBy: tenant.user.email }]);
      expect((await of(id, field))[0]?.source).toBeUndefined();
    }
    expect(await of(id, 'email')).toMatchObject([{ how: 'read' }]);
  });

  test('met again: last confirmed moves on, and nothing else, also for another spelling', async () => {
    const ana = { fn: 'Ana Ruiz', email: ['ana@example.com'], tel: [{ text: '(212) 555-0142', e164: '+12125550142' }] };
    const { id } = await acceptFrom(start, ana);
    const before = await history(id);
    given().clock.now = later(start, { days: 40 });
    const again = later(start, { days: 39 });
    await acceptFrom(again, { ...ana, tel: [{ text: '+1 212 555 0142', e164: '+12125550142' }] });
    const expected = before.map((value) => ({ ...value, lastSeen: again.toISOString() }));
    expect(await history(id)).toEqual(expected);
    expect((await given().ok('getContact', tenant.user, { params: { contactId: id } })).revision).toBe(1);
  });

  test('an older mail that is read later makes it known for longer, not later', async () => {
    const ana = { fn: 'Ana Ruiz', email: ['ana@example.com'] };
    const { id } = await acceptFrom(start, ana);
    await acceptFrom(later(start, { days: -300 }), ana);
    expect(await of(id, 'fn')).toMatchObject([
      { firstSeen: later(start, { days: -300 }).toISOString(), lastSeen: start.toISOString() },
    ]);
  });

  test('a mail dated in the future is seen now', async () => {
    const { id } = await acceptFrom(later(start, { days: 1 }), { fn: 'Ana Ruiz' });
    expect(await of(id, 'fn')).toMatchObject([{ firstSeen: start.toISOString(), lastSeen: start.toISOString() }]);
  });

  test('a value that another takes the place of stays in the history, with its end', async () => {
    const ana = { fn: 'Ana Ruiz', title: 'Buyer', email: ['ana@example.com'] };
    const { id } = await acceptFrom(start, ana);
    const now = later(start, { days: 1 });
    given().clock.now = now;
    await acceptFrom(now, { ...ana, title: 'Director' }, undefined, tenant.admin);
    expect(await of(id, 'title')).toMatchObject([
      { text: 'Director', setBy: tenant.admin.email, setAt: now.toISOString() },
      { text: 'Buyer', setBy: tenant.user.email, ended: { at: now.toISOString(), by: tenant.admin.email } },
    ]);
    expect((await history(id, 'past')).map(({ text }) => text)).toEqual(['Buyer']);
    expect((await history(id, 'current')).map(({ text }) => text).sort()).toEqual([
      'Ana Ruiz',
      'Director',
      'ana@example.com',
    ]);
  });

  test('an undone act leaves no trace of its values, and the former ones go on as if nothing had been', async () => {
    const ana = { fn: 'Ana Ruiz', title: 'Buyer', email: ['ana@example.com'] };
    const { id } = await acceptFrom(start, ana);
    const before = await history(id);
    given().clock.now = later(start, { hours: 1 });
    const { undo } = await acceptFrom(start, { ...ana, title: 'Director', tel: [{ text: '212-555-0142' }] });
    await given().ok('undo', tenant.user, { params: { undoId: undo.id } });
    expect(await history(id)).toEqual(before);
  });

  test('what a colleague has confirmed since stays confirmed after an undo', async () => {
    const ana = { fn: 'Ana Ruiz', title: 'Buyer', email: ['ana@example.com'] };
    const { id } = await acceptFrom(start, ana);
    const { undo } = await acceptFrom(start, { ...ana, title: 'Director' });
    const now = later(start, { hours: 2 });
    given().clock.now = now;
    await acceptFrom(now, { fn: 'Ana Ruiz', email: ['ana@example.com'] }, undefined, tenant.admin);
    await given().ok('undo', tenant.user, { params: { undoId: undo.id } });
    expect(await of(id, 'fn')).toMatchObject([{ lastSeen: now.toISOString() }]);
    expect(await of(id, 'title')).toMatchObject([{ text: 'Buyer' }]);
  });

  test('page by page, the last set first', async () => {
    const { contact } = await save(given(), tenant.user, {
      fn: 'Ana Ruiz',
      title: 'Buyer',
      email: ['a@example.com', 'b@example.com'],
    });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await given().ok('getContactHistory', tenant.user, {
        params: { contactId: contact.id },
        query: { limit: 2, ...(cursor && { cursor }) },
      });
      seen.push(...page.items.map(({ text }) => text));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.sort()).toEqual(['Ana Ruiz', 'Buyer', 'a@example.com', 'b@example.com']);
  });
}
