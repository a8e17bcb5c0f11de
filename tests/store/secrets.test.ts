import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretKeysEnvironment } from '../../src/cli/environment.ts';
import { rotateSecrets } from '../../src/store/commands/rotate-secrets.ts';
import { newSecretKey, readSecretKeys, secretsWith } from '../../src/store/secrets.ts';
import { deleteSecret } from '../../src/store/sql/secrets.ts';
import { findTenant, inTenant } from '../../src/store/sql/tenants.ts';
import { openTestStore, start, type TestStore } from './support.ts';

const [one, two, three] = [1, 2, 3].map((n) => `k${n}:${Buffer.alloc(32, n).toString('base64')}`) as [
  string,
  string,
  string,
];
const value = '{"private_key":"very secret"}';

describe('keys', () => {
  test('several, by commas or lines; the first encrypts', () => {
    expect([...readSecretKeys(`${one},${two}\n${three}\n`).keys()]).toEqual(['k1', 'k2', 'k3']);
    expect(readSecretKeys(' ').size).toBe(0);
  });

  test('a new one can be read and is never the same', () => {
    const keys = [newSecretKey(start), newSecretKey(start)];
    expect(keys[0]).toMatch(/^2026-11-22-[0-9a-f]{6}:/);
    expect(readSecretKeys(keys.join(',')).size).toBe(2);
  });

  test('mistakes are all listed, and no key is quoted', () => {
    const wrong = ['secretsecret', 'short:c2VjcmV0', one, one].join(',');
    const tried = () => readSecretKeys(wrong);
    expect(tried).toThrow(
      /key 1 is not written as id:base64; key "short" has 6 bytes, not 32; there are two keys "k1"/,
    );
    expect(tried).not.toThrow(/secretsecret|c2VjcmV0/);
  });

  test('are found in a file too; both places at once, or no file, is a mistake', () => {
    const folder = mkdtempSync(join(tmpdir(), 'contact-inbox-keys-'));
    const file = join(folder, 'keys');
    writeFileSync(file, `${two}\n${one}\n`);
    expect([...secretKeysEnvironment({ CONTACT_INBOX_SECRET_KEY_FILE: file }).keys()]).toEqual(['k2', 'k1']);
    const both = { CONTACT_INBOX_SECRET_KEY_FILE: file, CONTACT_INBOX_SECRET_KEY: one };
    expect(() => secretKeysEnvironment(both)).toThrow('choose one');
    expect(() => secretKeysEnvironment({ CONTACT_INBOX_SECRET_KEY_FILE: `${file}2` })).toThrow('KEY_FILE: ENOENT');
    rmSync(folder, { recursive: true });
  });
});

describe('secrets in the database', () => {
  let test_: TestStore;
  let ours: string;
  let theirs: string;
  beforeAll(async () => {
    test_ = await openTestStore({});
    const [a, b] = [await test_.tenant({ domain: 'ours.example' }), await test_.tenant()];
    ours = (await findTenant(test_.db, a.domain))?.id ?? '';
    theirs = (await findTenant(test_.db, b.domain))?.id ?? '';
  });
  afterAll(() => test_.close());

  const save = (keys: string, tenant = ours, name = 'google') =>
    inTenant(test_.db, tenant, (trx) => secretsWith(readSecretKeys(keys)).save(trx, tenant, name, value, start));
  const find = (keys: string, tenant = ours, name = 'google') =>
    inTenant(test_.db, tenant, (trx) => secretsWith(readSecretKeys(keys)).find(trx, tenant, name));
  const rows = () => inTenant(test_.db, ours, (trx) => trx.selectFrom('secrets').selectAll().orderBy('name').execute());

  test('come back as they were; what is stored tells nothing and is never the same', async () => {
    await save(one);
    const [first] = await rows();
    expect(await find(one)).toBe(value);
    await save(one);
    const [second] = await rows();
    expect(Buffer.from(first?.ciphertext ?? []).includes('secret')).toBe(false);
    expect(first?.nonce).not.toEqual(second?.nonce);
    expect(await find(one, ours, 'other')).toBeUndefined();
    expect(await find(one, theirs)).toBeUndefined();
  });

  test('a row copied to another organisation or name, or changed, does not decrypt', async () => {
    await save(one);
    const [row] = await rows();
    if (!row) throw new Error('no row');
    const copy = (changed: Partial<typeof row>) =>
      inTenant(test_.db, changed.tenant_id ?? ours, async (trx) => {
        await deleteSecret(trx, changed.tenant_id ?? ours, changed.name ?? row.name);
        await trx
          .insertInto('secrets')
          .values({ ...row, ...changed })
          .execute();
      });
    await copy({ tenant_id: theirs });
    await expect(find(one, theirs)).rejects.toThrow('Cannot decrypt the secret google');
    await copy({ name: 'webhook' });
    await expect(find(one, ours, 'webhook')).rejects.toThrow('Cannot decrypt');
    const ciphertext = Uint8Array.from(row.ciphertext);
    ciphertext[0] = (ciphertext[0] ?? 0) ^ 1;
    await copy({ ciphertext });
    await expect(find(one)).rejects.toThrow('Cannot decrypt');
    await copy({ ciphertext: row.ciphertext.subarray(0, 5) });
    await expect(find(one)).rejects.toThrow('Cannot decrypt');
    for (const [tenant, name] of [
      [ours, 'webhook'],
      [theirs, 'google'],
    ] as const)
      await inTenant(test_.db, tenant, (trx) => deleteSecret(trx, tenant, name));
  });

  test('without keys: a problem that says what to set; with other keys: which one lacks', async () => {
    await save(one);
    await expect(save('')).rejects.toMatchObject({ code: 'secret-key-missing' });
    await expect(find('')).rejects.toMatchObject({ code: 'secret-key-missing' });
    await expect(find(two)).rejects.toThrow('its key "k1" is not among the keys');
  });

  test('rotation: encrypted anew with the first key, after which the old one can go', async () => {
    await save(one);
    await save(three, ours, 'lost');
    const outcome = await rotateSecrets(test_.db, readSecretKeys(`${two},${one}`), start);
    expect(outcome).toEqual({ rotated: 1, failed: ['ours.example: lost (key "k3")'] });
    expect(await find(two)).toBe(value);
    expect(await find(three, ours, 'lost')).toBe(value);
    expect((await rotateSecrets(test_.db, readSecretKeys(two), start)).rotated).toBe(0);
  });
});
