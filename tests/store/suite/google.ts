import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { OperationId } from '../../../src/api/routes.ts';
import type { NewSuggestion } from '../../../src/api/types.ts';
import { createSuggestion } from '../../../src/store/commands/create-suggestion.ts';
import { findCredential } from '../../../src/store/commands/google-credential.ts';
import { suggestFromMailbox } from '../../../src/store/commands/suggest-from-mailbox.ts';
import { tellOfFailures } from '../../../src/store/commands/tell-of-failures.ts';
import { openMailboxContext } from '../../../src/store/open-mailbox-context.ts';
import { type ClaimedLinkage, changeLinkage, claimDueLinkages } from '../../../src/store/sql/linkages.ts';
import { mailboxUser } from '../../../src/store/sql/mailbox-suggestions.ts';
import { asOperatorBriefly, inTransaction } from '../../../src/store/sql/transaction.ts';
import { keyFileOf } from '../fake-provider.ts';
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
import { sampleInput } from './samples.ts';

/** The admin's way to automatic suggestions, with a mail service that is not Google, and a worker played by the test. */
export function google(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant();
    given().provider.failures.clear();
    given().provider.asked.length = 0;
  });
  // A due linkage would be anybody's who asks.
  afterEach(() => given().store.createTenant({ ...settingsOf(tenant), feature: false }));

  const settingsOf = ({ domain, admin }: TestTenant) => ({ domain, name: domain, admins: [admin.email] });
  const read = () => given().ok('getGoogle', tenant.admin);
  const setKey = (account = 'robot@fake.example') =>
    given().call('setServiceAccount', tenant.admin, { body: { keyFile: keyFileOf(account) } });
  const change = async (body: object) =>
    await given().call('changeGoogle', tenant.admin, { body: { revision: (await read()).revision, ...body } });
  const switchOn = () => change({ functions: { contactInbox: true }, noticeAccepted: true });
  const switchOff = () => change({ functions: { contactInbox: false } });
  const begin = (...emails: string[]) => given().ok('startLinkages', tenant.admin, { body: { emails } });
  const disable = (...emails: string[]) => given().ok('disableLinkages', tenant.admin, { body: { emails } });
  const retry = (...emails: string[]) => given().ok('retryLinkages', tenant.admin, { body: { emails } });
  const statusOf = async (email: string) =>
    (await given().ok('getLinkage', tenant.admin, { params: { email } })).status;
  const mails = async () => (await given().ok('listOutgoingMails', tenant.admin)).items;
  const acts = async () => (await given().ok('listAudit', tenant.admin, { query: { limit: 100 } })).items;
  const enable = async (...users: string[]) =>
    await given().ok('replaceRoster', tenant.admin, { body: { revision: 50, users } });
  /** Key, switched on, the user's mailbox to be read. */
  const linked = async () => {
    await setKey();
    await switchOn();
    await begin(tenant.user.email);
  };

  const claim = async (by = 'worker-1', minutes = 5): Promise<ClaimedLinkage[]> => {
    const { now } = given().clock;
    const until = new Date(now.getTime() + minutes * 60_000);
    return await asOperatorBriefly(given().db, (trx) =>
      claimDueLinkages(trx, 'google', { now, until, by, limit: 100 }),
    );
  };
  /** As a worker does: what it read is kept in one transaction with how far it read. */
  const keep = async (claimed: ClaimedLinkage, body: ReturnType<typeof suggestionOf>, claimedBy = 'worker-1') => {
    const { domain, email } = claimed;
    return await inTransaction(given().db, { domain, userId: mailboxUser(email), email }, async (trx) => {
      const opened = await openMailboxContext(trx, { ...claimed, claimedBy }, given().clock.now);
      if (!opened) return 'nothing may be kept';
      const source = { ...body.source, way: 'background' as const };
      await createSuggestion(opened.context, { ...body, source });
      await changeLinkage(trx, claimed, { status: 'active', history_id: '7', read: opened.linkage.read + 1 });
      return 'kept';
    });
  };
  const readMail = async (card: Parameters<typeof suggestionOf>[0], messageId?: string) => {
    const [claimed] = await claim();
    if (!claimed) throw new Error('Nothing is due');
    expect(await keep(claimed, suggestionOf(card, messageId))).toBe('kept');
    return claimed;
  };
  const queue = async (who: Person) => (await given().ok('listSuggestions', who)).items;
  const names = async (who: Person) => (await queue(who)).map(({ draft }) => draft.fn?.value);
  /** What a worker's turn with a mailbox came to. */
  const ended = async (email: string, changes: Parameters<typeof changeLinkage>[2]) =>
    await asOperatorBriefly(given().db, async (trx) => {
      const { id } = await trx
        .selectFrom('tenants')
        .select('id')
        .where('domain', '=', tenant.domain)
        .executeTakeFirstOrThrow();
      await changeLinkage(trx, { tenant: id, provider: 'google', email }, changes);
    });
  const fail = async (email: string, cause: 'not-delegated' | 'key-invalid' = 'not-delegated') => {
    const status = cause === 'not-delegated' ? 'unauthorized' : 'authentication-error';
    await ended(email, { status, cause, failed_at: new Date(), next_try_at: null });
  };
  const succeed = (email: string) => ended(email, { status: 'active', cause: null, last_success_at: new Date() });

  const ana = { fn: 'Ana Ruiz', org: { name: 'Example Ltd', units: [] }, email: ['ana@example.com'] };

  describe('the feature', () => {
    test('R1: when it becomes part of the contract, every admin is mailed how to set it up', async () => {
      const domain = `${randomUUID().slice(0, 8)}.example`;
      const [ken, mia] = [person(domain, 'ken'), person(domain, 'mia')];
      const settings = { domain, name: 'Harbour Ltd', admins: [ken.email, mia.email] };
      await given().store.createTenant({ ...settings, feature: false });
      await given().store.createTenant({ ...settings, feature: true });
      await given().store.createTenant({ ...settings, name: 'Harbour & Co', feature: true });
      const { items } = await given().ok('listOutgoingMails', ken);
      expect(items.map(({ to }) => to).sort()).toEqual([ken.email, mia.email]);
      expect(items[0]?.text).toContain('part of the contract of Harbour Ltd');
      expect(items[0]?.text).toContain('Harbour Ltd の契約');
    });

    test('R2: without it none of this answers, to nobody', async () => {
      await linked();
      await given().store.createTenant({ ...settingsOf(tenant), feature: false });
      const all: OperationId[] = ['getGoogle', 'changeGoogle', 'setServiceAccount', 'listLinkages', 'startLinkages'];
      for (const id of [...all, 'tryLinkage', 'listDirectory', 'listOutgoingMails'] as const) {
        for (const who of [tenant.admin, tenant.user]) {
          expect([id, await given().refused(id, who, sampleInput(id))]).toEqual([id, 'feature-off']);
        }
      }
      expect(await claim()).toEqual([]);
    });

    test('R6: before anything is set up all is off, and users get no error', async () => {
      const off = { on: false };
      expect(await read()).toMatchObject({
        revision: 0,
        key: null,
        functions: { contactInbox: off, activity: off },
        settings: { backfillDays: 0, sentMail: false, labels: [], after: null, skipPromotions: true },
        mailboxesFailing: 0,
        mail: 'outbox',
      });
      expect(await queue(tenant.user)).toEqual([]);
    });

    test('R7: nobody but an admin sees or changes any of it', async () => {
      for (const id of ['getGoogle', 'changeGoogle', 'setServiceAccount', 'listLinkages', 'startLinkages'] as const) {
        expect(await given().refused(id, tenant.user, sampleInput(id))).toBe('admin-only');
      }
    });
  });

  describe('the key', () => {
    test('R8: without one nothing is switched on and no mailbox begun', async () => {
      expect((await switchOn()).problem?.code).toBe('key-missing');
      const body = { emails: [tenant.user.email] };
      expect(await given().refused('startLinkages', tenant.admin, { body })).toBe('key-missing');
      expect((await read()).functions.contactInbox).toEqual({ on: false });
    });

    test('R11, R13: registered, it is shown by what may be known of it, with what to delegate', async () => {
      const { body } = await setKey();
      expect(body).toMatchObject({
        key: {
          kind: 'key',
          account: 'robot@fake.example',
          project: 'fake-project',
          keyId: 'key-of-robot@fake.example',
          clientId: '1234567890',
          fingerprint: 'ab:cd',
          registeredAt: start.toISOString(),
          registeredBy: tenant.admin.email,
          usedBy: [],
        },
        scopeLine: 'https://mail.example/read,https://mail.example/people',
      });
      expect(given().provider.asked).toEqual([`robot@fake.example as ${tenant.admin.email}`]);
      await change({ settings: { sentMail: true } });
      expect((await read()).key).toEqual(body.key);
    });

    test.each([
      ['not JSON', ['keyFile']],
      ['{"account": "robot@fake.example"}', ['secret']],
      ['{}', ['account', 'secret']],
    ])('R13: a wrong file is refused, names what is missing, and saves nothing: %s', async (keyFile, missing) => {
      const answer = await given().call('setServiceAccount', tenant.admin, { body: { keyFile } });
      expect(answer.problem).toMatchObject({
        code: 'key-file-invalid',
        detail: expect.stringContaining('upload it again'),
      });
      expect(answer.problem?.errors?.map(({ path }) => path)).toEqual(missing);
      expect((await read()).key).toBeNull();
    });

    test('R13: it is nowhere to be read again: no answer, no log, not in the database', async () => {
      const secret = randomUUID();
      const body = { keyFile: keyFileOf('robot@fake.example', secret) };
      const { text } = await given().call('setServiceAccount', tenant.admin, { body });
      const tables = ['integrations', 'secrets', 'idempotency_keys', 'audit_entries', 'outgoing_mails'] as const;
      const rows = await asOperatorBriefly(given().db, (trx) =>
        Promise.all(tables.map((table) => trx.selectFrom(table).selectAll().execute())),
      );
      for (const place of [text, JSON.stringify(await read()), JSON.stringify(await acts()), given().log.join()]) {
        expect(place).not.toContain(secret);
      }
      expect(JSON.stringify(rows)).not.toContain(secret);
      expect(rows.flat().some((row) => 'ciphertext' in row && Buffer.from(row.ciphertext).includes(secret))).toBe(
        false,
      );
    });

    test.each([
      ['key-invalid', 'key-refused'],
      ['key-deleted', 'key-refused'],
      ['google-unavailable', 'google-unavailable'],
    ] as const)('R13: one that Google answers with %s is not saved', async (cause, code) => {
      given().provider.failures.set('robot@fake.example', cause);
      expect((await setKey()).problem?.code).toBe(code);
      expect((await read()).key).toBeNull();
    });

    test('R12: one that is not delegated yet is saved, since its client ID has to be known to delegate it', async () => {
      given().provider.failures.set(tenant.admin.email, 'not-delegated');
      expect((await setKey()).body.key).toMatchObject({ clientId: '1234567890', cause: 'not-delegated' });
      given().provider.failures.clear();
      expect((await setKey()).body.key).not.toHaveProperty('cause');
    });

    test('R12, R20 to R23: what is said of the key is what was last learnt, by a trial or a mailbox', async () => {
      given().provider.failures.set(tenant.admin.email, 'not-delegated');
      await linked();
      const params = { email: tenant.user.email };
      const tryOut = () => given().ok('tryLinkage', tenant.admin, { params, body: {} });
      const said = async () => (await read()).key?.cause;
      expect((await read()).key).toMatchObject({
        cause: 'not-delegated',
        explained: {
          en: { fix: expect.stringContaining('24 hours') },
          ja: { fix: expect.stringContaining('24 時間') },
        },
      });
      given().provider.failures.set(tenant.user.email, 'gmail-off'); // which is about this user alone
      await tryOut();
      expect(await said()).toBe('not-delegated');
      given().provider.failures.clear();
      await tryOut();
      expect((await read()).key).not.toHaveProperty('explained');

      await fail(tenant.user.email, 'key-invalid');
      expect(await said()).toBe('key-invalid');
      await succeed(tenant.user.email);
      expect(await said()).toBeUndefined();
      await begin(tenant.admin.email);
      await fail(tenant.admin.email, 'not-delegated'); // while another mailbox is read
      expect(await said()).toBeUndefined();
      await fail(tenant.user.email, 'not-delegated');
      expect(await said()).toBe('not-delegated');
      given().provider.failures.set(tenant.user.email, 'api-off');
      given().clock.now = later(new Date(), { hours: 1 });
      await tryOut();
      expect(await said()).toBe('api-off');
      await setKey();
      expect(await said()).toBeUndefined();
    });

    test.each([
      ['key-invalid', 'may not sign', '署名'],
      ['api-off', 'Credentials API', 'Credentials API'],
    ] as const)('an attached account has texts of its own: %s', async (cause, en, ja) => {
      given().provider.failures.set('attached@fake.example', cause);
      const answer = await given().call('setServiceAccount', tenant.admin, {
        body: { attached: 'attached@fake.example' },
      });
      const said = answer.problem?.explained ?? {
        en: answer.body.key?.explained?.en.cause,
        ja: answer.body.key?.explained?.ja.cause,
      };
      expect(said).toEqual({ en: expect.stringContaining(en), ja: expect.stringContaining(ja) });
    });

    test('a service account without a key file is registered by its address, with its client ID where that is told', async () => {
      const body = { attached: 'attached@fake.example' };
      const { key } = await given().ok('setServiceAccount', tenant.admin, { body });
      expect(key).toMatchObject({ kind: 'attached', account: 'attached@fake.example' });
      expect(key).not.toHaveProperty('clientId');
      const { clientIds } = given().provider;
      clientIds.set('attached@fake.example', '112233445566');
      await given().ok('setServiceAccount', tenant.admin, { body });
      expect((await read()).key).toMatchObject({ kind: 'attached', clientId: '112233445566' });
      clientIds.clear();
    });

    test('R14: one key serves both functions, and each can be on alone', async () => {
      await setKey();
      await change({ functions: { activity: true }, noticeAccepted: true });
      expect(await read()).toMatchObject({ key: { usedBy: ['activity'] }, functions: { contactInbox: { on: false } } });
      await switchOn();
      expect((await read()).key?.usedBy).toEqual(['contactInbox', 'activity']);
      await change({ functions: { activity: false } });
      expect((await read()).key?.usedBy).toEqual(['contactInbox']);
    });

    test('R14: deleted, it is gone for all, and every mailbox says so; another one is tried by itself', async () => {
      await linked();
      await given().ok('deleteServiceAccount', tenant.admin);
      expect(await read()).toMatchObject({ key: null, mailboxesFailing: 1 });
      const params = { email: tenant.user.email };
      expect(await given().ok('getLinkage', tenant.admin, { params, query: { lang: 'ja' } })).toMatchObject({
        status: 'authentication-error',
        cause: 'key-deleted',
        explained: { fix: expect.stringContaining('再試行') },
      });
      expect(await claim()).toEqual([]);
      await setKey('other@fake.example');
      expect(await statusOf(tenant.user.email)).toBe('starting');
      const [claimed] = await claim();
      expect(claimed?.email).toBe(tenant.user.email);
      expect(await credentialIn(claimed)).toEqual(undefined);
      expect((await acts()).map(({ act }) => act)).toEqual(
        expect.arrayContaining(['google.key-set', 'google.key-delete']),
      );
    });

    const credentialIn = async (claimed: ClaimedLinkage | undefined) => {
      if (!claimed) return undefined;
      const { domain, email } = claimed;
      return await inTransaction(given().db, { domain, userId: mailboxUser(email), email }, async (trx) => {
        const opened = await openMailboxContext(trx, { ...claimed, claimedBy: 'worker-1' }, given().clock.now);
        // The worker has keys of its own; without them the key cannot be read.
        return opened && (await findCredential(opened.context).catch(() => undefined));
      });
    };
  });

  describe('on and off', () => {
    test('U7: once it is off and the key is gone, no mailbox is read any more', async () => {
      await linked();
      expect(await claim()).toHaveLength(1);
      given().clock.now = later(start, { hours: 1 });
      await switchOff();
      await given().ok('deleteServiceAccount', tenant.admin);
      expect(await claim()).toEqual([]);
      given().clock.now = later(start, { days: 30 });
      expect(await claim()).toEqual([]);
    });

    test('R15: what is saved is saved, and starts nothing', async () => {
      await setKey();
      await switchOn();
      expect((await read()).functions.contactInbox).toEqual({
        on: true,
        changedAt: start.toISOString(),
        changedBy: tenant.admin.email,
      });
      expect((await read()).linkages).toMatchObject({ 'not-started': 2, starting: 0, active: 0 });
      expect(await claim()).toEqual([]);
    });

    test('R16: every admin is mailed once each time it is switched on: who and when', async () => {
      await setKey();
      const told = async () => (await mails()).filter(({ text }) => text.includes('switched on automatic'));
      await switchOn();
      await switchOn();
      await change({ settings: { sentMail: true } });
      expect(await told()).toMatchObject([
        { to: tenant.admin.email, text: expect.stringContaining(`${tenant.admin.email} switched on`) },
      ]);
      expect((await told())[0]?.text).toContain('2026-11-22 09:30 UTC');
      await switchOff();
      await switchOn();
      expect(await told()).toHaveLength(2);
    });

    test('two admins at once on one revision: one is done, the other is told', async () => {
      const body = (days: number) => ({ body: { revision: 0, settings: { backfillDays: days } } });
      const answers = await Promise.all([3, 4].map((days) => given().call('changeGoogle', tenant.admin, body(days))));
      expect(answers.map(({ problem }) => problem?.code ?? 'done').sort()).toEqual(['done', 'settings-outdated']);
    });

    test('R7: who has not accepted the notice switches nothing on', async () => {
      await setKey();
      const { problem } = await change({ functions: { contactInbox: true } });
      expect(problem).toMatchObject({
        code: 'request-invalid',
        errors: [{ path: 'body.noticeAccepted', message: 'is missing' }],
      });
      expect(await read()).toMatchObject({ functions: { contactInbox: { on: false } } });
    });

    test('every act of an admin is in the log, what changed nothing is not', async () => {
      await linked();
      await change({ functions: { activity: true }, noticeAccepted: true });
      await change({ settings: { labels: ['Customers'] }, noticeAccepted: true });
      await change({ settings: { labels: ['Customers'] } });
      await begin(tenant.user.email);
      await disable(tenant.user.email);
      await retry(tenant.user.email);
      await given().ok('tryLinkage', tenant.admin, { params: { email: tenant.user.email }, body: {} });
      const ours = (await acts()).filter(({ act }) => /google|linkage/.test(act));
      const expected = [
        ['google.key-set', { account: 'robot@fake.example', keyId: 'key-of-robot@fake.example', replaced: false }],
        ['google.change', { contactInbox: true, noticeAccepted: true }],
        ['google.change', { activity: true, noticeAccepted: true }],
        ['linkage.start', { started: 1, users: [tenant.user.email] }],
        ['google.change', { fields: ['labels'] }],
        ['linkage.disable', { disabled: 1, users: [tenant.user.email] }],
        ['linkage.dry-run', { read: 3 }],
      ];
      expect(ours).toHaveLength(expected.length);
      expect(ours.map(({ act, details }) => [act, details])).toEqual(expect.arrayContaining(expected));
      expect(new Set(ours.map(({ actor }) => actor))).toEqual(new Set([tenant.admin.email]));
    });
  });

  describe('users', () => {
    test('R7: selected but not activated, activated but not selected: nothing is read', async () => {
      await setKey();
      const body = { emails: [tenant.user.email] };
      expect(await given().refused('startLinkages', tenant.admin, { body })).toBe('function-off');
      await switchOn();
      expect((await begin(tenant.stranger.email)).results).toEqual([
        { email: tenant.stranger.email, outcome: 'not-enabled' },
      ]);
      expect(await claim()).toEqual([]);
      await begin(tenant.user.email);
      await enable(tenant.admin.email);
      expect(await claim()).toEqual([]);
    });

    test('R17: are listed by address, found by text and status, page by page, with how many there are', async () => {
      const emails = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@${tenant.domain}`);
      await setKey();
      await switchOn();
      await enable(...emails);
      await begin(...[1, 3].map((i) => emails[i] ?? ''));
      await fail(emails[3] ?? '');
      const list = (query: object) => given().ok('listLinkages', tenant.admin, { query });
      const first = await list({ limit: 3 });
      expect(first).toMatchObject({
        items: [
          { email: emails[0], status: 'not-started' },
          { email: emails[1], status: 'starting', nextTryAt: start.toISOString() },
          { email: emails[2], status: 'not-started' },
        ],
        total: 5,
        counts: { 'not-started': 3, starting: 1, unauthorized: 1, active: 0 },
      });
      const second = await list({ limit: 3, cursor: first.nextCursor });
      expect(second.items.map(({ email }) => email)).toEqual(emails.slice(3));
      expect(second).not.toHaveProperty('nextCursor');
      expect(second.items[0]).toMatchObject({
        cause: 'not-delegated',
        explained: { fix: expect.stringContaining('Domain-wide') },
      });
      expect((await list({ status: 'unauthorized' })).items.map(({ email }) => email)).toEqual([emails[3]]);
      expect((await list({ status: 'not-started' })).total).toBe(3);
      expect(await list({ q: 'B@' })).toMatchObject({
        items: [{ email: emails[1] }],
        total: 1,
        counts: { starting: 1 },
      });
    });

    test('R18: all are begun at once, each with its own result; again is harmless', async () => {
      await setKey();
      await switchOn();
      const emails = [tenant.admin, tenant.user, tenant.stranger].map(({ email }) => email);
      const outcomes = async () => {
        const { results, counts } = await begin(...emails, tenant.user.email.toUpperCase());
        return { ...Object.fromEntries(results.map(({ email, outcome }) => [email.split('@')[0], outcome])), counts };
      };
      expect(await outcomes()).toEqual({
        ken: 'started',
        sakura: 'started',
        lena: 'not-enabled',
        counts: { started: 2, 'not-enabled': 1 },
      });
      expect(await outcomes()).toMatchObject({ ken: 'already', sakura: 'already' });
      expect((await claim()).map(({ email }) => email).sort()).toEqual([tenant.admin.email, tenant.user.email]);
    });

    test('the mailbox of another organisation is never read, though its address is on the list', async () => {
      const other = await given().tenant();
      await setKey();
      await switchOn();
      await enable(tenant.user.email, other.user.email);
      expect((await begin(other.user.email)).results).toEqual([{ email: other.user.email, outcome: 'not-enabled' }]);
      const params = { email: other.user.email };
      expect(await given().refused('tryLinkage', tenant.admin, { params, body: {} })).toBe('linkage-not-found');
      await given().store.createTenant({ ...settingsOf(tenant), feature: true, internalDomains: [other.domain] });
      expect((await begin(other.user.email)).results).toEqual([{ email: other.user.email, outcome: 'started' }]);
      await given().store.createTenant({ ...settingsOf(tenant), feature: true, internalDomains: [] });
      const [claimed] = (await claim()).filter(({ email }) => email === other.user.email);
      const opened = await inTransaction(
        given().db,
        { domain: tenant.domain, userId: mailboxUser(other.user.email) },
        (trx) => openMailboxContext(trx, { ...(claimed as ClaimedLinkage), claimedBy: 'worker-1' }, given().clock.now),
      );
      expect(opened).toBeUndefined();
    });

    test('R18: all that a filter finds', async () => {
      await setKey();
      await switchOn();
      const all = (filter: object) => given().ok('startLinkages', tenant.admin, { body: { all: filter } });
      expect((await all({ q: 'sakura', status: 'not-started' })).counts).toEqual({ started: 1 });
      expect((await all({})).counts).toEqual({ started: 1, already: 1 });
    });

    test('R19: one alone gets the same as one of many', async () => {
      await setKey();
      await switchOn();
      expect((await begin(tenant.user.email)).results).toEqual([{ email: tenant.user.email, outcome: 'started' }]);
      expect(await statusOf(tenant.user.email)).toBe('starting');
    });

    test('R23: Retry tries what failed at once, and nothing else', async () => {
      await linked();
      await fail(tenant.user.email);
      expect(await claim()).toEqual([]);
      expect((await retry(tenant.user.email, tenant.admin.email)).results).toEqual([
        { email: tenant.admin.email, outcome: 'not-linked' },
        { email: tenant.user.email, outcome: 'retried' },
      ]);
      await readMail(ana);
      expect(await statusOf(tenant.user.email)).toBe('active');
      expect((await retry(tenant.user.email)).results).toMatchObject([{ outcome: 'already' }]);
      await disable(tenant.user.email);
      expect((await retry(tenant.user.email)).results).toMatchObject([{ outcome: 'disabled' }]);
    });

    test('R23: Retry while it is tried with what held before: that try changes nothing, the next one counts', async () => {
      await linked();
      await fail(tenant.user.email);
      await retry(tenant.user.email);
      const [before] = await claim();
      await fail(tenant.user.email);
      await retry(tenant.user.email);
      expect(before && (await keep(before, suggestionOf({ fn: 'Ana Ruiz' })))).toBe('nothing may be kept');
      expect((await claim('worker-2')).map(({ email }) => email)).toEqual([tenant.user.email]);
    });

    test('the first reading goes back as far as is set', async () => {
      await setKey();
      await switchOn();
      await change({ settings: { backfillDays: 3 } });
      await begin(tenant.user.email);
      expect((await claim())[0]?.linkage.readFrom).toEqual(later(start, { days: -3 }));
    });

    test('the admins are told once when many fail together, with the causes; again only of others', async () => {
      const emails = ['a', 'b', 'c'].map((name) => `${name}@${tenant.domain}`);
      await setKey();
      await switchOn();
      await enable(...emails);
      await begin(...emails);
      const told = async () => {
        await tellOfFailures(given().db, given().clock.now);
        return (await mails()).filter(({ subject }) => subject.includes('cannot be read'));
      };
      await fail(emails[0] ?? '');
      await fail(emails[1] ?? '', 'key-invalid');
      expect(await told()).toEqual([]);
      await fail(emails[2] ?? '');
      const [mail] = await told();
      expect(mail?.text).toContain('- 2: The service account may not act for this user.');
      expect(mail?.text).toContain('- 1: Google does not accept the service account key.');
      expect(await told()).toHaveLength(1);
    });
  });

  describe('R24: disabled', () => {
    test('a mailbox is read no longer, at once: a worker that has it may keep nothing', async () => {
      await linked();
      const [claimed] = await claim();
      expect((await disable(tenant.user.email)).results).toEqual([{ email: tenant.user.email, outcome: 'disabled' }]);
      expect(claimed && (await keep(claimed, suggestionOf(ana)))).toBe('nothing may be kept');
      expect(await claim()).toEqual([]);
      expect((await disable(tenant.user.email)).results).toMatchObject([{ outcome: 'already' }]);
    });

    test('what waits of it is hidden, what was asked for or saved stays; started again, all is there', async () => {
      await linked();
      await readMail(ana);
      await given().ok('createSuggestion', tenant.user, {
        body: suggestionOf({ fn: 'Ben Ito', email: ['b@example.com'] }),
      });
      const found = await queue(tenant.user);
      const [own, automatic] = ['on-demand', 'background'].map((way) => found.find(({ source }) => source.way === way));
      const params = { suggestionId: automatic?.id ?? '' };
      const lookup = { body: { email: 'ana@example.com', messageId: automatic?.source.messageId ?? '' } };
      expect(await given().ok('lookupSender', tenant.user, lookup)).toMatchObject({ status: 'suggested' });
      await disable(tenant.user.email);
      expect((await queue(tenant.user)).map(({ id }) => id)).toEqual([own?.id]);
      expect((await given().ok('getMe', tenant.user)).pending).toBe(1);
      expect(await given().ok('lookupSender', tenant.user, lookup)).toMatchObject({ status: 'new' });
      const body = { card: cardOf(ana) };
      expect(await given().refused('acceptSuggestion', tenant.user, { params, body })).toBe('suggestion-not-found');
      expect(await given().refused('dismissSuggestion', tenant.user, { params })).toBe('suggestion-not-found');
      expect(await given().refused('getSuggestion', tenant.user, { params })).toBe('suggestion-not-found');
      await begin(tenant.user.email);
      expect(await queue(tenant.user)).toHaveLength(2);
    });

    test('who asks for a hidden one beside the mail gets it', async () => {
      await linked();
      await readMail(ana, 'm1@example.com');
      expect(await queue(tenant.user)).toHaveLength(1);
      await disable(tenant.user.email);
      await given().ok('createSuggestion', tenant.user, { body: suggestionOf(ana, 'm1@example.com') });
      expect(await queue(tenant.user)).toHaveLength(1);
    });

    test('contacts stay, and what came meanwhile is not read later', async () => {
      await linked();
      await change({ settings: { backfillDays: 30 } });
      await readMail(ana);
      const [suggestion] = await queue(tenant.user);
      const params = { suggestionId: suggestion?.id ?? '' };
      await given().ok('acceptSuggestion', tenant.user, { params, body: { card: cardOf(ana) } });
      await disable(tenant.user.email);
      expect((await given().ok('listContacts', tenant.user)).items).toHaveLength(1);
      given().clock.now = later(start, { days: 2 });
      expect((await begin(tenant.user.email)).results).toMatchObject([{ outcome: 'started' }]);
      const [again] = await claim();
      expect(again?.linkage).toMatchObject({ readFrom: given().clock.now });
      expect(again?.linkage).not.toHaveProperty('historyId');
    });

    test('who is taken off the list of users is disabled too, and stays so when they are put on it again', async () => {
      await linked();
      const claimed = await readMail(ana);
      expect(await queue(tenant.user)).toHaveLength(1);
      const { admin, user } = tenant;
      const lists = [
        { baseRevision: 1, revision: 2, enable: [], disable: [user.email] },
        { baseRevision: 2, revision: 3, enable: [user.email], disable: [] },
      ];
      for (const body of lists) await given().ok('changeRoster', admin, { body });
      expect(await statusOf(user.email)).toBe('disabled');
      expect(await keep(claimed, suggestionOf({ fn: 'Ben Ito', email: ['b@example.com'] }))).toBe(
        'nothing may be kept',
      );
      expect(await queue(user)).toEqual([]);
      await begin(user.email);
      await enable(admin.email);
      expect(await statusOf(user.email)).toBe('disabled');
    });

    test('switching the whole off does it for everybody, and on again too', async () => {
      await linked();
      const claimed = await readMail(ana);
      expect(await queue(tenant.user)).toHaveLength(1);
      await switchOff();
      expect(await queue(tenant.user)).toEqual([]);
      expect(await keep(claimed, suggestionOf({ ...ana, email: ['other@example.com'] }))).toBe('nothing may be kept');
      given().clock.now = later(start, { days: 2 });
      expect(await claim()).toEqual([]);
      await switchOn();
      expect(await queue(tenant.user)).toHaveLength(1);
      expect((await claim())[0]?.linkage).toMatchObject({ readFrom: given().clock.now });
    });
  });

  describe('R5: what is read from a mailbox', () => {
    test('is its user’s alone, who need not have called before', async () => {
      const newcomer = person(tenant.domain, 'newcomer');
      await setKey();
      await switchOn();
      await enable(tenant.admin.email, newcomer.email);
      await begin(newcomer.email);
      const claimed = await readMail(ana);
      expect(await names(tenant.admin)).toEqual([]);
      expect(await names(newcomer)).toEqual(['Ana Ruiz']);
      given().clock.now = later(start, { hours: 1 });
      await keep(claimed, suggestionOf({ fn: 'Ben Ito', email: ['b@example.com'] }));
      expect(await names(newcomer)).toEqual(['Ben Ito', 'Ana Ruiz']);
    });

    test('of a person who waits already, or from a mail that was suggested already, it is not put beside', async () => {
      const suggest = (body: ReturnType<typeof suggestionOf>) => given().ok('createSuggestion', tenant.user, { body });
      const waits = await suggest(suggestionOf(ana, 'm1@example.com'));
      const ben = { fn: 'Ben Ito', email: ['ben@example.com'] };
      const { suggestion } = await suggest(suggestionOf(ben, 'm2@example.com'));
      await given().ok('dismissSuggestion', tenant.user, { params: { suggestionId: suggestion.id } });
      await linked();
      const [claimed] = await claim();
      if (!claimed) throw new Error('Nothing is due');
      for (const [card, id] of [
        [ana, 'm1@example.com'],
        [ana, 'm3@example.com'],
        [ben, 'm2@example.com'],
      ] as const) {
        await keep(claimed, suggestionOf(card, id));
      }
      await keep(claimed, suggestionOf({ fn: 'Cy Abe', email: ['cy@example.com'] }));
      const found = await queue(tenant.user);
      expect(found.map(({ draft, mails }) => [draft.fn?.value, mails]).sort()).toEqual([
        ['Ana Ruiz', 2],
        ['Cy Abe', 1],
      ]);
      expect(found.map(({ id }) => id)).toContain(waits.suggestion.id);
    });

    test('of a person whom the user wants no suggestion of, it is left out before the user’s id is known', async () => {
      const { suggestion } = await given().ok('createSuggestion', tenant.user, { body: suggestionOf(ana) });
      const params = { suggestionId: suggestion.id };
      await given().ok('dismissSuggestion', tenant.user, { params, query: { as: 'person' } });
      await linked();
      const [claimed] = await claim();
      if (!claimed) throw new Error('Nothing is due');
      const kept = keep(claimed, suggestionOf(ana, 'another@example.com'));
      await expect(kept).rejects.toMatchObject({ code: 'suppressed' });
      await keep(claimed, suggestionOf({ fn: 'Ben Kay', email: ['ben@example.com'] }));
      expect(await names(tenant.user)).toEqual(['Ben Kay']);
    });

    test('mails that are kept together make what each makes alone, one after the other', async () => {
      const card = (fn: string, email: string, title?: string) => ({ fn, email: [email], ...(title && { title }) });
      const mailOf = (each: Parameters<typeof suggestionOf>[0], messageId: string, date?: string): NewSuggestion => {
        const { source, ...read } = suggestionOf(each, messageId);
        return { ...read, source: { ...source, way: 'background', ...(date && { date }) } };
      };
      const ana = card('Ana Ruiz', 'ana@kite.example');
      const mails = [
        mailOf(ana, 'a1', '2026-11-20T09:00:00Z'),
        mailOf({ ...ana, title: 'Buyer' }, 'a2', '2026-11-19T09:00:00Z'),
        mailOf({ ...ana, title: 'Head of Sales' }, 'a3', '2026-11-21T09:00:00Z'),
        mailOf(ana, 'a1', '2026-11-20T09:00:00Z'),
        mailOf(card('Ben Kay', 'ben@kite.example'), 'b1'),
        mailOf(card('Cy Orr', 'cy@kite.example'), 'c1'),
        mailOf(card('Cy Orr', 'cy@kite.example', 'Engineer'), 'c2'),
        mailOf(card('Dee Fox', 'dee@kite.example'), 'd1'),
        mailOf(card('Dee Fox', 'dee@kite.example', 'Director'), 'd2'),
        mailOf(card('Ed Gray', 'ed@kite.example'), 'e1'),
        mailOf(card('Ed Gray', 'ed@kite.example', 'Editor'), 'e2'),
        mailOf(card('Flo Hart', 'flo@kite.example'), 'f1'),
        mailOf(card('Reception', 'info@kite.example'), 'g1'),
      ];
      const queueAfter = async (kept: NewSuggestion[][]) => {
        tenant = await given().tenant();
        const suggest = async (each: ReturnType<typeof card>) =>
          (await given().ok('createSuggestion', tenant.user, { body: suggestionOf(each) })).suggestion.id;
        const dismiss = async (each: ReturnType<typeof card>, as?: 'person') => {
          const params = { suggestionId: await suggest(each) };
          await given().ok('dismissSuggestion', tenant.user, { params, ...(as && { query: { as } }) });
        };
        await save(given(), tenant.admin, card('Cy Orr', 'cy@kite.example'));
        await dismiss(card('Dee Fox', 'dee@kite.example'));
        await suggest(card('Ed Gray', 'ed@kite.example'));
        await dismiss(card('Flo Hart', 'flo@kite.example'), 'person');
        await linked();
        await queue(tenant.user); // from now on the mailbox is known to be this user's
        const [claimed] = await claim();
        const outcomes: string[] = [];
        for (const together of kept) outcomes.push(...(await keepAll(claimed, together)));
        const waits = (await queue(tenant.user)).map(({ draft, source, mails: count }) => [
          draft.fn?.value,
          draft.title?.value,
          source.messageId.includes('@') ? 'asked for' : source.messageId,
          count,
        ]);
        await given().store.createTenant({ ...settingsOf(tenant), feature: false });
        return { outcomes, waits: waits.sort() };
      };
      const alone = await queueAfter(mails.map((mail) => [mail]));
      expect(alone).toEqual({
        outcomes: [
          ...['suggested', 'suggested', 'suggested', 'decided', 'suggested', 'known', 'suggested', 'decided'],
          ...['suggested', 'suggested', 'suggested', 'suppressed', 'role-address'],
        ],
        waits: [
          ['Ana Ruiz', 'Head of Sales', 'a3', 3],
          ['Ben Kay', undefined, 'b1', 1],
          ['Cy Orr', 'Engineer', 'c2', 1],
          ['Dee Fox', 'Director', 'd2', 1],
          ['Ed Gray', 'Editor', 'e2', 3],
        ],
      });
      expect(await queueAfter([mails])).toEqual(alone);
      expect(await queueAfter([mails.slice(0, 2), mails.slice(2, 9), mails.slice(9)])).toEqual(alone);
    });

    const keepAll = async (claimed: ClaimedLinkage | undefined, mails: NewSuggestion[]): Promise<string[]> => {
      if (!claimed) throw new Error('Nothing is due');
      const { domain, email } = claimed;
      return await inTransaction(given().db, { domain, userId: mailboxUser(email), email }, async (trx) => {
        const opened = await openMailboxContext(trx, { ...claimed, claimedBy: 'worker-1' }, given().clock.now);
        return opened ? await suggestFromMailbox(opened.context, mails) : [];
      });
    };

    test('R9: counts when it is saved, and not when it is dismissed', async () => {
      await linked();
      const [claimed] = await claim();
      if (!claimed) throw new Error('Nothing is due');
      await keep(claimed, suggestionOf(ana));
      await keep(claimed, suggestionOf({ fn: 'Ben Ito', email: ['ben@example.com'] }));
      const found = await queue(tenant.user);
      const [ben, first] = ['Ben Ito', 'Ana Ruiz'].map((name) => found.find(({ draft }) => draft.fn?.value === name));
      await given().ok('dismissSuggestion', tenant.user, { params: { suggestionId: ben?.id ?? '' } });
      expect((await given().ok('getQuota', tenant.user)).used).toBe(0);
      const body = { card: cardOf(ana) };
      await given().ok('acceptSuggestion', tenant.user, { params: { suggestionId: first?.id ?? '' }, body });
      expect((await given().ok('getQuota', tenant.user)).used).toBe(1);
    });

    test('a worker takes no more mailboxes than it has room for, however the database goes about it', async () => {
      await setKey();
      await switchOn();
      await enable(tenant.admin.email, tenant.user.email, `third@${tenant.domain}`);
      await begin(tenant.admin.email, tenant.user.email, `third@${tenant.domain}`);
      const { now } = given().clock;
      const taken = { now, until: later(now, { hours: 1 }), by: 'worker-1', limit: 1 };
      const claimed = await asOperatorBriefly(given().db, async (trx) => {
        for (const way of ['hashjoin', 'mergejoin', 'material'])
          await sql`select set_config(${`enable_${way}`}, 'off', true)`.execute(trx);
        return await claimDueLinkages(trx, 'google', taken);
      });
      expect(claimed).toHaveLength(1);
      expect(await claim('worker-2')).toHaveLength(2);
    });

    test('one worker at a time reads a mailbox; who died with it is followed by another', async () => {
      await linked();
      const [first] = await claim('worker-1');
      expect(await claim('worker-2')).toEqual([]);
      given().clock.now = later(start, { hours: 1 });
      const [second] = await claim('worker-2');
      expect(second?.email).toBe(tenant.user.email);
      expect(first && (await keep(first, suggestionOf(ana)))).toBe('nothing may be kept');
      expect(second && (await keep(second, suggestionOf(ana), 'worker-2'))).toBe('kept');
    });
  });

  describe('R10: a mail service that is not Google', () => {
    beforeEach(async () => {
      await setKey();
      given().provider.people = [
        { email: `Sakura@${tenant.domain}`, name: 'Sakura Mori' },
        { email: `lena@${tenant.domain}`, name: 'Lena Vogel' },
        { email: `noor@${tenant.domain}`, name: 'Noor Haddad' },
      ];
    });

    test('lists the people of its directory, page by page, with who is enabled', async () => {
      const { items, nextCursor } = await given().ok('listDirectory', tenant.admin);
      expect(items).toEqual([
        { email: tenant.user.email, name: 'Sakura Mori', enabled: true },
        { email: tenant.stranger.email, name: 'Lena Vogel', enabled: false },
      ]);
      const next = await given().ok('listDirectory', tenant.admin, { query: { cursor: nextCursor } });
      expect(next.items.map(({ name }) => name)).toEqual(['Noor Haddad']);
      expect(await given().ok('listDirectoryGroups', tenant.admin)).toMatchObject({ groups: [{ name: 'Sales' }] });
    });

    describe('names of users', () => {
      const users = async (query = {}) => {
        const { items } = await given().ok('listLinkages', tenant.admin, { query });
        return items.map(({ email, name, status }) => [email, name, status]);
      };
      const start = () => given().ok('startLinkages', tenant.admin, { body: { emails: [tenant.user.email] } });
      const asked = () => given().provider.asked.filter((question) => question === 'people').length;
      const lena = () => tenant.stranger.email;
      beforeEach(async () => {
        given().provider.asked.length = 0;
        await switchOn();
        await given().ok('replaceRoster', tenant.admin, { body: { revision: 2, users: [tenant.user.email, lena()] } });
      });

      test('are the directory’s, once an admin has looked at it: of the enabled, linked or not', async () => {
        await given().ok('listDirectory', tenant.admin);
        expect(await users()).toEqual([
          [lena(), 'Lena Vogel', 'not-started'],
          [tenant.user.email, 'Sakura Mori', 'not-started'],
        ]);
        expect(await users({ q: 'vogel' })).toEqual([[lena(), 'Lena Vogel', 'not-started']]);
      });

      test('come when users are started, in requests for many at once, and are not asked for again', async () => {
        await start();
        expect(await users()).toEqual([
          [lena(), 'Lena Vogel', 'not-started'],
          [tenant.user.email, 'Sakura Mori', 'starting'],
        ]);
        expect(asked()).toBe(2); // pages
        await start();
        await given().ok('replaceRoster', tenant.admin, {
          body: { revision: 3, users: [tenant.user.email, lena(), `new@${tenant.domain}`] },
        });
        await given().ok('startLinkages', tenant.admin, { body: { all: {} } });
        expect(asked()).toBe(2);
        expect((await users()).map(([, name]) => name)).toEqual(['Lena Vogel', undefined, 'Sakura Mori']);
        given().clock.now = later(given().clock.now, { hours: 2 });
        given().provider.people = [{ email: `new@${tenant.domain}`, name: 'Nia New' }];
        await given().ok('startLinkages', tenant.admin, { body: { all: {} } });
        expect((await users()).map(([, name]) => name)).toEqual(['Lena Vogel', 'Nia New', 'Sakura Mori']);
      });

      test('a directory that is not delegated keeps nobody from starting, and is left alone for a while', async () => {
        given().provider.failures.set('directory', 'not-delegated');
        expect((await start()).counts).toEqual({ started: 1 });
        await start();
        expect(asked()).toBe(1);
        given().provider.failures.delete('directory');
        given().clock.now = later(given().clock.now, { hours: 1 });
        await start();
        expect((await users())[1]).toEqual([tenant.user.email, 'Sakura Mori', 'starting']);
      });

      test('of people who are not enabled none is kept', async () => {
        await given().ok('listDirectory', tenant.admin, { query: { cursor: '2' } }); // Noor
        expect(await users({ q: 'noor' })).toEqual([]);
      });
    });

    test('says which scopes its directory needs', async () => {
      given().provider.failures.set('directory', 'not-delegated');
      const { problem } = await given().call('listDirectory', tenant.admin);
      expect(problem).toMatchObject({
        code: 'directory-unavailable',
        detail: expect.stringContaining('https://mail.example/people'),
        scopeLine: 'https://mail.example/people',
      });
      expect(await given().refused('listDirectoryGroups', tenant.admin)).toBe('directory-unavailable');
    });

    test('tells what a user’s mailbox would suggest, and keeps nothing', async () => {
      const params = { email: tenant.user.email };
      const tried = await given().ok('tryLinkage', tenant.admin, { params, body: { days: 3 } });
      expect(tried).toMatchObject({
        read: 3,
        suggestions: [{ fn: 'Noor Haddad' }],
        leftOut: [{ reason: 'newsletter', text: 'Newsletter', count: 2 }],
      });
      expect(given().provider.asked.at(-1)).toBe(`3 days of ${tenant.user.email}, at most 100`);
      expect(await statusOf(tenant.user.email)).toBe('not-started');
      expect(await queue(tenant.user)).toEqual([]);
    });

    test('or why it cannot be read', async () => {
      given().provider.failures.set(tenant.user.email, 'gmail-off');
      const params = { email: tenant.user.email };
      expect(await given().ok('tryLinkage', tenant.admin, { params, body: { lang: 'ja' } })).toMatchObject({
        read: 0,
        failure: { status: 'unauthorized', cause: 'gmail-off', explained: { cause: expect.stringContaining('オフ') } },
      });
      expect(
        await given().refused('tryLinkage', tenant.admin, { params: { email: tenant.stranger.email }, body: {} }),
      ).toBe('linkage-not-found');
    });
  });
}
