import { randomUUID } from 'node:crypto';
import type { BodyOf } from '../../../src/api/operations.ts';
import type { ContactCard } from '../../../src/contact/card.ts';
import { keptApartFrom } from '../../../src/store/sql/contact-merges.ts';
import { enterTenant } from '../../../src/store/sql/tenants.ts';
import { inTransaction } from '../../../src/store/sql/transaction.ts';
import { later, type Person, save, start, type TestStore, type TestTenant } from '../support.ts';

export function merges(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant();
  });

  const work = { fn: 'Ana Ruiz', title: 'Buyer', email: ['ana@work.example'], tel: [{ text: '212-555-0142' }] };
  const home = { fn: 'Ana R.', title: 'Painter', email: ['ana@home.example'], adr: { label: '1 Example Street' } };

  const get = (contactId: string) => given().ok('getContact', tenant.user, { params: { contactId } });
  const history = async (contactId: string) =>
    (await given().ok('getContactHistory', tenant.user, { params: { contactId }, query: { limit: 100 } })).items;
  const edit = (contactId: string, body: BodyOf<'updateContact'>) =>
    given().ok('updateContact', tenant.user, { params: { contactId }, body });
  const merge = (contactId: string, body: BodyOf<'mergeContacts'>, who: Person = tenant.user) =>
    given().call('mergeContacts', who, { params: { contactId }, body });
  const unmerge = (contactId: string, other?: string, who: Person = tenant.user) =>
    given().call('unmergeContacts', who, { params: { contactId }, body: { ...(other && { other }) } });
  const take = (undoId: string) => given().call('undo', tenant.user, { params: { undoId } });
  const known = async (email: string) =>
    (await given().ok('lookupSender', tenant.user, { body: { email } })).contact?.id;
  const listed = async () => (await given().ok('listContacts', tenant.user)).items.map(({ id }) => id).sort();
  const apart = async (contact: string) =>
    await inTransaction(given().db, { domain: tenant.domain, userId: 'x' }, async (trx) => {
      const entered = await enterTenant(trx, tenant.domain);
      return await keptApartFrom(trx, entered?.id ?? '', contact);
    });

  /** The work contact, and an hour later the home contact. */
  const two = async () => {
    const a = (await save(given(), tenant.user, work)).contact;
    given().clock.now = later(start, { hours: 1 });
    const b = (await save(given(), tenant.admin, home)).contact;
    given().clock.now = later(start, { hours: 2 });
    return [a, b] as const;
  };
  const allOf = async (ids: string[]) =>
    await Promise.all(
      ids.map(async (id) => {
        const { revision: _, updatedAt: __, ...contact } = await get(id);
        return { contact, history: await history(id) };
      }),
    );

  describe('two contacts of one person', () => {
    test('become one that has what both had, by all their addresses', async () => {
      const [a, b] = await two();
      const { body } = await merge(a.id, { other: b.id, revision: 1, otherRevision: 1 });
      expect(body.contact).toMatchObject({
        id: a.id,
        revision: 2,
        card: {
          fn: 'Ana R.', // confirmed last
          title: 'Painter',
          email: ['ana@work.example', 'ana@home.example'],
          tel: work.tel,
          adr: home.adr,
        },
      });
      expect(await get(a.id)).toEqual(body.contact);
      expect(await listed()).toEqual([a.id]);
      expect([await known('ana@work.example'), await known('ana@home.example')]).toEqual([a.id, a.id]);
    });

    test('the id of the one that was merged leads to the other', async () => {
      const [a, b] = await two();
      const { body } = await merge(a.id, { other: b.id });
      expect(await get(b.id)).toEqual(body.contact);
      expect(await history(b.id)).toEqual(await history(a.id));
    });

    test('whose value stands can be chosen; the other stays in the history, with who set it', async () => {
      const [a, b] = await two();
      const { body } = await merge(a.id, { other: b.id, choose: { title: 'this', fn: 'other' } });
      expect(body.contact.card).toMatchObject({ fn: 'Ana R.', title: 'Buyer' });
      const titles = (await history(a.id)).filter(({ field }) => field === 'title');
      expect(titles).toMatchObject([
        { text: 'Painter', setBy: tenant.admin.email, ended: { by: tenant.user.email } },
        { text: 'Buyer', setBy: tenant.user.email },
      ]);
    });

    test('a typed value stands before one that was read later', async () => {
      const [a, b] = await two();
      await edit(a.id, { revision: 1, card: { title: 'Head Buyer' } });
      given().clock.now = later(start, { hours: 3 });
      await save(given(), tenant.user, home);
      expect((await merge(b.id, { other: a.id })).body.contact.card.title).toBe('Head Buyer');
    });

    test('tags, notes and owners come together', async () => {
      const [a, b] = await two();
      await edit(a.id, { revision: 1, tags: ['VIP'], notes: 'Likes tea', owner: tenant.user.email });
      await edit(b.id, { revision: 1, tags: ['Art', 'VIP'], notes: 'Paints' });
      expect((await merge(a.id, { other: b.id })).body.contact).toMatchObject({
        tags: ['VIP', 'Art'],
        notes: 'Likes tea\n\nPaints',
        owner: tenant.user.email,
      });
    });

    test('a value that both have stands once, confirmed as late as either', async () => {
      const [a] = await two();
      const other = (await save(given(), tenant.user, { fn: 'Ana Ruiz', email: ['ana@third.example'] })).contact;
      await merge(a.id, { other: other.id });
      expect((await history(a.id)).filter(({ field }) => field === 'fn')).toMatchObject([
        { text: 'Ana Ruiz', firstSeen: start.toISOString(), lastSeen: later(start, { hours: 2 }).toISOString() },
      ]);
    });

    test('more addresses than a card holds still lead to the contact, and go back', async () => {
      const many = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}@example.com`);
      const a = (await save(given(), tenant.user, { fn: 'Ana', email: many('a', 20) })).contact;
      const b = (await save(given(), tenant.user, { fn: 'Ana', email: many('b', 2) })).contact;
      await merge(a.id, { other: b.id });
      expect((await get(a.id)).card.email).toEqual(many('a', 20));
      expect(await known('b1@example.com')).toBe(a.id);
      expect((await unmerge(a.id)).status).toBe(200);
      expect([await known('b1@example.com'), await known('a1@example.com')]).toEqual([b.id, a.id]);
    });

    test.each(['revision', 'otherRevision'])('one was changed since it was seen: %s', async (name) => {
      const [a, b] = await two();
      await edit(name === 'revision' ? a.id : b.id, { revision: 1, tags: ['VIP'] });
      const { problem } = await merge(a.id, { other: b.id, revision: 1, otherRevision: 1 });
      expect(problem?.code).toBe('contact-outdated');
      expect(await listed()).toHaveLength(2);
    });

    test('nothing to merge with', async () => {
      const [a, b] = await two();
      expect((await merge(a.id, { other: a.id })).problem?.code).toBe('request-invalid');
      expect((await merge(a.id, { other: randomUUID() })).problem?.code).toBe('contact-not-found');
      await merge(a.id, { other: b.id });
      expect((await merge(a.id, { other: b.id })).problem?.code).toBe('contact-not-found');
      expect((await merge(b.id, { other: a.id })).problem?.code).toBe('contact-not-found');
    });
  });

  describe('undo of a merge', () => {
    test('both are exactly as they were, their histories too', async () => {
      const [a, b] = await two();
      await edit(b.id, { revision: 1, tags: ['Art'], notes: 'Paints', card: { title: 'Sculptor' } });
      const before = await allOf([a.id, b.id]);
      const { body } = await merge(a.id, { other: b.id });
      expect((await take(body.undo.id)).body).toMatchObject({ kind: 'merge', contact: { id: a.id } });
      expect(await allOf([a.id, b.id])).toEqual(before);
      expect([await known('ana@work.example'), await known('ana@home.example')]).toEqual([a.id, b.id]);
      expect(await listed()).toEqual([a.id, b.id].sort());
      expect(await apart(a.id)).toEqual([]);
    });

    test('what was changed since is left: unmerge then', async () => {
      const [a, b] = await two();
      const { body } = await merge(a.id, { other: b.id });
      await edit(a.id, { revision: 2, tags: ['VIP'] });
      expect((await take(body.undo.id)).problem?.code).toBe('undo-conflict');
      expect((await unmerge(a.id)).status).toBe(200);
    });

    test('the acts before it can then be undone again', async () => {
      const saved = await save(given(), tenant.user, work);
      const b = (await save(given(), tenant.user, home)).contact;
      const { body } = await merge(b.id, { other: saved.contact.id });
      expect((await take(saved.undo.id)).problem?.code).toBe('undo-conflict');
      await take(body.undo.id);
      expect((await take(saved.undo.id)).status).toBe(200);
      expect(await listed()).toEqual([b.id]);
    });
  });

  describe('unmerge', () => {
    test('long after: both are exactly as they were, and stay apart', async () => {
      const [a, b] = await two();
      await edit(a.id, { revision: 1, owner: tenant.user.email, notes: 'Likes tea' });
      const before = await allOf([a.id, b.id]);
      await merge(a.id, { other: b.id });
      given().clock.now = later(start, { days: 400 });
      const { body } = await unmerge(a.id, b.id, tenant.admin);
      expect([body.contact, body.other]).toEqual([await get(a.id), await get(b.id)]);
      expect(await allOf([a.id, b.id])).toEqual(before);
      expect([await known('ana@work.example'), await known('ana@home.example')]).toEqual([a.id, b.id]);
      expect([await apart(a.id), await apart(b.id)]).toEqual([[b.id], [a.id]]);
    });

    test('what came by mail since is on the one whose address the mail was from', async () => {
      const [a, b] = await two();
      await merge(a.id, { other: b.id });
      const now = later(start, { days: 2 });
      given().clock.now = now;
      const card: Partial<ContactCard> = {
        fn: 'Ana R.',
        title: 'Sculptor',
        email: home.email,
        tel: [{ text: '212-555-0199' }],
      };
      await save(given(), tenant.admin, card);
      await unmerge(a.id);
      expect((await get(a.id)).card).toEqual({ ...work, url: [], social: [] });
      expect((await get(b.id)).card).toEqual({ ...home, title: 'Sculptor', tel: card.tel, url: [], social: [] });
      const [sculptor, painter] = (await history(b.id)).filter(({ field }) => field === 'title');
      expect(sculptor).toMatchObject({
        text: 'Sculptor',
        how: 'read',
        setBy: tenant.admin.email,
        setAt: now.toISOString(),
      });
      expect(painter).toMatchObject({ text: 'Painter', ended: { by: expect.any(String) } });
      expect((await history(b.id)).find(({ field }) => field === 'fn')?.lastSeen).toBe(now.toISOString());
    });

    test('what was typed since is on the one whose value it replaced, else on the survivor', async () => {
      const [a, b] = await two();
      await merge(a.id, { other: b.id, choose: { title: 'this' } });
      const email = ['ana@work.example', 'ana@home.example', 'ana@new.example'];
      await edit(a.id, { revision: 2, card: { title: 'Director', adr: { label: '2 Example Street' }, email } });
      await unmerge(a.id);
      expect((await get(a.id)).card).toMatchObject({
        title: 'Director',
        email: ['ana@work.example', 'ana@new.example'],
      });
      expect((await get(a.id)).card.adr).toBeUndefined();
      expect((await get(b.id)).card).toMatchObject({
        title: 'Painter',
        adr: { label: '2 Example Street' },
        email: home.email,
      });
      expect(await known('ana@new.example')).toBe(a.id);
    });

    test('an address taken out since is on neither', async () => {
      const [a, b] = await two();
      await merge(a.id, { other: b.id });
      await edit(a.id, { revision: 2, card: { email: ['ana@work.example'] } });
      await save(given(), tenant.user, { fn: 'Other', email: ['ana@home.example'] });
      expect((await unmerge(a.id)).status).toBe(200);
      expect((await get(b.id)).card.email).toEqual([]);
    });

    test('of three in a row the last one goes first', async () => {
      const [a, b] = await two();
      const c = (await save(given(), tenant.user, { fn: 'Ana', title: 'Cellist', email: ['ana@music.example'] }))
        .contact;
      const before = await allOf([a.id, b.id, c.id]);
      await merge(a.id, { other: b.id });
      await merge(a.id, { other: c.id });
      expect((await unmerge(a.id, b.id)).problem?.code).toBe('merged-later');
      for (const other of [c.id, b.id]) expect((await unmerge(a.id, other)).status).toBe(200);
      expect(await allOf([a.id, b.id, c.id])).toEqual(before);
      expect(await known('ana@music.example')).toBe(c.id);
    });

    test('of a contact that was merged on', async () => {
      const [a, b] = await two();
      const c = (await save(given(), tenant.user, { fn: 'Ana', email: ['ana@music.example'] })).contact;
      await merge(a.id, { other: b.id });
      const before = await allOf([a.id]);
      await merge(c.id, { other: a.id });
      expect((await get(b.id)).id).toBe(c.id);
      expect((await unmerge(c.id)).body.other.id).toBe(a.id);
      expect(await allOf([a.id])).toEqual(before);
      expect((await get(b.id)).id).toBe(a.id);
      expect(await known('ana@home.example')).toBe(a.id);
    });

    test('undone, they are one again, as before', async () => {
      const [a, b] = await two();
      await merge(a.id, { other: b.id });
      await edit(a.id, { revision: 2, card: { title: 'Sculptor' }, tags: ['VIP'] });
      const before = await allOf([a.id]);
      const { body } = await unmerge(a.id);
      expect((await take(body.undo.id)).body).toMatchObject({ kind: 'unmerge', contact: { id: a.id } });
      expect(await allOf([a.id])).toEqual(before);
      expect(await listed()).toEqual([a.id]);
      expect(await apart(a.id)).toEqual([]);
      expect(await known('ana@home.example')).toBe(a.id);
      expect((await unmerge(a.id)).status).toBe(200); // it can still be unmerged
    });

    test('undone only while both are as it left them', async () => {
      const [a, b] = await two();
      await merge(a.id, { other: b.id });
      const { body } = await unmerge(a.id);
      await edit(b.id, { revision: body.other.revision, tags: ['Art'] });
      expect((await take(body.undo.id)).problem?.code).toBe('undo-conflict');
      expect(await listed()).toHaveLength(2);
    });

    test('merged again by hand they are kept apart no longer; undo brings that back', async () => {
      const [a, b] = await two();
      await merge(a.id, { other: b.id });
      await unmerge(a.id);
      const { body } = await merge(a.id, { other: b.id });
      expect(await apart(a.id)).toEqual([]);
      await take(body.undo.id);
      expect(await apart(a.id)).toEqual([b.id]);
    });

    test('a contact says what was merged into it, the last one first, and nothing more once it is separated', async () => {
      const [a, b] = await two();
      const c = (await save(given(), tenant.user, { fn: 'Ana', email: ['ana@music.example'] })).contact;
      const merged = async (contactId: string) =>
        (await given().ok('listMerges', tenant.user, { params: { contactId } })).items;
      expect(await merged(a.id)).toEqual([]);
      await merge(a.id, { other: b.id }, tenant.admin);
      const at = given().clock.now.toISOString();
      await merge(a.id, { other: c.id });
      expect(await merged(a.id)).toMatchObject([
        { other: { id: c.id, fn: 'Ana' }, mergedBy: tenant.user.email },
        { other: { id: b.id, fn: 'Ana R.', email: 'ana@home.example' }, mergedBy: tenant.admin.email, mergedAt: at },
      ]);
      expect(await merged(b.id)).toEqual(await merged(a.id)); // its id leads to the survivor
      await unmerge(a.id);
      expect((await merged(a.id)).map(({ other }) => other.id)).toEqual([b.id]);
      expect(await merged(c.id)).toEqual([]);
      const nobody = await given().call('listMerges', tenant.user, { params: { contactId: randomUUID() } });
      expect(nobody.problem?.code).toBe('contact-not-found');
    });

    test('of what is not merged', async () => {
      const [a, b] = await two();
      expect((await unmerge(a.id)).problem?.code).toBe('contact-not-merged');
      await merge(a.id, { other: b.id });
      expect((await unmerge(a.id, randomUUID())).problem?.code).toBe('contact-not-merged');
      expect((await unmerge(randomUUID())).problem?.code).toBe('contact-not-found');
    });
  });

  describe('at once', () => {
    const codes = (answers: { problem?: { code: string } }[]) =>
      answers.map(({ problem }) => problem?.code ?? 'done').sort();

    test('two merges of the same two, either way round: one works', async () => {
      const [a, b] = await two();
      const answers = await Promise.all([
        merge(a.id, { other: b.id }),
        merge(b.id, { other: a.id }, tenant.admin),
        merge(a.id, { other: b.id }, tenant.admin),
      ]);
      expect(codes(answers)).toEqual(['contact-not-found', 'contact-not-found', 'done']);
      expect(await listed()).toHaveLength(1);
    });

    test('one contact merged into two others: one has it', async () => {
      const [a, b] = await two();
      const c = (await save(given(), tenant.user, { fn: 'Ana', email: ['ana@music.example'] })).contact;
      const answers = await Promise.all([merge(a.id, { other: c.id }), merge(b.id, { other: c.id })]);
      expect(codes(answers)).toEqual(['contact-not-found', 'done']);
      const owner = await known('ana@music.example');
      expect(await listed()).toContain(owner);
    });

    test('two unmerges: one works', async () => {
      const [a, b] = await two();
      await merge(a.id, { other: b.id });
      const answers = await Promise.all([unmerge(a.id), unmerge(a.id, b.id, tenant.admin)]);
      expect(codes(answers)).toEqual(['contact-not-merged', 'done']);
    });

    test('an unmerge and the undo of the merge: one works', async () => {
      const [a, b] = await two();
      const { body } = await merge(a.id, { other: b.id });
      const answers = await Promise.all([unmerge(a.id, b.id, tenant.admin), take(body.undo.id)]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(await listed()).toEqual([a.id, b.id].sort());
    });

    test('a merge and a suggestion accepted into the contact that goes: nothing is lost', async () => {
      const [a, b] = await two();
      const [merged] = await Promise.all([
        merge(a.id, { other: b.id }),
        save(given(), tenant.admin, { fn: 'Ana R.', email: [...(home.email ?? []), 'ana@new.example'] }),
      ]);
      expect(merged.status).toBe(200);
      expect(await known('ana@new.example')).toBe(a.id);
      expect((await get(a.id)).card.email.sort()).toEqual(['ana@home.example', 'ana@new.example', 'ana@work.example']);
    });
  });
}
