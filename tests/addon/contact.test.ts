import { htmlTexts } from './panel.ts';
import { calm, type Organisation, signedMail, startWorld, type World } from './world.ts';

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
});

async function saveAna(text = signedMail) {
  const panel = await org.panel(org.user).openMail(world.deliver({ text }));
  await panel.press('Suggest contact');
  return panel.press('Save');
}

async function openAna(user = org.user, options = {}) {
  const panel = await org.panel(user, options).openHomepage();
  return panel.press('Ana Ruiz');
}

test('a contact says who set each value, by which mail, when it was last confirmed, and who knows the person', async () => {
  await saveAna();
  const panel = await openAna(org.admin);
  expect(panel.text).toContain('Last confirmed 20 Nov 2026');
  expect(panel.text).toContain('Who set this');
  expect(panel.text).toContain(`Mail of 20 Nov 2026, saved by ${org.user.email} · Last confirmed 20 Nov 2026`);
  expect(panel.text).toContain(`Known to\n${org.user.email}\n1 mail, 20 Nov 2026 – 20 Nov 2026`);
});

describe('Edit', () => {
  test('changes values, takes out what is emptied, adds tags, notes and an owner; undone from What I did', async () => {
    await saveAna();
    const panel = await openAna();
    await panel.press('Edit');
    panel.type('Title', 'Sales Director').type('Web', '').type('Email 2', 'ana@example.org');
    panel.type('Tags', 'customer, Bristol').type('Notes', 'Met in Osaka').type('Looked after by', org.user.email);
    await panel.press('Save');
    expect(panel.title).toBe('Contact updated');
    expect(panel.text).toContain('Title: Sales Manager → Sales Director');
    expect(panel.text).toContain('− Web: www.example.com');
    await openAna().then(({ text }) => {
      expect(text).toContain('customer, Bristol');
      expect(text).toContain('Met in Osaka');
      expect(text).toContain('ana@example.org');
      expect(text).toContain(`Typed by ${org.user.email}`);
    });
    await panel.openHomepage();
    await panel.press('What I did');
    expect(panel.text).toContain('Edited\nAna Ruiz');
    await panel.press('Undo');
    expect(panel.notification).toBe('Undone.');
    expect(panel.text).not.toContain('Edited');
    expect((await openAna()).text).toContain('Sales Manager');
  });

  test('somebody changed it meanwhile: what they changed is shown, what was typed stays, Save saves', async () => {
    await saveAna();
    const panel = await openAna();
    await panel.press('Edit');
    const other = await openAna(org.admin);
    await other.press('Edit');
    await other.type('Title', 'CEO').press('Save');
    await panel.type('Name', 'Ana M. Ruiz').press('Save');
    expect(panel.text).toContain('Somebody changed it meanwhile:\nTitle: Sales Manager → CEO');
    expect([panel.value('Name'), panel.value('Title')]).toEqual(['Ana M. Ruiz', 'CEO']);
    await panel.press('Save');
    expect(panel.title).toBe('Contact updated');
    expect(panel.text).toContain('Ana M. Ruiz');
    expect(panel.text).toContain('CEO');
  });

  test('what cannot be saved is said beside the form', async () => {
    await saveAna();
    const panel = await openAna();
    await panel.press('Edit');
    await panel.type('Name', '').type('Looked after by', 'nobody').press('Save');
    expect(panel.text).toContain('Type a name.\n“nobody” is not an email address.');
    await panel.type('Name', 'Ana').type('Looked after by', 'stranger@example.org').press('Save');
    expect(panel.text).toContain('Not saved yet');
    expect(panel.value('Name')).toBe('Ana');
  });

  test('nothing changed', async () => {
    await saveAna();
    const panel = await openAna();
    await panel.press('Edit');
    await panel.press('Save');
    expect(panel.title).toBe('Nothing was new');
    expect(panel.buttons).not.toContain('Undo');
  });
});

test('Delete asks first, and can be undone', async () => {
  await saveAna();
  const panel = await openAna();
  await panel.press('Delete');
  expect(panel.title).toBe('Delete this contact?');
  await panel.press('Cancel');
  await panel.press('Delete');
  await panel.press('Delete');
  expect(panel.title).toBe('Contact deleted');
  await panel.press('Undo');
  expect(panel.text).toContain('Ana Ruiz');
});

test('What I did is empty at first', async () => {
  const panel = await org.panel(org.user).openHomepage();
  await panel.press('What I did');
  expect(panel.text).toContain('Nothing to undo.');
});

test('in Japanese on a phone, with hostile text', async () => {
  await saveAna();
  const first = await openAna();
  await first.press('Edit');
  await first.type('Notes', '<img src=x>').type('Tags', '<b>').press('Save');
  const panel = await openAna(org.user, { locale: 'ja-JP', platform: 'ANDROID' });
  expect(panel.text).toContain('最終確認');
  expect(panel.text).toContain('登録の経緯');
  for (const html of htmlTexts(panel.card)) expect(html).not.toMatch(/<(?!br>)/);
});
