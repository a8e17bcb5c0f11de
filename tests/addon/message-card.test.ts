import { calls, htmlTexts } from './panel.ts';
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
  await org.enable(org.user, org.admin);
  world.sent = [];
});

const open = (mail: Parameters<World['deliver']>[0], options = {}) =>
  org.panel(org.user, options).openMail(world.deliver(mail));

/** A contact of the sender is saved before the mail under test is opened. */
async function saveSender(): Promise<void> {
  const panel = await open({});
  await panel.press('Suggest contact');
  await panel.press('Save');
}

describe('opening a mail costs', () => {
  test('U3: one reading of headers, one property, one request, and no body', async () => {
    const { execution } = await open({});
    expect(calls(execution, 'GmailApp', /^getMessageById$/)).toBe(1);
    expect(calls(execution, 'GmailApp', /^get(PlainBody|Body|RawContent)$/)).toBe(0);
    expect(calls(execution, 'PropertiesService', /^get/)).toBe(1);
    expect(calls(execution, 'UrlFetchApp')).toBe(1);
    expect(calls(execution, 'CacheService')).toBe(0);
  });

  test('asks of each header once', async () => {
    const { execution } = await open({});
    const asked = execution.calls.filter(({ method }) => method === 'getHeader').map(({ subject }) => subject);
    expect(asked).toEqual([...new Set(asked)]);
  });
});

describe('U6: the sender at a glance', () => {
  test('new', async () => {
    const panel = await open({});
    expect(panel.title).toBe('Ana Ruiz');
    expect(panel.text).toContain('ana.ruiz@example.com');
    expect(panel.text).toContain('New sender');
    expect(panel.buttons).toEqual(['Suggest contact', 'Suggestions', 'Contacts']);
  });

  test('whose header puts the family name first', async () => {
    expect((await open({ from: '"Ruiz, Ana" <ana.ruiz@example.com>' })).title).toBe('Ana Ruiz');
  });

  test('known: name, title, company, and the contact behind it', async () => {
    await saveSender();
    const panel = await open({});
    expect(panel.text).toContain('In your contacts');
    expect(panel.text).toContain('Sales Manager · Northwind Example Ltd');
    expect(panel.buttons).toContain('Suggest contact');
    await panel.press('Open contact');
    expect(panel.title).toBe('Ana Ruiz');
    expect(panel.link('+44 20 7946 0123')).toBe('tel:+442079460123');
  });

  test('a colleague', async () => {
    const panel = await open({ from: `Ken Adams <${org.admin.email}>` });
    expect(panel.text).toContain('Colleague');
    expect(panel.text).toContain('belongs to your own organisation');
    expect(panel.buttons).toContain('Suggest anyway');
  });

  test('not a person: the reason in words, and the way past it', async () => {
    const panel = await open({
      headers: { 'List-Unsubscribe': '<https://news.example.com/u>', 'List-Id': '<news.example.com>' },
    });
    expect(panel.text).toContain('Not a person');
    expect(panel.text).toContain('newsletter');
    expect(panel.buttons).toContain('Suggest anyway');
    expect(panel.buttons).not.toContain('Suggest contact');
    await panel.press('Suggest anyway');
    expect(panel.value('Name')).toBe('Ana Ruiz');
  });

  test('known, but this mail was written by no person: only by asking for it', async () => {
    await saveSender();
    const panel = await open({ headers: { 'Auto-Submitted': 'auto-replied' } });
    expect(panel.text).toContain('In your contacts');
    await panel.press('Suggest anyway');
    expect(panel.value('Name')).toBe('Ana Ruiz');
  });

  test('already suggested: opens it', async () => {
    const mail = world.deliver({});
    const panel = await org.panel(org.user).openMail(mail);
    await panel.press('Suggest contact');
    await panel.press('Not now');
    await panel.openMail(mail);
    expect(panel.text).toContain('Already in your suggestions');
    expect(panel.buttons).toContain('Suggestions (1)');
    await panel.press('Open suggestion');
    expect(panel.value('Title')).toBe('Sales Manager');
  });

  test('a mail without a sender', async () => {
    const panel = await open({ from: 'undisclosed' });
    expect(panel.text).toContain('No sender address could be read');
    expect(world.sent).toEqual([]);
  });

  test('in Japanese', async () => {
    const panel = await open({}, { locale: 'ja-JP' });
    expect(panel.text).toContain('新しい差出人');
    expect(panel.buttons).toEqual(['連絡先を提案', '候補', '連絡先']);
  });
});

describe('what else can be reached, since phones show no homepage', () => {
  test('a user: suggestions and contacts', async () => {
    const panel = await open({}, { platform: 'ANDROID' });
    await panel.press('Suggestions');
    expect(panel.text).toContain('No suggestions are waiting.');
    panel.back();
    await panel.press('Contacts');
    expect(panel.text).toContain('No contacts yet.');
  });

  test('an admin: settings too', async () => {
    const panel = await org.panel(org.admin).openMail(world.deliver({}));
    expect(panel.buttons).toContain('Settings');
  });
});

describe('quota', () => {
  test('is not shown while there is plenty', async () => {
    await org.set({ quota: { allowed: 100, policy: 'block' } });
    expect((await open({})).text).not.toContain('Contacts this period');
  });

  test('is shown when it runs short', async () => {
    await org.set({ quota: { allowed: 1, policy: 'block' } });
    await saveSender();
    const panel = await open({});
    expect(panel.text).toContain('1 of 1 used, 0 left');
    expect(panel.text).toContain('New contacts cannot be saved until the next period.');
  });
});

test('the store is down: says so, and Try again goes on where it stopped', async () => {
  world.network = () => Promise.reject(new Error('down'));
  const panel = await open({});
  expect(panel.title).toBe('The contact store cannot be reached');
  world.network = undefined;
  await panel.press('Try again');
  expect(panel.buttons).toContain('Suggest contact');
  expect(panel.depth).toBe(1);
});

describe('a hostile sender', () => {
  const evil = '"<a href=https://evil.example>Bank & Co</a> \u202Emoc.knab" <a&b@evil.example>';

  test('brings no markup and no turned text into the card', async () => {
    const panel = await open({ from: evil });
    expect(htmlTexts(panel.card).join()).not.toContain('<a');
    expect(JSON.stringify(panel.card)).not.toContain('\u202e');
    expect(panel.text).toContain('a&b@evil.example');
  });

  test('nor into suggestion, saved contact, list and search', async () => {
    const text = `Hi,\n\nall is well.\n\nBest regards,\n\nMallory <b>Vane</b>\n<img src=x> Director\nVane & "Sons" Ltd\nTel: +44 20 7946 0456\n`;
    const panel = await open({ from: '"Mallory Vane" <m@evil.example>', text });
    await panel.press('Suggest contact');
    panel.type('Name', '<b>Mallory</b>').type('Company', '</font><a href="https://evil.example">x</a>');
    await panel.press('Save');
    const cards = [panel.card];
    await panel.openHomepage();
    cards.push(panel.card);
    await panel.press('<b>Mallory</b>');
    cards.push(panel.card);
    for (const card of cards) {
      const html = htmlTexts(card).join();
      expect(html).toContain('&lt;b&gt;Mallory&lt;/b&gt;');
      expect(html).not.toMatch(/<(?!\/?b>|br>)/);
    }
  });
});
