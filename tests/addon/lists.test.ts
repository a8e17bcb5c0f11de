import type { OperationId } from '../../src/api/routes.ts';
import { cardFrom } from '../../src/contact/card.ts';
import { extractContact } from '../../src/extract/extract-contact.ts';
import { requestFor } from '../store/support.ts';
import { calls } from './panel.ts';
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

const names = ['Alma', 'Bruno', 'Cleo', 'Dario', 'Edda', 'Felix', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Karla', 'Lino'];

/** As many people's mails, suggested as the add-on does it, and saved if asked for. */
async function people(count: number, { save = false } = {}): Promise<void> {
  for (let i = 0; i < count; i++) {
    const name = `${names[i % 12]} ${['Ruiz', 'Vogt', 'Mori'][Math.floor(i / 12)]}`;
    const email = `${name.toLowerCase().replace(' ', '.')}@example.com`;
    const text = signedMail.replace(/Ana Ruiz/g, name).replace(/ana\.ruiz@example\.com/g, email);
    const from = `${name} <${email}>`;
    const gmailMessageId = world.deliver({ from, text });
    const { contact: draft } = extractContact({ headers: { from }, text, html: null });
    if (!draft) throw new Error(`No contact was found for ${name}`);
    const source = { messageId: `${gmailMessageId}@mx.example.com`, gmailMessageId, way: 'on-demand' };
    const { suggestion } = await ask('createSuggestion', { body: { draft, signature: [], source } });
    const params = { suggestionId: suggestion.id };
    if (save) await ask('acceptSuggestion', { params, body: { card: cardFrom(draft) } });
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the answers of all operations
async function ask(id: OperationId, input: Parameters<typeof requestFor>[2]): Promise<any> {
  const answer = await world.store.fetch(requestFor(id, await world.token(org.user), input));
  if (answer.status !== 200) throw new Error(`${id}: ${await answer.text()}`);
  return await answer.json();
}

describe('the homepage', () => {
  test('empty: says what to do', async () => {
    const panel = await org.panel(org.user).openHomepage();
    expect(panel.text).toContain('No suggestions are waiting. Open a mail and press Suggest contact.');
    expect(panel.text).toContain('No contacts yet.');
    expect(calls(panel.execution, 'UrlFetchApp')).toBe(1);
    expect(panel.execution.calls.filter(({ service }) => service === 'UrlFetchApp')[0]?.method).toBe('fetchAll');
    expect(calls(panel.execution, 'PropertiesService', /^get/)).toBe(1);
  });

  test('in Japanese', async () => {
    const panel = await org.panel(org.user, { locale: 'ja-JP' }).openHomepage();
    expect(panel.text).toContain('候補はありません。');
    expect(panel.buttons).toEqual(expect.arrayContaining(['検索', '候補', '連絡先']));
  });

  test('shows what waits and what was saved last; the rest behind a button', async () => {
    await people(7, { save: true });
    await people(6);
    const panel = await org.panel(org.user).openHomepage();
    expect(panel.text).toContain('Suggestions (6)');
    expect(panel.text).not.toContain('days left');
    expect(panel.text).toContain('Sales Manager · Northwind Example Ltd');
    expect(panel.buttons.filter((words) => words.endsWith('Ruiz'))).toHaveLength(10);
    await panel.press('All suggestions');
    expect(panel.buttons.filter((words) => words.endsWith('Ruiz'))).toHaveLength(6);
    panel.back();
    await panel.press('All contacts');
    expect(panel.buttons.filter((words) => words.endsWith('Ruiz'))).toHaveLength(7);
  });

  test('says of a suggestion in its last week how long it stays', async () => {
    await people(1);
    const panel = org.panel(org.user);
    const authorization = `Bearer ${await world.token(org.user)}`;
    world.network = async ({ path }) => {
      if (!path.startsWith('/v1/suggestions')) return undefined;
      const url = `https://store.example.com${path}`;
      const answer = await world.store.fetch(new Request(url, { headers: { authorization } }));
      const list = (await answer.json()) as { items: object[] };
      const expiresAt = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000).toISOString();
      return Response.json({ ...list, items: list.items.map((item) => ({ ...item, expiresAt })) });
    };
    expect((await panel.openHomepage()).text).toContain('3 days left');
  });

  test('the admin finds Settings, the user does not', async () => {
    expect((await org.panel(org.admin).openHomepage()).buttons).toContain('Settings');
    expect((await org.panel(org.user).openHomepage()).buttons).not.toContain('Settings');
  });

  test('one problem in one of its requests is the problem shown', async () => {
    world.network = ({ path }) =>
      path.startsWith('/v1/contacts') ? Response.json({ code: 'unavailable' }, { status: 503 }) : undefined;
    const panel = await org.panel(org.user).openHomepage();
    expect(panel.title).toBe('The contact store is busy');
  });
});

test('suggestions are paged; the back arrow leads to the page before', async () => {
  await people(23);
  const panel = await org.panel(org.user).openMail(world.deliver({ from: 'Zoe <zoe@example.org>' }));
  await panel.press('Suggestions (23)');
  const first = panel.buttons;
  expect(first).toHaveLength(24);
  expect(panel.text).toContain('30 days left');
  await panel.press('Next page');
  expect(panel.buttons).toHaveLength(6);
  expect(first.filter((words) => panel.buttons.includes(words))).toEqual([
    'Choose several',
    'What I did',
    'Not suggested',
  ]);
  await panel.press('Alma Ruiz');
  expect(panel.value('Name')).toBe('Alma Ruiz');
  await panel.press('Not now');
  expect(panel.buttons).toHaveLength(6);
  panel.back();
  expect(panel.buttons).toEqual(first);
});

describe('contacts', () => {
  test('are paged and searched', async () => {
    await people(23, { save: true });
    const panel = await org.panel(org.user).openHomepage();
    await panel.press('Contacts');
    expect(panel.buttons.filter((words) => / (Ruiz|Vogt)$/.test(words))).toHaveLength(20);
    await panel.press('Next page');
    expect(panel.buttons.filter((words) => / (Ruiz|Vogt)$/.test(words))).toHaveLength(3);
    const depth = panel.depth;
    await panel.type('Search contacts', 'hugo northwind').press('Search');
    expect(panel.buttons.filter((words) => words.startsWith('Hugo'))).toEqual(
      ['Hugo Ruiz', 'Hugo Vogt'].sort().reverse(),
    );
    expect(panel.depth).toBe(depth);
    expect(panel.value('Search contacts')).toBe('hugo northwind');
    await panel.type('Search contacts', 'nobody & nothing?').press('Search');
    expect(panel.text).toContain('No contact has “nobody & nothing?”.');
  });

  test.each([
    ['longer than a URL may be', '倉'.repeat(1000)],
    ['cut within a character', `${'a'.repeat(149)}😀`],
    ['that ends in half a character', 'a\ud83d'],
  ])('a search %s finds nothing, like any other', async (_, words) => {
    const panel = await org.panel(org.user).openHomepage();
    await panel.type('Search contacts', words).press('Search');
    expect(panel.text).toContain('No contact has');
  });

  test('are searched from the homepage', async () => {
    await people(2, { save: true });
    const panel = await org.panel(org.user).openHomepage();
    await panel.type('Search contacts', '7946 0123').press('Search');
    expect(panel.title).toBe('Contacts');
    expect(panel.buttons).toEqual(expect.arrayContaining(['Alma Ruiz', 'Bruno Ruiz']));
    panel.back();
    expect(panel.title).toBe('Contact Inbox');
  });

  test('show everything that was saved, when it last changed, and write or call', async () => {
    await people(1, { save: true });
    const panel = await org.panel(org.admin).openHomepage();
    await panel.press('Alma Ruiz');
    for (const part of [
      'Sales Manager',
      'Northwind Example Ltd',
      '12 Harbour Street',
      'Phone (Mobile)',
      'www.example.com',
    ]) {
      expect(panel.text).toContain(part);
    }
    expect(panel.text).toMatch(/Last changed \d{1,2} \w{3} \d{4}/);
    expect(panel.link('alma.ruiz@example.com')).toBe('mailto:alma.ruiz@example.com');
    const ja = await org.panel(org.admin, { locale: 'ja' }).openHomepage();
    await ja.press('Alma Ruiz');
    expect(ja.text).toMatch(/最終更新: \d{4}年\d{1,2}月\d{1,2}日/);
  });

  test('one that is gone says so', async () => {
    const panel = await org.panel(org.user).openHomepage();
    await panel.callAction({ action: 'openContact', contact: '00000000-0000-4000-8000-000000000000' }, {});
    expect(panel.title).toBe('This contact is gone');
  });

  test('of another organisation do not exist', async () => {
    await people(1, { save: true });
    const panel = await org.panel(org.user).openHomepage();
    const id = JSON.stringify(panel.card).match(/"contact","value":"([^"]+)"/)?.[1] ?? '';
    const other = await world.organisation();
    await other.enable(other.user);
    const stranger = await other.panel(other.user).openHomepage();
    expect(stranger.text).toContain('No contacts yet.');
    await stranger.callAction({ action: 'openContact', contact: id }, {});
    expect(stranger.title).toBe('This contact is gone');
  });
});
