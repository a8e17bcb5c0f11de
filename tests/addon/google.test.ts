import { FakeProvider, keyFileOf } from '../store/fake-provider.ts';
import { htmlTexts, type Panel } from './panel.ts';
import { calm, type Organisation, startWorld, type World } from './world.ts';

let world: World;
let org: Organisation;
let provider: FakeProvider;
beforeAll(async () => {
  provider = new FakeProvider();
  world = await startWorld({ mailProvider: provider });
});
afterAll(() => world.stop());
beforeEach(async () => {
  calm(world);
  provider.failures.clear();
  org = await world.organisation();
});

async function settings(options = {}): Promise<Panel> {
  const panel = await org.panel(org.admin, options).openHomepage();
  return panel.callAction({ action: 'openSettings' });
}
const open = async (...words: string[]) => {
  const panel = await settings();
  for (const word of ['Open: Google', ...words]) await panel.press(word);
  return panel;
};
const register = async () =>
  (await open('Service account key')).type(paste, keyFileOf('reader@proj.example')).press('Register');
const paste = 'Content of the JSON file';

/** A key, automatic suggestions on, and these users on the list. */
async function ready(...users: string[]): Promise<void> {
  await org.enable(org.admin, ...users.map((name) => org.member(name)));
  const panel = await register();
  await panel.back().press('On and off');
  await accept(panel.choose('Automatic suggestions', 'On'));
}
const accept = async (panel: Panel) => await (await panel.press('Save')).press('Accept and save');
const users = () => open('Users and their mailboxes');
const tryOut = async (name: string) =>
  (await org.panel(org.admin).openHomepage()).callAction({ action: 'tryUser', email: address(name) });
const address = (name: string) => org.member(name).email;
/** Of each user on the page the words of the status. */
const statusOf = (panel: Panel, name: string): string | undefined => {
  const lines = panel.text.split('\n');
  return lines[lines.lastIndexOf(address(name)) + 1];
};

describe('Settings', () => {
  test('R13: lead to the users, to Google, and to the switch of the organisation', async () => {
    const panel = await settings();
    expect(panel.title).toBe('Settings');
    expect(panel.text).toContain('Users of Contact Inbox\nEnabled users: 0');
    expect(panel.text).toContain('Google: automatic suggestions\nOff');
    expect(panel.text).toContain('Contact Inbox\nOn');
  });

  test('R24: switching the organisation off asks first, and Cancel changes nothing', async () => {
    await org.enable(org.user);
    const panel = await settings();
    await panel.press('Switch off');
    expect(panel.title).toBe('Switch Contact Inbox off?');
    await panel.press('Cancel');
    expect((await org.panel(org.user).openHomepage()).title).toBe('Contact Inbox');
    await panel.press('Switch off');
    await panel.press('Switch off');
    expect(panel.title).toBe('Settings');
    expect(panel.text).toContain('Contact Inbox\nOff');
    expect((await org.panel(org.user).openHomepage()).title).toBe('Switched off by an admin');
    await panel.press('Switch on');
    expect(panel.notification).toBe('Contact Inbox is on again.');
    expect((await org.panel(org.user).openHomepage()).title).toBe('Contact Inbox');
  });

  test('R2: without the contract there are none', async () => {
    await org.set({ feature: false });
    for (const action of ['openSettings', 'openGoogle', 'openKey', 'openLinkages', 'openDirectory']) {
      const panel = await org.panel(org.admin).openHomepage();
      await panel.callAction({ action });
      expect([action, panel.title]).toEqual([action, 'Switched off']);
      expect(panel.text).not.toContain('@');
    }
  });
});

