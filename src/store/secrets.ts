import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Problem } from './problem.ts';
import type { Db } from './sql/schema.ts';
import { findSecret, type SealedSecret, saveSecret } from './sql/secrets.ts';

/** The keys that secrets are encrypted with: the first for new ones, each for those it has encrypted. */
export type SecretKeys = ReadonlyMap<string, Buffer>;

/**
 * An organisation's secrets, encrypted in the database with AES-256-GCM. A value is bound to its organisation and name: the
 * row under another one cannot be read. Without keys both throw the problem `secret-key-missing`.
 */
export interface Secrets {
  save(db: Db, tenant: string, name: string, value: string, now: Date): Promise<void>;
  /** As text that can be kept elsewhere, bound to organisation and name too. */
  seal(tenant: string, name: string, value: string): string;
  unseal(tenant: string, name: string, sealed: string): string;
  /** Undefined when there is none. Throws an Error when it cannot be decrypted; it holds nothing of the value. */
  find(db: Db, tenant: string, name: string): Promise<string | undefined>;
}

export function secretsWith(keys: SecretKeys): Secrets {
  const needKeys = () => {
    if (keys.size > 0) return;
    throw new Problem('secret-key-missing', 'Who runs the store has to set CONTACT_INBOX_SECRET_KEY first');
  };
  return {
    async save(db, tenant, name, value, now) {
      needKeys();
      await saveSecret(db, tenant, name, seal(keys, tenant, name, value), now);
    },
    seal(tenant, name, value) {
      needKeys();
      const { keyId, nonce, ciphertext } = seal(keys, tenant, name, value);
      return [keyId, base64(nonce), base64(ciphertext)].join(':');
    },
    unseal(tenant, name, sealed) {
      needKeys();
      const [keyId = '', nonce = '', ciphertext = ''] = sealed.split(':');
      const bytes = { nonce: Buffer.from(nonce, 'base64'), ciphertext: Buffer.from(ciphertext, 'base64') };
      return unseal(keys, tenant, name, { keyId, ...bytes });
    },
    async find(db, tenant, name) {
      const sealed = await findSecret(db, tenant, name);
      if (!sealed) return undefined;
      needKeys();
      return unseal(keys, tenant, name, sealed);
    },
  };
}

/**
 * Reads keys as the environment holds them: `id:base64` of 32 bytes each, by commas or lines. Throws one Error that lists
 * every mistake and quotes no key.
 */
export function readSecretKeys(text: string): SecretKeys {
  const keys = new Map<string, Buffer>();
  const mistakes: string[] = [];
  for (const [index, entry] of text
    .split(/[\s,]+/)
    .filter(Boolean)
    .entries()) {
    const [, id = '', base64 = ''] = /^([a-z0-9][a-z0-9.-]{0,62}):([a-z0-9+/_-]+={0,2})$/i.exec(entry) ?? [];
    const key = Buffer.from(base64, 'base64');
    if (!id) mistakes.push(`key ${index + 1} is not written as id:base64`);
    else if (key.length !== 32) mistakes.push(`key "${id}" has ${key.length} bytes, not 32`);
    else if (keys.has(id)) mistakes.push(`there are two keys "${id}"`);
    keys.set(id, key);
  }
  if (mistakes.length > 0) throw new Error(mistakes.join('; '));
  return keys;
}

/** A new key, as `readSecretKeys` reads it. */
export const newSecretKey = (now: Date): string =>
  `${now.toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}:${randomBytes(32).toString('base64')}`;

/** `keys` must hold one. A nonce is random: with fewer than 2^32 secrets to a key none repeats (NIST SP 800-38D, 8.3). */
export function seal(keys: SecretKeys, tenant: string, name: string, value: string): SealedSecret {
  const [first] = keys;
  if (!first) throw new Error('There is no key to encrypt secrets with');
  const [keyId, key] = first;
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(tenant, name));
  return {
    keyId,
    nonce,
    ciphertext: Buffer.concat([cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]),
  };
}

export function unseal(
  keys: SecretKeys,
  tenant: string,
  name: string,
  { keyId, nonce, ciphertext }: SealedSecret,
): string {
  const key = keys.get(keyId);
  if (!key) throw new Error(`Cannot decrypt the secret ${name}: its key "${keyId}" is not among the keys`);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
      .setAAD(boundTo(tenant, name))
      .setAuthTag(ciphertext.subarray(-16));
    return Buffer.concat([decipher.update(ciphertext.subarray(0, -16)), decipher.final()]).toString('utf8');
  } catch {
    throw new Error(`Cannot decrypt the secret ${name}: it was changed, or is another organisation's`);
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const boundTo = (tenant: string, name: string): Buffer => Buffer.from(JSON.stringify([tenant, name]));
