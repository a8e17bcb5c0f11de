import { type Migration, sql } from 'kysely';

/** A migration of plain SQL statements. The old ones rest on it: what it does must stay. */
export function statements(...texts: string[]): Migration {
  return {
    async up(db) {
      for (const text of texts) await sql.raw(text).execute(db);
    },
  };
}

/**
 * Row-level security: only rows of the tenant (and, for what is private to a user, of the user) that the transaction has
 * named are seen or written, by the owner of the tables too. Nothing named, nothing seen.
 */
export function isolated(table: string, by: 'tenant' | 'tenant and user'): string[] {
  const tenant = `tenant_id = nullif(current_setting('contact_inbox.tenant', true), '')::uuid`;
  const user = `user_id = nullif(current_setting('contact_inbox.user', true), '')`;
  const condition = by === 'tenant' ? tenant : `${tenant} and ${user}`;
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_isolated on ${table} using (${condition}) with check (${condition})`,
    `grant select, insert, update, delete on ${table} to contact_inbox_app`,
  ];
}

/**
 * Lets the owner of the tables read and write all rows of a table, in a transaction that says so (`asOperator`): a backup
 * does. Requests run under another role, which it is not for. Tables made before migration 0011 got it there.
 */
export const operatedByOwner = (table: string): string => `do $$ begin execute ${operated(`'${table}'`)}; end $$`;

/** The SQL expression of the statement that does so for the table named by the expression `name`. */
export const operated = (name: string): string =>
  `format($policy$create policy %I on %I to %I using (current_setting('contact_inbox.operator', true) = 'on')$policy$,
    ${name} || '_operated', ${name}, current_user)`;
