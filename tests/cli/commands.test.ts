import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { run as tenant } from '../../src/cli/tenant.ts';
import { program } from '../program.ts';

const parent = mkdtempSync(join(tmpdir(), 'contact-inbox-commands-'));
const folder = join(parent, 'store');
afterAll(() => rmSync(parent, { recursive: true }));

const settings = {
  DATABASE_URL: '',
  CONTACT_INBOX_DATA: folder,
  CONTACT_INBOX_AUDIENCE: 'client',
  PORT: '0',
  CONTACT_INBOX_METRICS_PORT: '0',
  CONTACT_INBOX_STOP_DELAY: '2',
};
const spawnIn = (data: string, args: string[]) =>
  spawn(process.execPath, args, { env: { ...process.env, ...settings, CONTACT_INBOX_DATA: data } });
const startIn = (data: string, ...args: string[]) => spawnIn(data, [...program('src/cli.ts'), ...args]);
const start = (...args: string[]) => startIn(folder, ...args);

const ended = async (child: ReturnType<typeof start>) => {
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, err, code };
};

const run = (...args: string[]) => ended(start(...args));

test('set up, list, serve, stop', async () => {
  expect(await run('migrate')).toMatchObject({
    out: expect.stringMatching(/^Ran 0001-tenants, 0002-contacts, 0003-suggestions/),
    code: 0,
  });

  const said = ['--domain', 'aozora.example', '--name', 'Aozora Trading', '--admin', 'ken.adams@aozora.example'];
  const create = await run('tenant', 'create', ...said, '--quota', '100', '--quota-policy', 'block');
  expect(create).toMatchObject({ code: 0, out: expect.stringContaining('aozora.example is set up') });

  const server = start('store');
  const { url, metricsUrl } = await listening(server);
  const statusOf = async (at: string) => (await fetch(at)).status;
  expect([await statusOf(`${url}/healthz`), await statusOf(`${url}/readyz`)]).toEqual([200, 200]);
  expect(await (await fetch(`${metricsUrl}/metrics`)).text()).toContain(
    'contact_inbox_requests_total{operation="none",status="200"} 2',
  );
  expect(await statusOf(`${url}/metrics`)).toBe(404); // never where the add-on's requests come in
  expect(await run('tenant', 'list')).toMatchObject({
    code: 1,
    err: expect.stringContaining(`process ${server.pid} uses it`),
  });
  server.kill('SIGTERM');
  const exited = once(server, 'exit');
  const readiness: number[] = [];
  while (readiness.at(-1) !== 503) readiness.push(await statusOf(`${url}/readyz`));
  const late = await fetch(`${url}/v1/me`); // from a client that has not heard of it: answered, on a connection that ends
  expect([late.status, late.headers.get('connection')]).toEqual([401, 'close']);
  expect((await exited)[0]).toBe(0);

  expect(await run('tenant', 'list')).toMatchObject({
    code: 0,
    out: 'aozora.example\tAozora Trading\ton\t100 a month (block)\tken.adams@aozora.example\n',
  });
}, 300_000); // five processes, each with a database to open

test('back up, restore into another folder', async () => {
  const file = join(parent, 'backup.gz');
  expect(await run('backup', file)).toMatchObject({ code: 0, err: expect.stringMatching(/^Backed up \d+ rows/) });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await run('backup', file)).toMatchObject({ code: 1, err: expect.stringContaining('exists already') });

  const other = join(parent, 'other');
  const cut = join(parent, 'cut.gz');
  writeFileSync(cut, readFileSync(file).subarray(0, -20));
  expect(await ended(startIn(other, 'restore', cut))).toMatchObject({
    code: 1,
    err: expect.stringContaining('cut off'),
  });
  expect(await ended(startIn(other, 'restore', file))).toMatchObject({
    code: 0,
    out: expect.stringContaining('Restored'),
  });
  expect((await ended(startIn(other, 'tenant', 'list'))).out).toContain('aozora.example\tAozora Trading');
}, 300_000);

test.each<[string[], RegExp]>([
  [[], /Say tenant create, set, show, list/],
  [['create', 'more'], /Say tenant create, set, show, list/],
  [['create', '--quota', 'many'], /--quota is "many"/],
  [['create', '--feature', 'maybe'], /--feature is one of on, off, not "maybe"/],
  [['create', '--color', 'red'], /--color/],
])('tenant %j says what is wrong', async (args, message) => await expect(tenant(args)).rejects.toThrow(message));

async function listening(server: ChildProcess): Promise<{ url: string; metricsUrl: string }> {
  for await (const chunk of server.stdout ?? []) {
    const [, port, metricsPort] = /"port":(\d+),"metricsPort":(\d+)/.exec(String(chunk)) ?? [];
    if (port) return { url: `http://127.0.0.1:${port}`, metricsUrl: `http://127.0.0.1:${metricsPort}` };
  }
  throw new Error('The store ended before it listened');
}
