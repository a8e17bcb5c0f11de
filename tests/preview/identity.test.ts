import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { openIdentityIssuer } from '../../src/preview/identity.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contact-inbox-identity-'));
});
afterAll(() => rm(folder, { recursive: true }));
const sakura = { email: 'sakura.mori@aozora.example', name: 'Sakura Mori', domain: 'aozora.example' };

test('tokens look like Google’s and verify against the published key', async () => {
  const { token, keys, issuer, audience } = await openIdentityIssuer(join(folder, 'preview', 'key.json'));
  const { payload } = await jwtVerify(await token(sakura), createLocalJWKSet(keys), { issuer, audience });
  expect(payload).toMatchObject({
    email: sakura.email,
    email_verified: true,
    hd: 'aozora.example',
    name: 'Sakura Mori',
  });
  expect(payload.sub).toMatch(/^\d{20,21}$/);
  expect(keys.keys[0]).not.toHaveProperty('d');
});

test('a personal account belongs to no organisation', async () => {
  const { token } = await openIdentityIssuer(join(folder, 'preview', 'key.json'));
  const claims = decodeJwt(await token({ email: 'ana@example.com', name: 'Ana' }));
  expect(claims).not.toHaveProperty('hd');
});

test('the key and each subject stay the same, and the key is its owner’s alone', async () => {
  const file = join(folder, 'preview', 'key.json');
  const [first, again] = [await openIdentityIssuer(file), await openIdentityIssuer(file)];
  expect(again.keys).toEqual(first.keys);
  expect(decodeJwt(await again.token(sakura)).sub).toBe(decodeJwt(await first.token(sakura)).sub);
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0);
});
