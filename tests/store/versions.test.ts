import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp, restore } from '../../src/store/backup.ts';
import { connectDatabase, type DatabaseLocation } from '../../src/store/sql/database.ts';
import { migrationNames } from '../../src/store/sql/migrate.ts';
import { keyFileOf } from './fake-provider.ts';
import { describeOnPostgres } from './postgres.ts';
import { openTestStore, person, save, start, suggestionOf, type TestStore } from './support.ts';

// Databases as earlier versions left them, as backups named for their last migration. With MAKE_VERSION=1 the present
// version's is added, before the next migration changes it.
const folder = join(process.cwd(), 'tests', 'store', 'versions');
const parent = mkdtempSync(join(tmpdir(), 'contact-inbox-versions-'));
/** Whether `doMore` has been done in it. */
const hasMore = (file: string): boolean => !file.startsWith('0003');
const hasMailboxes = (file: string): boolean => hasMore(file) && !file.startsWith('0013');

afterAll(() => rmSync(parent, { recursive: true }));

const domain = 'versions.example';
const [admin, user] = [person(domain, 'ken'), person(domain, 'sakura')];

describe('on PGlite', () =>
  describe.each(readdirSync(folder))('the database of %s, brought up to date', (file) =>
    upToDate(file, async () => ({ folder: join(parent, file) })),
  ));

// Whom row-level security binds could restore no backup before migration 0011 let the owner of the tables.
describeOnPostgres('on PostgreSQL, whose owner is no superuser', (server) =>
  describe.each(readdirSync(folder).filter(hasMore))('the database of %s, brought up to date', (file) =>
    upToDate(file, async () => ({ url: await server().createDatabase(file) })),
  ),
);

function upToDate(file: string, where: () => Promise<DatabaseLocation>): void {
  let opened: TestStore;
  beforeAll(async () => {
    const place = await where();
    const { db, close } = await connectDatabase(place);
    await restore(db, linesOf(readFileSync(join(folder, file), 'utf8')));
    await close();
    opened = await openTestStore(place);
  });
  afterAll(() => opened.close());

  const contactsOf = async () => (await opened.ok('listContacts', user, { query: { sort: 'name' } })).items;

  test('has its contacts, who are found by what they are called', async () => {
    expect((await contactsOf()).map(({ fn }) => fn).sort()).toEqual(['Ana Ruiz', '佐藤 花子']);
    const [ana] = (await opened.ok('listContacts', user, { query: { q: 'ruiz example ltd' } })).items;
    expect(ana).toMatchObject({ fn: 'Ana Ruiz', title: 'Director', email: 'ana@example.com' });
    const { card } = await opened.ok('getContact', user, { params: { contactId: ana?.id ?? '' } });
    expect(card).toMatchObject({ email: ['ana@example.com', 'ruiz@example.com'], n: { family: 'Ruiz', given: 'Ana' } });
    expect((await opened.ok('listContacts', user, { query: { q: '佐藤' } })).items).toHaveLength(1);
  });

  test('has its suggestions, users and counts', async () => {
    expect((await opened.ok('listSuggestions', user)).items).toMatchObject([
      { draft: { fn: { value: 'Ben Waits' } }, status: 'pending' },
    ]);
    expect(await opened.ok('getRoster', admin)).toMatchObject({ revision: 1, users: [admin.email, user.email] });
    expect(await opened.ok('getQuota', user)).toMatchObject({
      used: hasMore(file) ? 3 : 2,
      allowed: 10,
      policy: 'block',
    });
  });

  test('knows what it has answered, and knows the sender of a mail', async () => {
    const repeated = { body: suggestionOf({ fn: 'Another' }), key: 'kept-key' };
    expect(await opened.refused('createSuggestion', user, repeated)).toBe('idempotency-key-reused');
    const sender = { email: 'RUIZ@example.com' };
    expect(await opened.ok('lookupSender', user, { body: sender })).toMatchObject({ status: 'known' });
  });

  if (hasMore(file)) {
    test('has what was written of contacts, whom nobody wants, what is set, and takes a merge apart', async () => {
      const [hanako] = (await opened.ok('listContacts', user, { query: { q: 'sato@example.com' } })).items;
      const params = { contactId: hanako?.id ?? '' };
      expect(await opened.ok('getContact', user, { params })).toMatchObject({
        card: { fn: '佐藤 花子' },
        tags: ['fair'],
        notes: 'Met in Osaka',
        owner: user.email,
      });
      const sender = { email: 'ana@spam.example' };
      expect(await opened.ok('lookupSender', user, { body: sender })).toMatchObject({ status: 'suppressed' });
      expect(await opened.ok('getSettings', admin)).toMatchObject({ revision: 1, undoHours: 48 });
      const { other } = await opened.ok('unmergeContacts', user, { params, body: {} });
      expect(other).toMatchObject({ card: { fn: 'Sato H.', email: ['sato@example.com'] } });
    });
  }

  if (hasMailboxes(file)) {
    test('has its service account, whose mailboxes are read and whom to tell of contacts', async () => {
      expect(await opened.ok('getGoogle', admin)).toMatchObject({
        key: { account: 'robot@fake.example' },
        functions: { contactInbox: { on: true } },
      });
      const { items } = await opened.ok('listLinkages', admin);
      expect(items.filter(({ email }) => email === user.email)).toMatchObject([{ status: 'starting' }]);
      expect((await opened.ok('listWebhooks', admin)).items).toMatchObject([{ url: 'https://crm.example.com/hook' }]);
    });
  }

  test('goes on: a contact is changed by accepting', async () => {
    const { suggestion } = await opened.ok('createSuggestion', user, {
      body: suggestionOf({ fn: 'Ana Ruiz', title: 'CEO', email: ['ana@example.com'] }),
    });
    const card = { fn: 'Ana Ruiz', title: 'CEO', email: ['ana@example.com'], tel: [], url: [], social: [] };
    const accepted = await opened.ok('acceptSuggestion', user, {
      params: { suggestionId: suggestion.id },
      body: { card },
    });
    expect(accepted).toMatchObject({ outcome: 'updated', contact: { card: { title: 'CEO' } } });
    await opened.ok('undo', user, { params: { undoId: accepted.undo.id } });
    expect((await contactsOf()).find(({ fn }) => fn === 'Ana Ruiz')).toMatchObject({ title: 'Director' });
  });
}

