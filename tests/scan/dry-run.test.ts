import { cardOf, save, suggestionOf } from '../store/support.ts';
import { letter, link, linkageOf, newOrganisation, openWorld, queueOf, scan, signed, type World } from './support.ts';

// What linking a user would suggest is what linking that user suggests.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  world.store.clock.now = new Date();
  world.organisation = await newOrganisation(world);
});
afterAll(() => world.close());

const from = (name: string, company = 'Kite Ltd', at = 1, labelIds?: string[]) => {
  const address = `${name.toLowerCase().replace(' ', '.')}@${company.split(' ')[0]?.toLowerCase()}.example.com`;
  return letter({
    from: `${name} <${address}>`,
    text: signed(name, company),
    at: Date.now() - at * 3_600_000,
    labelIds,
  });
};
const deliver = (...arrivals: ReturnType<typeof letter>[]) => {
  for (const arrival of arrivals) world.organisation.mailbox.deliver(arrival);
};
const dryRun = () => {
  const { admin, user } = world.organisation;
  return world.store.ok('tryLinkage', admin, { params: { email: user.email }, body: { days: 30 } });
};
const settings = async (changes: object) => {
  const { store, organisation } = world;
  const { revision } = await store.ok('getGoogle', organisation.admin);
  await store.ok('changeGoogle', organisation.admin, { body: { revision, settings: changes } });
};

/** What a worker makes of the same 30 days. */
const linked = async () => {
  await settings({ backfillDays: 30 });
  await link(world);
  await scan(world);
  const { skipped, read } = await linkageOf(world);
  return { skipped, read, names: (await queueOf(world)).map(({ fn }) => fn).sort() };
};
const inShort = ({ read, skipped, suggestions }: Awaited<ReturnType<typeof dryRun>>) => ({
  read,
  skipped,
  names: suggestions.map(({ fn }) => fn).sort(),
});

/** The user has never this person, the organisation a domain, and both their contacts. */
const decideOnSome = async () => {
  const { store, organisation } = world;
  const { admin, user } = organisation;
  const card = { fn: 'Ann Gray', email: ['ann.gray@kite.example.com'] };
  const { suggestion } = await store.ok('createSuggestion', user, { body: suggestionOf(card) });
  await store.ok('dismissSuggestion', user, { params: { suggestionId: suggestion.id }, query: { as: 'person' } });
  await store.ok('addSuppression', admin, { body: { domain: 'storm.example' } });
  await save(store, admin, {
    ...cardOf({ fn: 'Cy Orr', title: 'Sales Manager', email: ['cy.orr@kite.example.com'] }),
    n: { family: 'Orr', given: 'Cy' },
    org: { name: 'Kite Ltd', units: [] },
  });
};

test('whom nobody wants to hear of, who is known and who comes twice: told as the worker then counts it', async () => {
  await decideOnSome();
  deliver(from('Ann Gray'), from('Bo Storm'), from('Cy Orr'), from('Dee Fox'), from('Dee Fox', 'Kite Ltd', 5));
  deliver(
    letter({ from: 'Bo <bo@storm.example>', text: signed('Bo Lee', 'Storm Ltd'), at: Date.now() - 7_200_000 }),
    letter({ from: 'Kite <info@kite.example.com>', at: Date.now() - 7_200_000 }),
    letter({ headers: { 'List-Unsubscribe': '<https://kite.example.com/stop>' }, at: Date.now() - 7_200_000 }),
    letter({ text: 'See you on Monday.\n\nEva', at: Date.now() - 7_200_000 }),
  );
  const tried = inShort(await dryRun());
  expect(tried.names).toEqual(['Bo Storm', 'Dee Fox']);
  expect(tried.skipped).toMatchObject({ suppressed: 2, known: 1, 'role-address': 1 });
  expect(await linked()).toEqual(tried);
});

