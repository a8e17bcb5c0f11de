import { mkdtemp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { linkageTexts } from '../src/api/linkage-texts.ts';
import type { KeptMailbox } from '../src/preview/google/mailboxes/kept-mailbox.ts';
import { openSampleGoogle, type SampleGoogle } from '../src/preview/google/open-sample-google.ts';
import { troubledPeople } from '../src/preview/google/sample-organisation.ts';
import { openMailbox } from '../src/preview/mailbox/mailbox.ts';
import { organisation as sample } from '../src/preview/people.ts';
import { gmailLimits } from '../src/scan/google/units.ts';
import { createScanMetrics } from '../src/scan/metrics.ts';
import { googleAccess, googleMail } from '../src/scan/provider.ts';
import { startWorker, type WorkerOptions } from '../src/scan/worker.ts';
import { newSecretKey, readSecretKeys, secretsWith } from '../src/store/secrets.ts';
import { openDatabase } from '../src/store/sql/database.ts';
import { calls, htmlTexts } from './addon/panel.ts';
import { calm, type Organisation, type Panel, samples, signedMail, startWorld, type World } from './addon/world.ts';

/**
 * The product's main job, from an open mail to a saved contact, and from a linked mailbox to one: real mail, the built bundle in
 * the emulated Apps Script, a real store behind it, and a real worker before the emulated Google.
 */
let world: World;
let org: Organisation;
let google: SampleGoogle;
let worker: WorkerOptions;
beforeAll(async () => {
  const folder = await mkdtemp(path.join(process.env.TEST_RUN_FOLDER as string, 'journey-'));
  google = await openSampleGoogle(await openMailbox(samples), folder, { slowMs: 10 });
  const access = { ...googleAccess({ rootUrl: google.url }), firstPauseSeconds: 0.001 };
  const secretKeys = readSecretKeys(newSecretKey(new Date()));
  const database = await openDatabase({});
  world = await startWorld({ database, secretKeys, mailProvider: googleMail(access) });
  worker = {
    db: database.db,
    secrets: secretsWith(secretKeys),
    access,
    limits: gmailLimits,
    log: pino({ level: 'silent' }),
    metrics: createScanMetrics(),
    pauseMilliseconds: 20,
  };
});
afterAll(async () => {
  await world.stop();
  await google.stop();
});
beforeEach(async () => {
  calm(world);
  org = await world.organisation({ quota: { allowed: 100, policy: 'block' } });
});

/** What the store answers to the admin. */
async function asked<T>(path: string): Promise<T> {
  const headers = { authorization: `Bearer ${await world.token(org.admin)}` };
  const response = await world.store.fetch(new Request(`https://store.example.com/v1/admin/${path}`, { headers }));
  return (await response.json()) as T;
}
const storeRoster = async () => (await asked<{ users: string[] }>('roster')).users;

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

test('R6 to R24: from no key to suggestions of linked mailboxes: every status is seen, each cause mended at Google', async () => {
  org = await world.organisation({ domain: sample.domain });
  const troubled = troubledPeople.map(({ name }) => org.member(name));
  await org.enable(org.admin, org.user, ...troubled);
  const atGoogle = async (form: string, fields: Record<string, string>) => {
    const headers = { origin: 'http://localhost', host: 'localhost' };
    const body = new URLSearchParams(fields);
    const { status } = await google.console.request(`http://localhost/${form}`, { method: 'POST', headers, body });
    expect(status).toBe(302);
  };
  const open = async (...words: string[]) => {
    const admin = await org.panel(org.admin).openHomepage();
    for (const word of ['Settings', 'Open: Google', ...words]) await admin.press(word);
    return admin;
  };

  // The key that Google gives out, then client ID and scopes as the card shows them, in Google's console.
  let admin = await open();
  expect(admin.text).toContain('None is registered');
  await admin.press('Service account key');
  const keyFile = await (await google.console.request('http://localhost/key-file.json')).text();
  await admin.type('Content of the JSON file', keyFile).press('Register');
  expect(admin.text).toContain('Google does not let the account read mailboxes yet');
  const [, clientId = '', scopes = ''] = /Client ID\n(\d+)\nOAuth scopes\n(\S+)/.exec(admin.text) ?? [];
  await atGoogle('delegate', { clientId, scopes });

  // On: every admin gets a mail.
  admin = await open('On and off');
  await admin.choose('Automatic suggestions', 'On').press('Save');
  expect(admin.title).toBe('Before it is switched on');
  await admin.press('Accept and save');
  expect(admin.text).toContain('3 · Done');
  const [mail] = (await asked<{ items: { to: string; text: string }[] }>('mails')).items;
  expect(mail?.to).toBe(org.admin.email);
  expect(mail?.text).toContain(`${org.admin.email} switched on automatic contact suggestions`);

  // Users by their boxes. Nobody reads before a worker does.
  await admin.press('Users and their mailboxes');
  expect(statuses(admin)).toEqual({ 'Not started': 12 });
  await admin.press('Choose this page');
  await admin.press('Start chosen');
  expect(admin.text).toContain('12 · Started');
  await admin.press('Done');
  expect(statuses(admin)).toEqual({ Starting: 12 });
  const mailbox = google.google.findPerson(org.user.email)?.mailbox as KeptMailbox;
  mailbox.deliver({
    headers: [
      { name: 'From', value: 'Ana Ruiz <ana.ruiz@example.com>' },
      { name: 'To', value: org.user.email },
    ],
    text: signedMail,
    html: null,
    internalDate: Date.now(),
  });

  const working = startWorker(worker);
  try {
    // Of each kind of failure its status, cause and mending; what may pass by itself, as a slow Google, is not looked at.
    await untilAllTried();
    admin = await open('Users and their mailboxes');
    for (const [status, at, cause] of failing) {
      await admin.press(status, at);
      const { cause: why, fix } = linkageTexts.en[cause];
      expect(admin.text).toContain(`Status\n${status}\nCause\n${why}\nHow to mend it\n${fix}`);
      expect(admin.text.includes('Reference code')).toBe(status === 'Linkage error');
      admin.back();
    }

    // Mended at Google and tried again together, all are read.
    for (const { email } of troubled) await atGoogle('mend', { email });
    await admin.press('Choose this page');
    await admin.press('Retry chosen');
    expect(admin.text).toContain('Is tried again');
    await untilAllTried();
    admin = await open('Users and their mailboxes');
    expect(statuses(admin)).toEqual({ Active: 12 });
    expect((await open('Service account key')).text).not.toContain('Does not work yet');
    await admin.press(`Disable: ${org.member('Emi Kuroda').email}`);
    await admin.press('Disable');
    expect(admin.text).toContain('Status\nDisabled');
  } finally {
    await working.stop();
  }

  // The user finds what was read, and saves it.
  const user = await org.panel(org.user).openHomepage();
  expect(user.text).toContain('Suggestions (1)');
  expect(user.text).toContain('Automatic, from the mail of');
  await user.press('Ana Ruiz');
  expect(user.value('Company')).toBe('Northwind Example Ltd');
  await user.press('Save');
  expect(user.title).toBe('New contact saved');
  expect((await org.panel(org.user).openHomepage()).text).not.toContain('Suggestions (1)');
}, 120_000);

/** Status, the how manieth with it in the table, and the cause on its card. */
const failing = [
  ['Authentication error', 0, 'key-invalid'],
  ['Authentication error', 1, 'key-deleted'],
  ['Authentication error', 2, 'no-such-user'],
  ['Unauthorized', 0, 'not-delegated'],
  ['Unauthorized', 1, 'gmail-off'],
  ['Linkage error', 0, 'rate-limited'],
  ['Linkage error', -1, 'google-unavailable'],
] as const;

/** How many users have which status, as the filter above the table says. */
const statuses = (panel: Panel): Record<string, number> =>
  Object.fromEntries(
    panel.choices('Status').flatMap(([text]) => {
      const [, status, count] = /^(.*) \((\d+)\)$/.exec(text) ?? [];
      return status ? [[status, Number(count)]] : [];
    }),
  );

async function untilAllTried(): Promise<void> {
  for (;;) {
    const { counts } = await asked<{ counts: Record<string, number> }>('linkages');
    if (!counts.starting) return;
    await delay(50);
  }
}

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
