import { generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { pushReceiver } from '../../../src/store/gmail-push.ts';
import { changeLinkage } from '../../../src/store/sql/linkages.ts';
import { asOperatorBriefly } from '../../../src/store/sql/transaction.ts';
import { keyFileOf } from '../fake-provider.ts';
import { issuer, push, seconds, type TestStore, type TestTenant } from '../support.ts';

/** What Gmail publishes of watched mailboxes, as Cloud Pub/Sub posts it. */
export function gmailPush(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await linked();
  });
  // A due linkage would be anybody's who asks.
  afterAll(() => disable());

  const linked = async () => {
    const made = await given().tenant();
    await given().ok('setServiceAccount', made.admin, { body: { keyFile: keyFileOf('robot@fake.example') } });
    const { revision } = await given().ok('getGoogle', made.admin);
    await given().ok('changeGoogle', made.admin, {
      body: { revision, functions: { contactInbox: true }, noticeAccepted: true },
    });
    await given().ok('startLinkages', made.admin, { body: { emails: [made.user.email] } });
    return made;
  };
  const disable = () => given().ok('disableLinkages', tenant.admin, { body: { all: {} } });
  const keyOf = async (email: string) => {
    const [row] = await asOperatorBriefly(given().db, (trx) =>
      trx.selectFrom('linkages').select(['tenant_id', 'email']).where('email', '=', email).execute(),
    );
    return { tenant: row?.tenant_id ?? '', provider: 'google', email };
  };
  type Changes = Parameters<typeof changeLinkage>[2];
  const set = async (changes: Changes, email = tenant.user.email) => {
    const key = await keyOf(email);
    await asOperatorBriefly(given().db, (trx) => changeLinkage(trx, key, changes));
  };
  const inMinutes = (minutes: number) => new Date(given().clock.now.getTime() + minutes * 60_000);
  /** Read a while ago up to change 500, watched, and to be looked at in half an hour. */
  const watched = async (changes: Changes = {}) => {
    await set({
      status: 'active',
      history_id: '500',
      last_success_at: inMinutes(-5),
      next_try_at: inMinutes(30),
      watch: { topic: 't', labelIds: [], nextAt: inMinutes(60).toISOString(), failures: 0 },
      ...changes,
    });
  };
  const claims = (): JWTPayload => {
    const now = seconds(given().clock.now);
    return {
      iss: issuer,
      aud: push.audience,
      sub: '1',
      email: push.account,
      email_verified: true,
      iat: now,
      exp: now + 3600,
    };
  };
  const signed = (changed: JWTPayload = {}) => given().sign({ ...claims(), ...changed });
  const messageOf = (data: unknown, encoding: 'base64' | 'base64url' = 'base64') =>
    JSON.stringify({
      message: { data: Buffer.from(JSON.stringify(data)).toString(encoding), messageId: '1' },
      subscription: 'projects/p/subscriptions/s',
    });
  const changeTo = (historyId: unknown, emailAddress = tenant.user.email) => messageOf({ emailAddress, historyId });
  const post = async (body: string, authorization: string | undefined, method = 'POST') => {
    const headers = { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) };
    const request = new Request(push.audience, { method, headers, ...(method === 'POST' && { body }) });
    const response = await given().store.fetch(request);
    const text = await response.text();
    return { status: response.status, code: text ? JSON.parse(text).code : undefined, headers: response.headers };
  };
  const told = async (body = changeTo(501)) => (await post(body, `Bearer ${await signed()}`)).status;
  const minutesToNext = async () => {
    const { nextTryAt = '' } = await given().ok('getLinkage', tenant.admin, { params: { email: tenant.user.email } });
    return (Date.parse(nextTryAt) - given().clock.now.getTime()) / 60_000;
  };
  const counted = async (outcome: string) =>
    Number(
      new RegExp(`pushes_total\\{outcome="${outcome}"\\} (\\d+)`).exec(await given().store.metrics.text())?.[1] ?? 0,
    );

  test('a change makes the mailbox due; the answer is 204, however often it comes', async () => {
    await watched();
    const due = await counted('due');
    expect([await told(), await told()]).toEqual([204, 204]);
    expect(await minutesToNext()).toBe(0);
    expect(await counted('due')).toBe(due + 2);
  });

  test.each<[string, () => string]>([
    ['a number', () => changeTo(501)],
    ['a text', () => changeTo('501')],
    ['longer than the last', () => changeTo('1000')],
    [
      'base64 for URLs',
      () => messageOf({ emailAddress: tenant.user.email, historyId: 501, more: '???>>>' }, 'base64url'),
    ],
    ['an address in capitals', () => changeTo(501, tenant.user.email.toUpperCase())],
  ])('is understood: %s', async (_case, body) => {
    await watched();
    expect(await told(body())).toBe(204);
    expect(await minutesToNext()).toBe(0);
  });

  test('a mailbox that was read just now is due ten seconds after that', async () => {
    await watched({ last_success_at: inMinutes(-0.1) });
    await told();
    expect((await minutesToNext()) * 60).toBeCloseTo(4, 3);
  });

  test.each<[string, string, Changes, () => string]>([
    ['a change that was read', 'stale', {}, () => changeTo(500)],
    ['an older one', 'stale', {}, () => changeTo(99)],
    ['one of a mailbox that fails', 'stale', { status: 'linkage-error' }, () => changeTo(501)],
    ['one of a mailbox not begun', 'stale', { status: 'starting', history_id: null }, () => changeTo(501)],
    ['one of a mailbox that is not watched', 'unknown', { watch: null }, () => changeTo(501)],
    ['an address that is nobody’s', 'unknown', {}, () => changeTo(501, 'nobody@nowhere.example')],
  ])('acknowledged without effect: %s (%s)', async (_case, outcome, changes, body) => {
    await watched(changes);
    const before = await counted(outcome);
    const { status, headers } = await post(body(), `Bearer ${await signed()}`);
    expect([status, headers.get('content-type')]).toEqual([204, null]);
    expect(await minutesToNext()).toBe(30);
    expect(await counted(outcome)).toBe(before + 1);
  });

  test('acknowledged and counted: what is none of Gmail’s messages, which else would come again for days', async () => {
    await watched();
    const before = await counted('unreadable');
    const bodies = [
      '{',
      '{}',
      '{"message":{"data":"AAAA"}}',
      changeTo(501, ''),
      changeTo(501, 'a\0@b.example'),
      changeTo('5e2'),
      changeTo(-1),
      changeTo('9'.repeat(30)),
      changeTo(501) + ' '.repeat(20_000),
    ];
    for (const body of bodies) expect(await told(body)).toBe(204);
    expect(await counted('unreadable')).toBe(before + bodies.length);
    expect(await minutesToNext()).toBe(30);
  });

  test('a disabled mailbox stays unread', async () => {
    await watched();
    await disable();
    expect(await told()).toBe(204);
    expect(await given().ok('getLinkage', tenant.admin, { params: { email: tenant.user.email } })).not.toHaveProperty(
      'nextTryAt',
    );
  });

  test('of another organisation nothing changes', async () => {
    await watched();
    const first = tenant;
    tenant = await linked();
    await watched();
    await told();
    expect(await minutesToNext()).toBe(0);
    await disable();
    tenant = first;
    expect(await minutesToNext()).toBe(30);
  });

  describe('refused, and nothing happens:', () => {
    beforeAll(() => watched());
    const forged = async () => {
      const { privateKey } = await generateKeyPair('RS256');
      return await new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', kid: 'test-1' }).sign(privateKey);
    };
    const now = () => seconds(given().clock.now);
    test.each<[string, string, () => Promise<string | undefined>]>([
      ['no token', 'token-missing', async () => undefined],
      ['a forged one', 'token-invalid', forged],
      ['an expired one', 'token-expired', () => signed({ exp: now() - 70 })],
      ['one without an end', 'token-invalid', () => signed({ exp: undefined })],
      ['one for another receiver', 'token-invalid', () => signed({ aud: 'https://other.example/push' })],
      ['one of another issuer', 'token-invalid', () => signed({ iss: 'https://accounts.example.com' })],
      [
        'another service account, which anybody can have',
        'token-invalid',
        () => signed({ email: 'me@p.iam.gserviceaccount.com' }),
      ],
      ['an address that is not verified', 'token-invalid', () => signed({ email_verified: false })],
      ['an address that only says it is', 'token-invalid', () => signed({ email_verified: 'true' })],
      ['no address', 'token-invalid', () => signed({ email: undefined })],
      ['an identity token of a user', 'token-invalid', () => given().token(tenant.user)],
    ])('%s', async (_case, code, tokenOf) => {
      const token = await tokenOf();
      const answer = await post(changeTo(501), token === undefined ? undefined : `Bearer ${token}`);
      expect([answer.status, answer.code]).toEqual([401, code]);
      expect(await minutesToNext()).toBe(30);
    });
  });

  test('Pub/Sub’s token opens nothing else', async () => {
    const headers = { authorization: `Bearer ${await signed()}` };
    const answer = await given().store.fetch(new Request('http://store.example/v1/me', { headers }));
    expect(answer.status).toBe(401);
  });

  test('only POST is taken', async () => expect((await post('', undefined, 'GET')).status).toBe(405));

  test('more than an organisation may send in a minute has to come again', async () => {
    await watched();
    const { db, clock, store, publicJwk } = given();
    const metrics = { pushed: () => {} };
    const settings = { db, rateLimits: { tenant: 3 }, metrics, now: () => clock.now };
    const take = pushReceiver({ ...push, keys: { keys: [publicJwk] } }, settings);
    const authorization = `Bearer ${await signed()}`;
    const one = (body = changeTo(501)) =>
      take(new Request(push.audience, { method: 'POST', headers: { authorization }, body })).then(
        ({ status }) => status,
      );
    expect([await one(), await one(), await one()]).toEqual([204, 204, 204]);
    await expect(one()).rejects.toMatchObject({ code: 'rate-limited' });
    expect(await one(changeTo(501, 'nobody@nowhere.example'))).toBe(204);
    expect((await store.fetch(new Request('http://store.example/healthz'))).status).toBe(200);
  });

  test('the log names no address and no change', async () => {
    await watched({ history_id: '71302468135790' });
    given().log.length = 0;
    await told(changeTo('71302468135791'));
    await post(changeTo('71302468135791'), `Bearer ${await signed({ email: 'me@p.iam.gserviceaccount.com' })}`);
    expect(given().log).toHaveLength(2);
    expect(given().log.join('')).not.toMatch(/@|sakura|7130246813579/);
  });
}
