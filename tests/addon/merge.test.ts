import type { OperationId } from '../../src/api/routes.ts';
import type { ContactCard } from '../../src/contact/card.ts';
import { requestFor } from '../store/support.ts';
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
});

const empty: ContactCard = { fn: '', email: [], tel: [], url: [], social: [] };
const atWork: ContactCard = {
  ...empty,
  fn: 'Ana Ruiz',
  org: { name: 'Northwind Example Ltd', units: [] },
  title: 'Sales Manager',
  email: ['ana.ruiz@example.com'],
  tel: [{ text: '+44 20 7946 0123', e164: '+442079460123', type: 'work' }],
};
const atHome: ContactCard = {
  ...empty,
  fn: 'Ana R. Ruiz',
  title: 'Painter',
  email: ['ana@example.org'],
  tel: [
    { text: '020 7946 0123', e164: '+442079460123', type: 'work' },
    { text: '+44 7700 900123', e164: '+447700900123', type: 'cell' },
  ],
  adr: { label: '1 Example Street, Bristol' },
};

// biome-ignore lint/suspicious/noExplicitAny: the answers of all operations
async function ask(id: OperationId, input: Parameters<typeof requestFor>[2]): Promise<any> {
  const answer = await world.store.fetch(requestFor(id, await world.token(org.user), input));
  if (answer.status !== 200) throw new Error(`${id}: ${await answer.text()}`);
  return await answer.json();
}

const save = (...cards: ContactCard[]) =>
  ask('importContacts', { body: { contacts: cards.map((card) => ({ card, as: 'new' })) } });

async function open(name = 'Ana Ruiz', options = {}) {
  const panel = await org.panel(org.user, options).openHomepage();
  return panel.press(name);
}

async function compare(name = 'Ana Ruiz', other = 'Ana R. Ruiz') {
  const panel = await open(name);
  await panel.press('Merge');
  return panel.press(other);
}

async function merge() {
  const panel = await compare();
  return panel.press('Merge');
}

const contacts = async (): Promise<string[]> =>
  (await ask('listContacts', { query: {} })).items.map(({ fn }: { fn: string }) => fn).sort();

describe('whom to merge with', () => {
  test('those of the same name and company are offered, the contact itself is not', async () => {
    const colleague = { ...empty, fn: 'Ben Ochs', org: { name: 'Northwind Example Ltd', units: [] } };
    await save(atWork, atHome, colleague, { ...empty, fn: 'Mira Vogt' });
    const panel = await open();
    await panel.press('Merge');
    expect(panel.title).toBe('Merge with another contact');
    expect(panel.text).toContain('Perhaps the same person');
    expect(panel.text).toContain('Painter · ana@example.org');
    expect(panel.buttons).toEqual(['Search', 'Ana R. Ruiz', 'Ben Ochs']);
    expect(calls(panel.execution, 'UrlFetchApp')).toBe(2);
  });

  test('nobody: says so, and what to do', async () => {
    await save(atWork);
    const panel = await open();
    await panel.press('Merge');
    expect(panel.text).toContain('No other contact has this name or company. Search for the one you mean.');
  });

  test('searched by name, company, mail or phone; found or not', async () => {
    await save(atWork, atHome, { ...empty, fn: 'Mira Vogt', email: ['mira@vogt.example'] });
    const panel = await open();
    await panel.press('Merge');
    await panel.type('Search contacts', 'vogt.example').press('Search');
    expect(panel.buttons).toEqual(['Search', 'Mira Vogt']);
    expect(panel.text).not.toContain('Perhaps the same person');
    await panel.type('Search contacts', 'nobody').press('Search');
    expect(panel.text).toContain('No contact has “nobody”. Try fewer or other words.');
    await panel.back();
    expect(panel.title).toBe('Ana Ruiz');
  });

  test('too many to show come on pages', async () => {
    await save(atWork, ...Array.from({ length: 25 }, (_, i) => ({ ...empty, fn: `Mira Vogt ${i + 1}` })));
    const panel = await open('Ana Ruiz').catch(async () => {
      const search = await org.panel(org.user).openHomepage();
      await search.type('Search contacts', 'Ana').press('Search');
      return search.press('Ana Ruiz');
    });
    await panel.press('Merge');
    await panel.type('Search contacts', 'Mira').press('Search');
    expect(panel.buttons.filter((words) => words.startsWith('Mira'))).toHaveLength(20);
    await panel.press('Next page');
    expect(panel.buttons.filter((words) => words.startsWith('Mira'))).toHaveLength(5);
  });

  test('the store is away: says so, and trying again goes on', async () => {
    await save(atWork, atHome);
    const panel = await open();
    world.network = () => new Response('', { status: 503 });
    await panel.press('Merge');
    expect(panel.title).toBe('The contact store is busy');
    world.network = undefined;
    await panel.press('Try again');
    expect(panel.title).toBe('Merge with another contact');
  });
});

