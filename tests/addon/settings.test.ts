import { calm, type Organisation, startWorld, type World } from './world.ts';

let world: World;
let org: Organisation;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  calm(world);
  org = await world.organisation();
});

const down = () => Promise.reject(new Error('down'));

async function settings(user = org.admin, options = {}) {
  const panel = org.panel(user, options);
  await panel.openHomepage();
  return panel.callAction({ action: 'openUsers' });
}
const enable = async (addresses: string) => (await settings()).type('Addresses', addresses).press('Enable');

/** The list of the store, as an admin reads it. */
async function storeRoster(): Promise<{ revision: number; users: string[] }> {
  const headers = { authorization: `Bearer ${await world.token(org.admin)}` };
  const response = await world.store.fetch(
    new Request('https://store.example.com/v1/admin/roster?limit=10000', { headers }),
  );
  const { revision, users } = (await response.json()) as { revision: number; users: string[] };
  return { revision, users };
}

describe('the list of enabled users', () => {
  test('starts empty and says what to do', async () => {
    const panel = await settings();
    expect(panel.text).toContain('Nobody is enabled. Paste the addresses');
    expect(panel.text).toContain('Enabled users: 0');
  });

  test('takes one address or many, pasted as they come; the store follows', async () => {
    const panel = await enable(`Sakura Mori <${org.user.email}>, ${org.admin.email}\nyui@${org.domain}`);
    expect(panel.notification).toBe('3 users enabled');
    expect(panel.text).toContain('Enabled users: 3');
    expect(panel.value('Addresses')).toBe('');
    expect((await storeRoster()).users).toEqual([org.admin.email, org.user.email, `yui@${org.domain}`].sort());
  });

  test('names what is no address and loses nothing', async () => {
    const panel = await enable(`${org.user.email}, yui at aozora\nken@`);
    expect(panel.notification).toBe('1 user enabled');
    expect(panel.text).toContain('Not understood: 2 entries');
    expect(panel.value('Addresses')).toBe('yui at aozora\nken@');
  });

  test('what stands in the box stays there while something else is done', async () => {
    const panel = await enable(`${org.user.email}, yui at aozora`);
    await panel.type('Search enabled users', 'zzz').press('Search');
    expect(panel.value('Addresses')).toBe('yui at aozora');
    await panel.type('Addresses', `yui@${org.domain}`).type('Search enabled users', '').press('Search');
    await panel.press('Disable');
    expect(panel.value('Addresses')).toBe(`yui@${org.domain}`);
    await panel.press('Enable');
    expect(panel.notification).toBe('1 user enabled');
    expect(panel.value('Addresses')).toBe('');
  });

  test('an empty box asks for an address', async () => {
    const panel = await (await settings()).press('Enable');
    expect(panel.notification).toBe('Type or paste at least one address.');
  });

  test('who is enabled already is said to be', async () => {
    await enable(org.user.email);
    const panel = await enable(org.user.email.toUpperCase());
    expect(panel.notification).toBe('Already enabled; nothing changed');
    expect((await storeRoster()).revision).toBe(1);
  });

  test('disables one by one and offers to enable again', async () => {
    const panel = await enable(`${org.user.email}, ${org.admin.email}`);
    await panel.press('Disable', [org.admin.email, org.user.email].sort().indexOf(org.user.email));
    expect(panel.notification).toBe(`${org.user.email} disabled`);
    expect((await storeRoster()).users).toEqual([org.admin.email]);
    expect((await org.panel(org.user).openHomepage()).title).toBe('You are not enabled yet');
    await panel.press('Enable again');
    expect((await storeRoster()).users).toContain(org.user.email);
    expect((await org.panel(org.user).openHomepage()).title).toBe('Contact Inbox');
  });

  test('is searched and paged', async () => {
    const all = Array.from({ length: 45 }, (_, i) => `user${String(i).padStart(2, '0')}@${org.domain}`);
    const panel = await enable(all.join('\n'));
    expect(panel.text).toContain('Page 1 of 3');
    expect(panel.text).toContain('user19@');
    expect(panel.text).not.toContain('user20@');
    await panel.press('Next page');
    await panel.press('Next page');
    expect(panel.text).toContain('user44@');
    expect(panel.buttons).not.toContain('Next page');
    await panel.press('Previous page');
    expect(panel.text).toContain('user20@');
    await panel.type('Search enabled users', 'USER3').press('Search', 0);
    expect(panel.text).toContain('10 users found');
    expect(panel.text).not.toContain('user20@');
    await panel.type('Search enabled users', 'nobody').press('Search', 0);
    expect(panel.text).toContain('No enabled user has “nobody” in the address.');
  });

  test('in Japanese', async () => {
    const panel = await settings(org.admin, { locale: 'ja' });
    expect(panel.title).toBe('Contact Inbox の利用者');
    await panel.type('メールアドレス', org.user.email).press('有効にする');
    expect(panel.notification).toBe('1名を有効にしました');
    await panel.press('無効にする');
    expect(panel.text).toContain(`${org.user.email} を無効にしました`);
  });

  test('says when the function is off for the organisation', async () => {
    await org.set({ feature: false });
    expect((await settings()).text).toContain('Contact Inbox is switched off for your organisation.');
  });
});

