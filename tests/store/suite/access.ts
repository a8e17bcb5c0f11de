import type { Operation } from '../../../src/api/operation.ts';
import { operations } from '../../../src/api/operations.ts';
import type { OperationId } from '../../../src/api/routes.ts';
import { person, type TestStore } from '../support.ts';
import { sampleInput } from './samples.ts';

export function access(given: () => TestStore): void {
  const all = Object.keys(operations) as OperationId[];
  const withAccess = (access: Operation['access']) => all.filter((id) => operations[id].access === access);
  const refusal = async (id: OperationId, who: Parameters<TestStore['call']>[1]) =>
    (await given().call(id, who, sampleInput(id))).problem?.code;

  test('there are operations of each kind', () => {
    expect(withAccess('tenant')).toEqual(['getMe']);
    expect(withAccess('enabled').length).toBeGreaterThanOrEqual(10);
    expect(withAccess('admin').length).toBeGreaterThanOrEqual(4);
  });

  test.each(withAccess('enabled'))('%s needs a user on the roster', async (id) => {
    const { stranger } = await given().tenant();
    expect(await refusal(id, stranger)).toBe('user-not-enabled');
  });

  test.each([...withAccess('enabled'), ...withAccess('admin')])('R2: %s needs the feature', async (id) => {
    const { admin, user, domain } = await given().tenant();
    await given().store.createTenant({ domain, name: 'Off', admins: [admin.email], feature: false });
    expect([await refusal(id, admin), await refusal(id, user)]).toEqual(['feature-off', 'feature-off']);
  });

  test.each(withAccess('enabled'))('R7: %s needs an admin to have switched it on', async (id) => {
    const { admin, user } = await given().tenant();
    await given().ok('changeSettings', admin, { body: { revision: 0, enabled: false } });
    expect([await refusal(id, admin), await refusal(id, user)]).toEqual(['switched-off', 'switched-off']);
  });

  test.each(withAccess('admin'))('%s needs an admin', async (id) => {
    const { user } = await given().tenant();
    expect(await refusal(id, user)).toBe('admin-only');
  });

  test('an admin who is not on the roster may do what is for admins, and no more', async () => {
    const { domain, admin, user } = await given().tenant();
    await given().ok('replaceRoster', admin, { body: { revision: 2, users: [user.email] } });
    const me = await given().ok('getMe', admin);
    expect(me).toMatchObject({ role: 'admin', enabled: false, tenant: { domain } });
    expect((await given().ok('getRoster', admin)).users).toEqual([user.email]);
    expect(await given().refused('listContacts', admin)).toBe('user-not-enabled');
  });

  test('who is taken off the roster is refused from then on, answered requests included', async () => {
    const { admin, user } = await given().tenant();
    const input = { ...sampleInput('createSuggestion'), key: 'once' };
    await given().ok('createSuggestion', user, input);
    await given().ok('changeRoster', admin, {
      body: { baseRevision: 1, revision: 2, enable: [], disable: [user.email] },
    });
    expect(await given().refused('createSuggestion', user, input)).toBe('user-not-enabled');
  });

  test('an admin of one organisation is none of another', async () => {
    const { admin } = await given().tenant();
    const other = await given().tenant();
    expect(await given().refused('getRoster', { ...admin, hd: other.domain })).toBe('admin-only');
  });

  test('getMe tells everybody of the organisation where they stand and whom to ask', async () => {
    const admins = Array.from({ length: 7 }, (_, i) => `admin${i}@help.example`);
    const domain = 'help.example';
    const stranger = person(domain, 'lena');
    const settings = { domain, name: 'Help Ltd', admins, contact: 'it@help.example' };
    await given().store.createTenant({ ...settings, feature: false, quota: { allowed: 5, policy: 'block' } });
    expect(await given().ok('getMe', stranger)).toEqual({
      email: 'lena@help.example',
      role: 'user',
      enabled: false,
      pending: 0,
      quota: { period: '2026-11', used: 0, allowed: 5, policy: 'block' },
      tenant: { domain, name: 'Help Ltd' },
      feature: false,
      switchedOn: true,
      help: { admins: admins.slice(0, 5), contact: 'it@help.example' },
      rosterRevision: 0,
    });
  });

  test('setting an organisation up again changes its settings and keeps its data', async () => {
    const { domain, admin, user } = await given().tenant();
    await given().store.createTenant({ domain, name: 'Renamed', admins: [user.email], feature: true });
    const me = await given().ok('getMe', user);
    expect(me).toMatchObject({ role: 'admin', enabled: true, rosterRevision: 1, tenant: { name: 'Renamed' } });
    expect((await given().ok('getMe', admin)).role).toBe('user');
  });

  test('a wrong organisation is refused with all its mistakes', async () => {
    const wrong = { domain: 'no domain', name: ' ', admins: ['nobody'], feature: true, internalDomains: ['-'] };
    await expect(given().store.createTenant(wrong)).rejects.toThrow(
      /"no domain" is not a domain[\s\S]*"-" is not a domain[\s\S]*name[\s\S]*"nobody" is not an email/,
    );
  });
}
