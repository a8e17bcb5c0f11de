import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { googleCommand } from '../../src/cli/google.ts';
import { createTenant } from '../../src/store/commands/create-tenant.ts';
import { newSecretKey, readSecretKeys } from '../../src/store/secrets.ts';
import { type Database, openDatabase } from '../../src/store/sql/database.ts';
import { addToRoster, lockRoster } from '../../src/store/sql/rosters.ts';
import { findTenant, inTenant } from '../../src/store/sql/tenants.ts';
import { FakeProvider, keyFileOf } from '../store/fake-provider.ts';

const folder = mkdtempSync(join(tmpdir(), 'contact-inbox-google-'));
const keyFile = join(folder, 'key.json');
const provider = new FakeProvider();
const services = { secretKeys: readSecretKeys(newSecretKey(new Date())), mailProvider: provider };
const domain = 'aozora.example';

let database: Database;
beforeAll(async () => {
  writeFileSync(keyFile, keyFileOf('robot@fake.example'));
  database = await openDatabase({});
  const { db } = database;
  await createTenant(db, { domain, name: 'Aozora Trading', admins: ['ken@aozora.example'], feature: true });
  const id = (await findTenant(db, domain))?.id ?? '';
  await inTenant(db, id, async (trx) => {
    await lockRoster(trx, id);
    await addToRoster(trx, id, ['ken@aozora.example', 'sakura@aozora.example']);
  });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

/** What was asked before it was done; the answer is `goesOn`. */
let questions: string[] = [];
let goesOn = true;
const confirm = async (meaning: string) => {
  questions.push(meaning);
  return goesOn;
};
beforeEach(() => {
  questions = [];
  goesOn = true;
});

const google = async (...args: string[]) =>
  await googleCommand([...args, '--domain', domain])(database.db, { ...services, confirm });

test('R11 to R19, R24: the operator goes the admin’s way, step by step', async () => {
  expect(await google('status')).toContain('key                         none\nautomatic suggestions       off\n');
  await expect(google('on')).rejects.toThrow('Register a service account');

  const key = await google('key', 'set', keyFile);
  expect(key).toContain('key                         robot@fake.example\n  project                   fake-project\n');
  expect(key).toContain('by operator\n  to delegate: client id    1234567890\n');
  expect(key).toContain('to delegate: scopes       https://mail.example/read,https://mail.example/people\n');
  expect(key).not.toContain('the secret');
  expect(provider.asked).toEqual(['robot@fake.example as ken@aozora.example']);

  goesOn = false;
  expect(await google('on')).toBe('Nothing was changed\n');
  goesOn = true;
  expect(await google('on')).toMatch(/automatic suggestions {7}on, since \S+ by operator\nactivity {20}off\n/);
  expect(questions.splice(0)).toEqual(
    Array(2).fill(expect.stringMatching(/^Only the values found .* of the period\.$/)),
  );
  expect(await google('start', 'Sakura@aozora.example', 'lena@aozora.example')).toBe(
    'lena@aozora.example\tnot-enabled\nsakura@aozora.example\tstarted\n1 not-enabled, 1 started\n',
  );
  expect(await google('start', '--all')).toContain('1 started, 1 already\n');
  expect(await google('disable', 'ken@aozora.example')).toBe('ken@aozora.example\tdisabled\n1 disabled\n');
  expect(await google('users')).toMatch(/^ken@aozora\.example\tdisabled\nsakura@aozora\.example\tstarting\t/);
  expect(await google('users', '--status', 'disabled')).toBe('ken@aozora.example\tdisabled\n');
  goesOn = false;
  expect(await google('key', 'delete')).toBe('Nothing was changed\n');
  expect(await google('off')).toBe('Nothing was changed\n');
  expect(questions).toEqual([
    'This forgets robot@fake.example, and stops automatic suggestions.\nMailboxes read no longer, and in authentication error: 1',
    'This stops automatic suggestions and hides those that nobody has decided on; contacts stay.\nMailboxes read no longer: 1',
  ]);
  goesOn = true;
  expect(await google('key', 'delete')).toContain('key                         none\n');
  expect(await google('users', '--search', 'SAK')).toBe('sakura@aozora.example\tauthentication-error\tkey-deleted\n');
  await google('key', 'set', keyFile, '--as', 'sakura@aozora.example');
  expect(provider.asked.at(-1)).toBe('robot@fake.example as sakura@aozora.example');
  await google('on', '--function', 'activity');
  expect(await google('off')).toContain('automatic suggestions       off, since');
  expect(questions.at(-1)).toContain('\nMailboxes then read for activity alone: 1');
  await google('off', '--function', 'activity', '--yes');
  expect(questions).toHaveLength(5);
});

test('R24: where nobody can be asked it says what would stop, and --yes', async () => {
  await google('on');
  Object.assign(process.stdin, { isTTY: false });
  const unattended = (...args: string[]) => googleCommand([...args, '--domain', domain])(database.db, services);
  await expect(unattended('off')).rejects.toThrow(
    /^This stops automatic suggestions[\s\S]*\nNothing was changed: this is no terminal to ask at; say --yes$/,
  );
  await expect(unattended('key', 'delete')).rejects.toThrow(/^This forgets robot@fake\.example[\s\S]*say --yes$/);
  expect(await google('status')).toContain('automatic suggestions       on, since');
  expect(await unattended('off', '--yes')).toContain('automatic suggestions       off, since');
});

test('R4: the operator says which mails are read, and what is left out stays', async () => {
  expect(await google('settings')).toBe(settingsOf('0 days', 'is not read', 'is not read', 'inbox', 'any time'));
  const set = [
    '--backfill-days',
    '30',
    '--sent-mail',
    'on',
    '--label',
    'お客様',
    '--label',
    ' Sales ',
    '--after',
    '2026-11-01',
  ];
  const changed = settingsOf('30 days', 'is read', 'is not read', 'お客様, Sales', '2026-11-01T00:00:00.000Z');
  expect(await google('settings', ...set)).toBe(changed);
  expect(await google('settings')).toBe(changed);
  expect(await google('status')).toContain(changed);
  expect(await google('settings', '--promotions', 'on', '--label', '', '--after', 'none')).toBe(
    settingsOf('30 days', 'is read', 'is read', 'inbox', 'any time'),
  );
  for (const [option, value] of [
    ['--backfill-days', '366'],
    ['--backfill-days', ''],
    ['--after', '2026-02-30'],
    ['--sent-mail', 'yes'],
  ] as const)
    await expect(google('settings', option, value)).rejects.toThrow(option);
  expect(await google('settings', '--backfill-days', '0', '--sent-mail', 'off')).toContain('goes back     0 days');
});
const settingsOf = (...values: string[]): string =>
  ['first reading goes back', 'sent mail', 'promotions', 'labels', 'only mails since']
    .map((name, i) => `${name.padEnd(28)}${values[i]}\n`)
    .join('');

test('R11: an account without a key is attached', async () => {
  expect(await google('key', 'attach', 'Runs@proj.example')).toMatch(
    /^key {25}runs@proj\.example \(attached, no key file\)\n/,
  );
  expect(provider.asked.at(-1)).toBe('runs@proj.example as ken@aozora.example');
  expect(await google('status')).toContain('to delegate: client id    the account’s unique ID, a number');
  provider.clientIds.set('runs@proj.example', '112233445566');
  expect(await google('key', 'attach', 'runs@proj.example')).toContain('to delegate: client id    112233445566\n');
  await google('key', 'set', keyFile);
});

test('a trial says what linking would suggest, and why the rest is left out', async () => {
  expect(await google('try', 'Sakura@aozora.example', '--days', '14')).toBe(
    '3 read, 1 suggested\nsuggested\tNoor Haddad\tnoor@example.com\nleft out\t2\tnewsletter\tNewsletter\n',
  );
  expect(provider.asked.at(-1)).toContain('14 days of sakura@aozora.example');
  provider.failures.set('sakura@aozora.example', 'gmail-off');
  await expect(google('try', 'sakura@aozora.example')).rejects.toThrow(
    'sakura@aozora.example: unauthorized. Gmail is switched off for this user. In the Admin console',
  );
  provider.failures.clear();
  await expect(google('try', 'nobody@aozora.example')).rejects.toThrow('not on the list of enabled users');
});

test('mails to admins are listed with whether they went out', async () => {
  expect(await google('mails')).toMatch(
    /^\d{4}-\S+\tken@aozora\.example\tnot sent\tAutomatic contact suggestions were switched on/,
  );
});

describe('R17: whom the operator enables', () => {
  const at = (name: string) => `${name}@${domain}`;
  beforeAll(() => {
    provider.people = ['aya', 'emi', 'jun'].map((one) => ({ email: at(one), name: `${one} Kato` }));
  });
  afterAll(() => {
    provider.people = [];
  });

  test('the directory names people, groups and units, asked in an admin’s name', async () => {
    expect(await google('directory', 'people')).toBe(
      `${at('aya')}\t\taya Kato\n${at('emi')}\t\temi Kato\n${at('jun')}\t\tjun Kato\n`,
    );
    expect(await google('directory', 'people', '--search', 'emi')).toBe(`${at('emi')}\t\temi Kato\n`);
    expect(await google('directory', 'groups')).toBe('sales@fake.example\tSales\n');
    provider.moreGroups = true;
    expect(await google('directory', 'groups')).toContain('Sales\nThere are more groups; users add --group takes');
    provider.moreGroups = false;
    expect(await google('directory', 'units')).toBe('/Tokyo\tTokyo\n');
    provider.failures.set('directory', 'not-delegated');
    await expect(google('directory', 'groups')).rejects.toThrow('needs the Admin SDK API and these scopes');
    provider.failures.clear();
  });

  test('by a group, with the names of the directory; again is harmless', async () => {
    expect(await google('users', 'add', '--group', 'sales@fake.example')).toMatch(/^3 enabled, 0 already\nThe add-on/);
    expect(await google('users', 'add', '--unit', '/Tokyo')).toBe('0 enabled, 3 already\n');
    expect(await google('users', '--search', 'kato')).toContain(`${at('aya')}\tnot-started\t\t\t\taya Kato\n`);
    expect(await google('directory', 'people', '--search', 'emi')).toBe(`${at('emi')}\tenabled\temi Kato\n`);
    expect(await google('users', 'remove', at('AYA'), at('emi'), at('jun'), at('nobody'))).toMatch(/^3 disabled\n/);
    expect(await google('users', '--search', 'kato')).toBe('Nobody is enabled, or the filter finds nobody\n');
  });

  test.each([
    ['an address and a name', 'mika@aozora.example,森 美香\n"Ito, Ben",ben@aozora.example\n', 'utf8'],
    [
      'Google Admin’s export',
      'First Name [Required],Last Name [Required],Email Address [Required],Recovery Email\nBen,Ito,ben@aozora.example,b@example.com\n美香,森,mika@aozora.example,\n',
      'utf8',
    ],
    ['Excel in Japanese', '\ufeff氏名\tメールアドレス\r\n森 美香\tmika@aozora.example\r\n', 'utf16le'],
  ] as const)('by a file: %s', async (_, text, encoding) => {
    const file = join(folder, 'users.csv');
    writeFileSync(file, text, encoding);
    expect(await google('users', 'add', '--file', file)).toMatch(/^[12] enabled, 0 already\n/);
    expect(await google('users', '--search', 'mika')).toBe(`${at('mika')}\tnot-started\t\t\t\t森 美香\n`);
    if (text.includes('ben@')) expect(await google('users', '--search', 'ito')).toContain(at('ben'));
    await google('users', 'remove', at('mika'), at('ben'));
  });

  test('a file’s rows without an address are named, and the others count', async () => {
    const file = join(folder, 'users.csv');
    writeFileSync(file, 'email,name\nben at aozora,Ben Ito\nmika@aozora.example,\n');
    expect(await google('users', 'add', '--file', file)).toMatch(
      /^row 2: no address in "ben at aozora, Ben Ito"\n1 enabled, 0 already\n/,
    );
    await google('users', 'remove', at('mika'));
    writeFileSync(file, Buffer.from([0xff, 0x00, 0x80]));
    await expect(google('users', 'add', '--file', file)).rejects.toThrow('no text in UTF-8');
  });
});

test('R18: who is started has the directory’s name, asked for in an admin’s name', async () => {
  const { db } = database;
  const id = (await findTenant(db, domain))?.id ?? '';
  const people = ['mei', 'noa', 'rin'].map((one) => ({ email: `${one}@${domain}`, name: `${one} Abe` }));
  await inTenant(db, id, async (trx) => {
    await lockRoster(trx, id);
    await addToRoster(
      trx,
      id,
      people.map(({ email }) => email),
    );
  });
  await google('on');
  provider.people = people;
  provider.failures.set('directory', 'not-delegated');
  expect(await google('start', 'noa@aozora.example')).toContain('1 started\n'); // all the same
  expect(await google('users', '--search', 'noa@')).not.toContain('Abe');
  provider.failures.clear();
  const again = { ...services, mailProvider: Object.assign(new FakeProvider(), { people }) }; // another process
  await googleCommand(['start', '--all', '--domain', domain])(db, again);
  expect(await google('users', '--search', 'abe')).toMatch(
    /^mei@aozora\.example\tstarting\t\t\t\S.*\tmei Abe\nnoa.*\tnoa Abe\nrin.*\trin Abe\n$/,
  );
  await google('off');
});

test.each([
  [['frob'], 'Say google status, key set'],
  [['key'], 'Say google status, key set'],
  [['status', 'x'], '"x" is too much'],
  [['key', 'set'], 'Name the JSON file'],
  [['key', 'attach'], 'Name the address'],
  [['users', 'add'], 'Say whom'],
  [['users', 'add', 'a@b.example', '--group', 'g@b.example'], 'Say whom'],
  [['users', 'add', 'ben'], 'No address: ben'],
  [['users', 'remove'], 'Name the users'],
  [['try'], 'Name the user'],
  [['try', 'a@b.example', '--days', '31'], '--days is a number from 1 to 30'],
  [['directory'], 'Say google status'],
  [['start'], 'or say --all'],
  [['start', '--all', 'a@b.example'], 'or say --all'],
  [['on', '--function', 'x'], '--function is one of'],
  [['users', '--status', 'x'], '--status is one of'],
])('%j is refused: %s', async (args, why) => await expect(google(...args)).rejects.toThrow(why));

test('without --domain it asks whose', () => {
  expect(() => googleCommand(['status'])).toThrow('--domain is missing');
});