describe('the steps', () => {
  test('R6: say what to do, one after the other', async () => {
    const panel = await open();
    const steps = () => panel.text.split('\n').filter((line) => /^\d · /.test(line));
    expect(steps()).toEqual(['1 · Done', '2 · To do', '3 · To do', '4 · To do']);
    expect(panel.text).toContain('None is registered');
  });

  test('R11: a step that is done says so', async () => {
    await ready();
    const panel = await open();
    const steps = panel.text.split('\n').filter((line) => /^\d · /.test(line));
    expect(steps).toEqual(['1 · Done', '2 · Done', '3 · Done', '4 · To do']);
    expect(panel.text).toContain('reader@proj.example');
    expect(panel.text).toContain(org.admin.email);
    expect(panel.text).toContain('mails to admins wait in its outbox');
  });

  test('R8: it cannot be switched on without a key; the way there is shown', async () => {
    const panel = await open('On and off');
    expect(panel.text).toContain('A key is needed first');
    await panel.choose('Automatic suggestions', 'On').press('Save');
    expect(panel.title).toBe('A key is needed first');
    await panel.back().press('Register');
    expect(panel.title).toBe('Service account key');
    expect((await settings()).text).toContain('Google: automatic suggestions\nOff');
  });
});

describe('the key', () => {
  test('R12: how to issue one stands beside the box, and the guide is a press away', async () => {
    const panel = await open('Service account key');
    expect(panel.text).toContain('Add key → Create new key → JSON');
    expect(panel.link('Guide with every step')).toBe('https://store.example.com/docs/admin');
  });

  test.each([
    ['ja-JP', '詳しい手順を開く', 'docs/admin.ja'],
    ['zh-CN', 'Guide with every step', 'docs/admin.zh'],
    ['de', 'Guide with every step', 'docs/admin'],
  ])('R12, R25: in %s the guide is the one of that language, if there is one', async (locale, words, page) => {
    const panel = await org.panel(org.admin, { locale }).openHomepage();
    await panel.callAction({ action: 'openKey' });
    expect(panel.link(words)).toBe(`https://store.example.com/${page}`);
  });

  test('R13: a wrong file names what is missing, and nothing is saved', async () => {
    const panel = await open('Service account key');
    await panel.type(paste, '{"account": "reader@proj.example"}').press('Register');
    expect(panel.text).toContain(
      'Missing or wrong in the file: secret. Check it and paste it again. Nothing was saved.',
    );
    expect(panel.value(paste)).toBe('{"account": "reader@proj.example"}');
    await panel.type(paste, 'my key').press('Register');
    expect(panel.text).toContain('What was pasted is not JSON. Paste the whole file, from the first { to the last }.');
    expect((await open()).text).toContain('None is registered');
    await panel.type(paste, '').press('Register');
    expect(panel.notification).toBe('Paste the content of the JSON file.');
  });

  test('R11, R12, R13: a right one is shown by account, project, id, fingerprint, day and admin, with what to delegate', async () => {
    const panel = await register();
    expect(panel.notification).toBe('Key registered');
    for (const text of ['reader@proj.example', 'fake-project', 'key-of-reader@proj.example', 'ab:cd', org.admin.email])
      expect(panel.text).toContain(text);
    expect(panel.text).toContain('Client ID\n1234567890');
    expect(panel.text).toContain('OAuth scopes\nhttps://mail.example/read,https://mail.example/people');
    expect(panel.back().text).toContain('2 · Done');
  });

  test('R13: is never shown again: in no card, no log, no property', async () => {
    const panel = await register();
    const seen = JSON.stringify([panel.card, panel.execution.response, panel.execution.logs, panel.execution.calls]);
    expect(seen).not.toContain('the secret of the key');
    expect(panel.value(paste)).toBe('');
    const again = await open('Service account key');
    expect(JSON.stringify(again.card)).not.toContain('the secret of the key');
  });

  test('R20: one that Google refuses is not saved', async () => {
    provider.failures.set('reader@proj.example', 'key-deleted');
    const panel = await register();
    expect(panel.text).toContain('The key or its service account was deleted or disabled. Enable the account');
    provider.failures.set('reader@proj.example', 'clock');
    await panel.press('Register');
    expect(panel.text).toContain('The clock of the contact store differs from Google’s. The key may be right.');
    expect(panel.text).not.toContain('deleted');
    const japanese = await org.panel(org.admin, { locale: 'ja' }).openHomepage();
    await japanese.callAction({ action: 'openKey' });
    await japanese.type('JSON ファイルの内容', keyFileOf('reader@proj.example')).press('登録');
    expect(japanese.text).toContain('ストアの時計が Google の時刻とずれています。');
    expect((await open()).text).toContain('None is registered');
  });

  test('R21: one that is not delegated yet is saved, and says what is left to do', async () => {
    provider.failures.set(org.admin.email, 'not-delegated');
    const panel = await register();
    expect(panel.text).toContain('Does not work yet\nGoogle does not let the account read mailboxes yet.');
    expect(panel.text).toContain('How to mend it\nEnter the client ID and the scopes in the Admin console');
  });

  test.each([
    ['api-off', 'enable the Gmail API'],
    ['gmail-off', 'Nothing has to be done about the key.'],
    ['no-such-user', 'primary address'],
    ['access-denied', 'let the app of this client ID use Gmail'],
  ] as const)('R20 to R22: %s has a text of its own: %s', async (cause, fix) => {
    provider.failures.set(org.admin.email, cause);
    const { text } = await register();
    expect(text).toContain(fix);
    expect(text).not.toContain('exactly as they stand here');
  });

  test('R23: it says so no longer once a mailbox could be read with it', async () => {
    provider.failures.set(org.admin.email, 'not-delegated');
    await ready('Sakura Mori');
    await tryOut('Sakura Mori');
    const again = () => open('Service account key');
    expect((await again()).text).not.toContain('Does not work yet');
    provider.failures.set(address('Sakura Mori'), 'api-off');
    await tryOut('Sakura Mori');
    expect((await again()).text).toContain('The Gmail API is not enabled');
  });

  test('is replaced by another', async () => {
    await register();
    const panel = await open('Service account key');
    await panel.type(paste, keyFileOf('other@proj.example')).press('Replace the key');
    expect(panel.text).toContain('other@proj.example');
    expect(panel.text).not.toContain('reader@proj.example');
  });

  test('or none at all: an attached account', async () => {
    const panel = await open('Service account key');
    await panel.type('Or without a key: the account’s address', 'Attached@proj.example').press('Register');
    expect(panel.text).toContain('attached@proj.example');
    expect(panel.text).toContain('Client ID\nThe account’s unique ID, a number: Google Cloud console');
    provider.clientIds.set('attached@proj.example', '112233445566');
    await panel.type('Or without a key: the account’s address', 'attached@proj.example').press('Replace the key');
    expect(panel.text).toContain('Client ID\n112233445566');
    provider.clientIds.clear();
    await panel.type('Or without a key: the account’s address', 'robot').press('Replace the key');
    expect(panel.text).toContain('One of the values is too long or has a form the store does not take.');
    expect(panel.text).not.toContain('in the file');
  });

  test('R14: deleting asks, says what stops, and its users show it', async () => {
    await ready('Sakura Mori');
    const table = await users();
    await table.press(`Start: ${address('Sakura Mori')}`);
    const panel = await open('Service account key');
    await panel.press('Delete key');
    expect(panel.title).toBe('Delete this key?');
    expect(panel.text).toContain('It stops: Automatic suggestions.');
    await panel.press('Cancel');
    expect(panel.text).toContain('reader@proj.example');
    await panel.press('Delete key');
    await panel.press('Delete key');
    expect(panel.notification).toBe('Key deleted');
    expect(panel.text).toContain('2 · To do');
    expect(panel.text).toContain('1 mailbox cannot be read');
    expect(statusOf(await users(), 'Sakura Mori')).toBe('Authentication error');
  });
});

