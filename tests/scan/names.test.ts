import { link, linkageOf, newOrganisation, openWorld, scan, type World } from './support.ts';

// The users' names are those of Google's directory, where it is delegated.

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
