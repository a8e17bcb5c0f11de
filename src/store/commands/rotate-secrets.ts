import { type SecretKeys, seal, unseal } from '../secrets.ts';
import type { Db } from '../sql/schema.ts';
import { lockSecretsNotUnder, saveSecret } from '../sql/secrets.ts';
import { inTenant, listTenants } from '../sql/tenants.ts';

/**
 * Encrypts every secret anew that is not under the first key. `failed` names those that none of the keys decrypts, each with
 * its organisation; they stay as they are.
 */
export async function rotateSecrets(
  db: Db,
  keys: SecretKeys,
  now: Date,
): Promise<{ rotated: number; failed: string[] }> {
  const [first] = keys.keys();
  if (first === undefined) throw new Error('There is no key to encrypt secrets with');
  let rotated = 0;
  const failed: string[] = [];
  for (const { id, domain } of await listTenants(db)) {
    await inTenant(db, id, async (trx) => {
      for (const { name, ...sealed } of await lockSecretsNotUnder(trx, id, first)) {
        const value = unsealed(() => unseal(keys, id, name, sealed));
        if (value === undefined) {
          failed.push(`${domain}: ${name} (key "${sealed.keyId}")`);
          continue;
        }
        await saveSecret(trx, id, name, seal(keys, id, name, value), now);
        rotated++;
      }
    });
  }
  return { rotated, failed };
}

function unsealed(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