const present = join(folder, `${migrationNames.at(-1)}.jsonl`);
if (process.env.MAKE_VERSION && !existsSync(present)) {
  test('the present version is kept', async () => {
    const place = { folder: join(parent, 'present') };
    const { db, close } = await connectDatabase(place);
    await restore(db, linesOf(readFileSync(join(folder, '0003-suggestions.jsonl'), 'utf8')));
    await close();
    const made = await openTestStore(place);
    await doMore(made);
    const lines: string[] = [];
    await backUp(made.db, start, async (line) => void lines.push(line));
    writeFileSync(present, `${lines.join('\n')}\n`);
    await made.close();
  });
}

/** What fills tables that version 0003 had not: the same two people, one suggestion that waits, a third contact merged away. */
async function doMore(made: TestStore): Promise<void> {
  const getContact = async (q: string) => {
    const [found] = (await made.ok('listContacts', user, { query: { q } })).items;
    return await made.ok('getContact', user, { params: { contactId: found?.id ?? '' } });
  };
  const hanako = await getContact('佐藤');
  await made.ok('updateContact', user, {
    params: { contactId: hanako.id },
    body: { revision: hanako.revision, tags: ['fair'], notes: 'Met in Osaka', owner: user.email },
  });
  const { contact: other } = await save(made, user, { fn: 'Sato H.', email: ['sato@example.com'] });
  const params = { contactId: hanako.id };
  const { revision } = await made.ok('getContact', user, { params });
  await made.ok('mergeContacts', user, {
    params,
    body: { other: other.id, revision, otherRevision: other.revision, choose: { fn: 'this' } },
  });
  const { card } = await getContact('ruiz');
  await save(made, admin, card);
  await made.ok('addSuppression', admin, { body: { domain: 'spam.example' } });
  await made.ok('changeSettings', admin, { body: { revision: 0, undoHours: 48 } });
  await made.ok('setServiceAccount', admin, { body: { keyFile: keyFileOf('robot@fake.example') } });
  const { revision: googleRevision } = await made.ok('getGoogle', admin);
  await made.ok('changeGoogle', admin, {
    body: { revision: googleRevision, functions: { contactInbox: true }, noticeAccepted: true },
  });
  await made.ok('startLinkages', admin, { body: { emails: [user.email] } });
  await made.ok('createWebhook', admin, { body: { url: 'https://crm.example.com/hook', events: ['contact.created'] } });
}

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.trimEnd().split('\n');
}
