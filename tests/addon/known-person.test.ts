import { calls, htmlTexts } from './panel.ts';
import { calm, type Mail, type Organisation, signedMail, startWorld, type World } from './world.ts';

let world: World;
let org: Organisation;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  calm(world);
  org = await world.organisation({ quota: { allowed: 100, policy: 'block' } });
  await org.enable(org.user, org.admin);
});

const promoted = signedMail.replace('Sales Manager', 'Sales Director').replace('900123', '900456');

async function suggest(mail: Partial<Mail> = {}, options = {}) {
  const panel = await org.panel(org.user, options).openMail(world.deliver(mail));
  return panel.press('locale' in options ? '連絡先を提案' : 'Suggest contact');
}

async function saveAna() {
  const panel = await suggest();
  return panel.press('Save');
}

describe('Known', () => {
  test('nothing to add, and when it was last confirmed', async () => {
    await saveAna();
    const panel = await suggest();
    expect(panel.text).toContain('Nothing here is new.');
    expect(panel.text).toContain('Last confirmed 20 Nov 2026');
    expect(calls(panel.execution, 'UrlFetchApp')).toBe(1);
  });
});

describe('Changed', () => {
  test('old → new with a tick for each field; only what is ticked is saved', async () => {
    await saveAna();
    const panel = await suggest({ text: promoted });
    expect(panel.choices('Save these changes')).toEqual([
      ['Title: Sales Manager → Sales Director', true],
      ['+ Phone: +44 7700 900456 (Mobile)', true],
    ]);
    await panel.tick('Save these changes', 'Title').press('Save');
    expect(panel.title).toBe('Contact updated');
    expect(panel.text).toContain('+44 7700 900456');
    expect(panel.text).toContain('Sales Manager');
    expect(panel.text).not.toContain('Sales Director');
  });

  test('the new value can be corrected before it is saved', async () => {
    await saveAna();
    const panel = await suggest({ text: promoted });
    await panel.type('Title', 'Director of Sales').press('Save');
    expect(panel.text).toContain('Title: Sales Manager → Director of Sales');
  });

  test('with no tick nothing changes', async () => {
    await saveAna();
    const panel = await suggest({ text: promoted });
    await panel.tick('Save these changes', 'Title', '+ Phone').press('Save');
    expect(panel.title).toBe('Nothing was new');
  });

  test('what a person typed says so and is not ticked', async () => {
    const first = await suggest();
    await first.type('Title', 'Head of Sales').press('Save');
    const panel = await suggest({ text: promoted });
    expect(panel.choices('Save these changes')[0]).toEqual([
      'Title: Head of Sales → Sales Director (typed by a person)',
      false,
    ]);
    await panel.press('Save');
    expect(panel.text).toContain('Head of Sales');
    expect(panel.text).not.toContain('Sales Director');
  });

  test('Undo brings the old values and the ticks back', async () => {
    await saveAna();
    const panel = await suggest({ text: promoted });
    await panel.press('Save');
    await panel.press('Undo');
    expect(panel.choices('Save these changes').map(([, ticked]) => ticked)).toEqual([true, true]);
  });

  test('a refused save keeps the ticks', async () => {
    await saveAna();
    const panel = await suggest({ text: promoted });
    await panel.tick('Save these changes', 'Title').type('Email', 'no address').press('Save');
    expect(panel.choices('Save these changes').map(([, ticked]) => ticked)).toEqual([false, true]);
  });

  test('somebody else: saved as a new contact', async () => {
    await saveAna();
    const panel = await suggest({ text: promoted });
    await panel.type('Email', 'ana.lopez@example.com').press('Somebody else');
    expect(panel.choices('May be one of your contacts').at(-1)).toEqual(['New contact', true]);
    expect(panel.value('Email')).toBe('ana.lopez@example.com');
    await panel.press('Save');
    expect(panel.title).toBe('New contact saved');
  });

  test('in Japanese', async () => {
    await saveAna();
    const panel = await suggest({ text: promoted }, { locale: 'ja-JP' });
    expect(panel.choices('保存する変更')[0]).toEqual(['役職: Sales Manager → Sales Director', true]);
  });
});

