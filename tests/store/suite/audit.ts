import { sql } from 'kysely';
import { insertAuditEntry } from '../../../src/store/sql/audit-entries.ts';
import { recordEvent } from '../../../src/store/sql/contact-events.ts';
import type { Db } from '../../../src/store/sql/schema.ts';
import { inTransaction } from '../../../src/store/sql/transaction.ts';
import { later, start, type TestStore, type TestTenant } from '../support.ts';

export function audit(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant(); // which sets it up and enables ken and sakura: the first two entries
  });

  const list = async (query = {}) =>
    (await given().ok('listAudit', tenant.admin, { query })).items.filter(({ act }) => act !== 'tenant.create');
  const acts = async (query = {}) => (await list(query)).map(({ act }) => act);

  /** Runs with a request's rights. */
  const inTenant = (work: (trx: Db, tenantId: string) => Promise<void>) =>
    inTransaction(given().db, { domain: tenant.domain, userId: tenant.admin.sub }, async (trx) => {
      const { id } = await trx.selectFrom('tenants').select('id').executeTakeFirstOrThrow();
      await sql`select set_config('contact_inbox.tenant', ${id}, true)`.execute(trx);
      await work(trx, id);
    });

  describe('the roster', () => {
    test('says who enabled and disabled whom, when', async () => {
      given().clock.now = later(start, { hours: 1 });
      const enable = [`Lena@${tenant.domain}`];
      const body = { baseRevision: 1, revision: 2, enable, disable: [tenant.user.email] };
      await given().ok('changeRoster', tenant.admin, { body });
      const [entry, first] = await list();
      expect(entry).toEqual({
        id: expect.any(String),
        at: '2026-11-22T10:30:00.000Z',
        act: 'roster.change',
        actor: tenant.admin.email,
        details: {
          revision: 2,
          enabledCount: 1,
          enabled: [`lena@${tenant.domain}`],
          disabledCount: 1,
          disabled: [tenant.user.email],
        },
      });
      expect(first).toMatchObject({ act: 'roster.replace', details: { revision: 1, usersCount: 2 } });
    });

    test('what changes nothing, is refused or comes again is no act', async () => {
      const body = { baseRevision: 1, revision: 2, enable: ['a@x.example'], disable: [] };
      for (let i = 0; i < 2; i++) await given().ok('changeRoster', tenant.admin, { body, key: 'same' });
      await given().ok('changeRoster', tenant.admin, { body });
      const users = [tenant.admin.email, tenant.user.email, 'a@x.example'];
      await given().ok('replaceRoster', tenant.admin, { body: { revision: 3, users } });
      await given().refused('replaceRoster', tenant.admin, { body: { revision: 1, users: [] } });
      expect((await acts()).sort()).toEqual(['roster.change', 'roster.replace']); // all at one time
    });

    test('of a long list the log names 100', async () => {
      given().clock.now = later(start, { hours: 1 });
      const users = Array.from({ length: 150 }, (_, i) => `u${i}@${tenant.domain}`);
      await given().ok('replaceRoster', tenant.admin, { body: { revision: 2, users } });
      const details = (await list({ act: 'roster.replace', limit: 1 }))[0]?.details;
      expect(details).toEqual({ revision: 2, usersCount: 150, users: users.slice(0, 100) });
    });
  });

  test('who runs the store is named as such', async () => {
    await given().store.createTenant({
      domain: tenant.domain,
      name: 'Renamed',
      admins: [tenant.admin.email],
      feature: true,
    });
    const { items } = await given().ok('listAudit', tenant.admin, {
      query: { actor: 'operator', act: 'tenant.change' },
    });
    expect(items).toMatchObject([{ details: { fields: ['name'] } }]);
  });

  describe('the list', () => {
    const contactId = '5a8e0f0c-7c1e-4b1a-9b1a-2b1a5a8e0f0c';
    beforeEach(() =>
      inTenant(async (trx, id) => {
        for (let hour = 1; hour <= 4; hour++) {
          await insertAuditEntry(trx, id, {
            id: `00000000-0000-4000-8000-00000000000${hour}`,
            at: later(start, { hours: hour }),
            act: hour % 2 ? 'contact.edit' : 'contact.delete',
            actor: hour === 4 ? 'operator' : tenant.user.email,
            ...(hour > 1 && { subject: { kind: 'contact', id: contactId } }),
            details: { fields: hour === 3 ? ['org_%', 'title'] : [] },
          });
        }
      }),
    );

    test.each([
      [{}, [4, 3, 2, 1]],
      [{ act: 'contact.edit' }, [3, 1]],
      [{ actor: 'operator' }, [4]],
      [{ subject: contactId }, [4, 3, 2]],
      [{ from: later(start, { hours: 2 }).toISOString() }, [4, 3, 2]],
      [{ to: later(start, { hours: 2 }).toISOString(), from: later(start, { hours: 1 }).toISOString() }, [1]],
      [{ q: 'TITLE' }, [3]],
      [{ q: 'g_%' }, [3]],
      [{ q: 'delete' }, [4, 2]],
      [{ q: '5A8E0f0c' }, [4, 3, 2]],
      [{ q: 'nothing of it' }, []],
    ])('%j', async (filter, hours) => {
      const found = (await list(filter)).filter(({ act }) => act !== 'roster.replace');
      expect(found.map(({ id }) => Number(id.slice(-1)))).toEqual(hours);
    });

    test('an actor is found by the address in any case', async () =>
      expect(await acts({ actor: tenant.user.email.toUpperCase() })).toHaveLength(3));

    test('is read page by page', async () => {
      const pages: string[] = [];
      for (let cursor: string | undefined, n = 0; n < 10; n++) {
        const query = { limit: 2, ...(cursor && { cursor }) };
        const page = await given().ok('listAudit', tenant.admin, { query });
        pages.push(
          page.items
            .map(({ act }) => act)
            .sort()
            .join('+'),
        );
        cursor = page.nextCursor;
        if (!cursor) break;
      }
      expect(pages).toEqual([
        'contact.delete+contact.edit',
        'contact.delete+contact.edit',
        'roster.replace+tenant.create',
      ]);
    });

    test('an act the log does not know is refused', async () =>
      expect(await given().refused('listAudit', tenant.admin, { query: { act: 'x' as never } })).toBe(
        'request-invalid',
      ));
  });

  test('events of one contact keep their order', async () => {
    const contactId = '5a8e0f0c-7c1e-4b1a-9b1a-2b1a5a8e0f0c';
    await inTenant(async (trx, id) => {
      for (const [type, revision] of [
        ['contact.created', 1],
        ['contact.changed', 2],
        ['contact.deleted', 2],
      ] as const) {
        await recordEvent(trx, id, { type, contactId, revision, at: start });
      }
      const rows = await trx.selectFrom('contact_events').select(['type', 'revision', 'at']).orderBy('seq').execute();
      expect(rows.map(({ type, revision }) => [type, revision])).toEqual([
        ['contact.created', 1],
        ['contact.changed', 2],
        ['contact.deleted', 2],
      ]);
      expect(rows[0]?.at).toEqual(start);
    });
  });
}
