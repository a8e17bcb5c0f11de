import { later, start, suggestionOf, type TestStore, type TestTenant } from '../support.ts';

export function suggestions(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant();
  });

  const ana = { fn: 'Ana Ruiz', title: 'Buyer', email: ['ana@example.com'] };
  const suggest = (card: Parameters<typeof suggestionOf>[0] = ana, messageId = 'm1@example.com') =>
    given().ok('createSuggestion', tenant.user, { body: suggestionOf(card, messageId) });
  const pending = async () => (await given().ok('listSuggestions', tenant.user)).items;
  const accept = (suggestionId: string, card = ana) =>
    given().ok('acceptSuggestion', tenant.user, {
      params: { suggestionId },
      body: { card: { tel: [], url: [], social: [], ...card }, override: true },
    });
  const dismiss = (suggestionId: string) => given().ok('dismissSuggestion', tenant.user, { params: { suggestionId } });

  test('a draft waits in the queue as it came, for 30 days', async () => {
    const body = suggestionOf(ana);
    const answer = await given().ok('createSuggestion', tenant.user, { body });
    expect(answer).toMatchObject({
      suggestion: {
        status: 'pending',
        ...body,
        createdAt: '2026-11-22T09:30:00.000Z',
        expiresAt: '2026-12-22T09:30:00.000Z',
        daysLeft: 30,
        mails: 1,
      },
      match: { kind: 'new' },
      quota: { period: '2026-11', used: 0, allowed: null, policy: 'warn' },
    });
    expect(await pending()).toEqual([answer.suggestion]);
    const params = { suggestionId: answer.suggestion.id };
    expect(await given().ok('getSuggestion', tenant.user, { params })).toEqual(answer);
  });

  describe('the same message again', () => {
    test('is the same suggestion, with the fresh draft', async () => {
      const first = await suggest();
      const again = await suggest({ ...ana, title: 'Director', email: ['ANA@example.com'] });
      expect(again.suggestion.id).toBe(first.suggestion.id);
      expect(again.suggestion.draft.title?.value).toBe('Director');
      expect(await pending()).toEqual([again.suggestion]);
    });

    test('another person in it is another suggestion', async () => {
      const first = await suggest();
      const other = await suggest({ fn: 'Ben Okafor', email: ['ben@example.com'] });
      expect(other.suggestion.id).not.toBe(first.suggestion.id);
    });

    test('without an address the name tells persons apart', async () => {
      const first = await suggest({ fn: 'Ana Ruiz' });
      expect((await suggest({ fn: 'ANA  RUÍZ' })).suggestion.id).toBe(first.suggestion.id);
      expect((await suggest({ fn: 'Ben Okafor' })).suggestion.id).not.toBe(first.suggestion.id);
    });

    test('a colleague has a suggestion of their own', async () => {
      const first = await suggest();
      const body = suggestionOf(ana, 'm1@example.com');
      const { suggestion } = await given().ok('createSuggestion', tenant.admin, { body });
      expect(suggestion.id).not.toBe(first.suggestion.id);
    });

    test('brings a dismissed one back', async () => {
      const { suggestion } = await suggest();
      await dismiss(suggestion.id);
      given().clock.now = later(start, { days: 1 });
      const again = await suggest();
      expect(again.suggestion).toMatchObject({
        id: suggestion.id,
        status: 'pending',
        createdAt: '2026-11-23T09:30:00.000Z',
        expiresAt: '2026-12-23T09:30:00.000Z',
      });
      expect(await pending()).toEqual([again.suggestion]);
    });

    test('brings an expired one back', async () => {
      const { suggestion } = await suggest();
      given().clock.now = later(start, { days: 31 });
      expect(await pending()).toEqual([]);
      expect((await suggest()).suggestion).toMatchObject({ id: suggestion.id, status: 'pending' });
      expect(await pending()).toHaveLength(1);
    });

    test('leaves an accepted one accepted, and says which contact it became', async () => {
      const { suggestion } = await suggest();
      const { contact } = await accept(suggestion.id);
      const again = await suggest({ ...ana, title: 'Director' });
      expect(again.suggestion).toMatchObject({ id: suggestion.id, status: 'accepted', contactId: contact.id });
      expect(again.suggestion.draft.title?.value).toBe('Buyer');
      expect(again.match).toMatchObject({ kind: 'known', contact: { id: contact.id } });
    });
  });

  describe('another mail of a person who waits', () => {
    const mail = (messageId: string, title: string, date?: string, card = ana) => {
      const body = suggestionOf({ ...card, title }, messageId);
      return given().ok('createSuggestion', tenant.user, {
        body: { ...body, source: { ...body.source, ...(date && { date }) } },
      });
    };

    test('is taken in by the suggestion, which shows the newer draft and waits the whole time again', async () => {
      const first = await mail('m1@example.com', 'Buyer', '2026-11-20T08:00:00.000Z');
      given().clock.now = later(start, { days: 2 });
      const second = await mail('m2@example.com', 'Director', '2026-11-24T08:00:00.000Z');
      expect(second.suggestion).toMatchObject({
        id: first.suggestion.id,
        draft: { title: { value: 'Director' } },
        source: { messageId: 'm2@example.com' },
        createdAt: '2026-11-24T09:30:00.000Z',
        daysLeft: 30,
        mails: 2,
      });
      expect(await pending()).toEqual([second.suggestion]);
    });

    test('which is older changes nothing of the draft', async () => {
      await mail('m2@example.com', 'Director', '2026-11-21T08:00:00.000Z');
      const { suggestion } = await mail('m1@example.com', 'Buyer', '2026-11-20T08:00:00.000Z');
      expect(suggestion).toMatchObject({ draft: { title: { value: 'Director' } }, mails: 2 });
    });

    test('each of its mails is this suggestion, however often it is sent', async () => {
      const { suggestion } = await mail('m1@example.com', 'Buyer');
      for (const messageId of ['m2@example.com', 'm1@example.com', 'm2@example.com']) await mail(messageId, 'Buyer');
      expect(await pending()).toMatchObject([{ id: suggestion.id, mails: 2 }]);
      const sender = { email: 'ana@example.com', messageId: 'm2@example.com' };
      expect(await given().ok('lookupSender', tenant.user, { body: sender })).toMatchObject({
        status: 'suggested',
        suggestionId: suggestion.id,
      });
    });

    test('behind a shared address, and without one, every mail is a suggestion of its own', async () => {
      for (const email of [['info@example.com'], []]) {
        await mail(`m1${email}@example.com`, 'Buyer', undefined, { ...ana, email });
        await mail(`m2${email}@example.com`, 'Buyer', undefined, { ...ana, email });
      }
      expect(await pending()).toHaveLength(4);
    });

    test('after the person was accepted it is a suggestion of its own, which an undo of that takes in', async () => {
      const first = await mail('m1@example.com', 'Buyer');
      const { undo } = await accept(first.suggestion.id);
      const second = await mail('m2@example.com', 'Director');
      expect(second.suggestion.id).not.toBe(first.suggestion.id);
      await given().ok('undo', tenant.user, { params: { undoId: undo.id } });
      expect(await pending()).toMatchObject([
        { id: first.suggestion.id, draft: { title: { value: 'Director' } }, mails: 2 },
      ]);
      expect((await mail('m2@example.com', 'Director')).suggestion.id).toBe(first.suggestion.id);
    });

    test('a dismissed mail that is asked for again joins the one that waits by now', async () => {
      const first = await mail('m1@example.com', 'Buyer');
      await dismiss(first.suggestion.id);
      const second = await mail('m2@example.com', 'Director');
      expect((await mail('m1@example.com', 'Buyer')).suggestion.id).toBe(second.suggestion.id);
      expect(await pending()).toHaveLength(1);
    });

    test('many at once are one suggestion', async () => {
      await Promise.all(Array.from({ length: 6 }, (_, i) => mail(`m${i}@example.com`, 'Buyer')));
      expect(await pending()).toMatchObject([{ mails: 6 }]);
    });
  });

  describe('the queue is narrowed by', () => {
    const ids = async (query: object) =>
      (await given().ok('listSuggestions', tenant.user, { query })).items.map(({ draft }) => draft.fn?.value);
    beforeEach(async () => {
      await suggest({ ...ana, org: { name: 'Kite Ltd', units: [] } });
      given().clock.now = later(start, { days: 1 });
      const body = suggestionOf({ fn: '山田 太郎', email: ['taro@example.com'] }, 'm2@example.com');
      const source = { ...body.source, way: 'background' as const };
      await given().ok('createSuggestion', tenant.user, { body: { ...body, source } });
    });

    test.each([
      [{ q: 'ruiz kite' }, ['Ana Ruiz']],
      [{ q: '山田' }, ['山田 太郎']],
      [{ q: 'ruiz taro' }, []],
      [{ way: 'background' }, ['山田 太郎']],
      [{ since: '2026-11-23T00:00:00.000Z' }, ['山田 太郎']],
      [{ since: '2026-11-22T00:00:00.000Z' }, ['山田 太郎', 'Ana Ruiz']],
    ])('%j', async (query, found) => expect(await ids(query)).toEqual(found));
  });

  describe('compared with the contacts', () => {
    test('known, by any of its addresses', async () => {
      const { contact } = await accept((await suggest()).suggestion.id);
      const { match } = await suggest({ email: ['private@example.org', 'Ana@Example.com'].slice(1) }, 'm2@example.com');
      expect(match).toMatchObject({
        kind: 'known',
        contact: { id: contact.id, fn: 'Ana Ruiz' },
        reasons: ['address', 'domain'],
      });
    });

    test('changed, and what would change', async () => {
      const { contact } = await accept((await suggest()).suggestion.id);
      const card = { fn: 'Ana Ruiz', title: 'Director', email: ['private@example.org', 'ana@example.com'] };
      const { match } = await suggest(card, 'm2@example.com');
      expect(match).toMatchObject({
        kind: 'changed',
        contact: { id: contact.id },
        changes: [
          { field: 'title', old: 'Buyer', new: 'Director' },
          { field: 'email', old: null, new: 'private@example.org' },
        ],
      });
    });
  });

  describe('expiry', () => {
    test('a suggestion leaves the queue after 30 days, to the millisecond, and cannot be decided on', async () => {
      const { suggestion } = await suggest();
      const params = { suggestionId: suggestion.id };
      given().clock.now = new Date(Date.parse(suggestion.expiresAt) - 1);
      expect(await pending()).toHaveLength(1);
      given().clock.now = new Date(suggestion.expiresAt);
      expect(await pending()).toEqual([]);
      expect((await given().ok('getMe', tenant.user)).pending).toBe(0);
      const expired = await given().ok('listSuggestions', tenant.user, { query: { status: 'expired' } });
      const { daysLeft: _, ...rest } = suggestion;
      expect(expired.items).toEqual([{ ...rest, status: 'expired' }]);
      expect((await given().ok('getSuggestion', tenant.user, { params })).suggestion.status).toBe('expired');
      expect(await given().refused('dismissSuggestion', tenant.user, { params })).toBe('suggestion-closed');
      const body = { card: { fn: 'Ana', email: [], tel: [], url: [], social: [] }, override: true };
      expect(await given().refused('acceptSuggestion', tenant.user, { params, body })).toBe('suggestion-closed');
    });
  });

  describe('decided once', () => {
    test.each(['accepted', 'dismissed'] as const)('%s: neither accepted nor dismissed again', async (status) => {
      const { suggestion } = await suggest();
      await (status === 'accepted' ? accept : dismiss)(suggestion.id);
      const params = { suggestionId: suggestion.id };
      const body = { card: { fn: 'Ana', email: [], tel: [], url: [], social: [] }, override: true };
      expect(await given().refused('acceptSuggestion', tenant.user, { params, body })).toBe('suggestion-closed');
      expect(await given().refused('dismissSuggestion', tenant.user, { params })).toBe('suggestion-closed');
      expect(await pending()).toEqual([]);
      const listed = await given().ok('listSuggestions', tenant.user, { query: { status } });
      expect(listed.items).toMatchObject([{ id: suggestion.id, status }]);
    });
  });

  test('the queue comes newest first, page by page, without loss or doubles', async () => {
    const made: string[] = [];
    for (let i = 0; i < 7; i++) {
      given().clock.now = new Date(start.getTime() + Math.floor(i / 2)); // pairs made in the same millisecond
      made.push((await suggest({ ...ana, email: [`ana${i}@example.com`] }, `m${i}@example.com`)).suggestion.id);
    }
    const seen: string[] = [];
    const times: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await given().ok('listSuggestions', tenant.user, { query: { limit: 3, ...(cursor && { cursor }) } });
      seen.push(...page.items.map((item) => item.id));
      times.push(...page.items.map((item) => item.createdAt));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen)).toEqual(new Set(made));
    expect(seen).toHaveLength(7);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('R5: what came by itself queues by the time of its mail, what was asked for by when it was', async () => {
    const hours = (count: number) => new Date(start.getTime() + count * 60 * 60 * 1000).toISOString();
    const add = async (name: string, date: string, way: 'on-demand' | 'background' = 'background') => {
      const body = suggestionOf({ ...ana, fn: name, email: [`${name.toLowerCase()}@example.com`] });
      await given().ok('createSuggestion', tenant.user, { body: { ...body, source: { ...body.source, date, way } } });
    };
    given().clock.now = new Date(hours(0));
    await add('Newest', hours(-1));
    given().clock.now = new Date(hours(1)); // read later, because old mail is
    await add('Older', hours(-48));
    await add('Oldest', '0000-01-01T00:00:00Z');
    await add('Tomorrow', hours(24));
    await add('Asked', hours(-72), 'on-demand');
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await given().ok('listSuggestions', tenant.user, { query: { limit: 1, ...(cursor && { cursor }) } });
      names.push(...page.items.map(({ draft }) => draft.fn?.value ?? ''));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(names.slice(0, 2))).toEqual(new Set(['Asked', 'Tomorrow']));
    expect(names.slice(2)).toEqual(['Newest', 'Older', 'Oldest']);
  });

  describe('who the sender is', () => {
    const lookup = (body: { email: string; messageId?: string }) => given().ok('lookupSender', tenant.user, { body });

    test('new, then suggested for this message, then known', async () => {
      const sender = { email: 'Ana@Example.com', messageId: 'm1@example.com' };
      expect((await lookup(sender)).status).toBe('new');
      const { suggestion } = await suggest();
      expect(await lookup(sender)).toMatchObject({
        status: 'suggested',
        suggestionId: suggestion.id,
        viewer: { pending: 1 },
      });
      expect((await lookup({ ...sender, messageId: 'm2@example.com' })).status).toBe('new');
      const { contact } = await accept(suggestion.id);
      const known = await lookup(sender);
      expect(known).toMatchObject({
        status: 'known',
        contact: { id: contact.id, fn: 'Ana Ruiz', title: 'Buyer', email: 'ana@example.com' },
        viewer: { email: tenant.user.email, role: 'user', enabled: true, pending: 0, quota: { used: 1 } },
      });
      expect(known.suggestionId).toBeUndefined();
    });

    test("a mail with another's Message-ID does not lead to that one's suggestion", async () => {
      await suggest();
      const eve = await lookup({ email: 'eve@evil.example', messageId: 'm1@example.com' });
      expect(eve.status).toBe('new');
      expect(eve.suggestionId).toBeUndefined();
    });

    test('an expired suggestion is none', async () => {
      await suggest();
      given().clock.now = later(start, { days: 30 });
      expect((await lookup({ email: 'ana@example.com', messageId: 'm1@example.com' })).status).toBe('new');
    });

    test.each([
      ['own.example', 'internal'],
      ['group.example', 'internal'],
      ['OWN.example', 'internal'],
      ['notown.example', 'new'],
      ['own.example.com', 'new'],
    ])('from %s: %s', async (domain, status) => {
      tenant = await given().tenant({ domain: 'own.example', internalDomains: ['Group.example'] });
      expect((await lookup({ email: `somebody@${domain}` })).status).toBe(status);
    });
  });
}
