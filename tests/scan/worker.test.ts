import { sql } from 'kysely';
import type { TroubleName } from '../../src/preview/google/troubles.ts';
import { ClaimLost, inMailbox } from '../../src/scan/keep-findings.ts';
import { scanDue, startWorker } from '../../src/scan/worker.ts';
import { claimDueLinkages } from '../../src/store/sql/linkages.ts';
import { asOperatorBriefly } from '../../src/store/sql/transaction.ts';
import { later } from '../store/support.ts';
import {
  gmailAccess,
  letter,
  letterText,
  link,
  linkageOf,
  newOrganisation,
  openWorld,
  queueOf,
  scan,
  unlink,
  type World,
  wait,
} from './support.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  world.store.clock.now = new Date();
  world.organisation = await newOrganisation(world);
});
afterEach(async () => {
  world.google.mend(world.organisation.user.email);
  await unlink(world);
});
afterAll(() => world.close());

const user = () => world.organisation.user.email;
const retry = () => world.store.ok('retryLinkages', world.organisation.admin, { body: { emails: [user()] } });

/** The same with a worker that waits for no answer of Google. */
const impatient = (): World => {
  const access = gmailAccess(world.served.url, { timeoutMilliseconds: 50 });
  return { ...world, options: { ...world.options, access } };
};

describe('what keeps a mailbox from being read, and what mends it', () => {
  test.each<[string, TroubleName, string, string]>([
    ['R20', 'key-invalid', 'authentication-error', 'key-invalid'],
    ['R20', 'account-not-found', 'authentication-error', 'key-deleted'],
    ['R20', 'unknown-user', 'authentication-error', 'no-such-user'],
    ['R21', 'not-delegated', 'unauthorized', 'not-delegated'],
    ['R21', 'gmail-off', 'unauthorized', 'gmail-off'],
    ['R21', 'access-denied', 'unauthorized', 'access-denied'],
    ['R22', 'unavailable', 'linkage-error', 'google-unavailable'],
    ['R22', 'user-rate-limited', 'linkage-error', 'rate-limited'],
    ['R22', 'api-off', 'linkage-error', 'api-off'],
    ['R22', 'clock-skew', 'linkage-error', 'clock'],
    ['R22', 'hang', 'linkage-error', 'timeout'],
    ['R22', 'invalid-credentials', 'linkage-error', 'other'],
  ])('%s %s: %s, %s; R23: mended and tried again it is active', async (_number, trouble, status, cause) => {
    world.google.breakWith(user(), trouble);
    await link(world);
    await scan(trouble === 'hang' ? impatient() : world);
    const failed = await linkageOf(world);
    expect(failed).toMatchObject({ status, cause, explained: { cause: expect.any(String), fix: expect.any(String) } });
    expect('reference' in failed).toBe(status === 'linkage-error');
    expect('nextTryAt' in failed).toBe(status === 'linkage-error' && trouble !== 'api-off');
    world.google.mend(user());
    await retry();
    await scan(world);
    const { status: now, cause: gone, reference } = await linkageOf(world);
    expect([now, gone, reference]).toEqual(['active', undefined, undefined]);
  });

  test('R22: what may pass is tried again by itself, later each time, under one reference', async () => {
    world.google.breakWith(user(), 'unavailable');
    await link(world);
    const waits: number[] = [];
    const references = new Set<string | undefined>();
    for (let tries = 0; tries < 4; tries++) {
      await scan(world);
      const { nextTryAt = '', reference } = await linkageOf(world);
      references.add(reference);
      waits.push((Date.parse(nextTryAt) - world.store.clock.now.getTime()) / 60_000);
      world.store.clock.now = new Date(Date.parse(nextTryAt));
    }
    expect(references.size).toBe(1);
    for (const [at, minutes] of waits.entries()) {
      expect(minutes).toBeGreaterThanOrEqual(0.5 * 2 ** at);
      expect(minutes).toBeLessThanOrEqual(1.5 * 2 ** at);
    }
    world.google.mend(user());
    await scan(world);
    expect((await linkageOf(world)).status).toBe('active');
  });

  test('a mailbox that fails keeps nobody else waiting', async () => {
    const first = world.organisation;
    world.google.breakWith(user(), 'not-delegated');
    await link(world);
    const second = await newOrganisation(world);
    const other = { ...world, organisation: second };
    await link(other);
    second.mailbox.deliver(letter({ at: Date.now() + 1000 }));
    await scan(world);
    expect((await queueOf(other)).length).toBe(1);
    await unlink(other);
    world.organisation = first;
  });
});

describe('R24: disabled', () => {
  test('while it is being read: nothing is kept from that moment on', async () => {
    await link(world);
    const [claimed] = await claim('a worker');
    if (!claimed) throw new Error('It is due');
    await unlink(world);
    const keep = inMailbox(world.options.db, claimed, world.store.clock.now, async () => 'kept');
    await expect(keep).rejects.toBeInstanceOf(ClaimLost);
  });

  test('no later mail is read; linked again, none that came meanwhile', async () => {
    await link(world);
    await scan(world);
    await unlink(world);
    world.organisation.mailbox.deliver(letter());
    wait(world, 60);
    await scan(world);
    expect(await queueOf(world)).toEqual([]);
    await link(world);
    await scan(world);
    expect(await queueOf(world)).toEqual([]);
    expect((await linkageOf(world)).status).toBe('active');
  });

  test('a user who is taken off the roster is not read', async () => {
    await link(world);
    await scan(world);
    const { store, organisation } = world;
    await store.ok('replaceRoster', organisation.admin, { body: { revision: 2, users: [organisation.admin.email] } });
    world.google.counts.reset();
    organisation.mailbox.deliver(letter());
    wait(world, 60);
    await scan(world);
    expect(world.google.counts.of('gmail.users.messages.get').requests).toBe(0);
  });
});

