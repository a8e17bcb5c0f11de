import { scanDue } from '../../src/scan/worker.ts';
import { asOperatorBriefly } from '../../src/store/sql/transaction.ts';
import {
  letter,
  link,
  linkageOf,
  newOrganisation,
  openWorld,
  publishTo,
  queueOf,
  scan,
  unlink,
  type World,
  wait,
} from './support.ts';

// Gmail tells the store of new mail through Pub/Sub: it is read at once, and mailboxes are looked at by the clock less often.

const topic = 'projects/inbox-test/topics/gmail';

let world: World;
beforeAll(async () => {
  jest.useFakeTimers({
    now: Date.now(),
    doNotFake: [
      'nextTick',
      'setImmediate',
      'clearImmediate',
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'queueMicrotask',
      'performance',
    ],
  }); // only what time it is: at Google, in its client libraries and in the store
  world = await openWorld({}, { topic });
});
beforeEach(async () => {
  publishTo(world.google, topic);
  world.organisation = await newOrganisation(world);
  world.google.counts.reset();
  world.log.length = 0;
});
afterEach(async () => {
  world.google.mend(user());
  await unlink(world);
  await scan(world);
});
afterAll(async () => {
  await world.close();
  jest.useRealTimers();
});

const user = () => world.organisation.user.email;
const asked = (method: string) => world.google.counts.of(method).requests;
const deliver = () => world.organisation.mailbox.deliver(letter());
/** Turns, and what Gmail published of them. */
const read = async () => {
  await scan(world);
  await world.google.pubSub.settled();
  await scan(world);
};
const laterBy = (seconds: number) => {
  jest.setSystemTime(Date.now() + seconds * 1000);
  wait(world, seconds / 60);
};
const minutesToNext = async () => {
  const { nextTryAt = '' } = await linkageOf(world);
  return (Date.parse(nextTryAt) - world.store.clock.now.getTime()) / 60_000;
};
/** Mailboxes get quiet. */
const quiet = async () => {
  for (let turns = 0; turns < 6; turns++) {
    laterBy(Math.max(1, await minutesToNext()) * 60);
    await read();
  }
};
const linked = async () => {
  await link(world);
  await read();
};
const metrics = () => world.options.metrics.text();

test('a mail that comes is read without waiting for the clock', async () => {
  await linked();
  expect(await minutesToNext()).toBeGreaterThan(5);
  laterBy(30);
  deliver();
  await world.google.pubSub.settled();
  expect(await minutesToNext()).toBe(0);
  await scan(world);
  expect((await queueOf(world)).map(({ fn }) => fn)).toEqual(['Eva Rossi']);
});

test('the store never reads a mailbox while Pub/Sub waits for its answer', async () => {
  await linked();
  laterBy(30);
  world.google.counts.reset();
  deliver();
  await world.google.pubSub.settled();
  expect(world.google.counts.all()).toEqual({ 'pubsub.push': expect.objectContaining({ requests: 1, refused: 0 }) });
});

test('a mailbox that changes every second is read every ten seconds', async () => {
  await linked();
  laterBy(30);
  world.google.counts.reset();
  for (let seconds = 0; seconds < 20; seconds++) {
    laterBy(1);
    deliver();
    await world.google.pubSub.settled();
    await scanDue(world.options);
  }
  expect(asked('pubsub.push')).toBe(20);
  expect(asked('gmail.users.history.list')).toBeLessThanOrEqual(3);
  laterBy(10);
  await scan(world);
  expect((await linkageOf(world)).read).toBe(20);
});

test('what Gmail told while the mailbox was being read is not forgotten', async () => {
  await linked();
  laterBy(30);
  deliver();
  await world.google.pubSub.settled();
  // The history is asked for, and another mail comes before the turn ends.
  const { historyId } = world.organisation.mailbox;
  let late = false;
  world.organisation.mailbox.historyId = function (this: typeof world.organisation.mailbox) {
    const id = historyId.call(this);
    if (!late) {
      late = true;
      laterBy(2);
      this.deliver(letter());
    }
    return id;
  };
  await scan(world);
  await world.google.pubSub.settled();
  laterBy(10);
  await scan(world);
  expect((await linkageOf(world)).read).toBe(2);
});

test('while Gmail tells, a quiet mailbox is looked at every half hour: 4 requests an hour at most', async () => {
  await linked();
  await quiet();
  expect(await minutesToNext()).toBe(30);
  world.google.counts.reset();
  for (let hours = 0; hours < 4; hours++) await quietHour();
  const counts = world.google.counts.all();
  const requests = Object.values(counts).reduce((sum, one) => sum + one.requests, 0);
  expect(requests).toBeLessThanOrEqual(16);
  expect((await linkageOf(world)).status).toBe('active');
});
const quietHour = async () => {
  for (let halves = 0; halves < 2; halves++) {
    laterBy(1800);
    await read();
  }
};

