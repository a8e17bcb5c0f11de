import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { run as tenant } from '../../src/cli/tenant.ts';

const parent = mkdtempSync(join(tmpdir(), 'contact-inbox-commands-'));
const folder = join(parent, 'store');
afterAll(() => rmSync(parent, { recursive: true }));

const start = (...args: string[]) =>
  spawn(process.execPath, ['--import', 'tsx', join(__dirname, '../../src/cli.ts'), ...args], {
    env: { ...process.env, DATABASE_URL: '', CONTACT_INBOX_DATA: folder, CONTACT_INBOX_AUDIENCE: 'client', PORT: '0' },
  });

const ended = async (child: ReturnType<typeof start>) => {
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, err, code };
};

const run = (...args: string[]) => ended(start(...args));

test('set up, list, serve, stop', async () => {
  expect(await run('migrate')).toMatchObject({ out: 'Ran 0001-tenants, 0002-contacts, 0003-suggestions\n', code: 0 });

  const said = ['--domain', 'aozora.example', '--name', 'Aozora Trading', '--admin', 'ken.adams@aozora.example'];
  const create = await run('tenant', 'create', ...said, '--quota', '100', '--quota-policy', 'block');
  expect(create).toMatchObject({ code: 0, out: expect.stringContaining('aozora.example is set up') });

  const server = start('store');
  const answer = await healthOf(server);
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
  expect(await run('tenant', 'list')).toMatchObject({
    code: 1,
    err: expect.stringContaining(`process ${server.pid} uses it`),
  });
  server.kill('SIGTERM');
  expect((await once(server, 'exit'))[0]).toBe(0);

  expect(await run('tenant', 'list')).toMatchObject({
    code: 0,
    out: 'aozora.example\tAozora Trading\ton\t100 a month (block)\tken.adams@aozora.example\n',
  });
}, 120_000); // five processes, each with a database to open

test.each<[string[], RegExp]>([
  [[], /tenant create or tenant list/],
  [['create', 'more'], /tenant create or tenant list/],
  [['create', '--quota', 'many'], /--quota is "many"/],
  [['create', '--feature', 'maybe'], /--feature is one of on, off, not "maybe"/],
  [['create', '--color', 'red'], /--color/],
])('tenant %j says what is wrong', async (args, message) => await expect(tenant(args)).rejects.toThrow(message));

async function healthOf(server: ChildProcess): Promise<Response> {
  for await (const chunk of server.stdout ?? []) {
    const port = /"port":(\d+)/.exec(String(chunk))?.[1];
    if (port) return await fetch(`http://127.0.0.1:${port}/healthz`);
  }
  throw new Error('The store ended before it listened');
}
