import { link, linkageOf, newOrganisation, openWorld, scan, type World } from './support.ts';

// What Google tells of an organisation: its users' names and groups, where the directory is delegated, and the client ID of an
// account without a key.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  world.store.clock.now = new Date();
  world.organisation = await newOrganisation(world);
  world.google.counts.reset();
});
afterAll(() => world.close());

const listed = () => world.google.counts.of('directory.users.list').requests;

test('R18: starting a user gives all enabled users their names, by one request for five hundred', async () => {
  await link(world);
  expect((await linkageOf(world)).name).toBe('Sakura Ito');
  await link(world);
  await scan(world);
  expect(await linkageOf(world)).toMatchObject({ name: 'Sakura Ito', status: 'active' });
  expect(listed()).toBe(1);
});

test('an admin whom Google does not let see the directory starts users without names', async () => {
  const { admin } = world.organisation;
  world.google.breakWith(admin.email, 'not-delegated');
  expect((await link(world)).counts).toEqual({ started: 1 });
  expect((await linkageOf(world)).name).toBeUndefined();
  world.google.mend(admin.email);
});

test('R17: groups are listed over all pages, up to 5,000, and it is said that there are more', async () => {
  const { admin } = world.organisation;
  const add = (from: number, to: number) => {
    const atGoogle = world.google.organisationOf(admin.email);
    for (let at = from; at <= to; at++)
      atGoogle?.addGroup({ email: `g${10_000 + at}@${atGoogle.domain}`, name: `Group ${at}`, members: [] });
  };
  const groups = async () => {
    const { groups: listedGroups, moreGroups } = await world.store.ok('listDirectoryGroups', admin);
    return [listedGroups.length, listedGroups.at(-1)?.name, moreGroups];
  };
  add(1, 1_250);
  expect(await groups()).toEqual([1_250, 'Group 1250', false]);
  add(1_251, 5_000);
  expect(await groups()).toEqual([5_000, 'Group 5000', false]);
  add(5_001, 5_001);
  expect(await groups()).toEqual([5_000, 'Group 5000', true]);
});

describe('R11: an account without a key', () => {
  const environment = { ...process.env };
  afterEach(() => {
    process.env = { ...environment };
  });

  test('is registered with the client ID to delegate, before it is delegated; without it where Google tells none', async () => {
    const { google, served, store, organisation } = world;
    process.env.GCE_METADATA_HOST = new URL(served.url).host;
    process.env.GOOGLE_CLOUD_PROJECT = 'inbox-test';
    const { email, clientId, identifiers } = google.serviceAccounts.create({
      name: 'machine',
      projectId: 'inbox-test',
    });
    google.attachedAccount = email;
    google.serviceAccounts.allowSigning(email, email);
    const register = () => store.ok('setServiceAccount', organisation.admin, { body: { attached: email } });
    expect((await register()).key).toMatchObject({
      kind: 'attached',
      account: email,
      clientId,
      cause: 'not-delegated',
    });
    identifiers.clear();
    const { key } = await register();
    expect(key).toMatchObject({ kind: 'attached', account: email, cause: 'not-delegated' });
    expect(key).not.toHaveProperty('clientId');
  });
});
