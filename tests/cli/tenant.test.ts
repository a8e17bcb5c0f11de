import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/tenant.ts';
import { openDatabase } from '../../src/store/sql/database.ts';
import { findTenant, inTenant } from '../../src/store/sql/tenants.ts';

const folder = mkdtempSync(join(tmpdir(), 'contact-inbox-tenant-'));
const said: string[] = [];
beforeAll(() => {
  process.env.CONTACT_INBOX_DATA = join(folder, 'store');
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterAll(() => {
  jest.restoreAllMocks();
  delete process.env.CONTACT_INBOX_DATA;
  rmSync(folder, { recursive: true });
});

const tenant = async (...args: string[]) => {
  said.length = 0;
  await run(args);
  return said.join('');
};
const aozora = ['--domain', 'aozora.example'];

test('an organisation is set up once, shown, changed in what is said, and each act is in its log', async () => {
  const names = ['--name', 'Aozora Trading', '--admin', 'Ken@aozora.example', '--contact', 'it@aozora.example'];
  await tenant('create', ...aozora, ...names, '--quota', '100', '--internal-domain', 'group.example');
  await expect(run(['create', ...aozora, ...names])).rejects.toThrow('is set up already; tenant set changes it');
  expect(await tenant('show', ...aozora)).toBe(`domain                    aozora.example
name                      Aozora Trading
admins                    ken@aozora.example
contact                   it@aozora.example
feature                   on
quota                     100 a month (warn)
internal domains          group.example
enabled users             0
set by admins             revision 0
  switched on             on
  help contact
  internal domains
  role names
  suggestions wait        30 days
  undo offered            24 hours
  closed suggestions kept 90 days
  audit log kept          730 days
`);
  const changed = await tenant('set', ...aozora, '--quota-policy', 'block', '--feature', 'off', '--contact', '');
  expect(changed).toContain('name                      Aozora Trading\n');
  expect(changed).toContain('contact\nfeature                   off\nquota                     100 a month (block)\n');
  await tenant('set', ...aozora, '--feature', 'off');
  expect(await tenant('list')).toBe('aozora.example\tAozora Trading\toff\t100 a month (block)\tken@aozora.example\n');

  const { db, close } = await openDatabase({ folder: join(folder, 'store') });
  const id = (await findTenant(db, 'aozora.example'))?.id ?? '';
  const log = await inTenant(db, id, (trx) => trx.selectFrom('audit_entries').selectAll().orderBy('at').execute());
  await close();
  expect(log.map(({ act, actor, details }) => [act, actor, details.fields])).toEqual([
    ['tenant.create', 'operator', ['domain', 'name', 'admins', 'contact', 'feature', 'quota', 'internalDomains']],
    ['tenant.change', 'operator', ['contact', 'feature', 'quota']],
  ]);
});

test('one that is not set up is neither changed nor shown', async () => {
  await expect(run(['set', '--domain', 'other.example', '--feature', 'on'])).rejects.toThrow(
    '"other.example" is not set up',
  );
  await expect(run(['show', '--domain', 'other.example'])).rejects.toThrow('"other.example" is not set up');
});
