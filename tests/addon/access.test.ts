import { calls } from './panel.ts';
import { calm, type Organisation, startWorld, type World } from './world.ts';

let world: World;
let org: Organisation;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  calm(world);
  org = await world.organisation({ contact: 'it-help@aozora.example' });
});

describe('a user who is not enabled', () => {
  test('U6: sees why and whom to ask', async () => {
    const panel = await org.panel(org.outsider).openMail(world.deliver({}));
    expect(panel.title).toBe('You are not enabled yet');
    expect(panel.text).toContain('An admin of Aozora Trading chooses who may use Contact Inbox');
    expect(panel.text).toContain(org.admin.email);
    expect(panel.link(org.admin.email)).toBe(`mailto:${org.admin.email}`);
    expect(panel.link('it-help@aozora.example')).toBe('mailto:it-help@aozora.example');
    expect(panel.buttons).toEqual([org.admin.email, 'it-help@aozora.example', 'Try again']);
    await panel.press('Try again');
    expect(panel.notification).toBe('Checked again: nothing has changed yet.');
  });

  test('in Japanese', async () => {
    const panel = await org.panel(org.outsider, { locale: 'ja-JP' }).openHomepage();
    expect(panel.title).toBe('まだ利用が許可されていません');
    expect(panel.text).toContain(org.admin.email);
    expect(panel.buttons).toContain('再試行');
  });

  test('costs one property, one request, and no look at the mail; the next mail not even the request', async () => {
    const panel = await org.panel(org.outsider).openMail(world.deliver({}));
    expect(calls(panel.execution, 'PropertiesService', /^get/)).toBe(1);
    expect(calls(panel.execution, 'UrlFetchApp')).toBe(1);
    expect(calls(panel.execution, 'GmailApp')).toBe(0);
    await panel.openMail(world.deliver({}));
    expect(calls(panel.execution, 'UrlFetchApp')).toBe(0);
  });

  test('is let in by Try again as soon as an admin has enabled them', async () => {
    const panel = await org.panel(org.outsider).openMail(world.deliver({}));
    await org.enable(org.outsider);
    await panel.press('Try again');
    expect(panel.buttons).toContain('Suggest contact');
  });

  test('who is an admin is led to the settings', async () => {
    const panel = await org.panel(org.admin).openHomepage();
    expect(panel.text).toContain('You are an admin: you can enable yourself and others.');
    await panel.press('Open settings');
    expect(panel.title).toBe('Settings');
  });

  test('gets nothing by a forged call either', async () => {
    const panel = org.panel(org.outsider);
    await panel.openMail(world.deliver({}));
    await panel.callAction({ action: 'suggestContact' });
    expect(panel.title).toBe('You are not enabled yet');
    expect(panel.text).toContain('Whom to ask');
    await panel.callAction({ action: 'listContacts' });
    expect(panel.title).toBe('You are not enabled yet');
  });
});

test('enabled here, not yet in the store: says so, and whom to ask', async () => {
  world.network = ({ method }) => (method === 'PATCH' ? Promise.reject(new Error('down')) : undefined);
  await org.enable(org.user);
  const panel = await org.panel(org.user).openMail(world.deliver({}));
  expect(panel.text).toContain('The contact store has not been told yet that an admin enabled you.');
  expect(calls(panel.execution, 'UrlFetchApp')).toBe(1);
  await panel.press('Whom to ask');
  expect(panel.text).toContain(org.admin.email);
});

test('U7: installed for a domain, who is enabled needs no set-up, and nothing is written for them', async () => {
  await org.enable(org.user);
  const panel = await org.panel(org.user).openHomepage();
  expect(panel.title).toBe('Contact Inbox');
  const made = panel.execution.calls.map(({ service, method }) => `${service}.${method}`);
  const services = new Set(panel.execution.calls.map(({ service }) => service));
  expect([...services].sort()).toEqual(['PropertiesService', 'ScriptApp', 'UrlFetchApp']);
  expect(made.filter((one) => /^ScriptApp|\.(set|delete)/.test(one))).toEqual(['ScriptApp.getIdentityToken']);
});

test('R1, R2: the contract takes effect at the next card, both ways', async () => {
  await org.enable(org.user, org.admin);
  const titles = async () => [
    (await org.panel(org.user).openHomepage()).title,
    (await org.panel(org.user).openMail(world.deliver({}))).title,
    (await org.panel(org.admin).openHomepage()).title,
  ];
  const on = await titles();
  expect(on).not.toContain('Switched off');
  await org.set({ feature: false });
  expect(await titles()).toEqual(['Switched off', 'Switched off', 'Switched off']);
  await org.set({ feature: true });
  expect(await titles()).toEqual(on);
});

