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

describe('Delete', () => {
  const lookUpAna = (user = org.user) =>
    org.panel(user).openMail(world.deliver({ from: 'Ana Ruiz <ANA.RUIZ@example.com>' }));

  test('asks first, says what goes, and can be undone', async () => {
    await saveAna();
    const panel = await openAna();
    await panel.press('Delete');
    expect(panel.title).toBe('Delete this contact?');
    expect(panel.text).toContain('go for good');
    await panel.press('Cancel');
    await panel.press('Delete');
    await panel.press('Delete');
    expect(panel.title).toBe('Contact deleted');
    expect(panel.text).not.toContain('suggestions of this person');
    await panel.press('Undo');
    expect(panel.text).toContain('Ana Ruiz');
  });

  test('without a tick the person may be suggested again', async () => {
    await saveAna();
    const panel = await openAna();
    await panel.press('Delete');
    await panel.press('Delete');
    expect((await lookUpAna()).text).toContain('New sender');
  });

  test('with a tick the person never comes back to who ticked it, and nothing tells who it was', async () => {
    await saveAna();
    const panel = await openAna();
    await panel.press('Delete');
    expect(panel.choices('From now on')).toEqual([['Never suggest this person to me', false]]);
    await panel.tick('From now on', 'Never suggest').press('Delete');
    expect(panel.text).toContain('You get no suggestions of this person any more.');
    expect((await lookUpAna()).text).toContain('On a list of whom not to suggest');
    expect((await lookUpAna(org.admin)).text).toContain('New sender');
    const list = await org.panel(org.user).openHomepage();
    await list.press('Not suggested');
    expect(list.text).toContain('Person\nAsked to be forgotten');
    expect(list.text).not.toMatch(/ana/i);
  });

  test('Undo brings the contact back and takes the block away', async () => {
    await saveAna();
    const panel = await openAna();
    await panel.press('Delete');
    await panel.tick('From now on', 'Never suggest').press('Delete');
    await panel.press('Undo');
    expect(panel.text).toContain('Ana Ruiz');
    expect((await lookUpAna()).text).toContain('In your contacts');
  });

  test('an admin keeps the person out for everybody', async () => {
    await saveAna();
    const panel = await openAna(org.admin);
    await panel.press('Delete');
    await panel.tick('From now on', 'Never suggest this person to anybody in the organisation').press('Delete');
    expect(panel.text).toContain('Nobody in the organisation gets suggestions of this person any more.');
    expect((await lookUpAna()).text).toContain('On a list of whom not to suggest');
  });

  test('a user who forges the tick for everybody is refused, and nothing is deleted', async () => {
    await saveAna();
    const panel = await openAna();
    await panel.press('Delete');
    panel.errors = true;
    const { contact = '', revision = '' } = panel.parameters('Delete');
    await panel.callAction({ action: 'deleteContact', contact, revision }, { block: ['organisation'] });
    expect(panel.title).toBe('For admins only');
    expect((await openAna()).title).toBe('Ana Ruiz');
  });

  test('changed meanwhile: nothing is deleted unseen', async () => {
    await saveAna();
    const panel = await openAna();
    await panel.press('Delete');
    const other = await openAna(org.admin);
    await other.press('Edit');
    await other.type('Title', 'CEO').press('Save');
    await panel.press('Delete');
    expect(panel.title).toBe('Changed meanwhile');
    expect((await openAna()).text).toContain('CEO');
  });

  test('pressed twice it deletes once', async () => {
    await saveAna();
    const panel = await openAna();
    await panel.press('Delete');
    const { contact = '', revision = '' } = panel.parameters('Delete');
    await panel.press('Delete');
    await panel.callAction({ action: 'deleteContact', contact, revision }, {});
    expect(panel.title).toBe('Contact deleted');
  });

  test('a contact without an address cannot be told again, so nothing is offered', async () => {
    await saveAna();
    const panel = await openAna();
    await panel.press('Edit');
    await panel.type('Email', '').press('Save');
    const again = await openAna();
    await again.press('Delete');
    expect(again.labels).toEqual([]);
  });
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
