import { readdir } from 'node:fs/promises';
import { calls, htmlTexts } from './addon/panel.ts';
import { calm, type Organisation, type Panel, samples, startWorld, type World } from './addon/world.ts';

/**
 * The product's main job, from an open mail to a saved contact: real mail, the built bundle in the emulated Apps Script, and a
 * real store behind it.
 */
let world: World;
let org: Organisation;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  calm(world);
  org = await world.organisation({ quota: { allowed: 100, policy: 'block' } });
});

async function storeRoster(): Promise<string[]> {
  const headers = { authorization: `Bearer ${await world.token(org.admin)}` };
  const response = await world.store.fetch(new Request('https://store.example.com/v1/admin/roster', { headers }));
  return ((await response.json()) as { users: string[] }).users;
}

test('R3: an enabled user suggests, edits, saves, undoes; the next mail of the same person updates the contact', async () => {
  await org.enable(org.user, org.admin);
  const [before, after] = [
    await world.deliverSample('en-uk-title-change-before'),
    await world.deliverSample('en-uk-title-change-after'),
  ];

  // Opening the mail shows who wrote it, at the cost that decision 1 allows.
  const panel = await org.panel(org.user).openMail(before);
  expect(panel.title).toBe('Hannah Whitcombe');
  expect(panel.text).toContain('New sender');
  expect(calls(panel.execution, 'GmailApp', /^getMessageById$/)).toBe(1);
  expect(calls(panel.execution, 'PropertiesService', /^get/)).toBe(1);
  expect(calls(panel.execution, 'UrlFetchApp')).toBe(1);

  // Suggest contact: every value beside its line.
  await panel.press('Suggest contact');
  expect(calls(panel.execution, 'GmailApp', /^getMessageById$/)).toBe(1);
  expect(calls(panel.execution, 'UrlFetchApp')).toBe(1);
  expect(panel.value('Name')).toBe('Hannah Whitcombe');
  expect(panel.value('Title')).toContain('Buyer');
  expect(panel.value('Company')).toBe('Oak & Larder plc');
  expect(panel.hint('Company')).toBe('“Oak & Larder plc”');
  expect(panel.value('Phone')).toBe('0161 496 0271');

  // The user corrects a value and saves.
  await panel.type('Title', 'Buyer for Preserves').press('Save');
  expect(panel.title).toBe('New contact saved');
  expect(panel.text).toContain('Buyer for Preserves');
  expect(panel.text).toContain('1 of 100 used, 99 left');

  // Undo takes all of it back, and the suggestion waits again.
  await panel.press('Undo');
  expect(panel.notification).toContain('Undone.');
  const home = await org.panel(org.user).openHomepage();
  expect(home.text).toContain('No contacts yet.');
  expect(home.text).toContain('Suggestions (1)');
  await panel.press('Save');
  expect(panel.title).toBe('New contact saved');

  // A week later she has another title and number.
  await panel.openMail(after);
  expect(panel.text).toContain('In your contacts');
  await panel.press('Suggest contact');
  expect(panel.text).toContain('In your contacts, with changes');
  expect(panel.text).toMatch(/Title: Buyer.* → Senior Buyer/);
  // Only what is ticked is saved.
  await panel.tick('Save these changes', 'Title').press('Save');
  expect(panel.title).toBe('Contact updated');
  expect(panel.text).not.toContain('Senior Buyer');
  await panel.press('Undo');
  await panel.press('Save');
  expect(panel.text).toContain('1 of 100 used, 99 left');

  // One contact, which the colleague sees too.
  const colleague = await org.panel(org.admin).openHomepage();
  expect(colleague.buttons.filter((words) => words === 'Hannah Whitcombe')).toHaveLength(1);
  await colleague.press('Hannah Whitcombe');
  expect(colleague.text).toContain('Senior Buyer');
  expect(colleague.text).toContain('0161 496 0288');
});