describe('several workers', () => {
  test('a mailbox is one worker’s at a time; of one that died it is taken over when its time is over', async () => {
    await link(world);
    expect((await claim('one that dies')).map(({ email }) => email)).toEqual([user()]);
    expect(await claim('another')).toEqual([]);
    world.organisation.mailbox.deliver(letter({ at: Date.now() + 1000 }));
    await scan(world);
    expect(await queueOf(world)).toEqual([]);
    wait(world, 6);
    await scan(world);
    expect((await queueOf(world)).length).toBe(1);
  });

  test('who was too slow keeps nothing after another has taken over', async () => {
    await link(world);
    const [slow] = await claim('slow');
    wait(world, 6);
    await claim('fast');
    if (!slow) throw new Error('It was due');
    await expect(inMailbox(world.options.db, slow, world.store.clock.now, async () => 'kept')).rejects.toBeInstanceOf(
      ClaimLost,
    );
  });

  test('two at once read each mail once', async () => {
    await link(world);
    for (let mails = 0; mails < 60; mails++)
      world.organisation.mailbox.deliver(letter({ at: Date.now() + 1000 + mails }));
    world.google.counts.reset();
    await Promise.all([scanDue(world.options), scanDue(world.options), scanDue(world.options)]);
    await scan(world);
    expect(world.google.counts.of('gmail.users.messages.get').requests).toBe(60);
    expect(await linkageOf(world)).toMatchObject({ read: 60, suggested: 60 });
    expect((await queueOf(world)).length).toBe(1);
  });

  test('the loop reads by itself, and stops at the end of a batch', async () => {
    const worker = startWorker({ ...world.options, pauseMilliseconds: 10 });
    await link(world);
    const status = async () => (await linkageOf(world)).status;
    while ((await status()) !== 'active') await new Promise((resolve) => setTimeout(resolve, 20));
    await worker.stop();
    expect(await world.options.metrics.text()).toMatch(/contact_inbox_scan_turns_total\{outcome="done"\} [1-9]/);
    const { rows } = await claimsLeft();
    expect(rows).toEqual([]);
  });
});

test('the tables that a first reading fills are counted in its course, so that no plan is one for empty tables', async () => {
  const isCounted = async () => {
    const { rows } = await sql<{ reltuples: number }>`select reltuples from pg_class
      where oid = 'suggestion_mails'::regclass`.execute(world.store.db);
    return (rows[0]?.reltuples ?? -1) >= 0;
  };
  await link(world);
  await scan(world);
  expect(await isCounted()).toBe(false);
  for (let mails = 0; mails < 220; mails++) {
    world.organisation.mailbox.deliver(letter({ headers: { 'List-Unsubscribe': '<https://example.com/leave>' } }));
  }
  wait(world, 10);
  const worker = startWorker({ ...world.options, pauseMilliseconds: 10 });
  while (!(await isCounted())) await new Promise((resolve) => setTimeout(resolve, 50));
  await worker.stop();
});

test('an idle mailbox costs at most 12 requests an hour', async () => {
  await link(world);
  await scan(world);
  for (let minutes = 0; minutes < 60; minutes++) {
    wait(world, 1);
    await scan(world); // it gets quiet
  }
  world.google.counts.reset();
  for (let minutes = 0; minutes < 60; minutes++) {
    wait(world, 1);
    await scan(world);
  }
  const counts = world.google.counts.all();
  expect(counts['gmail.users.messages.get']).toBeUndefined();
  const requests = Object.values(counts).reduce((sum, one) => sum + one.requests, 0);
  expect(requests).toBeLessThanOrEqual(11); // and one for a token
  expect(requests).toBeGreaterThan(3);
});

test('the log holds ids and reasons: no address, no name, nothing of a mail, of a token or of the key', async () => {
  world.log.length = 0;
  const { mailbox } = world.organisation;
  await link(world);
  mailbox.deliver(letter({ at: Date.now() + 1000 }));
  await scan(world);
  mailbox.expireHistory();
  wait(world, 20);
  await scan(world);
  const troubles: TroubleName[] = [
    'key-invalid',
    'not-delegated',
    'api-off',
    'unavailable',
    'cut-body',
    'history-expired',
  ];
  for (const trouble of troubles) {
    world.google.breakWith(user(), trouble);
    mailbox.deliver(letter());
    await retry();
    wait(world, 20);
    await scan(world);
  }
  expect(world.log.length).toBeGreaterThan(3);
  const logged = [...world.log, ...world.store.log].join('');
  const secrets = [
    user(),
    user().split('@')[0],
    'eva',
    'Rossi',
    'BODY-7391',
    'ya29',
    'PRIVATE KEY',
    world.key.private_key_id,
  ];
  for (const secret of [...secrets, ...letterText.split('\n').filter((line) => line.length > 8)])
    expect(logged.toLowerCase()).not.toContain(`${secret}`.toLowerCase());
});

const claim = (by: string) => {
  const { now } = world.store.clock;
  return asOperatorBriefly(world.options.db, (trx) =>
    claimDueLinkages(trx, 'google', { now, until: later(now, { hours: 1 / 12 }), by, limit: 10 }),
  );
};

const claimsLeft = () =>
  asOperatorBriefly(world.options.db, async (trx) => ({
    rows: await trx.selectFrom('linkages').select('email').where('claimed_by', 'is not', null).execute(),
  }));
