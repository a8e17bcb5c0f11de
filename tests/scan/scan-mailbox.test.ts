import { cardFrom } from '../../src/contact/card.ts';
import type { ContactDraft } from '../../src/contact/draft.ts';
import { gmailLimits } from '../../src/scan/google/units.ts';
import { save, suggestionOf } from '../store/support.ts';
import {
  letter,
  letters,
  letterText,
  link,
  linkageOf,
  newOrganisation,
  openWorld,
  queueOf,
  scan,
  signed,
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
afterEach(() => unlink(world));
afterAll(() => world.close());

const mailbox = () => world.organisation.mailbox;
const ago = (hours: number) => Date.now() - hours * 3_600_000;
const settings = async (changes: object) => {
  const { store, organisation } = world;
  const { revision } = await store.ok('getGoogle', organisation.admin);
  await store.ok('changeGoogle', organisation.admin, { body: { revision, settings: changes } });
};
const skipped = async () =>
  Object.fromEntries((await linkageOf(world)).leftOut.map(({ reason, count }) => [reason, count]));
const names = async () => (await queueOf(world)).map(({ fn }) => fn).sort();

describe('R4: new incoming mail of a linked user', () => {
  test('becomes a suggestion, with the mail it came from', async () => {
    await link(world);
    await scan(world);
    const { id } = mailbox().deliver(letter({ messageId: '<one@olio.example.com>' }));
    wait(world, 20);
    await scan(world);
    expect(await queueOf(world)).toEqual([
      {
        fn: 'Eva Rossi',
        messageId: 'one@olio.example.com',
        gmailMessageId: id,
        gmailThreadId: id,
        date: expect.any(String),
        way: 'background',
      },
    ]);
    expect(await linkageOf(world)).toMatchObject({ status: 'active', read: 1, suggested: 1, leftOut: [] });
  });

  test('what came before linking is not read, what came between linking and the first look is', async () => {
    mailbox().deliver(letter({ at: ago(2) }));
    await link(world);
    mailbox().deliver(
      letter({ from: 'Bo Lee <bo.lee@kite.example.com>', text: signed('Bo Lee', 'Kite Ltd'), at: Date.now() + 1000 }),
    );
    await scan(world);
    expect(await names()).toEqual(['Bo Lee']);
  });

  test('older mail too where the admin has set days, newest first, by several turns', async () => {
    await settings({ backfillDays: 30 });
    for (let at = 0; at < 620; at++)
      mailbox().deliver(
        letter({ from: `Eva <p${at}@olio.example.com>`, text: signed(`Eva Number${letters(at)}`), at: ago(700 - at) }),
      );
    mailbox().deliver(letter({ at: ago(31 * 24) }));
    world.google.counts.reset();
    await link(world);
    await scan(world);
    expect((await linkageOf(world)).read).toBeLessThanOrEqual(300); // what a minute allows
    for (let minutes = 0; minutes < 4; minutes++) {
      wait(world, 1);
      await scan(world);
    }
    const { status, read, suggested } = await linkageOf(world);
    expect([status, suggested]).toEqual(['active', 620]);
    expect([read, world.google.counts.of('gmail.users.messages.get').requests]).toEqual([620, 620]);
  });

  test('each mail once, though it is labelled and moved later', async () => {
    await link(world);
    await scan(world);
    const { id } = mailbox().deliver(letter());
    wait(world, 20);
    await scan(world);
    mailbox().relabel(id, { add: ['STARRED', 'IMPORTANT'], remove: ['UNREAD', 'INBOX'] });
    mailbox().relabel(id, { add: ['INBOX'] });
    wait(world, 20);
    await scan(world);
    expect(await linkageOf(world)).toMatchObject({ suggested: 1, leftOut: [{ reason: 'decided', count: 1 }] });
    expect((await queueOf(world)).length).toBe(1);
  });

  test('mail that is taken out of the spam is read then', async () => {
    await link(world);
    await scan(world);
    const { id } = mailbox().deliver(letter({ labelIds: ['SPAM'] }));
    wait(world, 20);
    await scan(world);
    expect(await linkageOf(world)).toMatchObject({ read: 0, leftOut: [{ reason: 'spam', count: 1 }] });
    mailbox().relabel(id, { add: ['INBOX'], remove: ['SPAM'] });
    wait(world, 20);
    await scan(world);
    expect(await names()).toEqual(['Eva Rossi']);
  });

  test('only with a name and a company', async () => {
    await link(world);
    mailbox().deliver(letter({ text: 'Hello,\n\nsee you on Monday.\n\nEva Rossi\n', at: Date.now() + 1000 }));
    await scan(world);
    expect(await names()).toEqual([]);
    expect(await skipped()).toEqual({ 'no-company': 1 });
  });

  test('not of a saved contact with nothing new; of one with something new', async () => {
    const { store, organisation } = world;
    await link(world);
    mailbox().deliver(letter({ at: Date.now() + 1000 }));
    await scan(world);
    const [found] = (await store.ok('listSuggestions', organisation.user)).items;
    await store.ok('acceptSuggestion', organisation.user, {
      params: { suggestionId: found?.id ?? '' },
      body: { card: cardFrom(found?.draft as ContactDraft), override: true },
    });
    mailbox().deliver(letter());
    wait(world, 20);
    await scan(world);
    expect(await names()).toEqual([]);
    expect(await skipped()).toEqual({ known: 1 });
    mailbox().deliver(letter({ text: signed('Eva Rossi', 'Olio Rossi Ltd') }));
    wait(world, 20);
    await scan(world);
    expect(await names()).toEqual(['Eva Rossi']); // now Sales Manager
  });

  test('not of a person whom the user has dismissed with the same card, nor of one who is not wanted', async () => {
    const { store, organisation } = world;
    await link(world);
    mailbox().deliver(letter({ at: Date.now() + 1000 }));
    await scan(world);
    const dismiss = async (as: 'once' | 'person') => {
      const [found] = (await store.ok('listSuggestions', organisation.user)).items;
      await store.ok('dismissSuggestion', organisation.user, {
        params: { suggestionId: found?.id ?? '' },
        query: { as },
      });
    };
    await dismiss('once');
    mailbox().deliver(letter());
    wait(world, 20);
    await scan(world);
    expect(await skipped()).toEqual({ decided: 1 });
    mailbox().deliver(letter({ text: signed('Eva Rossi', 'Olio Rossi Ltd') }));
    wait(world, 20);
    await scan(world);
    await dismiss('person');
    mailbox().deliver(letter());
    wait(world, 20);
    await scan(world);
    expect(await names()).toEqual([]);
    expect(await skipped()).toEqual({ decided: 1, suppressed: 1 });
  });

  test('two mails of a person are one suggestion', async () => {
    await link(world);
    mailbox().deliver(letter({ at: Date.now() + 1000 }));
    mailbox().deliver(letter({ at: Date.now() + 2000 }));
    await scan(world);
    expect((await queueOf(world)).length).toBe(1);
  });

  test('a mail that came by the add-on and by the worker is one suggestion, whoever was first', async () => {
    const { store, organisation } = world;
    await link(world);
    const body = suggestionOf(
      { fn: 'Eva Rossi', org: { name: 'Olio Rossi Ltd', units: [] }, email: ['eva.rossi@olio.example.com'] },
      'both@olio.example.com',
    );
    await store.ok('createSuggestion', organisation.user, { body });
    mailbox().deliver(letter({ messageId: '<both@olio.example.com>', at: Date.now() + 1000 }));
    await scan(world);
    expect(await queueOf(world)).toMatchObject([{ messageId: 'both@olio.example.com', way: 'on-demand' }]);
    expect(await skipped()).toEqual({ decided: 1 });
    const { id } = mailbox().deliver(
      letter({
        from: 'Bo Lee <bo.lee@kite.example.com>',
        text: signed('Bo Lee', 'Kite Ltd'),
        messageId: '<later@kite.example.com>',
      }),
    );
    wait(world, 20);
    await scan(world);
    const again = suggestionOf(
      { fn: 'Bo Lee', org: { name: 'Kite Ltd', units: [] }, email: ['bo.lee@kite.example.com'] },
      'later@kite.example.com',
    );
    await store.ok('createSuggestion', organisation.user, { body: again });
    expect(await names()).toEqual(['Bo Lee', 'Eva Rossi']);
    expect(id).toBeTruthy();
  });
});

describe('the history that Gmail keeps', () => {
  test('when it has expired, mail is looked up by date: none is missed, none read into two', async () => {
    await link(world);
    mailbox().deliver(letter({ at: Date.now() + 1000 }));
    await scan(world);
    mailbox().deliver(
      letter({ from: 'Bo Lee <bo.lee@kite.example.com>', text: signed('Bo Lee', 'Kite Ltd'), at: Date.now() + 2000 }),
    );
    mailbox().expireHistory();
    wait(world, 20);
    await scan(world);
    expect(await names()).toEqual(['Bo Lee', 'Eva Rossi']);
    expect(await linkageOf(world)).toMatchObject({ status: 'active', suggested: 2 });
  });

  test('when it has expired, what Gmail sorts out is counted once all the same', async () => {
    const promotion = (minutes: number) =>
      letter({ labelIds: ['INBOX', 'CATEGORY_PROMOTIONS'], at: Date.now() + minutes * 60_000 });
    await link(world);
    mailbox().deliver(promotion(1));
    wait(world, 5);
    await scan(world);
    mailbox().deliver(promotion(10));
    mailbox().expireHistory();
    wait(world, 20);
    await scan(world);
    expect(await skipped()).toEqual({ promotions: 2 });
  });

  test('a person whose history always expires is active all the same', async () => {
    world.google.breakWith(world.organisation.user.email, 'history-expired');
    await link(world);
    mailbox().deliver(letter({ at: Date.now() + 1000 }));
    await scan(world);
    expect(await names()).toEqual(['Eva Rossi']);
    expect((await linkageOf(world)).status).toBe('active');
  });
});

describe('settings', () => {
  test('labels: only mail that has one, also when it gets it later', async () => {
    await settings({ labels: ['Customers'] });
    await link(world);
    await scan(world);
    expect((await linkageOf(world)).status).toBe('active');
  });

  test('after: nothing from before that date', async () => {
    await settings({ backfillDays: 10, after: new Date(ago(48)).toISOString() });
    mailbox().deliver(letter({ at: ago(72) }));
    mailbox().deliver(
      letter({ from: 'Bo Lee <bo.lee@kite.example.com>', text: signed('Bo Lee', 'Kite Ltd'), at: ago(24) }),
    );
    await link(world);
    await scan(world);
    expect(await names()).toEqual(['Bo Lee']);
  });

  test.each([
    [true, []],
    [false, ['Eva Rossi']],
  ])('promotions left out: %s', async (skipPromotions, expected) => {
    await settings({ skipPromotions });
    await link(world);
    await scan(world);
    mailbox().deliver(letter({ labelIds: ['INBOX', 'CATEGORY_PROMOTIONS'] }));
    wait(world, 20);
    await scan(world);
    expect(await names()).toEqual(expected);
  });
});

describe('a reading that breaks off', () => {
  /** Units for profile, history and the first batch of 50 of each minute. */
  const scanInPieces = async () => {
    const limits = { ...gmailLimits, unitsPerMinutePerUser: 1_030 };
    for (let minutes = 0; minutes < 8; minutes += 2) {
      await scan({ ...world, options: { ...world.options, limits } });
      wait(world, 2);
    }
    wait(world, 20);
    await scan(world);
  };
  const from = (name: string, at: number) =>
    letter({ from: `${name} <${name.toLowerCase().replace(' ', '.')}@kite.example.com>`, text: signed(name), at });
  const people = Array.from({ length: 120 }, (_, at) => `A${letters(100 + at)} Moore`);

  test('goes on where it was: every mail is read once', async () => {
    await link(world);
    await scan(world);
    for (const [at, name] of people.entries()) mailbox().deliver(from(name, Date.now() + at));
    wait(world, 20);
    await scanInPieces();
    expect(await linkageOf(world)).toMatchObject({ status: 'active', read: 120, suggested: 120 });
  });

  test('in the middle of what Gmail tells in one record of its history: none is missed', async () => {
    await link(world);
    await scan(world);
    mailbox().deliverTogether(people.map((name, at) => from(name, Date.now() + at)));
    wait(world, 20);
    await scan({ ...world, options: { ...world.options, limits: { ...gmailLimits, unitsPerMinutePerUser: 1_030 } } });
    expect((await linkageOf(world)).suggested).toBe(50);
    wait(world, 20);
    await scan(world);
    expect((await linkageOf(world)).suggested).toBe(120);
  });
});

describe('more mails at one place than a turn reads are read once each, however often reading breaks off', () => {
  const at = Math.floor(ago(48) / 1000) * 1000;
  const many = Array.from({ length: 1_100 }, (_, number) =>
    letter({
      from: `Eva <p${number}@olio.example.com>`,
      text: signed(`Eva Number${letters(number)}`),
      at: at + (number % 1000),
    }),
  );
  const scanAll = async () => {
    for (const unitsPerMinutePerUser of [2_500, 1_000_000]) {
      await scan({ ...world, options: { ...world.options, limits: { ...gmailLimits, unitsPerMinutePerUser } } });
      wait(world, 20);
    }
  };
  const expectOnce = async () => {
    expect(await linkageOf(world)).toMatchObject({ status: 'active', read: 1_100, suggested: 1_100, skipped: {} });
    expect(world.google.counts.of('gmail.users.messages.get').requests).toBe(1_100);
  };

  test('in one second', async () => {
    await settings({ backfillDays: 30 });
    for (const one of many) mailbox().deliver(one);
    world.google.counts.reset();
    await link(world);
    await scanAll();
    await expectOnce();
  });

  test('in one record of the history; one that is labelled later is looked at again', async () => {
    await link(world);
    await scan(world);
    const [first = { id: '' }] = mailbox().deliverTogether(
      many.map((one) => ({ ...one, internalDate: Date.now() + (one.internalDate % 1000) })),
    );
    wait(world, 20);
    world.google.counts.reset();
    await scanAll();
    await expectOnce();
    mailbox().relabel(first.id, { remove: ['INBOX'] });
    mailbox().relabel(first.id, { add: ['INBOX'] });
    wait(world, 20);
    await scan(world);
    expect(await skipped()).toEqual({ decided: 1 });
  });
});

describe('mail that the user sent', () => {
  const answer = () =>
    letter({
      from: `Sakura <${world.organisation.user.email}>`,
      headers: { To: 'eva.rossi@olio.example.com', 'In-Reply-To': '<asked@olio.example.com>' },
      text: `Thank you, that works.\n\nSakura\n\nOn Mon, 2 Nov 2026 at 09:12, Eva Rossi <eva.rossi@olio.example.com> wrote:\n\n${letterText.replace(/^/gm, '> ')}\n`,
      labelIds: ['SENT'],
    });

  test('R4: is not read, unless the admin wants it: then the mail that it answers is', async () => {
    await link(world);
    await scan(world);
    mailbox().deliver(answer());
    wait(world, 20);
    await scan(world);
    expect([await names(), await skipped()]).toEqual([[], { sent: 1 }]);
    await settings({ sentMail: true });
    mailbox().deliver(answer());
    wait(world, 20);
    await scan(world);
    expect(await queueOf(world)).toMatchObject([{ fn: 'Eva Rossi', messageId: 'asked@olio.example.com' }]);
  });
});

test('R14: Activity alone notes who wrote with whom, of contacts, from headers only, and suggests nobody', async () => {
  const answers: string[] = [];
  world.options.access.transport.interceptors.response.add({
    resolved: async (response) => {
      answers.push(JSON.stringify(response.data));
      return response;
    },
  });
  const { store, organisation } = world;
  const { contact } = await save(store, organisation.admin, { fn: 'Eva Rossi', email: ['eva.rossi@olio.example.com'] });
  const { revision } = await store.ok('getGoogle', organisation.admin);
  const functions = { contactInbox: false, activity: true };
  await store.ok('changeGoogle', organisation.admin, { body: { revision, functions, noticeAccepted: true } });
  await link(world);
  await scan(world);
  mailbox().deliver(letter());
  mailbox().deliver(letter({ from: 'Bo Lee <bo.lee@kite.example.com>', text: signed('Bo Lee', 'Kite Ltd') }));
  const sent = { from: `Sakura <${organisation.user.email}>`, headers: { To: 'Eva <eva.rossi@olio.example.com>' } };
  mailbox().deliver(letter({ ...sent, labelIds: ['SENT'] }));
  wait(world, 20);
  await scan(world);
  const { items } = await store.ok('listAcquaintances', organisation.admin, { params: { contactId: contact.id } });
  expect(items).toContainEqual(expect.objectContaining({ user: organisation.user.email, messages: 2 }));
  expect((await linkageOf(world)).suggested).toBe(0);
  const given = answers.join();
  world.options.access.transport.interceptors.response.clear();
  expect([given.includes('eva.rossi@olio.example.com'), /snippet|\bdata\b|\bparts\b/.test(given)]).toEqual([
    true,
    false,
  ]);
});