describe('nobody but an admin', () => {
  beforeEach(() => org.enable(org.user));

  test.each<Record<string, string>>([
    { action: 'openSettings' },
    { action: 'searchUsers' },
    { action: 'turnUsersPage', page: '1' },
    { action: 'enableUser', email: 'eve@evil.example' },
    { action: 'disableUser', email: 'ken.adams@org.example' },
    { action: 'enableUsers' },
    { action: 'sendRoster' },
    { action: 'takeStoreRoster' },
    { action: 'replaceStoreRoster' },
  ])('$action: shown nothing, changes nothing', async (parameters) => {
    const before = await storeRoster();
    const panel = await org.panel(org.user).openHomepage();
    expect(panel.buttons).not.toContain('Settings');
    world.sent = [];
    await panel.callAction(parameters, parameters.action === 'enableUsers' ? { addresses: 'eve@evil.example' } : {});
    expect(panel.title).toBe('For admins only');
    expect(panel.text).not.toContain('@');
    expect(
      panel.execution.calls.filter(
        ({ method }) => /^(set|delete)/.test(method) && method !== 'setCurrentMessageAccessToken',
      ),
    ).toEqual([]);
    expect(world.sent.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(await storeRoster()).toEqual(before);
    expect((await settings()).text).toContain('Enabled users: 1');
  });

  test('not even where the store would show them the list', async () => {
    world.network = ({ method, path }) =>
      method === 'GET' && path.startsWith('/v1/admin/roster')
        ? Response.json({ revision: 1, count: 1, users: [org.user.email] })
        : undefined;
    const panel = await org.panel(org.user).openHomepage();
    await panel.callAction({ action: 'enableUser', email: 'eve@evil.example' }, {});
    expect(panel.title).toBe('For admins only');
    world.network = undefined;
    expect((await settings()).text).toContain('Enabled users: 1');
  });

  test('the store refuses as well, whatever the add-on would do', async () => {
    const response = await world.store.fetch(
      new Request('https://store.example.com/v1/admin/roster', {
        method: 'PATCH',
        headers: {
          authorization: `Bearer ${await world.token(org.user)}`,
          'content-type': 'application/json',
          'idempotency-key': 'forged',
        },
        body: JSON.stringify({ baseRevision: 1, revision: 2, enable: ['eve@evil.example'], disable: [] }),
      }),
    );
    expect(response.status).toBe(403);
  });

  test('an address that is none changes nothing', async () => {
    const panel = await settings();
    await panel.callAction({ action: 'enableUser', email: 'nobody here' }, {});
    expect(panel.title).toBe('The contact store refused a value');
    expect((await storeRoster()).revision).toBe(1);
  });
});

describe('two admins at once', () => {
  test('lose nothing, here and in the store', async () => {
    await org.set({ admins: [org.admin.email, org.user.email] });
    const panels = await Promise.all([
      settings(org.admin),
      settings(org.user),
      settings(org.admin),
      settings(org.user),
    ]);
    await Promise.all(panels.map((panel, i) => panel.type('Addresses', `new${i}@${org.domain}`).press('Enable')));
    const expected = [0, 1, 2, 3].map((i) => `new${i}@${org.domain}`);
    expect((await settings()).text).toContain('Enabled users: 4');
    expect(await storeRoster()).toEqual({ revision: 4, users: expected });
    expect((await settings()).text).not.toContain('Not sent yet');
  });

  test('on one stale page: each button posts its own change', async () => {
    await enable(`a@${org.domain}, b@${org.domain}, c@${org.domain}`);
    const [one, two] = [await settings(), await settings()];
    await one.press('Disable', 0);
    await two.press('Disable', 2);
    expect((await storeRoster()).users).toEqual([`b@${org.domain}`]);
  });
});

describe('a change that cannot be sent', () => {
  test('stands here, is shown as not sent, and goes with Send again', async () => {
    const panel = (await settings()).type('Addresses', org.user.email);
    world.network = ({ method }) => (method === 'GET' ? undefined : down());
    await panel.press('Enable');
    expect(panel.notification).toBe('1 user enabled');
    expect(panel.text).toContain('Not sent yet');
    expect(panel.text).toContain(org.user.email);
    expect((await storeRoster()).users).toEqual([]);
    await panel.press('Send again');
    expect(panel.text).toContain('Not sent yet');
    world.network = undefined;
    await panel.press('Send again');
    expect(panel.notification).toBe('Sent. The contact store has your list.');
    expect(panel.text).not.toContain('Not sent yet');
    expect((await storeRoster()).users).toEqual([org.user.email]);
  });

  test('goes by itself at the next visit, with what was changed since', async () => {
    world.network = ({ method }) => (method === 'GET' ? undefined : down());
    await enable(org.user.email);
    await enable(org.admin.email);
    world.network = undefined;
    expect((await settings()).text).not.toContain('Not sent yet');
    expect(await storeRoster()).toEqual({ revision: 2, users: [org.admin.email, org.user.email].sort() });
  });

  test('goes with the next change', async () => {
    world.network = ({ method }) => (method === 'GET' ? undefined : down());
    await enable(org.user.email);
    world.network = undefined;
    const panel = await org.panel(org.admin).openHomepage();
    await panel.callAction({ action: 'enableUser', email: org.admin.email }, {});
    expect(await storeRoster()).toEqual({ revision: 2, users: [org.admin.email, org.user.email].sort() });
  });

  test('the whole store is down: nothing is changed, nothing typed is lost', async () => {
    const panel = (await settings()).type('Addresses', org.user.email);
    world.network = down;
    await panel.press('Enable');
    expect(panel.notification).toContain('The contact store cannot be reached');
    expect(panel.value('Addresses')).toBe(org.user.email);
    world.network = undefined;
    expect((await settings()).text).toContain('Enabled users: 0');
  });

  test('the answer to a change is lost: it is sent again and counted once', async () => {
    let lost = false;
    world.network = async ({ method, key, body }) => {
      if (method !== 'PATCH' || lost) return undefined;
      lost = true;
      const authorization = `Bearer ${await world.token(org.admin)}`;
      const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': key ?? '' };
      await world.store.fetch(new Request('https://store.example.com/v1/admin/roster', { method, headers, body }));
      throw new Error('the answer is lost');
    };
    const panel = await enable(org.user.email);
    expect(lost).toBe(true);
    expect(panel.text).not.toContain('Not sent yet');
    expect(await storeRoster()).toEqual({ revision: 1, users: [org.user.email] });
  });
});

describe('a store that knows a newer list, as a freshly installed script finds it', () => {
  beforeEach(async () => {
    await enable(org.user.email);
    const headers = {
      authorization: `Bearer ${await world.token(org.admin)}`,
      'content-type': 'application/json',
      'idempotency-key': 'elsewhere',
    };
    const body = JSON.stringify({ revision: 7, users: [`a@${org.domain}`, `b@${org.domain}`] });
    await world.store.fetch(new Request('https://store.example.com/v1/admin/roster', { method: 'PUT', headers, body }));
  });

  test('asks which one holds, and changes nothing until then', async () => {
    const panel = await settings();
    expect(panel.text).toContain('Two lists differ');
    expect(panel.text).toContain("This add-on's list has 1 user; the contact store has a newer one with 2.");
    await panel.type('Addresses', org.admin.email).press('Enable');
    expect(panel.notification).toBe('Two lists differ');
    expect(panel.value('Addresses')).toBe(org.admin.email);
    expect(panel.text).toContain('Enabled users: 1');
    expect((await storeRoster()).revision).toBe(7);
  });

  test("Use the store's list", async () => {
    const panel = await (await settings()).press("Use the store's list");
    expect(panel.notification).toBe('Taken over: 2 users');
    expect(panel.text).toContain(`a@${org.domain}`);
    expect(panel.text).not.toContain(org.user.email);
    expect((await settings()).text).not.toContain('Two lists differ');
    await enable(org.admin.email);
    expect((await storeRoster()).users).toHaveLength(3);
  });

  test('Replace it by this list', async () => {
    const panel = await (await settings()).press('Replace it by this list');
    expect(panel.notification).toBe('Sent. The contact store has your list.');
    expect(await storeRoster()).toEqual({ revision: 8, users: [org.user.email] });
    expect((await settings()).text).not.toContain('Two lists differ');
  });
});

test('20,000 users: enabled at once, found, paged, sent, and the gate still reads one property', async () => {
  const all = Array.from({ length: 20_000 }, (_, i) => `${names[i % 10]}.${i}@${org.domain}`);
  const panel = await enable([...all, org.user.email].join('\n'));
  expect(panel.notification).toBe('20001 users enabled');
  expect(panel.text).toContain('Page 1 of 1001');
  expect((await storeRoster()).revision).toBe(1);
  const user = await org.panel(org.user).openMail(world.deliver({}));
  expect(user.buttons).toContain('Suggest contact');
  expect(
    user.execution.calls.filter(({ service }) => service === 'PropertiesService').map(({ method }) => method),
  ).toEqual(['getProperty']);
  await panel.press('Disable', 0);
  expect(panel.text).toContain('Enabled users: 20000');
}, 120_000);

/** With the number 16 characters before the @ on average. */
const names = [
  's.mori',
  'ken.adams',
  'alexandra',
  'maximilian.vogt',
  'jo.ng',
  'a.featherstone',
  'yui.kato',
  'ana.ruiz',
  'li',
  'b.lindqvist',
];

test('more than Google lets a script keep: told so, nothing changed, nothing typed lost', async () => {
  const many = Array.from({ length: 30_000 }, (_, i) => `alexandra.featherstone.${i}@${org.domain}`).join('\n');
  const panel = await enable(many);
  expect(panel.title).toBe('The list is full');
  expect(panel.back().value('Addresses')).toBe(many);
  expect((await settings()).text).toContain('Enabled users: 0');
}, 120_000);