test('a watch is renewed each day', async () => {
  await linked();
  expect(asked('gmail.users.watch')).toBe(1);
  for (let hours = 0; hours < 72; hours += 6) {
    laterBy(6 * 3600);
    await read();
  }
  expect(asked('gmail.users.watch')).toBe(3 + 1);
});

test('where nothing of what Gmail publishes arrives, the clock goes on as without it', async () => {
  world.google.pubSub.createTopic(topic); // nobody subscribes to it
  await linked();
  await quiet();
  expect(await minutesToNext()).toBe(10);
});

test('messages that cease are missed within a day', async () => {
  await linked();
  world.google.pubSub.createTopic(topic);
  await quiet();
  expect(await minutesToNext()).toBe(30);
  laterBy(86_400);
  await read();
  await quiet();
  expect(await minutesToNext()).toBe(10);
});

test.each([
  [
    'it may not publish to the topic',
    () => world.google.pubSub.createTopic(topic, { gmailMayPublish: false }),
    'not-permitted',
  ],
  ['there is no such topic', () => world.google.pubSub.deleteTopic(topic), 'missing'],
])(
  'R23: where %s the mailbox is active and looked at by the clock; log and metrics tell',
  async (_case, spoil, why) => {
    spoil();
    await linked();
    expect((await linkageOf(world)).status).toBe('active');
    const warned = () => world.log.map((line) => JSON.parse(line)).filter(({ level }) => level === 40);
    expect(warned()).toMatchObject([{ topic, why, msg: expect.stringContaining('looked at by the clock') }]);
    expect(await metrics()).toMatch(/contact_inbox_scan_watches_total\{outcome="refused"\} [1-9]/);
    laterBy(30);
    deliver();
    await quiet();
    expect(await linkageOf(world)).toMatchObject({ status: 'active', read: 1 });
    expect(await minutesToNext()).toBe(10);
    publishTo(world.google, topic);
    laterBy(6 * 3600);
    await read();
    await quiet();
    expect(await minutesToNext()).toBe(30); // mended, it is watched
  },
);

test('a watch that another topic of the project has is replaced', async () => {
  const other = 'projects/inbox-test/topics/before';
  publishTo(world.google, other);
  world.options.topic = other;
  await linked();
  const [before] = await watches();
  expect(before?.watch?.topic).toBe(other);
  await asOperatorBriefly(world.options.db, (trx) => trx.updateTable('linkages').set({ watch: null }).execute()); // restored from an older backup
  world.options.topic = topic;
  laterBy(600);
  await read();
  expect(world.google.watches.find('inbox-test', user())?.topicName).toBe(topic);
});

test('a service account of another project than the topic is looked at by the clock', async () => {
  world.options.topic = 'projects/another/topics/gmail';
  await linked();
  world.options.topic = topic;
  expect(asked('gmail.users.watch')).toBe(0);
  expect((await linkageOf(world)).status).toBe('active');
});

describe('R24: Gmail tells no longer', () => {
  const isWatched = () => world.google.watches.find('inbox-test', user()) !== undefined;
  const switchOff = async () => {
    const { store, organisation } = world;
    const { revision } = await store.ok('getGoogle', organisation.admin);
    await store.ok('changeGoogle', organisation.admin, { body: { revision, functions: { contactInbox: false } } });
  };
  const forgetTopic = async () => {
    world.options.topic = undefined;
  };
  test.each([
    ['of a mailbox that an admin disables', () => unlink(world)],
    ['when the function is switched off', switchOff],
    ['when the operator names no topic any more', forgetTopic],
  ])('%s', async (_case, end) => {
    await linked();
    expect(isWatched()).toBe(true);
    await end();
    laterBy(1800);
    await read();
    world.options.topic = topic;
    expect(isWatched()).toBe(false);
    expect(await watches()).toEqual([]);
  });

  test('of one that was disabled while Gmail was being asked', async () => {
    await link(world);
    const { access } = world.options;
    const { get } = access.tokens;
    let calls = 0;
    access.tokens.get = async function (this: typeof access.tokens, ...of) {
      // The history's begin, what is left out, older mail, newer mail, then the watch.
      if (++calls === 5) await unlink(world);
      return await get.call(this, ...of);
    };
    await scanDue(world.options);
    access.tokens.get = get;
    expect(asked('gmail.users.watch')).toBe(1);
    laterBy(60);
    await read();
    expect(isWatched()).toBe(false);
  });
});

const watches = async () =>
  await asOperatorBriefly(world.options.db, (trx) =>
    trx
      .selectFrom('linkages')
      .select(['email', 'watch'])
      .where('email', '=', user())
      .where('watch', 'is not', null)
      .execute(),
  );
