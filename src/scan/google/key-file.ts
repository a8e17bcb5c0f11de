import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { KeyFileInvalid, type ReadCredential } from '../../store/mail-provider.ts';

/** What is kept of a key file, as JSON: all that it takes to sign, and no address to send anything to. */
const Kept = z.object({ privateKey: z.string(), keyId: z.string(), project: z.string() });
export type KeptKey = z.output<typeof Kept>;

export const readKept = (kept: string): KeptKey => Kept.parse(JSON.parse(kept));

const tokenUri = 'https://oauth2.googleapis.com/token';

/**
 * The fields that a service account's key file must have (developers.google.com/identity/protocols/oauth2/service-account).
 * What they say in the file is nowhere repeated: one of them is the key.
 */
const KeyFile = z.object({
  type: z.literal('service_account', 'is not "service_account": this is another kind of file from Google Cloud'),
  project_id: z.string('is missing').min(1, 'is empty').max(100, 'is too long'),
  private_key_id: z.string('is missing').regex(/^[\w-]{1,100}$/, 'is not the id of a key'),
  client_email: z.string('is missing').regex(/^[^\s@<>"]{1,200}@[a-z0-9.-]+\.gserviceaccount\.com$/, {
    error: 'is not the address of a service account, which ends with .gserviceaccount.com',
  }),
  client_id: z.string('is missing').regex(/^\d{5,30}$/, 'is not a number'),
  token_uri: z.literal(tokenUri, `is not Google's, ${tokenUri}`),
  universe_domain: z.literal('googleapis.com', "is not Google's, googleapis.com").optional(),
  private_key: z
    .string('is missing')
    .refine((pem) => privateKeyIn(pem) !== undefined, 'is not an RSA key in PEM (cut off when it was copied?)'),
});

/** Checks a key file without the network. Throws KeyFileInvalid, which names each field that is missing or wrong. */
export function readKeyFile(text: string): ReadCredential {
  const read = KeyFile.safeParse(readJson(text));
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => ({ path: path.join('.') || 'keyFile', message }));
    throw new KeyFileInvalid(errors.map((error) => ({ ...error, message: missing(error, text) ?? error.message })));
  }
  const { client_email: account, project_id: project, private_key_id: keyId, client_id: clientId } = read.data;
  const key = privateKeyIn(read.data.private_key) as KeyObject;
  const kept: KeptKey = { privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(), keyId, project };
  return { account, project, keyId, clientId, fingerprint: fingerprintOf(key), kept: JSON.stringify(kept) };
}

function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // the parser's own message quotes the file
  }
  throw new KeyFileInvalid([
    { path: 'keyFile', message: 'is not a JSON object: choose the file that Google gave you' },
  ]);
}

/** A literal that is absent is reported as a wrong one. */
const missing = ({ path }: { path: string }, text: string): string | undefined =>
  path in (readJson(text) as object) ? undefined : 'is missing';

function privateKeyIn(pem: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'rsa' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** SHA-256 of the public key, as `openssl pkey -pubout -outform der | sha256sum` says it too. */
const fingerprintOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(createPublicKey(key).export({ type: 'spki', format: 'der' }))
    .digest('hex');
