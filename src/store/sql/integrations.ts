import type { LinkageCause, ScanSettings } from '../../api/types.ts';
import type { Db } from './schema.ts';

/** What may be shown of the credential; the key itself is a secret. */
export interface KeptCredential {
  kind: 'key' | 'attached';
  account: string;
  project?: string;
  keyId?: string;
  clientId?: string;
  fingerprint?: string;
  /** In ISO 8601. */
  registeredAt: string;
  registeredBy: string;
  /** When a mailbox was tried out with it, after it was registered; in ISO 8601. */
  triedAt?: string;
  /** Why it could not read the mailbox it was tried with. */
  cause?: LinkageCause;
}

export type FunctionName = 'contactInbox' | 'activity';

export type Switches = { [Name in FunctionName]?: { on: boolean; changedAt: string; changedBy: string } };

export interface IntegrationRecord {
  revision: number;
  credential?: KeptCredential;
  functions: Switches;
  settings: ScanSettings;
}

export const defaultScanSettings: ScanSettings = {
  backfillDays: 0,
  sentMail: false,
  labels: [],
  after: null,
  skipPromotions: true,
};

/** As it stands, and before anybody has set anything. */
export async function getIntegration(db: Db, tenant: string, provider: string): Promise<IntegrationRecord> {
  return recordFrom(await rowOf(db, tenant, provider).executeTakeFirst());
}

/** The same, and whether this address is on the roster: undefined before anybody has set anything. */
export async function getIntegrationFor(
  db: Db,
  tenant: string,
  provider: string,
  email: string,
): Promise<{ integration: IntegrationRecord; isOnRoster: boolean } | undefined> {
  const row = await rowOf(db, tenant, provider)
    .select((eb) =>
      eb
        .exists(
          eb.selectFrom('roster_users').select('email').where('tenant_id', '=', tenant).where('email', '=', email),
        )
        .as('is_on_roster'),
    )
    .executeTakeFirst();
  return row && { integration: recordFrom(row), isOnRoster: row.is_on_roster === true };
}

/** As it stands, and nobody else changes it until this transaction ends. */
export async function lockIntegration(db: Db, tenant: string, provider: string): Promise<IntegrationRecord> {
  const empty = { revision: 0, credential: null, functions: '{}', settings: '{}' };
  await db
    .insertInto('integrations')
    .values({ tenant_id: tenant, provider, ...empty })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return recordFrom(await rowOf(db, tenant, provider).forUpdate().executeTakeFirstOrThrow());
}

/** Needs the row to be locked. */
export async function saveIntegration(
  db: Db,
  tenant: string,
  provider: string,
  { revision, credential, functions, settings }: IntegrationRecord,
): Promise<void> {
  await db
    .updateTable('integrations')
    .set({
      revision,
      credential: credential ? JSON.stringify(credential) : null,
      functions: JSON.stringify(functions),
      settings: JSON.stringify(settings),
    })
    .where('tenant_id', '=', tenant)
    .where('provider', '=', provider)
    .execute();
}

const rowOf = (db: Db, tenant: string, provider: string) =>
  db.selectFrom('integrations').selectAll().where('tenant_id', '=', tenant).where('provider', '=', provider);

type Row = Awaited<ReturnType<ReturnType<typeof rowOf>['executeTakeFirst']>>;

const recordFrom = (row: Row): IntegrationRecord => ({
  revision: row?.revision ?? 0,
  ...(row?.credential && { credential: row.credential }),
  functions: row?.functions ?? {},
  settings: { ...defaultScanSettings, ...row?.settings },
});
