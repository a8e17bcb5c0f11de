import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK, SignJWT } from 'jose';
import type { User } from './apps-script/types.ts';

/** The preview's stand-in for Google's identity tokens. A store trusts them only when it is given `keys`. */
export interface IdentityIssuer {
  issuer: string;
  audience: string;
  /** The public key, as Google publishes its own. */
  keys: JSONWebKeySet;
  /** What `ScriptApp.getIdentityToken()` gives this user; good for an hour. */
  token(user: User): Promise<string>;
}

/** Issues tokens with the private key in `keyFile`, which is made at the first start and readable by its owner only. */
export async function openIdentityIssuer(keyFile: string): Promise<IdentityIssuer> {
  const secret = await readOrMakeKey(keyFile);
  const privateKey = await importJWK(secret, 'RS256');
  const { kty, n, e, kid } = secret;
  return {
    issuer,
    audience,
    keys: { keys: [{ kty, n, e, kid, alg: 'RS256', use: 'sig' }] },
    token: (user) =>
      new SignJWT({ email: user.email, email_verified: true, name: user.name, ...(user.domain && { hd: user.domain }) })
        .setProtectedHeader({ alg: 'RS256', kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subjectOf(user))
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey),
  };
}

const issuer = 'https://preview.contact-inbox.example';
const audience = 'contact-inbox-preview';

async function readOrMakeKey(file: string): Promise<JWK & { kid: string }> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new Error(`Cannot read ${file}`, { cause: error });
  }
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const key = { ...jwk, kid: createHash('sha256').update(`${jwk.n}`).digest('hex').slice(0, 16) };
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(key), { mode: 0o600 });
  await rename(`${file}.new`, file); // never half written, whenever the process ends
  return key;
}

/** Digits like Google's `sub`, which is the id in the directory too; the same for the same address. */
export const subjectOf = ({ email }: Pick<User, 'email'>): string =>
  BigInt(`0x${createHash('sha256').update(email).digest('hex').slice(0, 16)}`)
    .toString()
    .padStart(21, '1');
