import { randomBytes } from 'node:crypto';

/** For whom an access token was issued, and what it opens. */
export interface Access {
  serviceAccount: string;
  projectId: string;
  /** The user the service account acts for; undefined when it acts for itself. */
  subject?: string;
  scopes: ReadonlySet<string>;
}

/** The token of an Authorization header; undefined when it has none. */
export const bearerToken = (authorization: string | null | undefined): string | undefined =>
  /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];

/** Seconds; Google says 3599 of its own. */
export const tokenLifetimeSeconds = 3599;

export class AccessTokens {
  private readonly issued = new Map<string, Access & { expiresAt: number }>();
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  issue(access: Access): string {
    this.forgetExpired();
    const token = `ya29.c.${randomBytes(48).toString('base64url')}`;
    this.issued.set(token, { ...access, expiresAt: this.now() + tokenLifetimeSeconds * 1000 });
    return token;
  }

  /** Undefined when the token was never issued, was revoked or has expired. */
  find(token: string): Access | undefined {
    const found = this.issued.get(token);
    return found && found.expiresAt > this.now() ? found : undefined;
  }

  /** Every token for this user stops working at once. */
  revoke(subject: string): void {
    for (const [token, access] of this.issued) if (access.subject === subject) this.issued.delete(token);
  }

  /** The oldest were issued first, so the walk ends at the first that still lives. */
  private forgetExpired(): void {
    for (const [token, { expiresAt }] of this.issued) {
      if (expiresAt > this.now()) return;
      this.issued.delete(token);
    }
  }
}