test('switched off for the organisation', async () => {
  await org.enable(org.user);
  await org.set({ feature: false });
  const panel = await org.panel(org.user).openMail(world.deliver({}));
  expect(panel.title).toBe('Switched off');
  await panel.press('Whom to ask');
  expect(panel.text).toContain('Ask to have it switched on:');
  expect(panel.text).toContain(org.admin.email);
});

test('R7: switched off by an admin', async () => {
  await org.enable(org.user);
  const response = await world.store.fetch(
    new Request('https://store.example.com/v1/admin/settings', {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${await world.token(org.admin)}`,
        'content-type': 'application/json',
        'idempotency-key': 'off',
      },
      body: JSON.stringify({ revision: 0, enabled: false }),
    }),
  );
  expect(response.status).toBe(200);
  const panel = await org.panel(org.user).openMail(world.deliver({}));
  expect(panel.title).toBe('Switched off by an admin');
  await panel.press('Whom to ask');
  expect(panel.title).toBe('Switched off by an admin');
  expect(panel.text).toContain('Ask to have it switched on:');
  expect(panel.text).toContain(org.admin.email);
});

test('an organisation that the store does not know is not set up', async () => {
  const stranger = { name: 'Eve', email: 'eve@unknown.example', domain: 'unknown.example' };
  const panel = await org.panel(stranger).openHomepage();
  expect(panel.title).toBe('Not set up yet');
  expect(panel.text).toContain('Ask the people who run it');
  const ja = await org.panel(stranger, { locale: 'ja' }).openHomepage();
  expect(ja.title).toBe('設定が完了していません');
});

test('a personal account is told so without any request', async () => {
  const panel = await org.panel({ name: 'Eve', email: 'eve@mail.example' }).openMail(world.deliver({}));
  expect(panel.title).toBe('Not for personal accounts');
  expect(world.sent).toEqual([]);
});

describe('a scope that was not granted', () => {
  const all = [
    'https://www.googleapis.com/auth/gmail.addons.execute',
    'https://www.googleapis.com/auth/gmail.addons.current.message.action',
    'https://www.googleapis.com/auth/gmail.addons.current.message.metadata',
    'openid',
    'https://www.googleapis.com/auth/userinfo.email',
    'https://www.googleapis.com/auth/script.external_request',
    'https://www.googleapis.com/auth/script.locale',
  ];
  const without = (scope: string) => ({ ...org.user, grantedScopes: all.filter((one) => !one.endsWith(scope)) });

  test.each(['openid', 'message.metadata', 'script.external_request'])(
    '%s: explained, then asked for',
    async (scope) => {
      await org.enable(org.user);
      const panel = org.panel(without(scope));
      await panel.openMail(world.deliver({}));
      expect(panel.title).toBe('Permission needed');
      expect(panel.text).toContain('never for your mailbox');
      panel.errors = true;
      await panel.press('Give permission');
      expect(panel.execution.error?.authorization?.scopes.some((missing) => missing.endsWith(scope))).toBe(true);
    },
  );

  test('once it is granted, the button leads on', async () => {
    await org.enable(org.user);
    const user = without('openid');
    const panel = await org.panel(user).openMail(world.deliver({}));
    user.grantedScopes = all;
    await panel.press('Give permission');
    expect(panel.buttons).toContain('Suggest contact');
  });
});

describe("the mail's access token has expired", () => {
  const expire = () => {
    world.ahead += 2 * 60 * 60 * 1000;
  };

  test.each([
    ['en', 'Open the mail again'],
    ['ja', 'メールを開き直してください'],
  ])('on opening: %s', async (locale, title) => {
    await org.enable(org.user);
    world.onToken = expire;
    const panel = await org.panel(org.user, { locale }).openMail(world.deliver({}));
    expect(panel.title).toBe(title);
  });

  test('on Suggest: nothing is sent', async () => {
    await org.enable(org.user);
    const panel = await org.panel(org.user).openMail(world.deliver({}));
    world.sent = [];
    world.onToken = expire;
    await panel.press('Suggest contact');
    expect(panel.title).toBe('Open the mail again');
    expect(world.sent).toEqual([]);
  });
});
