import { calls } from './panel.ts';
import { calm, type Mail, type Organisation, signedMail, startWorld, type World } from './world.ts';

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

async function suggest(mail: Partial<Mail> = {}, options = {}) {
  const panel = await org.panel(org.user, options).openMail(world.deliver(mail));
  return panel.press(options && 'locale' in options ? '連絡先を提案' : 'Suggest contact');
}

describe('Suggest contact', () => {
  test('costs one reading of the message and one request', async () => {
    const { execution } = await suggest();
    expect(calls(execution, 'GmailApp', /^getMessageById$/)).toBe(1);
    expect(calls(execution, 'GmailApp', /^getPlainBody$/)).toBe(1);
    expect(calls(execution, 'GmailApp', /^getBody$/)).toBe(1);
    expect(calls(execution, 'UrlFetchApp')).toBe(1);
  });

  test('shows every value to be edited, beside the line it came from', async () => {
    const panel = await suggest();
    expect(panel.title).toBe('Suggested contact');
    expect(panel.text).toContain('New contact');
    for (const [label, value, evidence] of [
      ['Name', 'Ana Ruiz', 'Ana Ruiz'],
      ['Company', 'Northwind Example Ltd', 'Northwind Example Ltd'],
      ['Title', 'Sales Manager', 'Sales Manager'],
      ['Email', 'ana.ruiz@example.com', 'ana.ruiz@example.com'],
      ['Phone', '+44 20 7946 0123', 'Tel: +44 20 7946 0123'],
      ['Phone 2', '+44 7700 900123', 'Mobile: +44 7700 900123'],
      ['Web', 'www.example.com', 'www.example.com'],
    ] as const) {
      expect([label, panel.value(label)]).toEqual([label, value]);
      expect([label, panel.hint(label)]).toEqual([label, `“${evidence}”`]);
    }
    expect(panel.value('Address')).toContain('12 Harbour Street');
  });

  test.each([
    ['on a line of its own', 'Sales Manager\nExport Department', 'Export Department', 'Export Department'],
    ['after the title', 'Buyer, Preserves & Spreads', 'Preserves & Spreads', 'Buyer, Preserves & Spreads'],
  ])('shows a department %s beside that line', async (_, lines, department, evidence) => {
    const panel = await suggest({ text: signedMail.replace('Sales Manager', lines) });
    expect([panel.value('Department'), panel.hint('Department')]).toEqual([department, `“${evidence}”`]);
    expect(panel.hint('Company')).toBe('“Northwind Example Ltd”');
  });

  test('shows the line of a name once, below the name, not again below its parts', async () => {
    const panel = await suggest();
    expect([panel.value('Family name'), panel.hint('Family name')]).toEqual(['Ruiz', '']);
    expect([panel.value('Given name'), panel.hint('Given name')]).toEqual(['Ana', '']);
  });

  test('marks what the mail does not state', async () => {
    const panel = await suggest({
      text: 'See you on Friday.\n\nBest regards,\nAna\n',
      from: 'Ana Ruiz <ana@ruiz.example>',
    });
    expect(panel.value('Name (check)')).toBe('Ana Ruiz');
    const checks = panel.labels.filter((label) => label.endsWith('(check)') && !/Family|Given/.test(label));
    expect(checks).toEqual(['Name (check)']);
    expect(panel.hint('Name (check)')).toBe('Guessed from “Ana”');
  });

  test('offers company, title and phone to be typed where nothing was found', async () => {
    const panel = await suggest({ text: 'Thanks!\n\nBest regards,\n\nAna Ruiz\n' });
    expect(panel.labels).toEqual(expect.arrayContaining(['Title', 'Phone', 'Kind of phone']));
    expect(panel.hint('Phone')).toBe('Nothing found; you can type it');
    panel
      .type('Phone', '+44 20 7946 0999')
      .choose('Kind of phone', 'Direct')
      .type('Title', 'Buyer')
      .type('Company', 'Kite Ltd');
    await panel.press('Save');
    expect(panel.link('+44 20 7946 0999')).toBe('tel:+442079460999');
    expect(panel.text).toContain('Phone (Direct)');
    expect(panel.text).toContain('Buyer');
  });

  test('shows what was sent: the lines of the signature', async () => {
    const panel = await suggest();
    expect(panel.text).toMatch(/What was sent: the values above and \d+ signature lines/);
    expect(panel.text).toContain('Mobile: +44 7700 900123');
  });

  test('says how long the suggestion stays', async () => {
    expect((await suggest()).text).toContain('Stays in your suggestions: 30 days left');
  });

  test('in Japanese, of a Japanese mail', async () => {
    const panel = await suggest(
      {
        from: '森 さくら <sakura@example.co.jp>',
        text: 'お世話になっております。\n\n------------------------\n青空商事株式会社\n営業部 課長\n森 さくら(モリ サクラ)\n〒100-0001 東京都千代田区千代田1-1\nTEL: 03-1234-5678\nsakura@example.co.jp\n------------------------\n',
      },
      { locale: 'ja-JP' },
    );
    expect(panel.value('氏名')).toContain('森');
    expect(panel.hint('電話番号')).toBe('「TEL: 03-1234-5678」');
    expect([panel.value('名(読み)'), panel.hint('名(読み)')]).toEqual(['サクラ', '']);
    await panel.press('保存');
    expect(panel.title).toBe('新しい連絡先を保存しました');
    await panel.press('元に戻す');
    expect(panel.notification).toBe('元に戻しました。候補は一覧に戻っています。');
    await panel.type('氏名', '').press('保存');
    expect(panel.notification).toBe('まだ保存されていません。氏名を入力してください。');
  });

  test('twice on one mail is one suggestion', async () => {
    const mail = world.deliver({});
    const panel = await org.panel(org.user).openMail(mail);
    await panel.press('Suggest contact');
    panel.back();
    await panel.press('Suggest contact');
    await panel.openHomepage();
    expect(panel.text).toContain('Suggestions (1)');
  });

  test('a mail that was saved already leads to its contact', async () => {
    const mail = world.deliver({});
    const panel = await org.panel(org.user).openMail(mail);
    await panel.press('Suggest contact');
    await panel.press('Save');
    await panel.openMail(mail);
    await panel.press('Suggest contact');
    expect(panel.title).toBe('Already saved');
    expect(panel.text).toContain('A contact was saved from this mail.');
    await panel.press('Open contact');
    expect(panel.title).toBe('Ana Ruiz');
  });

  test('a mail without Message-ID is known by its id in Gmail', async () => {
    const mail = world.deliver({ messageId: '' });
    const panel = await org.panel(org.user).openMail(mail);
    await panel.press('Suggest contact');
    await panel.press('Not now');
    await panel.openMail(mail);
    expect(panel.text).toContain('Already in your suggestions');
  });

  test('nothing found: the reason and the way past it', async () => {
    const panel = await org
      .panel(org.user)
      .openMail(world.deliver({ headers: { 'Auto-Submitted': 'auto-generated' } }));
    await panel.callAction({ action: 'suggestContact' });
    expect(panel.title).toBe('No contact in this mail');
    expect(panel.text).toContain('A system sent it, not a person.');
    const depth = panel.depth;
    await panel.press('Suggest anyway');
    expect(panel.value('Name')).toBe('Ana Ruiz');
    expect(panel.depth).toBe(depth);
  });
});

