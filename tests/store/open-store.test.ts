import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { audience, claimsOf, openTestStore, person, requestFor, save } from './support.ts';

const parent = mkdtempSync(join(tmpdir(), 'contact-inbox-store-'));
afterAll(() => rmSync(parent, { recursive: true }));

describe('PGlite in a folder', () => {
  const folder = join(parent, 'new', 'store');

  test('keeps what was saved, migrates once, and lets one process in at a time', async () => {
    const first = await openTestStore({ folder });
    const tenant = await first.tenant();
    const { contact } = await save(first, tenant.user, { fn: 'Ana Ruiz' });
    await expect(openTestStore({ folder })).rejects.toThrow(`process ${process.pid} uses it`);
    await first.close();
    expect(existsSync(`${folder}.lock-${process.pid}`)).toBe(false);

    const second = await openTestStore({ folder });
    expect((await second.ok('listContacts', tenant.user)).items).toMatchObject([{ id: contact.id, fn: 'Ana Ruiz' }]);
    await second.close();
  });

  test('a folder that cannot be used says so and stays unlocked', async () => {
    const file = join(parent, 'file');
    writeFileSync(file, '');
    await expect(openTestStore({ folder: file })).rejects.toThrow();
    expect(existsSync(`${file}.lock-${process.pid}`)).toBe(false);
  });
});

describe('the issuer’s keys at a URL', () => {
  let server: Server;
  let store: Store;
  let answer: { status: number; body: string };
  let fetched = 0;
  const who = person('keys.example', 'ken');
  const keys = generateKeyPair('RS256');

  const token = async (kid = '1') =>
    await new SignJWT(claimsOf(who, new Date()))
      .setProtectedHeader({ alg: 'RS256', kid })
      .sign((await keys).privateKey);
  const call = async (kid?: string) => await store.fetch(requestFor('getMe', await token(kid)));
  const publish = async (kid: string, of = keys) => {
    const jwk = { ...(await exportJWK((await of).publicKey)), kid, alg: 'RS256' };
    answer = { status: 200, body: JSON.stringify({ keys: [jwk] }) };
  };
  const hour = 60 * 60 * 1000;

  beforeAll(async () => {
    server = createServer((_, response) => {
      fetched++;
      response.writeHead(answer.status).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`);
    store = await openStore({ database: {}, tokens: { audience: [audience], keys: url } });
    await store.createTenant({ domain: who.hd, name: 'Keys', admins: [who.email], feature: true });
  });
  afterAll(async () => {
    await store.close();
    server.close();
  });

  test.each([
    [500, 'down'],
    [200, 'no JSON'],
    [200, '{"keys":1}'],
  ])('out of order (%d %s): unavailable, not the user’s fault', async (status, body) => {
    answer = { status, body };
    const response = await call();
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  });

  test('out of reach: likewise', async () => {
    const keys = new URL('http://127.0.0.1:1/keys');
    const other = await openStore({ database: {}, tokens: { audience: [audience], keys } });
    expect((await other.fetch(requestFor('getMe', await token()))).status).toBe(503);
    await other.close();
  });

  test('fetched once for many requests', async () => {
    await publish('1');
    fetched = 0;
    for (let i = 0; i < 5; i++) expect((await call()).status).toBe(200);
    expect(fetched).toBe(1);
  });

  test('out of order later: those of the last day go on counting, for the tokens they have signed', async () => {
    const start = Date.now();
    const clock = jest.spyOn(Date, 'now');
    const statusAfter = async (hours: number, kid = '1') => {
      clock.mockReturnValue(start + hours * hour);
      return (await call(kid)).status;
    };
    answer = { status: 500, body: 'down' };
    expect(await statusAfter(2)).toBe(200);
    expect(await statusAfter(23)).toBe(200);
    expect(await statusAfter(23, '2')).toBe(503); // may be a new key
    expect(await statusAfter(25)).toBe(503);
    clock.mockRestore();
  });

  test('a token that is sent again: its signature is looked at once, its key each time', async () => {
    const later = Date.now() + 36 * hour;
    const clock = jest.spyOn(Date, 'now');
    const verify = jest.spyOn(crypto.subtle, 'verify');
    const same = await token();
    const statusAfter = async (hours: number) => {
      clock.mockReturnValue(later + hours * hour);
      return (await store.fetch(requestFor('getMe', same))).status;
    };
    await publish('1');
    expect([await statusAfter(0), await statusAfter(0.1), await statusAfter(0.2)]).toEqual([200, 200, 200]);
    expect(verify).toHaveBeenCalledTimes(1);
    await publish('2');
    expect([await statusAfter(0.5), await statusAfter(2)]).toEqual([200, 401]); // fetched again meanwhile
    await publish('1', generateKeyPair('RS256'));
    expect(await statusAfter(4)).toBe(401);
    await publish('1');
    expect(await statusAfter(6)).toBe(200);
    answer = { status: 500, body: 'down' };
    expect([await statusAfter(8), await statusAfter(31)]).toEqual([200, 503]);
    clock.mockRestore();
    verify.mockRestore();
  });

  test('changed by the issuer: fetched at once for the new one, twice a minute at most for those that nobody publishes', async () => {
    const later = Date.now() + 96 * hour;
    const clock = jest.spyOn(Date, 'now');
    const statusAfter = async (seconds: number, kid: string) => {
      clock.mockReturnValue(later + seconds * 1000);
      return (await call(kid)).status;
    };
    await publish('1');
    expect(await statusAfter(0, '1')).toBe(200);
    fetched = 0;
    await publish('2');
    expect(await statusAfter(40, '2')).toBe(200);
    expect(fetched).toBe(1);
    expect(await statusAfter(41, '1')).toBe(401); // no longer the issuer's
    for (let i = 0; i < 5; i++) expect(await statusAfter(42 + i, `forged-${i}`)).toBe(401);
    expect(fetched).toBe(1);
    expect(await statusAfter(71, 'forged')).toBe(401);
    expect(fetched).toBe(2);
    clock.mockRestore();
  });
});

describe('a database that is gone', () => {
  test('PostgreSQL that nobody serves cannot be opened', async () =>
    await expect(openTestStore({ url: 'postgres://owner:secret@127.0.0.1:1/none' })).rejects.toThrow());

  test('a failure nobody foresaw is answered without details and logged without data', async () => {
    const test = await openTestStore({});
    const { user } = await test.tenant();
    await test.db.deleteFrom('contacts').execute();
    await test.db.schema.alterTable('contacts').dropColumn('search').execute();
    const { suggestion } = await test.ok('createSuggestion', user, {
      body: {
        draft: { email: [], tel: [], url: [], social: [] },
        signature: [],
        source: { messageId: 'm', way: 'on-demand' },
      },
    });
    test.log.length = 0;
    const card = { fn: 'Secret Name', email: ['secret@example.com'], tel: [], url: [], social: [] };
    const answer = await test.call('acceptSuggestion', user, {
      params: { suggestionId: suggestion.id },
      body: { card, override: true },
    });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/secret|column|search/i);
    expect(JSON.parse(test.log[0] ?? '')).toMatchObject({
      level: 50,
      operation: 'acceptSuggestion',
      problem: 'unexpected',
      requestId: answer.problem?.requestId,
      error: { code: '42703', stack: expect.arrayContaining([expect.stringContaining('contacts.ts')]) },
    });
    expect(test.log[0]).not.toMatch(/secret/i);
    await test.close();
  });
});
