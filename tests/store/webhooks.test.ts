import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { cleanUp } from '../../src/store/commands/clean-up.ts';
import { startJobs } from '../../src/store/jobs.ts';
import { createMetrics } from '../../src/store/metrics.ts';
import { readSecretKeys, secretsWith } from '../../src/store/secrets.ts';
import { type Database, openDatabase } from '../../src/store/sql/database.ts';
import { findTenant, inTenant } from '../../src/store/sql/tenants.ts';
import { asOperator } from '../../src/store/sql/transaction.ts';
import { leaseDelivery } from '../../src/store/sql/webhooks.ts';
import { type Delivering, deliverDue, outcomeOf } from '../../src/store/webhooks/deliver.ts';
import { isPublicAddress } from '../../src/store/webhooks/public-address.ts';
import { send } from '../../src/store/webhooks/send.ts';
import { signedHeaders } from '../../src/store/webhooks/sign.ts';
import { later, save, start, type TestStore, type TestTenant, testStoreOver } from './support.ts';

test('the signature is that of the Standard Webhooks specification', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const time = new Date(1614265330 * 1000);
  expect(signedHeaders(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', time, '{"test": 2432232314}')).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

describe('addresses', () => {
  test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700::1', '::ffff:8.8.8.8'])('%s is public', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));

  const strict = { allowPrivate: false, timeoutMilliseconds: 2000 };
  test.each([
    ['https://127.0.0.1/', 'address-not-public'],
    ['https://[::1]/', 'address-not-public'],
    ['https://[::ffff:7f00:1]/', 'address-not-public'],
    ['https://0x7f000001/', 'address-not-public'],
    ['https://2130706433/', 'address-not-public'],
    ['https://localhost/', 'address-not-public'],
    ['http://crm.example.com/', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
  ])('nothing is sent to %s', async (url, error) => expect(await send(url, {}, '{}', strict)).toEqual({ error }));
});

describe('after an attempt', () => {
  const half = () => 0.5;
  const outcome = (sent: Parameters<typeof outcomeOf>[0], attempts = 1) => outcomeOf(sent, attempts, start, half);
  const inSeconds = (seconds: number) => new Date(start.getTime() + seconds * 1000);

  test('2xx: delivered', () => expect(outcome({ status: 204 })).toEqual({ kind: 'delivered', status: 204 }));
  test('a redirect is no answer, and is not followed', () => expect(outcome({ status: 302 }).kind).toBe('again'));
  test('410: never again', () => expect(outcome({ status: 410 })).toEqual({ kind: 'dead', status: 410 }));
  test('later each time, ten times in all', () => {
    const waits = Array.from({ length: 10 }, (_, i) => outcome({ error: 'timeout' }, i + 1));
    expect(
      waits.map((one) => (one.kind === 'again' ? (one.dueAt.getTime() - start.getTime()) / 1000 : one.kind)),
    ).toEqual([5, 30, 120, 600, 1800, 7200, 18_000, 36_000, 36_000, 'dead']);
  });
  test('a little earlier or later than others', () =>
    expect([0, 1].map((random) => outcomeOf({ status: 500 }, 2, start, () => random))).toEqual([
      { kind: 'again', status: 500, dueAt: inSeconds(24) },
      { kind: 'again', status: 500, dueAt: inSeconds(36) },
    ]));
  test('not before Retry-After, a day at most', () => {
    expect(outcome({ status: 429, retryAfterSeconds: 900 })).toMatchObject({ dueAt: inSeconds(900) });
    expect(outcome({ status: 503, retryAfterSeconds: 1e9 })).toMatchObject({ dueAt: inSeconds(86_400) });
  });
});

describe('deliveries', () => {
  let database: Database;
  let given: TestStore;
  let tenant: TestTenant;
  let tenantId: string;
  let endpoint: Server;
  let url: string;
  let got: {
    headers: IncomingMessage['headers'];
    body: { type: string; data: Record<string, unknown> };
    raw: string;
  }[];
  let answer: (call: (typeof got)[number]) => { status: number; headers?: Record<string, string> } | Promise<never>;
  let delivering: Delivering;
  const key = `k1:${Buffer.alloc(32, 7).toString('base64')}`;

  beforeAll(async () => {
    database = await openDatabase({});
    given = await testStoreOver(database, { secretKeys: readSecretKeys(key) });
    endpoint = createServer(async (request, response) => {
      const raw = await text(request);
      const call = { headers: request.headers, raw, body: JSON.parse(raw) };
      got.push(call);
      const { status, headers } = await answer(call);
      response.writeHead(status, headers).end('a body that nobody reads');
    });
    await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/hook`;
    const secrets = secretsWith(readSecretKeys(key));
    delivering = { db: given.db, secrets, now: () => given.clock.now, allowPrivate: true, timeoutMilliseconds: 500 };
  });
  afterAll(async () => {
    endpoint.closeAllConnections();
    endpoint.close();
    await given.close();
  });
  beforeEach(async () => {
    given.clock.now = start;
    got = [];
    answer = () => ({ status: 200 });
    tenant = await given.tenant();
    tenantId = (await findTenant(given.db, tenant.domain))?.id ?? '';
  });

  const create = async (events?: ('contact.created' | 'contact.changed' | 'contact.deleted')[]) =>
    await given.ok('createWebhook', tenant.admin, { body: { url, ...(events && { events }) } });
  const deliver = (webhookId: string) => deliverDue(delivering, tenantId, webhookId);
  const list = async (webhookId: string, query = {}) =>
    (await given.ok('listWebhookDeliveries', tenant.admin, { params: { webhookId }, query })).items;
  const ana = { fn: 'Ana Ruiz', email: ['ana@example.com'] };

  test('a contact that is created, changed and deleted: told in order, signed, as it is now', async () => {
    const { webhook, secret } = await create();
    const { contact } = await save(given, tenant.user, ana);
    await deliver(webhook.id);
    await save(given, tenant.user, { ...ana, title: 'Buyer' });
    await deliver(webhook.id);
    expect(got.map(({ body }) => [body.type, body.data.contactId, body.data.revision])).toEqual([
      ['contact.created', contact.id, 1],
      ['contact.changed', contact.id, 2],
    ]);
    const [first] = got;
    expect(first?.body).toMatchObject({
      timestamp: start.toISOString(),
      data: { contact: { card: { fn: 'Ana Ruiz' } } },
    });
    expect(got[1]?.body.data).toMatchObject({ contact: { revision: 2, card: { title: 'Buyer' } } });
    const signed = signedHeaders(secret, String(first?.headers['webhook-id']), start, first?.raw ?? '');
    expect(first?.headers).toMatchObject({ ...signed, 'content-type': 'application/json' });
    expect(await list(webhook.id)).toMatchObject([
      { type: 'contact.changed', status: 'delivered', attempts: 1, lastStatus: 200 },
      { type: 'contact.created', status: 'delivered', contactId: contact.id },
    ]);
  });

  test('only what it asked for, and nothing while it is switched off', async () => {
    const { webhook } = await create(['contact.changed']);
    await save(given, tenant.user, ana);
    const params = { webhookId: webhook.id };
    await given.ok('changeWebhook', tenant.admin, { params, body: { enabled: false } });
    await save(given, tenant.user, { ...ana, title: 'Buyer' });
    await given.ok('changeWebhook', tenant.admin, { params, body: { enabled: true } });
    await save(given, tenant.user, { ...ana, title: 'Director' });
    expect((await list(webhook.id)).map(({ type }) => type)).toEqual(['contact.changed']);
  });

  test('what was rolled back is not told', async () => {
    const { webhook } = await create();
    await given.refused('undo', tenant.user, { params: { undoId: webhook.id } });
    expect(await list(webhook.id)).toEqual([]);
  });

  test('a failing endpoint: later events of that contact wait, others pass; then all in order', async () => {
    const { webhook } = await create();
    const { contact } = await save(given, tenant.user, ana);
    answer = ({ body }) => ({
      status: body.data.contactId === contact.id ? 503 : 200,
      headers: { 'retry-after': '60' },
    });
    await deliver(webhook.id);
    await save(given, tenant.user, { ...ana, title: 'Buyer' });
    await save(given, tenant.user, { fn: 'Ben', email: ['ben@example.com'] });
    await deliver(webhook.id);
    expect(got.map(({ body }) => [body.type, body.data.contactId === contact.id])).toEqual([
      ['contact.created', true],
      ['contact.created', false],
    ]);
    expect((await list(webhook.id, { status: 'pending' })).at(-1)).toMatchObject({
      attempts: 1,
      lastStatus: 503,
      dueAt: new Date(start.getTime() + 60_000).toISOString(),
    });
    answer = () => ({ status: 200 });
    given.clock.now = later(start, { hours: 1 });
    await deliver(webhook.id);
    expect(got.slice(2).map(({ body }) => body.type)).toEqual(['contact.created', 'contact.changed']);
    expect(got[0]?.headers['webhook-id']).toBe(got[2]?.headers['webhook-id']);
  });

  test('given up after ten attempts; replayed on request, one or all', async () => {
    const { webhook } = await create();
    const params = { webhookId: webhook.id };
    await save(given, tenant.user, ana);
    answer = () => ({ status: 500 });
    for (let i = 0; i < 12; i++) {
      await deliver(webhook.id);
      given.clock.now = later(given.clock.now, { hours: 20 });
    }
    expect(got).toHaveLength(10);
    const [dead] = await list(webhook.id, { status: 'dead' });
    expect(dead).toMatchObject({ attempts: 10, lastStatus: 500 });
    answer = () => ({ status: 200 });
    expect(await given.ok('replayWebhook', tenant.admin, { params, body: {} })).toEqual({ count: 1 });
    await deliver(webhook.id);
    expect(await list(webhook.id)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
    const body = { deliveryId: dead?.id };
    expect(await given.ok('replayWebhook', tenant.admin, { params, body })).toEqual({ count: 1 });
    expect(await given.refused('replayWebhook', tenant.admin, { params, body })).toBe('delivery-not-found');
    await deliver(webhook.id);
    expect(got).toHaveLength(12);
  });

  test('an endpoint that does not answer in time', async () => {
    const { webhook } = await create();
    await given.ok('testWebhook', tenant.admin, { params: { webhookId: webhook.id } });
    answer = () => new Promise<never>(() => {});
    await deliver(webhook.id);
    expect(await list(webhook.id)).toMatchObject([{ type: 'webhook.test', status: 'pending', lastError: 'timeout' }]);
  });

  test('two processes at once send nothing twice', async () => {
    const { webhook } = await create();
    for (const name of ['a', 'b', 'c']) await save(given, tenant.user, { fn: name, email: [`${name}@example.com`] });
    await Promise.all([deliver(webhook.id), deliver(webhook.id), deliver(webhook.id)]);
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
    expect(got).toHaveLength(3);
  });

  test('what one process is sending no other takes, until its time is over', async () => {
    const { webhook } = await create();
    await save(given, tenant.user, ana);
    const lease = (hours: number) =>
      inTenant(given.db, tenantId, (trx) =>
        leaseDelivery(trx, tenantId, webhook.id, later(start, { hours }), later(start, { hours: hours + 1 })),
      );
    expect(await lease(0)).toMatchObject({ attempts: 1 }); // and dies
    expect(await lease(0.5)).toBeUndefined();
    expect(await lease(1)).toMatchObject({ attempts: 2 });
  });

  test('the secret is in no later answer, no log, and not readable in the database', async () => {
    given.log.length = 0;
    const input = { body: { url }, key: 'the same' };
    const { webhook, secret } = await given.ok('createWebhook', tenant.admin, input);
    expect(await given.ok('createWebhook', tenant.admin, input)).toEqual({ webhook, secret });
    const kept = await asOperator(given.db, (trx) => trx.selectFrom('idempotency_keys').select('answer').execute());
    expect(JSON.stringify(kept)).not.toContain(secret.slice(6));
    const { items } = await given.ok('listWebhooks', tenant.admin);
    expect(items).toEqual([webhook]);
    expect(JSON.stringify([items, await given.ok('listAudit', tenant.admin), given.log])).not.toContain(
      secret.slice(6),
    );
    await given.ok('deleteWebhook', tenant.admin, { params: { webhookId: webhook.id } });
    expect((await given.ok('listWebhooks', tenant.admin)).items).toEqual([]);
    const acts = (await given.ok('listAudit', tenant.admin, { query: { subject: webhook.id } })).items;
    expect(acts.map(({ act }) => act).sort()).toEqual(['webhook.create', 'webhook.delete']);
  });

  test('20 webhooks at most', async () => {
    for (let i = 0; i < 20; i++) await create();
    expect(await given.refused('createWebhook', tenant.admin, { body: { url } })).toBe('webhook-limit');
  });

  test('the clean-up forgets old deliveries and suggestions that ran out, and keeps the rest', async () => {
    const { webhook } = await create();
    await save(given, tenant.user, ana);
    await deliver(webhook.id);
    await cleanUp(given.db, later(start, { days: 29 }));
    expect(await list(webhook.id)).toHaveLength(1);
    await cleanUp(given.db, later(start, { days: 31 }));
    expect(await list(webhook.id)).toEqual([]);
    expect((await given.ok('listContacts', tenant.user)).items).toHaveLength(1);
  });

  test('and events of that age, but for those that a webhook has still to be told', async () => {
    await save(given, tenant.user, { fn: 'Before', email: ['before@example.com'] });
    const { webhook } = await create();
    await save(given, tenant.user, ana);
    const events = async () => {
      const rows = await asOperator(given.db, (trx) =>
        trx.selectFrom('contact_events').select('id').where('tenant_id', '=', tenantId).orderBy('seq').execute(),
      );
      return rows.map(({ id }) => id);
    };
    const [before, owed] = await events();
    await cleanUp(given.db, later(start, { days: 29 }));
    expect(await events()).toEqual([before, owed]);
    await cleanUp(given.db, later(start, { days: 31 }));
    expect(await events()).toEqual([owed]);
    await deliver(webhook.id);
    await cleanUp(given.db, later(start, { days: 31 }));
    expect(await events()).toEqual([]);
  });

  test('the jobs do it by themselves, and stop', async () => {
    const { webhook } = await create();
    const lines: string[] = [];
    const log = pino(new Writable({ write: (line, _, done) => done(void lines.push(String(line)) as never) }));
    const metrics = createMetrics(database.connections);
    const jobs = await startJobs(database, { ...delivering, log, metrics });
    const again = await startJobs(database, { ...delivering, log });
    const { contact } = await save(given, tenant.user, ana);
    const status = async () => (await list(webhook.id))[0]?.status;
    while ((await status()) !== 'delivered') await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await metrics.text()).toMatch(/oldest_due_job_seconds\{job="webhooks"\} \d/);
    await Promise.all([jobs.stop(), again.stop()]);
    expect(lines).toEqual([]);
    expect(got.filter(({ body }) => body.data.contactId === contact.id)).toHaveLength(1);
  });

  test('the metrics count the jobs, those that fail too, and say how long one has been due', async () => {
    const metrics = createMetrics(database.connections);
    const log = pino({ level: 'silent' });
    const broken: typeof delivering = {
      ...delivering,
      secrets: {
        ...delivering.secrets,
        find: () => {
          throw new Error('broken');
        },
      },
    };
    await create();
    const jobs = await startJobs(database, { ...broken, log, metrics });
    await save(given, tenant.user, ana);
    const said = async () => await metrics.text();
    while (!(await said()).includes('jobs_total{job="webhooks",outcome="failed"}')) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await said()).toContain('contact_inbox_oldest_due_job_seconds{job="clean-up"} ');
    await jobs.stop();
  });
});
