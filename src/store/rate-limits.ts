import type { Caller } from './auth.ts';
import { Problem } from './problem.ts';
import { takeRequests } from './sql/rate-limits.ts';
import type { Db } from './sql/schema.ts';

/** Requests a minute; 0 or nothing is no limit. */
export interface RateLimits {
  /** Of one user. */
  user?: number;
  /** Of an organisation's users together. */
  tenant?: number;
}

/**
 * A function that counts a caller's request and throws `rate-limited` when it is too many. All processes count in the
 * database, yet few requests ask it: a process takes a twentieth of a limit at once and hands it out itself. So no more
 * than the limit is ever served; what another process has taken and not used may be missing, for the rest of the minute.
 * `subject`: as what an organisation's requests are counted together.
 */
export function rateLimiter(
  db: Db,
  { user, tenant, subject: together = 'tenant' }: RateLimits & { subject?: string },
  now: () => Date,
): (caller: Pick<Caller, 'domain' | 'userId'>) => Promise<void> {
  let windowStart = new Date(0);
  const shares = new Map<string, Share>();

  const shareOf = (domain: string, subject: string, limit: number): Share => {
    const start = new Date(Math.floor(now().getTime() / windowMs) * windowMs);
    if (start > windowStart) {
      windowStart = start;
      shares.clear();
    }
    const key = JSON.stringify([domain, subject]);
    const share = shares.get(key) ?? new Share(db, { domain, subject, windowStart }, limit);
    shares.set(key, share);
    return share;
  };

  const count = async (domain: string, subject: string, limit: number, whose: string): Promise<void> => {
    if (await shareOf(domain, subject, limit).take()) return;
    const retryAfterSeconds = Math.max(1, Math.ceil((windowStart.getTime() + windowMs - now().getTime()) / 1000));
    throw new Problem('rate-limited', `${whose} may send ${limit} requests a minute`, { retryAfterSeconds });
  };

  return async ({ domain, userId }) => {
    if (user) await count(domain, `user ${userId}`, user, 'You');
    if (tenant) await count(domain, together, tenant, 'Your organisation');
  };
}

const windowMs = 60_000;

/** What this process may hand out to one user or organisation in one minute. */
class Share {
  private left = 0;
  private isUsedUp = false;
  private asking: Promise<void> | undefined;

  constructor(
    private readonly db: Db,
    private readonly whose: Parameters<typeof takeRequests>[1],
    private readonly limit: number,
  ) {}

  /** Hands one request out; false when there is none left. */
  async take(): Promise<boolean> {
    while (this.left === 0 && !this.isUsedUp) {
      this.asking ??= this.ask().finally(() => {
        this.asking = undefined;
      });
      await this.asking;
    }
    if (this.left === 0) return false;
    this.left--;
    return true;
  }

  private async ask(): Promise<void> {
    const count = portionOf(this.limit);
    const taken = await takeRequests(this.db, this.whose, count, this.limit);
    if (taken === false) this.isUsedUp = true;
    else this.left += taken ? count : 1; // one for who is of no organisation here: they are told so
  }
}

/** The largest divisor up to a twentieth, so that nothing of the limit is left over. */
function portionOf(limit: number): number {
  let portion = Math.max(1, Math.floor(limit / 20));
  while (limit % portion !== 0) portion--;
  return portion;
}
