import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** What an address is in its organisation. */
export interface Place {
  /** On the roster. */
  enabled: boolean;
  /** Its mailbox is or was read, and its user has not called since. */
  unclaimed: boolean;
  /** Its mailbox was read and is not now, at an admin's word. */
  hidesAutomatic: boolean;
}

export async function findPlace(db: Db, tenant: string, provider: string, email: string): Promise<Place> {
  const { rows } = await sql<Place>`
    select
      exists (select from roster_users where tenant_id = ${tenant} and email = ${email}) as enabled,
      l.email is not null and l.user_id is null as unclaimed,
      l.email is not null and (l.status = 'disabled' or (i.functions #>> '{contactInbox,on}') is distinct from 'true')
        as "hidesAutomatic"
    from (select) as one
    left join linkages l on l.tenant_id = ${tenant} and l.provider = ${provider} and l.email = ${email}
    left join integrations i on i.tenant_id = ${tenant} and i.provider = ${provider}`.execute(db);
  return rows[0] ?? { enabled: false, unclaimed: false, hidesAutomatic: false };
}