describe('what the two would be', () => {
  test('a choice where both say something else; of the rest which comes from which', async () => {
    await save(atWork, atHome);
    const panel = await compare();
    expect(panel.title).toBe('Merge into one contact');
    expect(panel.text).toContain(
      'This contact\nAna Ruiz\nSales Manager · Northwind Example Ltd · ana.ruiz@example.com',
    );
    expect(panel.text).toContain('The other one\nAna R. Ruiz\nPainter · ana@example.org');
    expect(panel.labels).toEqual(['Name', 'Title']);
    expect(panel.choices('Title').map(([text]) => text.replace(/ · Last.*/, ''))).toEqual([
      'This contact: Sales Manager',
      'The other one: Painter',
    ]);
    expect(panel.choices('Title').filter(([, chosen]) => chosen)).toHaveLength(1);
    expect(panel.text).toContain(
      'Stays from this contact\nCompany: Northwind Example Ltd\nEmail: ana.ruiz@example.com\nPhone: +44 20 7946 0123 (Work)',
    );
    expect(panel.text).toContain('Comes from the other one\n');
    expect(panel.text).toContain('Email: ana@example.org');
    expect(panel.text).toContain('Phone: +44 7700 900123 (Mobile)');
    expect(panel.text).toContain('Address: 1 Example Street, Bristol');
    expect(panel.text).not.toContain('020 7946 0123 ('); // the same number, written otherwise
    expect(calls(panel.execution, 'UrlFetchApp')).toBe(1);
  });

  test('a value that a person typed is chosen unless another one is', async () => {
    await save(atWork, atHome);
    const other = await open('Ana R. Ruiz');
    await other.press('Edit');
    await other.type('Title', 'Artist').press('Save');
    const panel = await compare();
    expect(panel.choices('Title').map(([, chosen]) => chosen)).toEqual([false, true]);
    await panel.press('Merge');
    expect(panel.text).toContain('Artist');
  });

  test('the other one has nothing more', async () => {
    await save(atWork, { ...empty, fn: 'Ana Ruiz', email: [], title: 'Sales Manager' });
    const panel = await open('Ana Ruiz');
    await panel.press('Merge');
    await panel.press('Ana Ruiz');
    expect(panel.labels).toEqual([]);
  });
});

describe('Merge', () => {
  test('makes one contact that has what both had, with the values that were chosen; Undo makes two again', async () => {
    await save(atWork, atHome);
    const panel = await compare();
    await panel.choose('Name', 'This contact').choose('Title', 'The other one').press('Merge');
    expect(panel.title).toBe('Contacts merged');
    for (const text of ['Ana Ruiz', 'Painter', 'Northwind Example Ltd', 'ana.ruiz@example.com', 'ana@example.org']) {
      expect(panel.text).toContain(text);
    }
    expect(panel.text).not.toContain('Sales Manager');
    expect(await contacts()).toEqual(['Ana Ruiz']);
    await panel.press('Undo');
    expect(panel.notification).toBe('Undone.');
    expect(await contacts()).toEqual(['Ana R. Ruiz', 'Ana Ruiz']);
  });

  test('what does not stand is under Earlier values', async () => {
    await save(atWork, atHome);
    const panel = await compare();
    await panel.choose('Name', 'This contact').choose('Title', 'The other one').press('Merge');
    await panel.openHomepage();
    await panel.press('Ana Ruiz');
    await panel.press('Earlier values');
    expect(panel.text).toMatch(/Title\nSales Manager\nImported by .* · until .*, by /);
  });

  test('both mails lead to the one contact', async () => {
    await save(atWork, atHome);
    await merge();
    for (const from of ['Ana <ana.ruiz@example.com>', 'Ana <ana@example.org>']) {
      const panel = await org.panel(org.user).openMail(world.deliver({ from }));
      expect(panel.text).toContain('In your contacts');
    }
  });

  test('is in What I did, to be undone there', async () => {
    await save(atWork, atHome);
    const panel = await merge();
    await panel.openHomepage();
    await panel.press('What I did');
    expect(panel.text).toContain('Merged\n2 entries');
    await panel.press('Undo: Merged');
    expect(await contacts()).toEqual(['Ana R. Ruiz', 'Ana Ruiz']);
  });

  test('pressed twice it merges once', async () => {
    await save(atWork, atHome);
    const panel = await compare();
    const button = panel.parameters('Merge');
    const chosen = { fn: 'this', title: 'other' };
    await panel.callAction(button, chosen);
    await panel.callAction(button, chosen);
    expect(panel.title).toBe('Contacts merged');
    expect(await contacts()).toHaveLength(1);
  });

  test('somebody changed one of the two meanwhile: shown anew, and nothing is merged unseen', async () => {
    await save(atWork, atHome);
    const panel = await compare();
    const other = await open('Ana R. Ruiz');
    await other.press('Edit');
    await other.type('Title', 'Sculptor').press('Save');
    await panel.press('Merge');
    expect(panel.title).toBe('Merge into one contact');
    expect(panel.text).toContain('Somebody changed one of the two meanwhile. Look again, then merge.');
    expect(panel.text).toContain('The other one: Sculptor');
    expect(await contacts()).toHaveLength(2);
    await panel.press('Merge');
    expect(panel.title).toBe('Contacts merged');
  });

  test('somebody merged them first: says so', async () => {
    await save(atWork, atHome);
    const panel = await compare();
    await merge();
    await panel.press('Merge');
    expect(panel.title).toBe('This contact is gone');
  });

  test('Cancel changes nothing', async () => {
    await save(atWork, atHome);
    const panel = await compare();
    await panel.press('Cancel');
    expect(panel.title).toBe('Merge with another contact');
    expect(await contacts()).toHaveLength(2);
  });
});

