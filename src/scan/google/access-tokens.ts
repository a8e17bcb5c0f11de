import { createHash } from 'node:crypto';
import { type AuthClient, GoogleAuth, JWT } from 'google-auth-library';
import { decodeJwt } from 'jose';
import { type Credential, LinkageFailure } from '../../store/mail-provider.ts';
import { failureOf } from './failures.ts';
import { readKept } from './key-file.ts';
import type { Transport } from './transport.ts';

interface Token {
  text: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/**
 * Access tokens by domain-wide delegation, one for each user and set of scopes, kept until shortly before they expire: so
 * that a mailbox costs one exchange an hour however often it is looked at. In memory only.
 */
export class AccessTokens {
  private readonly tokens = new Map<string, Promise<Token>>();
  private machine: GoogleAuth | undefined;

  constructor(
    private readonly transport: Transport,
    private readonly now: () => number = Date.now,
  ) {}

  /** Throws LinkageFailure. Several who ask at once share one exchange. */
  async get(credential: Credential, subject: string, scopes: readonly string[]): Promise<string> {
    const key = keyOf(credential, subject, scopes);
    for (let known = this.tokens.get(key); known; known = this.tokens.get(key)) {
      const { text, expiresAt } = await known;
      if (expiresAt > this.now() + marginMilliseconds) return text;
      if (this.tokens.get(key) === known) break; // else somebody asks for the next already
    }
    const asked = this.exchange(credential, subject, scopes);
    this.tokens.delete(key);
    this.tokens.set(key, asked);
    if (this.tokens.size > mostKept) this.tokens.delete(this.tokens.keys().next().value as string);
    try {
      return (await asked).text;
    } catch (error) {
      if (this.tokens.get(key) === asked) this.tokens.delete(key);
      throw error;
    }
  }

  /** Google no longer takes it. */
  forget(credential: Credential, subject: string, scopes: readonly string[]): void {
    this.tokens.delete(keyOf(credential, subject, scopes));
  }

  /**
   * The number that an admin delegates, of an account without a key file that names it: its unique ID, which is `sub` of
   * its ID tokens (IAM Credentials `generateIdToken`). Throws LinkageFailure.
   */
  async clientIdOf(account: string): Promise<string> {
    try {
      const { data } = await this.asMachine((machine) =>
        machine.request<{ token: string }>({
          url: `${accountsUrl}/${account}:generateIdToken`,
          method: 'POST',
          data: { audience: nobody, includeEmail: true },
        }),
      );
      const { sub = '', email } = decodeJwt<{ email?: string }>(data.token);
      if (email === account && /^\d{5,30}$/.test(sub)) return sub;
      throw new Error('Google answered with an ID token that does not name the account');
    } catch (error) {
      throw failureOf(error);
    }
  }

  private async exchange(credential: Credential, subject: string, scopes: readonly string[]): Promise<Token> {
    try {
      return credential.kind === 'key'
        ? await this.byKey(credential, subject, scopes)
        : await this.bySigner(credential.account, subject, scopes);
    } catch (error) {
      throw failureOf(error);
    }
  }

  private async byKey(
    { account, kept }: Extract<Credential, { kind: 'key' }>,
    subject: string,
    scopes: readonly string[],
  ): Promise<Token> {
    const { privateKey, keyId } = readKept(kept);
    const { transport: transporter } = this;
    const client = new JWT({ email: account, key: privateKey, keyId, subject, scopes: [...scopes], transporter });
    const { access_token, expiry_date } = await client.authorize();
    return this.tokenFrom(access_token, ((expiry_date ?? 0) - Date.now()) / 1000);
  }

  /**
   * Without a key: the machine's own service account lets Google sign the assertion (IAM Credentials `signJwt`), which is
   * then exchanged like one that a key has signed.
   */
  private async bySigner(account: string, subject: string, scopes: readonly string[]): Promise<Token> {
    const issued = Math.floor(Date.now() / 1000);
    const claims = {
      iss: account,
      sub: subject,
      scope: scopes.join(' '),
      aud: tokenUrl,
      iat: issued,
      exp: issued + 3600,
    };
    const signed = await this.asMachine((machine) =>
      machine.request<{ signedJwt: string }>({
        url: `${accountsUrl}/${account}:signJwt`,
        method: 'POST',
        data: { payload: JSON.stringify(claims) },
      }),
    );
    const { data } = await this.transport.request<{ access_token?: string; expires_in?: number }>({
      url: tokenUrl,
      method: 'POST',
      data: new URLSearchParams({ grant_type: jwtBearer, assertion: signed.data.signedJwt }),
      responseType: 'json',
    });
    return this.tokenFrom(data.access_token, data.expires_in);
  }

  /** Finds out once who the machine is, and anew when that fails; its own token is kept by the library. */
  private async asMachine<T>(request: (machine: AuthClient) => Promise<T>): Promise<T> {
    this.machine ??= new GoogleAuth({ scopes: [cloudPlatform], clientOptions: { transporter: this.transport } });
    try {
      const machine = await this.machine.getClient().catch(noIdentity);
      await machine.getAccessToken().catch((error: unknown) => {
        const { status } = (error as { response?: { status?: number } }).response ?? {};
        return status === 404 ? noIdentity() : Promise.reject(error);
      });
      return await request(machine);
    } catch (error) {
      this.machine = undefined;
      throw error;
    }
  }

  private tokenFrom(text: string | null | undefined, lifetimeSeconds = 0): Token {
    if (!text) throw new Error('Google answered without an access token');
    return { text, expiresAt: this.now() + lifetimeSeconds * 1000 };
  }
}

/** It is none of Google's, or no service account is attached to it. */
function noIdentity(): never {
  throw new LinkageFailure('authentication-error', 'key-invalid', 'This machine has no identity at Google');
}

const accountsUrl = 'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts';
/** Whom an ID token is for that is read here and shown to nobody. */
const nobody = 'contact-inbox:client-id';
const tokenUrl = 'https://oauth2.googleapis.com/token';
const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const cloudPlatform = 'https://www.googleapis.com/auth/cloud-platform';
const marginMilliseconds = 5 * 60 * 1000;
const mostKept = 20_000;

/** Another key of the same account has tokens of its own. */
function keyOf(credential: Credential, subject: string, scopes: readonly string[]): string {
  const { kind, account } = credential;
  const key = kind === 'key' ? createHash('sha256').update(credential.kept).digest('base64url') : '';
  return JSON.stringify([kind, account, key, subject.toLowerCase(), scopes]);
}
