import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Callback } from '../../src/preview/apps-script/types.ts';
import { openMailbox } from '../../src/preview/mailbox/mailbox.ts';
import { people } from '../../src/preview/people.ts';
import type { ThreadPage } from '../../src/preview/protocol.ts';
import { previewServer } from '../../src/preview/server.ts';

let app: Hono;
let folder: string;
const calls: Callback[] = [];
const scope = 'https://www.googleapis.com/auth/gmail.addons.execute';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contact-inbox-server-'));
  const html =
    '<p>x<iframe src="https://example.org/"></iframe><LINK/rel=preconnect href="//example.org"><frame\nsrc=a>';
  await writeFile(
    join(folder, 'a.eml'),
    `From: Ana <ana@example.com>\r\nSubject: Hi\r\nContent-Type: text/html\r\n\r\n${html}`,
  );
  app = previewServer({
    page: { html: '<!doctype html>', js: '', css: '', icon: '' },
    appsScript: {
      manifest: {
        timeZone: 'Etc/UTC',
        runtimeVersion: 'V8',
        oauthScopes: [scope, 'openid'],
        addOns: { common: { name: 'Test', logoUrl: 'https://store.example.com/logo.png' }, gmail: {} },
      },
      run: async (callback) => {
        calls.push(callback);
        return { calls: [], logs: [], durationMs: 0 };
      },
    },
    mailbox: await openMailbox(folder),
    people,
    domain: 'aozora.example',
  });
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  calls.length = 0;
});

const host = 'localhost:8787';
const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(path, { headers: { host, ...headers } });
const fromPage = { origin: `http://${host}`, 'content-type': 'application/json' };
const post = (path: string, body: unknown, headers: Record<string, string> = fromPage) =>
  app.request(path, { method: 'POST', headers: { host, ...headers }, body: JSON.stringify(body) });
const run = {
  user: 'sakura.mori@aozora.example',
  functionName: 'onHome',
  kind: 'trigger',
  locale: 'en-US',
  platform: 'WEB',
};

describe('who may ask', () => {
  test.each(['localhost:8787', '127.0.0.1:9000', '[::1]:80', 'LOCALHOST'])('Host %s', async (name) => {
    expect((await get('/', { host: name })).status).toBe(200);
  });

  test.each([
    'contacts.example.com',
    'localhost.example.com',
    '127.0.0.1.example.com',
    'localhost:8787@evil.example',
    '',
  ])('not Host %j', async (name) => {
    expect((await get('/', { host: name })).status).toBe(403);
    expect((await post('/preview/run', run, { ...fromPage, host: name })).status).toBe(403);
  });

  test.each([
    ['no origin', { 'content-type': 'application/json' }],
    ['another site', { ...fromPage, origin: 'https://evil.example' }],
    ['another port', { ...fromPage, origin: 'http://localhost:9999' }],
    ['a sandboxed frame', { ...fromPage, origin: 'null' }],
  ])('a POST from %s is refused', async (_name, headers) => {
    expect((await post('/preview/run', run, headers)).status).toBe(403);
    expect((await post('/preview/consent', { user: run.user, scopes: [] }, headers)).status).toBe(403);
    expect(calls).toEqual([]);
  });

  test('a form may not be posted', async () => {
    const answer = await post('/preview/run', run, { ...fromPage, 'content-type': 'text/plain' });
    expect(answer.status).toBe(415);
    expect(calls).toEqual([]);
  });
});

describe('run', () => {
  test('calls the add-on as that person, with what they granted', async () => {
    expect(await (await post('/preview/run', run)).json()).toEqual({ calls: [], logs: [], durationMs: 0 });
    const { user, ...callback } = run;
    expect(calls).toEqual([
      {
        ...callback,
        user: { email: user, name: 'Sakura Mori', domain: 'aozora.example', grantedScopes: [scope, 'openid'] },
      },
    ]);
  });

  test('grants are kept per person and limited to the manifest', async () => {
    const answer = await post('/preview/consent', { user: run.user, scopes: ['openid', 'https://mail.google.com/'] });
    expect(await answer.json()).toEqual({ grantedScopes: ['openid'] });
    await post('/preview/run', run);
    await post('/preview/run', { ...run, user: 'ken.adams@aozora.example' });
    expect(calls.map(({ user }) => user.grantedScopes)).toEqual([['openid'], [scope, 'openid']]);
  });

  test.each([
    ['somebody else', { ...run, user: 'eve@evil.example' }],
    ['a wrong kind', { ...run, kind: 'other' }],
    ['more than belongs there', { ...run, grantedScopes: [] }],
    ['a list', [run]],
    ['numbers for parameters', { ...run, parameters: { id: 1 } }],
  ])('refuses %s', async (_name, body) => {
    expect((await post('/preview/run', body)).status).toBe(422);
    expect(calls).toEqual([]);
  });

  test('refuses what is not JSON, and what is too large', async () => {
    const broken = await app.request('/preview/run', { method: 'POST', headers: { host, ...fromPage }, body: '{' });
    expect(broken.status).toBe(422);
    expect((await post('/preview/run', { ...run, locale: 'x'.repeat(1_100_000) })).status).toBe(413);
  });
});

describe('pages', () => {
  test('nothing runs in the page but its own script', async () => {
    const policy = (await get('/')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  test("a mail's frame is sandboxed by its own header", async () => {
    const { threads } = (await (await get('/preview/threads')).json()) as ThreadPage;
    const body = await get(`/preview/messages/${threads[0]?.id}/body`);
    const policy = body.headers.get('content-security-policy');
    const html = await body.text();
    expect(html).toContain('<p>x');
    expect(html).not.toMatch(/<(iframe|frame|link)\b/i); // would connect, whatever the policy
    expect(body.headers.get('x-dns-prefetch-control')).toBe('off');
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).toMatch(/sandbox (?!.*allow-scripts)/);
    expect(policy).not.toContain('http');
  });

  test.each(['/preview/threads/1234', '/preview/messages/1234/body', '/elsewhere'])('404: %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test('a list that starts nowhere', async () => {
    expect((await get('/preview/threads?from=-1')).status).toBe(422);
    expect(await (await get('/preview/threads?from=50')).json()).toEqual({ total: 1, from: 50, threads: [] });
  });
});