describe('Save', () => {
  test('a new contact: what was saved, the quota, and where it leads', async () => {
    await org.set({ quota: { allowed: 5, policy: 'block' } });
    const panel = await suggest();
    await panel.type('Title', 'Head of Sales').press('Save');
    expect(panel.title).toBe('New contact saved');
    expect(panel.text).toContain('Head of Sales');
    expect(panel.text).toContain('1 of 5 used, 4 left');
    expect(panel.link('ana.ruiz@example.com')).toBe('mailto:ana.ruiz@example.com');
    expect(panel.link('+44 7700 900123')).toBe('tel:+447700900123');
    await panel.press('Done');
    expect(panel.text).toContain('In your contacts');
    expect(panel.depth).toBe(1);
  });

  test('a cleared field is not saved', async () => {
    const panel = await suggest();
    await panel.type('Title', '').type('Web', '').press('Save');
    expect(panel.title).toBe('New contact saved');
    expect(panel.text).not.toContain('Sales Manager');
    expect(panel.text).not.toContain('www.example.com');
  });

  test('a known person: the changes before saving and after', async () => {
    await (await suggest()).press('Save');
    const text = signedMail.replace('Sales Manager', 'Sales Director').replace('900123', '900456');
    const panel = await suggest({ text });
    expect(panel.text).toContain('In your contacts, with changes');
    expect(panel.text).toContain('+ Phone: +44 7700 900456 (Mobile)');
    expect(panel.text).toContain('Title: Sales Manager → Sales Director');
    await panel.press('Save');
    expect(panel.title).toBe('Contact updated');
    expect(panel.text).toContain('What changed\nTitle: Sales Manager → Sales Director');
    await panel.openHomepage();
    expect(panel.buttons.filter((words) => words === 'Ana Ruiz')).toHaveLength(1);
  });

  test('a known person with nothing new', async () => {
    await (await suggest()).press('Save');
    const panel = await suggest();
    expect(panel.text).toContain('Nothing here is new.');
    await panel.press('Save');
    expect(panel.title).toBe('Nothing was new');
    expect(panel.buttons).not.toContain('Undo');
  });

  test('an address that is none: said beside the form, nothing typed is lost', async () => {
    const panel = await suggest();
    await panel.type('Email', 'ana.ruiz at example').type('Title', 'Head of Sales').press('Save');
    expect(panel.text).toContain('Not saved yet');
    expect(panel.text).toContain('“ana.ruiz at example” is not an email address.');
    expect(panel.notification).toContain('is not an email address');
    expect(panel.value('Title')).toBe('Head of Sales');
    expect(panel.notification).toMatch(/^Not saved yet\. “/);
    expect(world.sent.filter(({ path }) => path.endsWith('/accept'))).toEqual([]);
    await panel.type('Email', 'ana.ruiz@example.com').press('Save');
    expect(panel.title).toBe('New contact saved');
    expect(panel.text).toContain('Head of Sales');
  });

  test('no name: said beside the form', async () => {
    const panel = await suggest();
    await panel.type('Name', '').press('Save');
    expect(panel.text).toContain('Type a name.');
    expect(panel.value('Name')).toBe('');
    expect(panel.value('Title')).toBe('Sales Manager');
  });

  test('past the quota: not saved, says what to do, and the suggestion stays', async () => {
    await org.set({ quota: { allowed: 0, policy: 'block' } });
    const panel = await suggest();
    expect(panel.text).toContain('0 of 0 used, 0 left');
    await panel.type('Title', 'Head of Sales').press('Save');
    expect(panel.text).toContain('Your organisation has used up its contacts');
    expect(panel.value('Title')).toBe('Head of Sales');
    await panel.openHomepage();
    expect(panel.text).toContain('Suggestions (1)');
  });

  test('the store is down: the form stays with everything typed', async () => {
    const panel = await suggest();
    panel.type('Title', 'Head of Sales');
    world.network = () => Promise.reject(new Error('down'));
    const { card } = panel;
    await panel.press('Save');
    expect(panel.notification).toContain('The contact store cannot be reached');
    expect(panel.card).toBe(card);
    world.network = undefined;
    await panel.press('Save');
    expect(panel.text).toContain('Head of Sales');
  });

  test('the answer is lost, the user presses again: saved once, and Undo still offered', async () => {
    await org.set({ quota: { allowed: 5, policy: 'block' } });
    const panel = await suggest();
    world.network = async (sent) => {
      if (!sent.path.endsWith('/accept')) return undefined;
      await world.store.fetch(await again(sent));
      throw new Error('the answer is lost');
    };
    await panel.press('Save');
    expect(panel.notification).toContain('The contact store cannot be reached');
    world.network = undefined;
    await panel.press('Save');
    expect(panel.title).toBe('New contact saved');
    expect(panel.text).toContain('1 of 5 used, 4 left');
    await panel.press('Undo');
    expect(panel.notification).toContain('Undone.');
  });

  /** The request itself carries the token, which `Sent` leaves out. */
  async function again({
    method,
    path,
    key,
    body,
  }: {
    method: string;
    path: string;
    key: string | null;
    body: string;
  }) {
    const authorization = await tokenOf();
    const headers = { authorization, 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) };
    return new Request(`https://store.example.com${path}`, { method, headers, body: body || undefined });
  }
  const tokenOf = async () => `Bearer ${await world.token(org.user)}`;

  test('somebody else has settled it meanwhile', async () => {
    const panel = await suggest();
    const other = await org.panel(org.user).openHomepage();
    await other.press('Ana Ruiz');
    await other.press('Save');
    await panel.press('Save');
    expect(panel.title).toBe('Already saved');
    expect(panel.buttons).toContain('Open contact');
  });

  test('a suggestion of somebody else does not exist', async () => {
    const panel = await suggest();
    const id = JSON.stringify(panel.card).match(/[0-9a-f]{8}-[0-9a-f-]{27}/)?.[0] ?? '';
    const other = await org.panel(org.admin).openHomepage();
    await other.callAction({ action: 'acceptSuggestion', suggestion: id, attempt: 'x' }, { fn: 'Ana' });
    expect(other.title).toBe('This suggestion is gone');
    await other.callAction({ action: 'openSuggestion', suggestion: '../contacts' });
    expect(other.text).not.toContain('Ana');
  });
});

