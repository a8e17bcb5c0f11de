import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const lifetimeMs = 60 * 60 * 1000;

/** The access tokens in events: each opens one message, for an hour. */
export class MessageTokens {
  readonly #key = randomBytes(32);
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  mint(messageId: string): string {
    const claims = Buffer.from(
      JSON.stringify({ messageId, expiresAt: this.#now() + lifetimeMs, nonce: randomBytes(6).toString('hex') }),
    ).toString('base64url');
    return `${claims}.${this.#sign(claims)}`;
  }

  /** The message that the token opens; `expired` after its hour, `invalid` for what was never minted here. */
  open(token: string): { messageId: string } | 'expired' | 'invalid' {
    const [claims = '', signature = ''] = token.split('.');
    const expected = Buffer.from(this.#sign(claims));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'invalid';
    const { messageId, expiresAt } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
      messageId: string;
      expiresAt: number;
    };
    return expiresAt > this.#now() ? { messageId } : 'expired';
  }

  #sign(claims: string): string {
    return createHmac('sha256', this.#key).update(claims).digest('base64url');
  }
}
