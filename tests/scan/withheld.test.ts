import type { MessageTrouble } from '../../src/preview/google/troubles.ts';
import {
  letter,
  letters,
  link,
  linkageOf,
  newOrganisation,
  openWorld,
  queueOf,
  scan,
  signed,
  type World,
  wait,
} from './support.ts';

// R22: one mail that Google cannot give holds up neither the mailbox nor its status, and Google's own outage costs no mail.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  world.store.clock.now = new Date();
  world.organisation = await newOrganisation(world);
  world.log.length = 0;
  await link(world);
  await scan(world);
});
afterEach(() => world.google.mend(user()));
afterAll(() => world.close());

const user = () => world.organisation.user.email;
let people = 0;
const deliver = (name = `A${letters(1000 + ++people)} Moore`) =>
  world.organisation.mailbox.deliver(
    letter({
      from: `${name} <${name.toLowerCase().replace(' ', '.')}@kite.example.com>`,
      text: signed(name, 'Kite Ltd'),
      at: Date.now() + ++people,
    }),
  );
const breakMail = (id: string, trouble: MessageTrouble = 'unavailable') =>
  world.google.breakMessage(user(), id, trouble);
const names = async () => (await queueOf(world)).map(({ fn }) => fn).sort();
const soon = async (minutes = 20) => {
  wait(world, minutes);
  await scan(world);
};
/** Days in which the worker comes round. */
const days = async (count: number) => {
  for (let hours = 0; hours < count * 24; hours += 2) await soon(120);
};
const asked = () => world.google.counts.of('gmail.users.messages.get').requests;
const retry = () => world.store.ok('retryLinkages', world.organisation.admin, { body: { emails: [user()] } });

describe.each<MessageTrouble>(['unavailable', 'cut-body'])('a mail that is always answered with %s', (trouble) => {
  test('holds up no other: those before and after it are read at once, and the mailbox is active', async () => {
    deliver('Ann Gray');
    breakMail(deliver('Bo Lee').id, trouble);
    deliver('Cy Orr');
    await soon();
    expect(await names()).toEqual(['Ann Gray', 'Cy Orr']);
    expect(await linkageOf(world)).toMatchObject({ status: 'active', read: 2, skipped: {} });
    deliver('Dee Fox');
    await soon();
    expect(await names()).toEqual(['Ann Gray', 'Cy Orr', 'Dee Fox']);
  });

  test('is read when Google gives it again', async () => {
    const { id } = deliver('Bo Lee');
    deliver('Ann Gray');
    breakMail(id, trouble);
    await soon();
    world.google.mendMessage(user(), id);
    await soon();
    expect(await names()).toEqual(['Ann Gray', 'Bo Lee']);
    await days(2);
    expect(await linkageOf(world)).toMatchObject({ status: 'active', read: 2, suggested: 2, skipped: {} });
  });

  test('is left out after ten tries and a day, under a reason of its own; the log names its id alone', async () => {
    const { id } = deliver('Bo Lee');
    deliver('Ann Gray');
    breakMail(id, trouble);
    await soon();
    await days(0.5);
    expect((await linkageOf(world)).skipped).toEqual({});
    await days(1.5);
    expect(await linkageOf(world)).toMatchObject({ status: 'active', skipped: { withheld: 1 } });
    const said = world.log.map((line) => JSON.parse(line)).filter(({ message }) => message !== undefined);
    expect(said).toMatchObject([{ message: id, tries: 10, msg: 'a mail is left out: Google does not give it' }]);
    expect(world.log.join('')).not.toContain(user());
    world.google.counts.reset();
    await days(1);
    expect(asked()).toBe(0);
  });
});

test('the only new mail of a mailbox is told from an outage by another that Google gives', async () => {
  deliver('Ann Gray');
  await soon();
  breakMail(deliver('Bo Lee').id);
  await soon();
  expect((await linkageOf(world)).status).toBe('active');
  await days(2);
  expect((await linkageOf(world)).skipped).toEqual({ withheld: 1 });
});

