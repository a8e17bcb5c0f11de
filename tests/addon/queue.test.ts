import { htmlTexts } from './panel.ts';
import { calm, type Mail, type Organisation, startWorld, type World } from './world.ts';

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

async function suggest(mail: Partial<Mail> = {}) {
  const panel = await org.panel(org.user).openMail(world.deliver(mail));
  return panel.press('Suggest contact');
}

const mailOf = (name: string, title = 'Buyer'): Partial<Mail> => {
  const address = `${name.toLowerCase().replace(' ', '.')}@kite.example`;
  const text = `Thanks!\n\nBest regards,\n\n${name}\n${title}\nKite Ltd\n${address}\n`;
  return { from: `${name} <${address}>`, text };
};

async function chooseSeveral() {
  const panel = await org.panel(org.user).openHomepage();
  await panel.press(panel.buttons.find((words) => words.startsWith('Suggestions')) ?? '');
  return panel.press('Choose several');
}

describe('Dismiss', () => {
  test('never this person: said, undone, and said again on the next mail with a way past it', async () => {
    const panel = await suggest();
    await panel.press('Never suggest this person');
    expect(panel.text).toContain('You get no suggestions of this person any more.');
    await panel.press('Undo');
    expect(panel.buttons).toContain('Save');
    await panel.press('Never suggest this person');
    await panel.openMail(world.deliver({}));
    expect(panel.text).toContain('no suggestions of this person');
    await panel.press('Suggest anyway');
    expect(panel.value('Name')).toBe('Ana Ruiz');
  });

  test('block a domain, but none of a mail provider', async () => {
    const panel = await suggest();
    await panel.press('Block example.com');
    expect(panel.text).toContain('You get no suggestions from this domain any more.');
    await panel.openMail(world.deliver({ from: 'Ben Okafor <ben@example.com>' }));
    expect(panel.buttons).toContain('Suggest anyway');
    const free = await suggest({
      from: 'Ana Ruiz <ana@gmail.com>',
      text: 'Hi!\n\nBest regards,\n\nAna Ruiz\nana@gmail.com\n',
    });
    expect(free.buttons.filter((words) => words.startsWith('Block'))).toEqual([]);
    const id = JSON.stringify(free.card).match(/[0-9a-f]{8}-[0-9a-f-]{27}/)?.[0] ?? '';
    await free.callAction({ action: 'dismissSuggestion', suggestion: id, as: 'domain' });
    expect(free.title).toBe('This domain cannot be blocked');
  });

  test('Not suggested lists them, each to be taken back', async () => {
    const panel = await suggest();
    await panel.press('Never suggest this person');
    await panel.press('Not suggested');
    expect(panel.text).toContain('a…@example.com');
    await panel.press('Take back');
    expect(panel.notification).toBe('Taken back.');
    expect(panel.text).toContain('Everybody may be suggested.');
    await panel.openMail(world.deliver({}));
    expect(panel.buttons).toContain('Suggest contact');
  });
});

describe('several at once', () => {
  test('saved: one result each, one undo for all', async () => {
    await (await suggest(mailOf('Ben Okafor'))).press('Save');
    for (const mail of [mailOf('Ben Okafor', 'Head Buyer'), mailOf('Cleo Marsh'), mailOf('Dan Voss')])
      await suggest(mail);
    const panel = await chooseSeveral();
    expect(panel.choices('Choose several').map(([text]) => text)).toContain(
      'Cleo Marsh · Buyer · Kite Ltd · 30 days left',
    );
    await panel.tick('Choose several', 'Ben', 'Cleo').press('Save chosen');
    expect(panel.title).toBe('2 of 2 done');
    expect(panel.text).toContain('Cleo Marsh\nNew contact saved');
    expect(panel.text).toContain('Ben Okafor\nContact updated');
    expect(panel.text).toContain('2 of 100 used');
    await panel.press('Undo all');
    await panel.openHomepage();
    expect(panel.text).toContain('Suggestions (3)');
  });

  test('what is unclear or incomplete is left and says why', async () => {
    await (await suggest(mailOf('Ben Okafor'))).press('Save');
    const namesake = mailOf('Ben Okafor', 'Clerk');
    await suggest({
      from: 'Ben Okafor <okafor2@kite.example>',
      text: namesake.text?.replace('ben.okafor@', 'okafor2@'),
    });
    await suggest({ from: 'Eve Lund <eve@gmail.com>', text: 'Hi!\n\nBest regards,\n\nEve Lund\neve@gmail.com\n' });
    const panel = await chooseSeveral();
    await panel.press('Choose this page');
    expect(panel.choices('Choose several').map(([, ticked]) => ticked)).toEqual([true, true]);
    await panel.press('Save chosen');
    expect(panel.title).toBe('0 of 2 done');
    expect(panel.text).toContain('Ben Okafor\nNeeds your review');
    expect(panel.text).toContain('Eve Lund\nSomething is missing');
    expect(panel.buttons).not.toContain('Undo all');
    await panel.press('Ben Okafor');
    expect(panel.text).toContain('Who is this?');
  });

  test('dismissed, and undone', async () => {
    for (const name of ['Cleo Marsh', 'Dan Voss']) await suggest(mailOf(name));
    const panel = await chooseSeveral();
    await panel.press('Choose this page');
    await panel.press('Choose none');
    await panel.press('Dismiss chosen');
    expect(panel.notification).toBe('Nothing is chosen.');
    await panel.press('Choose this page');
    await panel.press('Dismiss chosen');
    expect(panel.text).toContain('Cleo Marsh\nSuggestion dismissed');
    await panel.press('Undo all');
    expect(panel.notification).toBe('Undone.');
    expect(panel.buttons).toContain('Suggestions (2)');
  });

  test('the store is down: what is ticked stays', async () => {
    await suggest(mailOf('Cleo Marsh'));
    const panel = await chooseSeveral();
    panel.tick('Choose several', 'Cleo');
    world.network = () => Promise.reject(new Error('down'));
    await panel.press('Save chosen');
    expect(panel.notification).toContain('cannot be reached');
    world.network = undefined;
    await panel.press('Save chosen');
    expect(panel.title).toBe('1 of 1 done');
  });

  test('R9: what saving counts stands below the suggestions', async () => {
    await suggest(mailOf('Cleo Marsh'));
    const panel = await org.panel(org.user).openHomepage();
    await panel.press('Suggestions (1)');
    const notice = 'Every new contact that is saved counts towards your contacts of the period. Updates do not.';
    expect(panel.text).toContain(notice);
    await panel.press('Choose several');
    expect(panel.text).toContain(notice);
  });

  test('an empty queue offers nothing to choose', async () => {
    const panel = await org.panel(org.user).openHomepage();
    await panel.press('Suggestions');
    expect(panel.text).toContain('No suggestions are waiting.');
    expect(panel.buttons).toEqual(['What I did', 'Not suggested']);
  });

  test('hostile names are text', async () => {
    const panel = await suggest(mailOf('Cleo Marsh'));
    await panel.press('Not now');
    await suggest({
      ...mailOf('Dan Voss'),
      text: 'Hi\n\nBest regards,\n\nDan <b>Voss\nKite Ltd\ndan.voss@kite.example\n',
    });
    const several = await chooseSeveral();
    await several.press('Choose this page');
    await several.press('Save chosen');
    for (const html of htmlTexts(several.card)) expect(html).not.toMatch(/<(?!br>)/);
  });
});