describe('Separate', () => {
  test('makes two again long after, and both are as they were; Undo merges them', async () => {
    await save(atWork, atHome);
    await merge();
    const panel = await org.panel(org.user).openHomepage();
    await panel.press((await contacts())[0] as string);
    expect(panel.text).toMatch(/Merged from\nAna R\. Ruiz\nana@example\.org · Merged by sakura\.mori@/);
    await panel.press('Separate');
    expect(panel.title).toBe('Make two contacts again?');
    expect(panel.text).toContain('Ana R. Ruiz');
    await panel.press('Cancel');
    await panel.press('Separate');
    await panel.press('Separate');
    expect(panel.title).toBe('Contacts separated');
    expect(await contacts()).toEqual(['Ana R. Ruiz', 'Ana Ruiz']);
    await panel.press('Undo');
    expect(await contacts()).toHaveLength(1);
  });

  test('of several the last one first', async () => {
    await save(atWork, atHome, { ...empty, fn: 'Ana Ruiz-Vogt', email: ['ana@vogt.example'] });
    await merge();
    const panel = await org.panel(org.user).openHomepage();
    await panel.press((await contacts()).find((fn) => fn !== 'Ana Ruiz-Vogt') as string);
    await panel.press('Merge');
    await panel.press('Ana Ruiz-Vogt');
    await panel.press('Merge');
    await panel.openHomepage();
    await panel.press((await contacts())[0] as string);
    expect(panel.text.indexOf('ana@vogt.example ·')).toBeLessThan(panel.text.indexOf('ana@example.org ·'));
    expect(panel.buttons.filter((words) => words === 'Separate')).toHaveLength(1);
    await panel.press('Separate');
    expect(panel.text).toContain('Ana Ruiz-Vogt');
  });

  test('separated by somebody else meanwhile: says so', async () => {
    await save(atWork, atHome);
    await merge();
    const name = (await contacts())[0] as string;
    const [panel, other] = [await open(name), await open(name)];
    for (const words of ['Separate', 'Separate']) await other.press(words);
    await panel.press('Separate');
    expect(panel.title).toBe('Not merged');
  });
});

test('Earlier values is empty at first', async () => {
  await save(atWork);
  const panel = await open();
  await panel.press('Earlier values');
  expect(panel.text).toContain('No value was replaced or taken out.');
});

test('in Japanese on a phone, with hostile text', async () => {
  await save(
    { ...atWork, fn: '佐藤 花子', title: '<b>部長</b>' },
    { ...atHome, fn: '佐藤 花子', title: '<img src=x>課長' },
  );
  const panel = await open('佐藤 花子', { locale: 'ja-JP', platform: 'ANDROID' });
  await panel.press('統合');
  expect(panel.title).toBe('ほかの連絡先と統合');
  await panel.press('佐藤 花子');
  expect(panel.text).toContain('この連絡先から残る値');
  for (const html of htmlTexts(panel.card)) expect(html).not.toMatch(/<(?!br>)/);
  await panel.press('統合');
  expect(panel.title).toBe('連絡先を統合しました');
  await panel.openHomepage();
  await panel.press('佐藤 花子');
  await panel.press('分離');
  await panel.press('分離');
  expect(panel.title).toBe('連絡先を分離しました');
});
