import type { Db } from './schema.ts';

/** An encrypted value: see `secrets.ts` of the store. `ciphertext` ends with the 16 bytes of its tag. */
export interface SealedSecret {
  keyId: string;
  nonce: Uint8Array;
  ciphertext: Uint8Array;
}

export async function saveSecret(
  db: Db,
  tenant: string,
  name: string,
  { keyId, nonce, ciphertext }: SealedSecret,
  now: Date,
): Promise<void> {
  const value = { key_id: keyId, nonce, ciphertext, updated_at: now };
  await db
    .insertInto('secrets')
    .values({ tenant_id: tenant, name, ...value })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doUpdateSet(value))
    .execute();
}

export async function findSecret(db: Db, tenant: string, name: string): Promise<SealedSecret | undefined> {
  const row = await db
    .selectFrom('secrets')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('name', '=', name)
    .executeTakeFirst();
  return row && { keyId: row.key_id, nonce: row.nonce, ciphertext: row.ciphertext };
}

export async function deleteSecret(db: Db, tenant: string, name: string): Promise<void> {
  await db.deleteFrom('secrets').where('tenant_id', '=', tenant).where('name', '=', name).execute();
}

/** The organisation's secrets that another key has encrypted; nobody else changes them until this transaction ends. */
export async function lockSecretsNotUnder(
  db: Db,
  tenant: string,
  keyId: string,
): Promise<(SealedSecret & { name: string })[]> {
  const rows = await db
    .selectFrom('secrets')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('key_id', '!=', keyId)
    .orderBy('name')
    .forUpdate()
    .execute();
  return rows.map((row) => ({ name: row.name, keyId: row.key_id, nonce: row.nonce, ciphertext: row.ciphertext }));
}