test('an outage of Google leaves out nothing, however long it is', async () => {
  deliver('Ann Gray');
  await soon();
  breakMail(deliver('Bo Lee').id);
  await soon();
  for (let mails = 0; mails < 3; mails++) deliver();
  world.google.breakWith(user(), 'unavailable');
  await days(2);
  expect(await linkageOf(world)).toMatchObject({ status: 'linkage-error', cause: 'google-unavailable', skipped: {} });
  world.google.mend(user());
  for (const { id } of world.organisation.mailbox.newestFirst()) world.google.mendMessage(user(), id);
  await days(1);
  expect(await linkageOf(world)).toMatchObject({ status: 'active', read: 5, suggested: 5, skipped: {} });
});

test('Google that fails at every mail, and answers all else, leaves out nothing either', async () => {
  const ids = Array.from({ length: 11 }, () => deliver().id);
  for (const id of ids) breakMail(id);
  await soon();
  await days(3);
  expect(await linkageOf(world)).toMatchObject({ status: 'linkage-error', skipped: {} });
  for (const id of ids) world.google.mendMessage(user(), id);
  await days(1);
  expect(await linkageOf(world)).toMatchObject({ status: 'active', read: 11 });
});

describe('a mailbox that holds nothing but mails that Google cannot give', () => {
  test('is active after a day in which all else of it was answered, and they are left out a day later', async () => {
    for (let mails = 0; mails < 2; mails++) breakMail(deliver().id);
    await days(0.9);
    expect(await linkageOf(world)).toMatchObject({ status: 'linkage-error', cause: 'google-unavailable', skipped: {} });
    await days(0.6);
    expect(await linkageOf(world)).toMatchObject({ status: 'active', skipped: {} });
    await days(1.5);
    expect(await linkageOf(world)).toMatchObject({ status: 'active', read: 0, skipped: { withheld: 2 } });
    deliver('Ann Gray');
    await soon();
    expect(await names()).toEqual(['Ann Gray']);
  });

  test('keeps them for later while it cannot be listed either: that is an outage', async () => {
    breakMail(deliver().id);
    await days(1.5);
    expect((await linkageOf(world)).status).toBe('active');
    world.google.breakWith(user(), 'unavailable');
    await days(3);
    expect(await linkageOf(world)).toMatchObject({ status: 'linkage-error', skipped: {} });
  });

  test('after an outage of days loses nothing by mails that come a little later than the list', async () => {
    const { id } = deliver('Bo Lee');
    breakMail(id);
    world.google.breakWith(user(), 'unavailable');
    await days(3);
    world.google.mend(user());
    await days(0.5);
    expect(await linkageOf(world)).toMatchObject({ status: 'active', read: 0, skipped: {} });
    world.google.mendMessage(user(), id);
    await days(0.5);
    expect(await names()).toEqual(['Bo Lee']);
  });
});

test('in a batch of fifty that breaks off, the two that break it are found within the quota of a few minutes', async () => {
  const ids = Array.from({ length: 50 }, () => deliver().id);
  for (const at of [0, 31]) breakMail(ids[at] ?? '', 'cut-body');
  await soon();
  for (let minutes = 0; minutes < 3; minutes++) await soon(1);
  expect(await linkageOf(world)).toMatchObject({ status: 'active', read: 48, suggested: 48, skipped: {} });
});

test('Retry takes up again what was left out', async () => {
  const { id } = deliver('Bo Lee');
  deliver('Ann Gray');
  breakMail(id);
  await soon();
  await days(2);
  expect((await retry()).counts).toEqual({ retried: 1 });
  expect((await linkageOf(world)).leftOut).toEqual([]);
  world.google.mendMessage(user(), id);
  await soon();
  expect(await names()).toEqual(['Ann Gray', 'Bo Lee']);
  expect((await retry()).counts).toEqual({ already: 1 });
});
