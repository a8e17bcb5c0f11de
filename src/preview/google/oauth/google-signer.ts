import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { exportJWK, type JSONWebKeySet, type JWTPayload, SignJWT } from 'jose';

/** Signs as accounts.google.com does; its public key is at /oauth2/v3/certs and /oauth2/v1/certs. The key is made when first used. */
export class GoogleSigner {
  private keys?: Promise<{ privateKey: KeyObject }>;

  async certs(): Promise<JSONWebKeySet> {
    const { privateKey } = await this.keyPair();
    const jwk = await exportJWK(createPublicKey(privateKey));
    return { keys: [{ ...jwk, kid, alg: 'RS256', use: 'sig' }] };
  }

  /** The same by key id in PEM, which Google's Node library asks for; Google wraps each in a certificate. */
  async pemCerts(): Promise<Record<string, string>> {
    const { privateKey } = await this.keyPair();
    return { [kid]: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString() };
  }

  /** `iss` and the hour it is good for are added. */
  async sign(claims: JWTPayload, now: number): Promise<string> {
    const { privateKey } = await this.keyPair();
    const iat = Math.floor(now / 1000);
    return new SignJWT({ iss: 'https://accounts.google.com', iat, exp: iat + 3600, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
      .sign(privateKey);
  }

  private keyPair(): Promise<{ privateKey: KeyObject }> {
    this.keys ??= makeKeyPair('rsa', { modulusLength: 2048 });
    return this.keys;
  }
}

const makeKeyPair = promisify(generateKeyPair);
const kid = 'emulated-google-1';
