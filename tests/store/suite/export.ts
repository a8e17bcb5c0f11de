import { randomUUID } from 'node:crypto';
import { insertContact } from '../../../src/store/sql/contacts.ts';
import { enterTenant } from '../../../src/store/sql/tenants.ts';
import { inTransaction } from '../../../src/store/sql/transaction.ts';
import { cardOf, requestFor, save, start, type TestStore, type TestTenant } from '../support.ts';

export function exports(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant();
  });
  const exported = (query: { format?: 'csv' | 'vcard' | 'vcard3'; q?: string; domain?: string } = {}) =>
    given().ok('exportContacts', tenant.user, { query });

  test('CSV that Excel opens: byte order mark, nothing that becomes a formula', async () => {
    const { contact } = await save(given(), tenant.user, {
      fn: '森 さくら',
      title: '=1+1',
      email: ['mori@example.jp'],
    });
    await given().ok('updateContact', tenant.user, {
      params: { contactId: contact.id },
      body: { revision: 1, tags: ['VIP', '@home'], notes: 'Met\nin Osaka' },
    });
    const [head, row, ...rest] = (await exported()).split('\r\n');
    expect(head).toMatch(/^\ufeffName,.*,Tags,Owner,Notes,Changed,ID$/);
    expect(row).toContain('森 さくら,');
    expect(row).toContain(",'=1+1,mori@example.jp,");
    expect(row).toContain(`,VIP; @home,,Met in Osaka,${start.toISOString()},${contact.id}`);
    expect(rest).toEqual(['']);
  });

  test('vCard 4.0 and 3.0', async () => {
    const { contact } = await save(given(), tenant.user, { fn: 'Ana Ruiz', email: ['ana@example.com'] });
    const common = ['BEGIN:VCARD', 'VERSION:4.0', `UID:urn:uuid:${contact.id}`, 'FN:Ana Ruiz'];
    expect((await exported({ format: 'vcard' })).split('\r\n')).toEqual([
      ...common,
      'EMAIL:ana@example.com',
      'REV:20261122T093000Z',
      'END:VCARD',
      '',
    ]);
    const three = await exported({ format: 'vcard3' });
    expect(three).toMatch(/VERSION:3\.0\r\n[\s\S]*N:;;;;\r\nEMAIL;TYPE=INTERNET:ana@example.com\r\n/);
  });

  test('its headers say what it is', async () => {
    const request = requestFor('exportContacts', await given().token(tenant.user), { query: { format: 'vcard' } });
    const { headers } = await given().store.fetch(request);
    expect(headers.get('content-type')).toBe('text/vcard; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="contacts.vcf"');
  });

  test('those that a search finds', async () => {
    await save(given(), tenant.user, { fn: 'Ana Ruiz', email: ['ana@example.com'] });
    await save(given(), tenant.user, { fn: 'Ben Ito', email: ['ben@other.example'] });
    expect(await exported({ q: 'ruiz', format: 'vcard' })).toMatch(/^(?=[\s\S]*Ana Ruiz)(?![\s\S]*Ben Ito)/);
    expect(await exported({ domain: 'other.example' })).toMatch(/^(?=[\s\S]*Ben Ito)(?![\s\S]*Ana Ruiz)/);
  });

  test('many: page by page, each once', async () => {
    const ids = Array.from({ length: 1001 }, () => randomUUID());
    await inTransaction(given().db, { domain: tenant.domain, userId: 'x' }, async (trx) => {
      const { id: tenantId = '' } = (await enterTenant(trx, tenant.domain)) ?? {};
      const times = { createdAt: start, updatedAt: start, createdBy: tenant.user.email };
      for (const id of ids) {
        const record = { id, card: cardOf({ fn: `Person ${id}` }), tags: [], revision: 1, acceptances: 1, ...times };
        await insertContact(trx, tenantId, record);
      }
    });
    const found = (await exported({ format: 'vcard' })).match(/(?<=^UID:urn:uuid:).*(?=\r)/gm);
    expect(found).toEqual([...ids].sort());
    expect((await exported({ q: 'person' })).split('\r\n')).toHaveLength(1003);
  });

  test('the audit log tells of it', async () => {
    await exported({ format: 'vcard3' });
    const { items } = await given().ok('listAudit', tenant.admin, { query: { act: 'contact.export' } });
    expect(items).toMatchObject([{ actor: tenant.user.email, details: { format: 'vcard3' } }]);
  });
}