test('a person who is known, and one who may be: nothing new, then which of two', async () => {
  await org.enable(org.user);
  const panel = org.panel(org.user);
  for (const [mail, title] of [
    ['en-uk-title-change-after', 'New contact saved'],
    ['en-uk-nothing-new', 'Nothing was new'],
  ] as const) {
    await panel.openMail(await world.deliverSample(mail));
    await panel.press('Suggest contact');
    await panel.press('Save');
    expect(panel.title).toBe(title);
  }
  await panel.openMail(await world.deliverSample('en-uk-namesake'));
  await panel.press('Suggest contact');
  await panel.pick('May be one of your contacts', 'Hannah Whitcombe');
  expect(panel.choices('Save these changes')[0]?.[0]).toContain('Senior Buyer');
  await panel.pick('May be one of your contacts', 'New contact');
  await panel.press('Save');
  expect(panel.text).toContain('2 of 100 used, 98 left');
});

test('U6: the same on a phone, in Japanese', async () => {
  await org.enable(org.user);
  const mail = await world.deliverSample('ja-quotation-outlook-html');
  const panel = await org.panel(org.user, { locale: 'ja-JP', platform: 'ANDROID' }).openMail(mail);
  expect(panel.text).toContain('新しい差出人');
  await panel.press('連絡先を提案');
  expect(panel.value('氏名')).toMatch(/伊藤\s*大輔/);
  expect(panel.value('会社名')).toContain('東都精密機械');
  expect(panel.value('メールアドレス')).toBe('daisuke.ito@toto-seimitsu.example');
  await panel.type('役職', '部長').press('保存');
  expect(panel.title).toBe('新しい連絡先を保存しました');
  await panel.press('完了');
  expect(panel.text).toContain('登録済みの連絡先');
  await panel.press('連絡先');
  expect(panel.text).toMatch(/伊藤\s*大輔/);
});

test('U5: the admin enables a user and disables them again; the store follows and enforces it', async () => {
  const mail = await world.deliverSample('en-uk-two-phones-fax');
  const panel = org.panel(org.user);
  await panel.openMail(mail);
  expect(panel.title).toBe('You are not enabled yet');
  expect(panel.text).toContain(org.admin.email);

  const admin = await org.panel(org.admin).openHomepage();
  await admin.press('Open settings');
  await admin.press('Open: Users of Contact Inbox');
  await admin.type('Addresses', `${org.user.name} <${org.user.email}>`).press('Enable');
  expect(await storeRoster()).toEqual([org.user.email]);

  await panel.press('Try again');
  await panel.press('Suggest contact');
  await panel.press('Save');
  expect(panel.title).toBe('New contact saved');

  await admin.press('Disable');
  expect(await storeRoster()).toEqual([]);
  await panel.openMail(mail);
  expect(panel.title).toBe('You are not enabled yet');
  expect(calls(panel.execution, 'GmailApp')).toBe(0);

  // A call that no card offers any more is refused by the store.
  await panel.callAction({ action: 'listContacts' }, {});
  expect(panel.text).not.toContain('Abernethy');
  expect(panel.title).toBe('You are not enabled yet');
});

describe('every sample mail', () => {
  let everyone: Panel;
  beforeEach(async () => {
    await org.enable(org.user);
    everyone = org.panel(org.user);
  });

  /** The emulator refuses a card that Gmail would not show: getting this far is the test. */
  test('U2: gives a card that Gmail takes, and a saved contact or a reason', async () => {
    const names = (await readdir(samples)).filter((file) => file.endsWith('.eml')).map((file) => file.slice(0, -4));
    expect(names.length).toBeGreaterThanOrEqual(30);
    const saved: string[] = [];
    for (const name of names) {
      await everyone.openMail(await world.deliverSample(name));
      const [suggest] = everyone.buttons.filter(
        (words) => words.startsWith('Suggest ') && !words.startsWith('Suggestions'),
      );
      if (!suggest) continue;
      await everyone.press(suggest);
      if (!everyone.buttons.includes('Save')) continue;
      for (const html of htmlTexts(everyone.card)) expect(html).not.toMatch(/<(?!\/?(?:b|font)\b|br>)/);
      await everyone.press('Save');
      if (everyone.buttons.includes('Save anyway')) await everyone.press('Save anyway');
      if (everyone.labels.includes('May be one of your contacts')) {
        await everyone.pick('May be one of your contacts', 'New contact');
        await everyone.press('Save');
      }
      if (/^(New contact saved|Contact updated|Nothing was new)$/.test(everyone.title)) saved.push(name);
      else expect([name, everyone.text]).toEqual([name, expect.stringContaining('Type a name.')]);
    }
    expect(saved.length).toBeGreaterThanOrEqual(30);
  }, 120_000);
});