describe('on and off', () => {
  test('R15: leaving without Save changes nothing; Save does, and starts nobody', async () => {
    await org.enable(org.user);
    await register();
    const panel = await open('On and off');
    panel.choose('Automatic suggestions', 'On').back();
    expect((await settings()).text).toContain('Google: automatic suggestions\nOff');
    await panel.press('On and off');
    await accept(panel.choose('Automatic suggestions', 'On'));
    expect(panel.notification).toBe('Saved');
    expect(panel.text).toContain('3 · Done');
    expect(panel.text).toContain('4 · To do');
    expect((await settings()).text).toContain('Google: automatic suggestions\nOn');
  });

  test('R7, R9: the admin accepts first what is kept and what counts; Cancel leaves it off', async () => {
    await register();
    const panel = await open('On and off');
    await panel.choose('Automatic suggestions', 'On').press('Save');
    expect(panel.title).toBe('Before it is switched on');
    expect(panel.text).toContain('Only the values found and the signature lines are kept.');
    expect(panel.text).toContain('Every new contact that is saved counts towards your contacts of the period.');
    await panel.press('Cancel');
    expect((await settings()).text).toContain('Google: automatic suggestions\nOff');
    await accept(panel);
    expect((await settings()).text).toContain('Google: automatic suggestions\nOn');
    const [sent] = world.sent.filter(({ method }) => method === 'PATCH').slice(-1);
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({ noticeAccepted: true });
  });

  test('nothing chosen anew changes nothing', async () => {
    await ready();
    const panel = await open('On and off');
    world.sent = [];
    await panel.press('Save');
    expect(panel.notification).toBe('Nothing was changed.');
    expect(world.sent.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('R24: switching off asks first', async () => {
    await ready();
    const panel = await open('On and off');
    await panel.choose('Automatic suggestions', 'Off').press('Save');
    expect(panel.title).toBe('Switch off?');
    await panel.press('Cancel');
    expect((await settings()).text).toContain('Google: automatic suggestions\nOn');
    await panel.press('Save');
    await panel.press('Switch off');
    expect(panel.title).toBe('Google: automatic suggestions');
    expect(panel.text).toContain('3 · To do');
  });

  test('R14: each function alone', async () => {
    await register();
    const panel = await open('On and off');
    await accept(panel.choose('Activity: who wrote with whom, from headers only', 'On'));
    await panel.press('Service account key');
    expect(panel.text).toContain('Used by\nActivity: who wrote with whom, from headers only');
  });

  test('two admins at once: the second is told, and nothing is lost', async () => {
    await register();
    const [one, two] = [await open('On and off'), await open('On and off')];
    await accept(one.choose('Automatic suggestions', 'On'));
    await two.choose('Activity: who wrote with whom, from headers only', 'On').press('Save');
    expect(two.notification).toBe('Changed meanwhile');
    expect(two.choices('Automatic suggestions')[0]).toEqual(['On', true]);
    await accept(two.choose('Activity: who wrote with whom, from headers only', 'On'));
    expect(two.notification).toBe('Saved');
  });
});

describe('which mails are read', () => {
  test('R4: days back, sent mail, labels, a first day, promotions', async () => {
    await register();
    const panel = await open('What is read');
    await panel
      .type('Days to read back when a user is started', '30')
      .type('Only mails with these labels', 'Customers, 取引先')
      .type('Only mails since', '2026-01-31')
      .choose('Mails that users sent', 'Are read')
      .press('Save');
    expect(panel.notification).toBe('Saved');
    await panel.press('What is read');
    expect(panel.value('Days to read back when a user is started')).toBe('30');
    expect(panel.value('Only mails with these labels')).toBe('Customers, 取引先');
    expect(panel.value('Only mails since')).toBe('2026-01-31');
    expect(panel.choices('Mails that users sent')[0]).toEqual(['Are read', true]);
    expect(panel.choices('Promotions and other tabs of Gmail')[1]).toEqual(['Are left out', true]);
  });

  test.each([
    ['Days to read back when a user is started', '400'],
    ['Days to read back when a user is started', 'ten'],
    ['Only mails since', 'yesterday'],
  ])('%s: %s is not understood, and stays', async (label, typed) => {
    const panel = await open('What is read');
    await panel.type(label, typed).press('Save');
    expect(panel.text).toContain(`Not understood: ${label}`);
    expect(panel.value(label)).toBe(typed);
  });
});

describe('the users', () => {
  test('R7: nobody is enabled yet: the way there', async () => {
    await register();
    const panel = await users();
    expect(panel.text).toContain('Nobody is enabled yet.');
    await panel.press('Users of Contact Inbox');
    expect(panel.labels).toContain('Addresses');
  });

  test('R7: chosen before it is switched on, nobody is started', async () => {
    await org.enable(org.user);
    await register();
    const panel = await users();
    await panel.press(`Start: ${org.user.email}`);
    expect(panel.title).toBe('Switched off');
    expect(statusOf(panel.back(), org.user.name)).toBe('Not started');
  });

  test('R17, R18: ticked ones are started together, each with its own result', async () => {
    await ready('Sakura Mori', 'Yui Kato', 'Ben Cole');
    const panel = await users();
    expect(panel.text).toContain('4 users');
    await panel.press(`Start: ${address('Yui Kato')}`);
    expect(panel.notification).toBe(`${address('Yui Kato')}. Started`);
    tick(panel, 'Sakura Mori', 'Yui Kato');
    await panel.press('Start chosen');
    expect(panel.title).toBe('2 results');
    expect(panel.text).toContain(`${address('Sakura Mori')}\nStarted`);
    expect(panel.text).toContain(`${address('Yui Kato')}\nNothing to do`);
    await panel.press('Done');
    expect(statusOf(panel, 'Sakura Mori')).toBe('Starting');
    expect(statusOf(panel, 'Ben Cole')).toBe('Not started');
    expect((await open()).text).toContain('2 Starting');
  });

  test('R18: nothing ticked starts nobody', async () => {
    await ready('Sakura Mori');
    const panel = await users();
    await panel.press('Start chosen');
    expect(panel.notification).toBe('Nothing is chosen.');
  });

  test('R18: started twice at the same moment is started once', async () => {
    await ready('Sakura Mori');
    const [one, two] = [await users(), await users()];
    await Promise.all([one, two].map((panel) => panel.press(`Start: ${address('Sakura Mori')}`)));
    expect([one.notification, two.notification].sort()).toEqual([
      `${address('Sakura Mori')}. Nothing to do`,
      `${address('Sakura Mori')}. Started`,
    ]);
  });

  test('R19: one by one, from the row and from the card of the user', async () => {
    await ready('Sakura Mori');
    const panel = await users();
    await panel.press('Not started', 1);
    expect(panel.title).toBe(address('Sakura Mori'));
    expect(panel.buttons).toEqual(['Start', 'Try out']);
    await panel.press('Start');
    expect(panel.notification).toBe(`${address('Sakura Mori')}. Started`);
    expect(panel.text).toContain('Status\nStarting');
    expect(panel.buttons).toEqual(['Disable', 'Try out']);
  });

  test.each([
    ['active', {}, ['Disable', 'Try out']],
    ['active', { withheld: 2 }, ['Retry', 'Disable', 'Try out']],
    ['linkage-error', {}, ['Retry', 'Disable', 'Try out']],
  ] as const)('R22: Retry where something failed: %s, left out %j', async (status, skipped, buttons) => {
    const failed = status !== 'active' && { cause: 'other', explained: { cause: 'It failed.', fix: 'Press Retry.' } };
    const counted = { read: 1, suggested: 0, skipped, leftOut: [] };
    world.network = ({ path }) =>
      path.includes('/linkages/') ? Response.json({ email: org.user.email, status, ...failed, ...counted }) : undefined;
    const panel = await org.panel(org.admin).openHomepage();
    await panel.callAction({ action: 'openLinkage', email: org.user.email });
    expect(panel.buttons).toEqual(buttons);
  });

  describe('of many', () => {
    const names = Array.from({ length: 45 }, (_, i) => `User ${String(i).padStart(2, '0')}`);

    test('R17: what is ticked stays ticked over pages, a search and a filter', async () => {
      await ready(...names);
      const panel = await users();
      tick(panel, 'User 01', 'User 03');
      await panel.press('Next page');
      expect(panel.text).toContain('Chosen on other pages: 2');
      tick(panel, 'User 25');
      await panel.press('Previous page');
      expect(isTicked(panel, 'User 03')).toBe(true);
      expect(panel.text).toContain('Chosen on other pages: 1');
      tick(panel, 'User 03');
      await panel.type('Name or address', 'user.4').press('Search');
      expect(panel.text).toContain('5 users');
      tick(panel, 'User 44');
      await panel.press('Start chosen');
      const started = [...panel.text.matchAll(/user\.(\d\d)@\S+\nStarted/g)].map(([, number]) => number);
      expect(started).toEqual(['01', '25', '44']);
      await panel.press('Done');
      await panel.choose('Status', 'Starting').press('Search');
      expect(panel.text).toContain('user.44@');
      expect(panel.text).not.toContain('user.40@');
    });

    test('R17: a whole page, all that the filter finds, and none', async () => {
      await ready(...names);
      const panel = await users();
      await panel.press('Choose this page');
      await panel.press('Next page');
      expect(panel.text).toContain('Chosen on other pages: 20');
      await panel.press('Choose none');
      await panel.press('Start chosen');
      expect(panel.notification).toBe('Nothing is chosen.');
      await panel.type('Name or address', 'user.').press('Search');
      await panel.press('Choose all 45');
      expect(panel.text).toContain('All 45 users of this list are chosen');
      await panel.press('Start chosen');
      expect(panel.text).toContain('45 · Started');
      await panel.press('Done');
      expect(panel.text).toContain('45 users');
      await panel.press('Choose all 45');
      await panel.press('Disable chosen');
      expect(panel.title).toBe('Disable?');
      await panel.press('Disable');
      expect(panel.text).toContain('45 · Disabled');
    });

    test('more than 500 by hand are too many, all of a list are not', async () => {
      await ready(...names);
      const panel = await users();
      const emails = Array.from({ length: 501 }, (_, i) => `u${i}@${org.domain}`);
      await panel.callAction({ action: 'startChosen' }, { 'kept.1.0': emails });
      expect(panel.notification).toContain('At most 500 at once.');
    });
  });

  test('U2: the fullest cards stay within the 100 widgets that Gmail shows', async () => {
    await ready(...Array.from({ length: 25 }, (_, i) => `User ${i}`));
    const full = (card: { sections: { widgets: unknown[] }[] }) =>
      card.sections.reduce((sum, { widgets }) => sum + widgets.length, 0);
    const others = Array.from({ length: 5 }, (_, list) =>
      Array.from({ length: 100 }, (_, i) => `u${list}-${i}@${org.domain}`),
    );
    const ticked = Object.fromEntries(others.map((emails, list) => [`kept.1.${list}`, emails]));
    const panel = await users();
    await panel.callAction({ action: 'turnLinkages' }, ticked);
    expect(panel.text).toContain('Chosen on other pages: 500');
    expect(full(panel.card)).toBeLessThanOrEqual(100);
    await panel.callAction({ action: 'startChosen' }, ticked);
    expect(panel.text).toContain('500 · Not started: is not a user of Contact Inbox');
    expect(full(panel.card)).toBeLessThanOrEqual(100);
    const { groups } = provider;
    provider.groups = Array.from({ length: 112 }, (_, i) => ({ email: `g${i}@fake.example`, name: `Group ${i}` }));
    await panel.callAction({ action: 'openDirectory' });
    expect(panel.text).toContain('1 – 40 of 112');
    expect(full(panel.card)).toBeLessThanOrEqual(100);
    provider.groups = groups;
  });

  test('R24: disabling asks first, naming whom; Cancel changes nothing', async () => {
    await ready('Sakura Mori', 'Yui Kato');
    const panel = await users();
    await panel.press('Choose this page');
    await panel.press('Start chosen');
    await panel.press('Done');
    await panel.press(`Disable: ${address('Yui Kato')}`);
    expect(panel.title).toBe('Disable?');
    expect(panel.text).toContain(address('Yui Kato'));
    await panel.press('Cancel');
    expect(statusOf(panel, 'Yui Kato')).toBe('Starting');
    tick(panel, 'Yui Kato');
    await panel.press('Disable chosen');
    await panel.press('Disable');
    expect(panel.text).toContain(`${address('Yui Kato')}\nDisabled`);
    await panel.press('Done');
    expect(statusOf(panel, 'Yui Kato')).toBe('Disabled');
    expect(statusOf(panel, 'Sakura Mori')).toBe('Starting');
  });

  test('R20, R23: cause and how to mend it stand on the card of the user; Retry starts anew', async () => {
    await ready('Sakura Mori');
    const table = await users();
    await table.press(`Start: ${address('Sakura Mori')}`);
    const key = await open('Service account key');
    await key.press('Delete key');
    await key.press('Delete key');
    const panel = await users();
    await panel.press('Authentication error');
    expect(panel.text).toContain('Cause\n');
    expect(panel.text).toContain('How to mend it\n');
    await register();
    await panel.press('Retry');
    expect(panel.text).toContain('Status\nStarting');
  });

  test('what linking would suggest is tried out', async () => {
    await ready('Sakura Mori');
    const panel = await users();
    await panel.press('Not started', 1);
    await panel.press('Try out');
    expect(panel.title).toBe('3 mails read, nothing kept');
    expect(panel.text).toContain('Noor Haddad');
    expect(panel.text).toContain('2 · Newsletter');
    provider.failures.set(address('Sakura Mori'), 'gmail-off');
    await panel.back().press('Try out');
    expect(panel.title).toBe('Unauthorized');
    expect(panel.text).toContain('Gmail is switched off for this user.');
  });

  test('the store is down: what is ticked stays', async () => {
    await ready('Sakura Mori');
    const panel = await users();
    tick(panel, 'Sakura Mori');
    world.network = () => Promise.reject(new Error('down'));
    await panel.press('Start chosen');
    expect(panel.notification).toContain('cannot be reached');
    world.network = undefined;
    await panel.press('Start chosen');
    expect(panel.text).toContain(`${address('Sakura Mori')}\nStarted`);
  });

  test('names of the directory are text, whatever they hold', async () => {
    await ready('Sakura Mori');
    const listed = { email: org.user.email, name: '<a href="https://evil.example">x</a>', read: 0, suggested: 0 };
    world.network = ({ path }) =>
      path.startsWith('/v1/admin/linkages?')
        ? Response.json({ items: [{ ...listed, status: 'active', leftOut: [] }], total: 1, counts: { active: 1 } })
        : undefined;
    for (const html of htmlTexts((await users()).card)) expect(html).not.toMatch(/<(?!br>)/);
  });
});

describe('R17: names that are pasted', () => {
  const enable = async (text: string) =>
    (await settings())
      .press('Open: Users of Contact Inbox')
      .then((panel) => panel.type('Addresses', text).press('Enable'));

  test('stand in the table, where a search finds them; pasted again they change', async () => {
    await register();
    const panel = await enable(`"Tanaka, Hanako" <${address('h')}>\n${address('k')}`);
    expect(panel.notification).toBe('2 users enabled');
    expect((await users()).text).toContain(`Tanaka, Hanako · ${address('h')}`);
    await enable(`email\tname\n${address('k')}\t森 健`);
    const table = await users();
    await table.type('Name or address', '健').press('Search');
    expect(table.text).toContain(`森 健 · ${address('k')}`);
  });

  test('stay in the box until the store has the list', async () => {
    world.network = ({ method }) => (method === 'GET' ? undefined : Promise.reject(new Error('down')));
    const panel = await enable(`Ken Mori <${address('k')}>`);
    expect(panel.text).toContain('Not sent yet');
    expect(panel.value('Addresses')).toBe(`Ken Mori <${address('k')}>`);
    world.network = undefined;
    await panel.press('Enable');
    expect(panel.value('Addresses')).toBe('');
    expect((await users()).text).toContain(`Ken Mori · ${address('k')}`);
  });
});

describe('the directory', () => {
  test('R17: a group becomes users', async () => {
    await register();
    provider.people = ['Ana Ito', 'Bo Lind', 'Cy Park'].map((name) => ({ name, email: address(name) }));
    const panel = await settings();
    await panel.press('Open: Users of Contact Inbox');
    await panel.press('From the directory');
    expect(panel.text).toContain('sales@fake.example');
    expect(panel.text).toContain('/Tokyo');
    await panel.press('Sales');
    tick(panel, 'Bo Lind');
    await panel.press('Enable chosen');
    expect(panel.notification).toBe('1 user enabled');
    expect(panel.text).toContain(`${address('Bo Lind')} (enabled)`);
    await panel.press('Enable everybody here');
    expect(panel.notification).toBe('2 users enabled');
    expect((await settings()).text).toContain('Enabled users: 3');
  });

  test('R17: of many groups and units each page says which it shows', async () => {
    await register();
    const groups = provider.groups;
    provider.groups = Array.from({ length: 112 }, (_, i) => ({ email: `g${i}@fake.example`, name: `Group ${i + 1}` }));
    const panel = await settings();
    await panel.press('Open: Users of Contact Inbox');
    await panel.press('From the directory');
    const shown = () => panel.text.split('\n').filter((line) => /^Group \d|^\d+ – |Tokyo$/.test(line));
    expect(shown()).toEqual([...names(1, 40), '1 – 40 of 112', 'Tokyo', '/Tokyo']);
    await panel.press('Next page');
    expect(shown()).toEqual([...names(41, 80), '41 – 80 of 112']);
    await panel.press('Next page');
    expect(shown()).toEqual([...names(81, 112), '81 – 112 of 112']);
    expect(panel.buttons).not.toContain('Next page');
    provider.moreGroups = true;
    await panel.callAction({ action: 'openDirectory', from: '80' });
    expect(shown()).toEqual([...names(81, 112), '81 – 112 of 112+']);
    provider.moreGroups = false;
    await panel.press('Group 112');
    expect(panel.title).toBe('Group 112');
    provider.groups = groups;
  });
  const names = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `Group ${from + i}`);

  test('one that is not delegated says so, with the exact scopes to add', async () => {
    await register();
    provider.failures.set('directory', 'not-delegated');
    const panel = await settings();
    await panel.callAction({ action: 'openDirectory' });
    expect(panel.title).toBe('The directory cannot be read');
    expect(panel.text.split('\n')).toContain(provider.scopes.directory.join(','));
  });
});

describe('R7: nobody but an admin', () => {
  let shared: Organisation;
  beforeAll(async () => {
    org = await world.organisation();
    await ready('Sakura Mori', 'Yui Kato');
    shared = org;
  });
  beforeEach(() => {
    org = shared;
  });

  test.each<Record<string, string>>([
    { action: 'askSwitchOff' },
    { action: 'switchOff' },
    { action: 'switchOn' },
    { action: 'openGoogle' },
    { action: 'openKey' },
    { action: 'setKey' },
    { action: 'askDeleteKey' },
    { action: 'deleteKey' },
    { action: 'openSwitches' },
    { action: 'saveSwitches', revision: '2' },
    { action: 'setFunctions', revision: '2', off: 'contactInbox' },
    { action: 'openScan' },
    { action: 'saveScan', revision: '2' },
    { action: 'openLinkages' },
    { action: 'searchLinkages' },
    { action: 'turnLinkages' },
    { action: 'openLinkage', email: 'yui.kato@org.example' },
    { action: 'startUser', email: 'yui.kato@org.example' },
    { action: 'retryUser', email: 'yui.kato@org.example' },
    { action: 'startChosen' },
    { action: 'retryChosen' },
    { action: 'startChosen', all: '3' },
    { action: 'askDisableUser', email: 'yui.kato@org.example' },
    { action: 'askDisableChosen' },
    { action: 'disableLinkages', all: '3' },
    { action: 'tryUser', email: 'yui.kato@org.example' },
    { action: 'openUsers' },
    { action: 'openDirectory' },
    { action: 'openPeople', group: 'sales@fake.example' },
    { action: 'enablePeople' },
    { action: 'enableAllPeople', group: 'sales@fake.example' },
  ])('$action: shown nothing, changes nothing', async (parameters) => {
    const before = (await open()).text;
    const panel = await org.panel(org.user).openHomepage();
    world.sent = [];
    await panel.callAction(parameters, {
      'keyFile.1': keyFileOf('evil@proj.example'),
      'contactInbox.2': 'off',
      'backfillDays.2': '9',
      'pick.1.0': [address('Yui Kato')],
      people: ['eve@evil.example'],
    });
    expect(panel.title).toBe('For admins only');
    expect(panel.text).not.toContain('@');
    expect(world.sent.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect((await open()).text).toBe(before);
  });
});

test('in Japanese', async () => {
  await ready('Sakura Mori');
  const panel = await settings({ locale: 'ja' });
  await panel.press('開く: Google');
  expect(panel.title).toBe('Google: 自動提案');
  await panel.press('利用者とメールボックス');
  await panel.press(`開始: ${address('Sakura Mori')}`);
  expect(panel.text).toContain('開始処理中');
  await panel.press('開始処理中');
  await panel.press('試し読み');
  expect(panel.text).toContain('2 · メールマガジン');
});

/** The box of a user, which is named for nothing but its place. */
function tick(panel: Panel, ...names: string[]): void {
  for (const name of names) panel.tickValue(address(name));
}
const isTicked = (panel: Panel, name: string): boolean => panel.isTicked(address(name));
