import { type Kysely, type Migration, sql } from 'kysely';
import { companyDomain } from '../../../contact/mail-domain.ts';
import { indexAllContacts } from '../contact-terms.ts';
import { isolated } from './statements.ts';

/**
 * Each address has the registrable domain of its company, by which people of a company stand together; it is null for an
 * address of a mail provider. `encounters`: which user has had which message from or about a contact, as a digest of its Message-ID.
 */
export const companiesAndEncounters: Migration = {
  async up(db) {
    for (const text of columns) await sql.raw(text).execute(db);
    await fillDomains(db);
    await indexAllContacts(db);
    for (const text of tables) await sql.raw(text).execute(db);
  },
};

const columns = [
  ...['contacts', 'contact_emails', 'contact_terms'].map((table) => `alter table ${table} no force row level security`),
  `alter table contact_emails add column domain text collate "C"`,
];

const tables = [
  `create index contact_emails_by_company on contact_emails (tenant_id, domain, contact_id) where domain is not null`,
  ...['contacts', 'contact_emails', 'contact_terms'].map((table) => `alter table ${table} force row level security`),
  `create table encounters (
    tenant_id uuid not null,
    contact_id uuid not null,
    user_email text not null,
    message_key text not null,
    at timestamptz not null,
    primary key (tenant_id, contact_id, user_email, message_key),
    foreign key (tenant_id, contact_id) references contacts on delete cascade
  )`,
  ...isolated('encounters', 'tenant'),
];

async function fillDomains(db: Kysely<unknown>): Promise<void> {
  let after = { tenant_id: '00000000-0000-0000-0000-000000000000', address: '' };
  for (;;) {
    const { rows } = await sql<typeof after>`select tenant_id, address from contact_emails
      where (tenant_id, address) > (${after.tenant_id}::uuid, ${after.address}) order by tenant_id, address limit 1000`.execute(
      db,
    );
    const last = rows.at(-1);
    if (!last) return;
    const given = rows.map((row) => ({ ...row, domain: companyDomain(row.address) }));
    await sql`update contact_emails as kept set domain = given.domain
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (tenant_id uuid, address text, domain text)
      where kept.tenant_id = given.tenant_id and kept.address = given.address`.execute(db);
    after = last;
  }
}
