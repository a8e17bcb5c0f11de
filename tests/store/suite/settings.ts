import { sql } from 'kysely';
import { removeOldAuditEntries } from '../../../src/store/sql/audit-entries.ts';
import { later, save, start, suggestionOf, type TestStore, type TestTenant } from '../support.ts';

export function settings(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant({
      contact: 'it@ops.example',
      internalDomains: ['group.example'],
      quota: { allowed: 3, policy: 'block' },
    });
  });

  const change = (body: object, revision = 0) =>
    given().call('changeSettings', tenant.admin, { body: { revision, ...body } });
  const read = () => given().ok('getSettings', tenant.admin);
  const defaults = {
    revision: 0,
    enabled: true,
    helpContact: null,
    internalDomains: [],
    roleNames: [],
    suggestionDays: 30,
    undoHours: 24,
    closedSuggestionDays: 90,
    auditDays: 730,
    contract: {
      helpContact: 'it@ops.example',
      internalDomains: ['group.example'],
      quota: { allowed: 3, policy: 'block' },
    },
  };

  test('as they are before anybody changes them, with the operator’s part', async () =>
    expect(await read()).toEqual(defaults));

  test('what is named changes, the rest stays', async () => {
    const first = await change({ internalDomains: ['Sister.example', 'sister.example'], undoHours: 2 });
    const expected = { ...defaults, revision: 1, internalDomains: ['sister.example'], undoHours: 2 };
    expect(first.body).toEqual(expected);
    expect((await change({ undoHours: 3, helpContact: 'Ask Lena' }, 1)).body).toEqual({
      ...expected,
      revision: 2,
      undoHours: 3,
      helpContact: 'Ask Lena',
    });
    expect(await read()).toMatchObject({ revision: 2, helpContact: 'Ask Lena' });
  });

  test('is in the audit log with the new values, the help contact aside', async () => {
    await change({ undoHours: 2, enabled: true, internalDomains: ['sister.example'], helpContact: 'Ask Lena' });
    expect((await given().ok('listAudit', tenant.admin, { query: { act: 'settings.change' } })).items).toMatchObject([
      {
        actor: tenant.admin.email,
        details: {
          fields: ['helpContact', 'internalDomains', 'undoHours'],
          undoHours: 2,
          internalDomains: ['sister.example'],
        },
      },
    ]);
    expect(JSON.stringify(await given().ok('listAudit', tenant.admin))).not.toContain('Lena');
  });

  test('two admins at once on one revision: one is done, the other is told, nothing is lost', async () => {
    const answers = await Promise.all([change({ undoHours: 2 }), change({ suggestionDays: 7 })]);
    expect(answers.map(({ problem }) => problem?.code ?? 'done').sort()).toEqual(['done', 'settings-outdated']);
    expect((await read()).revision).toBe(1);
    expect((await change({ enabled: false }, 0)).problem?.code).toBe('settings-outdated');
    expect((await change({ enabled: false }, 2)).problem?.code).toBe('settings-outdated');
  });

  test('what changes nothing makes no revision and no entry', async () => {
    expect((await change({})).body).toEqual(defaults);
    expect((await change({ undoHours: 24 })).body).toEqual(defaults);
    expect((await given().ok('listAudit', tenant.admin, { query: { act: 'settings.change' } })).items).toEqual([]);
  });

  test.each([
    { undoHours: 0 },
    { suggestionDays: 366 },
    { auditDays: 89 },
    { internalDomains: ['no domain'] },
    { roleNames: ['info@example.com'] },
    { helpContact: '' },
    { quota: { allowed: 1000 } },
    { feature: true },
  ])('%j is refused', async (body) => expect((await change(body)).problem?.code).toBe('request-invalid'));

  test('R7: switched off, everybody is out and nothing is lost; switched on, all is as it was', async () => {
    await save(given(), tenant.user, { fn: 'Ana Ruiz', email: ['ana@example.com'] });
    await change({ enabled: false });
    expect(await given().refused('listContacts', tenant.user)).toBe('switched-off');
    expect(await given().ok('getMe', tenant.user)).toMatchObject({ feature: true, switchedOn: false, enabled: true });
    await change({ enabled: true }, 1);
    expect((await given().ok('listContacts', tenant.user)).items).toHaveLength(1);
  });

  test('a sender of a named domain is a colleague', async () => {
    const status = async (email: string) =>
      (await given().ok('lookupSender', tenant.user, { body: { email, messageId: 'm' } })).status;
    expect(await status('a@sister.example')).toBe('new');
    await change({ internalDomains: ['sister.example'] });
    expect(await status('a@sister.example')).toBe('internal');
    expect(await status('a@group.example')).toBe('internal');
  });

  describe('role names', () => {
    const suggest = (fn: string, email: string[], way: 'on-demand' | 'background' = 'on-demand') => {
      const body = suggestionOf({ fn, org: { name: 'Kite', units: [] }, email });
      return given().call('createSuggestion', tenant.user, { body: { ...body, source: { ...body.source, way } } });
    };

    test('an address of a desk makes two people of different names two, and of the same name one', async () => {
      await save(given(), tenant.user, { fn: 'Ana Ruiz', email: ['zone-a@kite.example'] });
      expect((await suggest('Ben Ito', ['zone-a@kite.example'])).body.match.kind).toBe('ambiguous');
      await change({ roleNames: ['Zone-A', 'zone-a'] });
      expect((await read()).roleNames).toEqual(['zone-a']);
      expect((await suggest('Ben Ito', ['ZONE-A@kite.example'])).body.match.kind).toBe('new');
      expect((await suggest('Ana Ruiz', ['zone-a@kite.example'])).body.match.kind).toBe('changed');
    });

    test('two who write from it wait side by side', async () => {
      await change({ roleNames: ['zone'] });
      await suggest('Ana Ruiz', ['osaka.zone@kite.example']);
      await suggest('Ben Ito', ['osaka.zone@kite.example']);
      expect((await given().ok('listSuggestions', tenant.user)).items).toHaveLength(2);
    });

    test('by itself no suggestion is made of it; beside the mail, or with an address of a person, it is', async () => {
      expect((await suggest('Ana Ruiz', ['desk7@kite.example'], 'background')).status).toBe(200);
      await change({ roleNames: ['desk7'] });
      expect((await suggest('Ana Ruiz', ['desk7@kite.example'], 'background')).problem?.code).toBe('suppressed');
      expect((await suggest('Ana Ruiz', ['info@kite.example'], 'background')).problem?.code).toBe('suppressed');
      expect((await suggest('Ana Ruiz', ['desk7@kite.example', 'ana@kite.example'], 'background')).status).toBe(200);
      expect((await suggest('Ana Ruiz', ['info@kite.example'])).status).toBe(200);
    });
  });

  test('users are told the admins’ help contact, else the operator’s', async () => {
    const contact = async () => (await given().ok('getMe', tenant.stranger)).help.contact;
    expect(await contact()).toBe('it@ops.example');
    await change({ helpContact: 'help@example.com' });
    expect(await contact()).toBe('help@example.com');
    await change({ helpContact: null }, 1);
    expect(await contact()).toBe('it@ops.example');
  });

  test('a suggestion waits, and an undo is offered, for as long as is set', async () => {
    await change({ suggestionDays: 2, undoHours: 3 });
    const { suggestion } = await given().ok('createSuggestion', tenant.user, { body: suggestionOf({ fn: 'Ana' }) });
    expect(suggestion.expiresAt).toBe(later(start, { days: 2 }).toISOString());
    const { undo } = await save(given(), tenant.user, { fn: 'Ben', email: ['ben@example.com'] });
    expect(undo.expiresAt).toBe(later(start, { hours: 3 }).toISOString());
  });

  test('R9: admins see what was added in each month, without what was undone', async () => {
    const history = () => given().ok('getQuotaHistory', tenant.admin);
    expect(await history()).toEqual({ allowed: 3, policy: 'block', periods: [] });
    await save(given(), tenant.user, { fn: 'Ana', email: ['ana@example.com'] });
    const { undo } = await save(given(), tenant.user, { fn: 'Ben', email: ['ben@example.com'] });
    given().clock.now = later(start, { days: 30 });
    await save(given(), tenant.user, { fn: 'Cy', email: ['cy@example.com'] });
    await save(given(), tenant.user, { fn: 'Ana', title: 'Buyer', email: ['ana@example.com'] });
    given().clock.now = start;
    await given().ok('undo', tenant.user, { params: { undoId: undo.id } });
    expect((await history()).periods).toEqual([
      { period: '2026-12', used: 1 },
      { period: '2026-11', used: 1 },
    ]);
  });

  test('the audit log lets go of what is older than it keeps, and of nothing else', async () => {
    const { id } = await given()
      .db.selectFrom('tenants')
      .select('id')
      .where('domain', '=', tenant.domain)
      .executeTakeFirstOrThrow();
    const asOwner = <T>(work: (trx: TestStore['db']) => Promise<T>) =>
      given()
        .db.transaction()
        .execute(async (trx) => {
          await sql`select set_config('contact_inbox.tenant', ${id}, true)`.execute(trx);
          return await work(trx);
        });
    const removed = () => asOwner((trx) => removeOldAuditEntries(trx, id));
    await asOwner(async (trx) => {
      for (const days of [89, 91, 800]) {
        await sql`insert into audit_entries (tenant_id, id, at, act, actor, details) values (${id}, gen_random_uuid(),
          now() - make_interval(days => ${days}), ${`${days} days old`}, 'test', '{}')`.execute(trx);
      }
    });
    const acts = async () => (await given().ok('listAudit', tenant.admin)).items.map(({ act }) => act);
    const kept = asOwner((trx) => sql`delete from audit_entries where act = '91 days old'`.execute(trx));
    await expect(kept).rejects.toMatchObject({ code: '42501' });
    expect(await removed()).toBe(1);
    expect(await acts()).not.toContain('800 days old');
    await change({ auditDays: 90 });
    expect(await removed()).toBe(1);
    expect(await acts()).toEqual(expect.arrayContaining(['89 days old', 'settings.change', 'roster.replace']));
  });
}