test('keeps nothing: neither a suggestion, nor that the user had mail of a contact', async () => {
  const { store, organisation } = world;
  await decideOnSome();
  deliver(from('Cy Orr'), from('Dee Fox'));
  expect(inShort(await dryRun())).toMatchObject({ names: ['Dee Fox'], skipped: { known: 1 } });
  expect(inShort(await dryRun())).toMatchObject({ names: ['Dee Fox'], skipped: { known: 1 } });
  expect(await queueOf(world)).toEqual([]);
  const { items } = await store.ok('listContacts', organisation.admin, { query: { q: 'Orr' } });
  const params = { contactId: items[0]?.id ?? '' };
  const known = await store.ok('listAcquaintances', organisation.admin, { params });
  expect(known.items.map(({ user }) => user)).toEqual([organisation.admin.email]);
});

test('of a user who is linked already it says that those mails were decided on', async () => {
  deliver(from('Dee Fox'));
  await linked();
  expect(inShort(await dryRun())).toEqual({ read: 1, names: [], skipped: { decided: 1 } });
});

test('reads nothing from before the date that the admin chose', async () => {
  deliver(from('Dee Fox', 'Kite Ltd', 1), from('Ed Hart', 'Kite Ltd', 72));
  await settings({ after: new Date(Date.now() - 48 * 3_600_000).toISOString() });
  expect(inShort(await dryRun()).names).toEqual(['Dee Fox']);
});

test('what Gmail sorts out is counted to the last mail; one with two of the labels counts once', async () => {
  await settings({ labels: ['Inbox', 'Starred'] });
  for (let number = 0; number < 520; number++)
    deliver(from('Ann Gray', 'Kite Ltd', 1 + number / 60, ['INBOX', 'CATEGORY_PROMOTIONS']));
  deliver(
    from('Bo Storm', 'Kite Ltd', 2, ['INBOX', 'STARRED', 'CATEGORY_SOCIAL']),
    from('Dee Fox', 'Kite Ltd', 3, ['INBOX', 'STARRED']),
    from('Ed Hart', 'Kite Ltd', 4, ['STARRED']),
  );
  const tried = inShort(await dryRun());
  expect(tried).toEqual({ read: 2, names: ['Dee Fox', 'Ed Hart'], skipped: { promotions: 520, social: 1 } });
  expect(await linked()).toEqual(tried);
});

test('of each label the newest are tried, however many another has', async () => {
  await settings({ labels: ['Inbox', 'Starred'] });
  for (let number = 0; number < 100; number++) deliver(from('Dee Fox', 'Kite Ltd', 1 + number / 60));
  deliver(from('Ed Hart', 'Kite Ltd', 72, ['STARRED']));
  expect(inShort(await dryRun())).toEqual({ read: 100, names: ['Dee Fox', 'Ed Hart'], skipped: {} });
});

test.each(['unavailable', 'cut-body'] as const)(
  'a mail that Google always answers with %s is left out; the others are tried',
  async (trouble) => {
    const { mailbox, user } = world.organisation;
    for (let number = 0; number < 30; number++) deliver(from(`Dee Fox${'abc'[number % 3]}`, 'Kite Ltd', number));
    const [bad = { id: '' }] = mailbox.newestFirst();
    world.google.breakMessage(user.email, bad.id, trouble);
    expect(await dryRun()).toMatchObject({ read: 29, leftOut: [{ reason: 'withheld', count: 1 }] });
  },
);

test.each([
  ['unavailable', 'google-unavailable'],
  ['cut-body', 'google-unavailable'],
] as const)('while Google is %s it says so', async (trouble, cause) => {
  const { user } = world.organisation;
  for (let number = 0; number < 100; number++) deliver(from('Dee Fox', 'Kite Ltd', 1 + number));
  world.google.breakWith(user.email, trouble);
  expect(await dryRun()).toMatchObject({ failure: { status: 'linkage-error', cause } });
});

test('the list of a user who has not called since they were linked counts for the worker at once', async () => {
  await decideOnSome();
  deliver(from('Ann Gray'));
  await settings({ backfillDays: 30 });
  await link(world);
  await scan(world);
  expect(await linkageOf(world)).toMatchObject({ suggested: 0, skipped: { suppressed: 1 } });
});
