import { type Kysely, sql } from 'kysely';
import type { ContactCard } from '../../../contact/card.ts';
import { matchKeys } from '../../../contact/match-keys.ts';
import type { Db } from '../schema.ts';
import { isolated, statements } from './statements.ts';

/** What contacts are found by when a draft is compared with them, for those that are there already too. */
export const contactKeys = {
  async up(db: Kysely<unknown>): Promise<void> {
    await tables.up(db);
    await fillKeys(db as Db);
  },
};

const tables = statements(
  `create table contact_keys (
    tenant_id uuid not null,
    key text collate "C" not null,
    contact_id uuid not null,
    primary key (tenant_id, key, contact_id),
    foreign key (tenant_id, contact_id) references contacts on delete cascade
  )`,
  `create index contact_keys_by_contact on contact_keys (tenant_id, contact_id)`,
  ...isolated('contact_keys', 'tenant'),
);

/** By organisation, since the tables' owner sees one at a time. */
async function fillKeys(db: Db): Promise<void> {
  for (const { id: tenant } of await db.selectFrom('tenants').select('id').execute()) {
    await sql`select set_config('contact_inbox.tenant', ${tenant}, true)`.execute(db);
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const contacts = await nextContacts(db, tenant, after);
      const rows = contacts.flatMap(({ id, card }) =>
        matchKeys(card).map((key) => ({ tenant_id: tenant, key, contact_id: id })),
      );
      for (let i = 0; i < rows.length; i += 5000) {
        await db
          .insertInto('contact_keys')
          .values(rows.slice(i, i + 5000))
          .execute();
      }
      const last = contacts.at(-1);
      if (!last) break;
      after = last.id;
    }
  }
  await sql`select set_config('contact_inbox.tenant', '', true)`.execute(db);
}

const nextContacts = (db: Db, tenant: string, after: string): Promise<{ id: string; card: ContactCard }[]> =>
  db
    .selectFrom('contacts')
    .select(['id', 'card'])
    .where('tenant_id', '=', tenant)
    .where('id', '>', after)
    .orderBy('id')
    .limit(1000)
    .execute();
