import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

/** The key file that Google lets an administrator download once. */
export interface ServiceAccountKeyFile {
  type: 'service_account';
  project_id: string;
  private_key_id: string;
  /** PEM, PKCS #8. */
  private_key: string;
  client_email: string;
  client_id: string;
  auth_uri: string;
  token_uri: string;
  auth_provider_x509_cert_url: string;
  client_x509_cert_url: string;
  universe_domain: string;
}

export interface ServiceAccount {
  email: string;
  projectId: string;
  /** Digits: what an admin enters for domain-wide delegation. */
  clientId: string;
  state: 'enabled' | 'disabled' | 'deleted';
  /** By key id. A disabled key verifies nothing; a deleted one is gone. */
  keys: Map<string, { publicKey: KeyObject; disabled: boolean }>;
  /** The key Google signs with for `signJwt`; nobody can download it. Made when first used. */
  managedKey?: { kid: string; privateKey: KeyObject };
  /** The accounts that have iam.serviceAccounts.signJwt on this one. */
  signers: Set<string>;
  /** Those that have iam.serviceAccounts.getOpenIdToken on it. */
  identifiers: Set<string>;
}

/** The service accounts of all Cloud projects and their keys. */
export class ServiceAccounts {
  private readonly byEmail = new Map<string, ServiceAccount>();

  /** Makes an account without a key. The same name and project give the same email and client id every time. */
  create({ name = 'contact-inbox', projectId = 'sample-project' } = {}): ServiceAccount {
    return this.add(`${name}@${projectId}.iam.gserviceaccount.com`, projectId);
  }

  /** A new key of this account, as the file that Google offers for download. */
  async createKey(email: string): Promise<ServiceAccountKeyFile> {
    const account = this.get(email);
    const { privateKey } = await makeKeyPair('rsa', { modulusLength: 2048 });
    const kid = randomBytes(20).toString('hex');
    account.keys.set(kid, { publicKey: createPublicKey(privateKey), disabled: false });
    return keyFile(account, kid, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  }

  /** Knows an account and a key from a file made earlier, so that a key outlives a restart. */
  restore(file: ServiceAccountKeyFile): ServiceAccount {
    const account = this.find(file.client_email) ?? this.add(file.client_email, file.project_id, file.client_id);
    const publicKey = createPublicKey(createPrivateKey(file.private_key));
    account.keys.set(file.private_key_id, { publicKey, disabled: false });
    return account;
  }

  find(email: string): ServiceAccount | undefined {
    return this.byEmail.get(email);
  }

  get(email: string): ServiceAccount {
    const account = this.find(email);
    if (!account) throw new Error(`The emulated Google has no service account ${email}`);
    return account;
  }

  deleteKey(email: string, kid: string): void {
    this.get(email).keys.delete(kid);
  }

  disableKey(email: string, kid: string): void {
    const key = this.get(email).keys.get(kid);
    if (key) key.disabled = true;
  }

  setState(email: string, state: ServiceAccount['state']): void {
    this.get(email).state = state;
  }

  /** Grants `caller` the role Service Account Token Creator on `target`, which may be the caller itself: both permissions. */
  allowSigning(caller: string, target: string): void {
    const { signers, identifiers } = this.get(target);
    signers.add(caller);
    identifiers.add(caller);
  }

  async managedKey(account: ServiceAccount): Promise<{ kid: string; privateKey: KeyObject }> {
    if (account.managedKey) return account.managedKey;
    const { privateKey } = await makeKeyPair('rsa', { modulusLength: 2048 });
    const kid = randomBytes(20).toString('hex');
    account.keys.set(kid, { publicKey: createPublicKey(privateKey), disabled: false });
    account.managedKey = { kid, privateKey };
    return account.managedKey;
  }

  private add(email: string, projectId: string, clientId = clientIdOf(email)): ServiceAccount {
    const known = this.byEmail.get(email);
    if (known) return known;
    const account: ServiceAccount = {
      email,
      projectId,
      clientId,
      state: 'enabled',
      keys: new Map(),
      signers: new Set(),
      identifiers: new Set(),
    };
    this.byEmail.set(email, account);
    return account;
  }
}

const makeKeyPair = promisify(generateKeyPair);

/** 21 digits, the same for the same address, as Google's are. */
function clientIdOf(email: string): string {
  let hash = 1469598103934665603n;
  for (const char of email) hash = BigInt.asUintN(64, (hash ^ BigInt(char.codePointAt(0) ?? 0)) * 1099511628211n);
  return `1${hash.toString().padStart(20, '0')}`;
}

function keyFile(account: ServiceAccount, kid: string, privateKey: string): ServiceAccountKeyFile {
  return {
    type: 'service_account',
    project_id: account.projectId,
    private_key_id: kid,
    private_key: privateKey,
    client_email: account.email,
    client_id: account.clientId,
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: 'https://oauth2.googleapis.com/token',
    auth_provider_x509_cert_url: 'https://www.googleapis.com/oauth2/v1/certs',
    client_x509_cert_url: `https://www.googleapis.com/robot/v1/metadata/x509/${encodeURIComponent(account.email)}`,
    universe_domain: 'googleapis.com',
  };
}