test('after Save and Dismiss no card is left below that tells an older state', async () => {
  const panel = await suggest();
  await panel.press('Save');
  expect(panel.depth).toBe(1);
  await panel.press('Undo');
  await panel.press('Dismiss');
  expect(panel.depth).toBe(1);
  await panel.press('Undo');
  await panel.press('Not now');
  expect(panel.buttons).toContain('Open suggestion');
});

describe('Undo', () => {
  test('brings the form back, takes the contact away and returns the quota', async () => {
    await org.set({ quota: { allowed: 5, policy: 'block' } });
    const panel = await suggest();
    await panel.press('Save');
    await panel.press('Undo');
    expect(panel.notification).toBe('Undone. The suggestion is back in your list.');
    expect(panel.value('Title')).toBe('Sales Manager');
    await panel.openHomepage();
    expect(panel.text).toContain('No contacts yet.');
    expect(panel.text).toContain('Suggestions (1)');
  });

  test('then Save saves again', async () => {
    const panel = await suggest();
    await panel.press('Save');
    await panel.press('Undo');
    await panel.press('Save');
    expect(panel.title).toBe('New contact saved');
    await panel.openHomepage();
    expect(panel.text).toContain('Ana Ruiz');
  });

  test('is refused where somebody has changed the contact since', async () => {
    const panel = await suggest();
    await panel.press('Save');
    const other = await org
      .panel(org.admin)
      .openMail(world.deliver({ text: signedMail.replace('Sales Manager', 'CEO') }));
    await other.press('Suggest contact');
    await other.press('Save');
    await panel.press('Undo');
    expect(panel.title).toBe('Changed since');
    expect(panel.text).toContain('Nothing was changed.');
  });
});

describe('Dismiss and Not now', () => {
  test('Not now leaves it in the list and says so', async () => {
    const panel = await suggest();
    await panel.press('Not now');
    expect(panel.notification).toBe('It stays in your suggestions.');
    expect(panel.buttons).toEqual(['Open suggestion', 'Suggestions (1)', 'Contacts']);
    expect(panel.depth).toBe(1);
    await panel.openHomepage();
    expect(panel.text).toContain('Suggestions (1)');
  });

  test('Dismiss takes it out; Undo brings it back; Dismiss works again', async () => {
    const panel = await suggest();
    await panel.press('Dismiss');
    expect(panel.title).toBe('Suggestion dismissed');
    await panel.press('Undo');
    expect(panel.value('Name')).toBe('Ana Ruiz');
    await panel.press('Dismiss');
    await panel.openHomepage();
    expect(panel.text).toContain('No suggestions are waiting.');
  });
});