describe('Ambiguous', () => {
  const namesake: Partial<Mail> = {
    from: 'Ana Ruiz <ana.ruiz2@example.com>',
    text: signedMail
      .replace('ana.ruiz@', 'ana.ruiz2@')
      .replace(/(Tel|Mobile).*\n/g, '')
      .replace('Manager', 'Director'),
  };
  const label = 'May be one of your contacts';

  test('who it may be and why, or somebody new; Save asks first', async () => {
    await saveAna();
    const panel = await suggest(namesake);
    expect(panel.text).toContain('Who is this?');
    expect(panel.choices(label)).toEqual([
      [expect.stringMatching(/^Ana Ruiz · Sales Manager · Northwind Example Ltd · same name/), false],
      ['New contact', false],
    ]);
    await panel.press('Save');
    expect(panel.notification).toBe('Not saved yet. Choose who this is.');
  });

  test('choosing one shows what changes there; saved into it, and undone', async () => {
    await saveAna();
    const panel = await suggest(namesake);
    await panel.type('Title', 'Sales Chief').pick(label, 'Ana Ruiz');
    expect(panel.choices('Save these changes').map(([text]) => text)).toEqual([
      'Title: Sales Manager → Sales Director',
      '+ Email: ana.ruiz2@example.com',
    ]);
    expect(panel.value('Title')).toBe('Sales Chief');
    await panel.press('Save');
    expect(panel.title).toBe('Contact updated');
    expect(panel.text).toContain('Sales Chief');
    await panel.press('Undo');
    expect(panel.text).toContain('Who is this?');
  });

  test('a new contact', async () => {
    await saveAna();
    const panel = await suggest(namesake);
    await panel.pick(label, 'New contact');
    await panel.press('Save');
    expect(panel.title).toBe('New contact saved');
    expect(panel.text).toContain('2 of 100 used');
  });

  test('where the choice itself is not heard, Save shows what changes before it saves', async () => {
    await saveAna();
    const panel = await suggest(namesake);
    await panel.choose(label, panel.choices(label)[0]?.[0] ?? '').press('Save');
    expect(panel.choices('Save these changes')).toHaveLength(2);
    await panel.press('Save');
    expect(panel.title).toBe('Contact updated');
  });

  test('a contact that does not exist', async () => {
    const panel = await suggest();
    const id = JSON.stringify(panel.card).match(/[0-9a-f]{8}-[0-9a-f-]{27}/)?.[0] ?? '';
    await panel.callAction({ action: 'chooseContact', suggestion: id, who: id });
    expect(panel.title).toBe('This contact is gone');
  });
});

describe('what is missing', () => {
  const noCompany = { from: 'Ana Ruiz <ana@gmail.com>', text: 'Thanks!\n\nBest regards,\n\nAna Ruiz\n' };

  test('is said beside the form; Save anyway saves it', async () => {
    const panel = await suggest(noCompany);
    await panel.type('Title', 'Buyer').press('Save');
    expect(panel.text).toContain('Missing: Company');
    expect(panel.value('Title')).toBe('Buyer');
    await panel.press('Save anyway');
    expect(panel.title).toBe('New contact saved');
    expect(panel.text).toContain('Buyer');
  });

  test('a name must be there', async () => {
    const panel = await suggest(noCompany);
    const name = panel.labels.find((label) => label.startsWith('Name')) ?? '';
    await panel.type(name, '').press('Save');
    expect(panel.buttons).not.toContain('Save anyway');
  });
});

test('hostile values are text in ticks and choices', async () => {
  await saveAna();
  const panel = await suggest({ text: signedMail.replace('Sales Manager', '<b>Sales</b> \u202eManager') });
  expect(JSON.stringify(panel.card)).not.toContain('\u202e');
  expect(htmlTexts(panel.card).join()).not.toContain('<b>Sales');
});
