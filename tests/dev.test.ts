import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Dev, startDev } from '../src/dev.ts';
import type { ThreadPage } from '../src/preview/protocol.ts';

let folder: string;
let running: Dev[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contact-inbox-dev-'));
});
afterEach(async () => {
  for (const dev of running) await dev.stop();
  running = [];
  await rm(folder, { recursive: true, force: true });
});

async function start(options: Parameters<typeof startDev>[0] = {}): Promise<Dev> {
  const dev = await startDev({ port: 0, dataFolder: join(folder, 'data'), ...options });
  running.push(dev);
  return dev;
}
const stop = async (dev: Dev) => {
  await dev.stop();
  running = running.filter((each) => each !== dev);
};

async function run(dev: Dev, user: string, callback: object) {
  const response = await fetch(`${dev.url}preview/run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: dev.url.slice(0, -1) },
    body: JSON.stringify({ user: `${user}@aozora.example`, locale: 'en-US', platform: 'WEB', ...callback }),
  });
  expect(response.status).toBe(200);
  return JSON.stringify(await response.json());
}
/** The page of Google's console, after a form of it was sent. */
async function atGoogle(dev: Dev, form?: string, fields: Record<string, string> = {}): Promise<string> {
  const sent = form && { method: 'POST', headers: { origin: dev.url.slice(0, -1) }, body: new URLSearchParams(fields) };
  const response = await fetch(`${dev.url}google/${form ?? ''}`, sent || {});
  expect(response.status).toBe(200);
  return await response.text();
}
const home = { functionName: 'onGmailHomepage', kind: 'trigger' };
const disableSakura = {
  functionName: 'onAction',
  kind: 'action',
  parameters: { action: 'disableUser', email: 'sakura.mori@aozora.example', page: '1', q: '' },
};
const notEnabled = 'You are not enabled yet';

test('page, mail and store answer on one port; two users are enabled, the third is not', async () => {
  const dev = await start();
  const get = async (path: string) => (await fetch(`${dev.url}${path}`)).text();
  expect(await get('')).toContain('/preview/page.js');
  expect(await get('preview/page.js')).toContain('addEventListener');
  expect(JSON.parse(await get('healthz'))).toEqual({ status: 'ok' });
  expect(JSON.parse(await get('openapi.json'))).toHaveProperty('openapi');
  expect((await fetch(`${dev.url}v1/me`)).status).toBe(401);
  const { total } = JSON.parse(await get('preview/threads')) as ThreadPage;
  expect(total).toBeGreaterThanOrEqual(30);
  expect(await run(dev, 'sakura.mori', home)).not.toContain(notEnabled);
  expect(await run(dev, 'ken.adams', home)).not.toContain(notEnabled);
  expect(await run(dev, 'lena.vogt', home)).toContain(notEnabled);
});

test("an admin's later choice outlives a restart, so does what was done at Google; a reset begins anew, and touches only what is ours", async () => {
  const first = await start();
  await run(first, 'ken.adams', disableSakura);
  expect(await atGoogle(first)).toMatch(/Nothing is delegated.*daniel\.price@/s);
  await atGoogle(first, 'delegate', { clientId: '12345', scopes: 'https://mail.example/read' });
  await atGoogle(first, 'mend', { email: 'daniel.price@aozora.example' });
  await stop(first);
  const second = await start();
  expect(await run(second, 'sakura.mori', home)).toContain(notEnabled);
  expect(await atGoogle(second)).toMatch(/12345.*: https:\/\/mail\.example\/read.*julia\.stone@/s);
  expect(await atGoogle(second)).not.toContain('daniel.price@');
  await stop(second);
  await mkdir(join(folder, 'data', 'mine'));
  await writeFile(join(folder, 'data', 'mine', 'note.txt'), 'mine');
  const third = await start({ reset: true });
  expect(await atGoogle(third)).toMatch(/Nothing is delegated.*daniel\.price@/s);
  expect(await run(third, 'sakura.mori', home)).not.toContain(notEnabled);
  expect(await readFile(join(folder, 'data', 'mine', 'note.txt'), 'utf8')).toBe('mine');
});

test('a taken port gets the next one', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
  });
  try {
    const dev = await start({ port });
    expect(Number(new URL(dev.url).port)).toBeGreaterThan(port);
  } finally {
    other.close();
  }
});

test('a second start on the same data says who holds it, and harms nothing', async () => {
  const dev = await start();
  await expect(start()).rejects.toThrow(/process \d+ uses it/);
  await expect(start({ reset: true })).rejects.toThrow(/process \d+ uses it/);
  expect(await run(dev, 'sakura.mori', home)).not.toContain(notEnabled);
});

test("one's own mail is shown and only read", async () => {
  const mail = join(folder, 'mail', 'deeper');
  await mkdir(mail, { recursive: true });
  const file = join(mail, 'a.eml');
  await writeFile(file, 'From: Ana Lima <ana@example.com>\r\nSubject: Mine\r\n\r\nHello\r\n');
  const before = await stat(file);
  const dev = await start({ mailbox: join(folder, 'mail') });
  const { threads } = (await (await fetch(`${dev.url}preview/threads`)).json()) as ThreadPage;
  expect(threads.map(({ subject }) => subject)).toEqual(['Mine']);
  const opened = await run(dev, 'sakura.mori', {
    functionName: 'onGmailMessage',
    kind: 'trigger',
    messageId: threads[0]?.id,
  });
  expect(opened).toContain('Ana Lima');
  expect((await stat(file)).mtimeMs).toBe(before.mtimeMs);
});

test('a mailbox without mail is refused before anything starts', async () => {
  await expect(start({ mailbox: folder })).rejects.toThrow(`No mail could be read from ${folder}`);
  await expect(stat(join(folder, 'data'))).rejects.toThrow('ENOENT');
});

test('a store that is damaged says how to begin anew', async () => {
  await mkdir(join(folder, 'data', 'store'), { recursive: true });
  await writeFile(join(folder, 'data', 'store', 'PG_VERSION'), 'not a database');
  await expect(start()).rejects.toThrow(/cannot start from [\s\S]*--reset begins anew/);
  await start({ reset: true });
});
