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

const google = async (...args: string[]) => await googleCommand([...args, '--domain', domain])(database.db, services);

test('R11 to R19, R24: the operator goes the admin’s way, step by step', async () => {
  expect(await google('status')).toContain('key                         none\nautomatic suggestions       off\n');
  await expect(google('on')).rejects.toThrow('Register a service account');

  const key = await google('key', 'set', keyFile);
  expect(key).toContain('key                         robot@fake.example\n  project                   fake-project\n');
  expect(key).toContain('by operator\n  to delegate: client id    1234567890\n');
  expect(key).toContain('to delegate: scopes       https://mail.example/read,https://mail.example/people\n');
  expect(key).not.toContain('the secret');
  expect(provider.asked).toEqual(['robot@fake.example as ken@aozora.example']);

  expect(await google('on')).toMatch(/automatic suggestions {7}on, since \S+ by operator\nactivity {20}off\n/);
  expect(await google('start', 'Sakura@aozora.example', 'lena@aozora.example')).toBe(
    'lena@aozora.example\tnot-enabled\nsakura@aozora.example\tstarted\n1 not-enabled, 1 started\n',
  );
  expect(await google('start', '--all')).toContain('1 started, 1 already\n');
  expect(await google('disable', 'ken@aozora.example')).toBe('ken@aozora.example\tdisabled\n1 disabled\n');
  expect(await google('users')).toMatch(/^ken@aozora\.example\tdisabled\nsakura@aozora\.example\tstarting\t/);
  expect(await google('users', '--status', 'disabled')).toBe('ken@aozora.example\tdisabled\n');
  expect(await google('key', 'delete')).toContain('key                         none\n');
  expect(await google('users', '--search', 'SAK')).toBe('sakura@aozora.example\tauthentication-error\tkey-deleted\n');
  await google('key', 'set', keyFile, '--as', 'sakura@aozora.example');
  expect(provider.asked.at(-1)).toBe('robot@fake.example as sakura@aozora.example');
  expect(await google('off')).toContain('automatic suggestions       off, since');
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
  [['start'], 'or say --all'],
  [['start', '--all', 'a@b.example'], 'or say --all'],
  [['on', '--function', 'x'], '--function is one of'],
  [['users', '--status', 'x'], '--status is one of'],
])('%j is refused: %s', async (args, why) => await expect(google(...args)).rejects.toThrow(why));

test('without --domain it asks whose', () => {
  expect(() => googleCommand(['status'])).toThrow('--domain is missing');
});
