import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import { findCredential } from '../store/commands/google-credential.ts';
import { internalDomainsOf } from '../store/internal-domains.ts';
import { loggedError } from '../store/logged-error.ts';
import { LinkageFailure } from '../store/mail-provider.ts';
import type { Secrets } from '../store/secrets.ts';
import { type ClaimedLinkage, claimDueLinkages } from '../store/sql/linkages.ts';
import type { Db } from '../store/sql/schema.ts';
import { inTenant } from '../store/sql/tenants.ts';
import { asOperatorBriefly } from '../store/sql/transaction.ts';
import { pause } from './back-off.ts';
import { endTurn } from './end-turn.ts';
import type { GmailAccess } from './google/gmail-mailbox.ts';
import type { UnitLimits } from './google/units.ts';
import { ClaimLost, claimUntil, inMailbox } from './keep-findings.ts';
import { LabelIds } from './label-ids.ts';
import type { ScanMetrics } from './metrics.ts';
import { scanMailbox, type TurnResult } from './scan-mailbox.ts';
import { sharedBudget } from './shared-budget.ts';

export interface WorkerOptions {
  db: Db;
  secrets: Secrets;
  access: GmailAccess;
  limits: UnitLimits;
  log: Logger;
  metrics: ScanMetrics;
  now?: () => Date;
  /** How many mailboxes are read at once: 4 when absent. */
  mailboxesAtOnce?: number;
  /** Between two looks for what is due: 1,000 when absent. */
  pauseMilliseconds?: number;
}

export interface Worker {
  /** Takes no more mailboxes; ends when each that is being read has come to the end of its batch. */
  stop(): Promise<void>;
}

/**
 * Reads mailboxes that are due, of all organisations, until it is stopped. Any number of workers may do so on one database:
 * each takes a mailbox for itself for a while, and what a killed one has left is taken over when that while is over.
 */
export function startWorker(options: WorkerOptions): Worker {
  const worker = new ScanWorker(options);
  const ended = worker.run();
  return {
    async stop() {
      worker.stop();
      await ended;
    },
  };
}

/** Reads the mailboxes that are due now, so many at most, one turn each; how many those were. */
export async function scanDue(options: WorkerOptions): Promise<number> {
  return await new ScanWorker(options).once();
}

const provider = 'google';

class ScanWorker {
  private readonly stopping = new AbortController();
  private readonly busy = new Set<Promise<void>>();
  private readonly labels = new LabelIds();
  private readonly by = randomUUID();
  private readonly now: () => Date;

  constructor(private readonly options: WorkerOptions) {
    this.now = options.now ?? (() => new Date());
    setMaxListeners(0, this.stopping.signal); // each mailbox that waits for Google listens to it
  }

  stop(): void {
    this.stopping.abort();
  }

  async run(): Promise<void> {
    const { mailboxesAtOnce = 4, pauseMilliseconds = 1000, log } = this.options;
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const free = mailboxesAtOnce - this.busy.size;
      const claimed = await this.claim(free).catch((error: unknown) => {
        log.warn({ error: loggedError(error) }, 'scanning waits for the database');
        return [];
      });
      for (const one of claimed) this.begin(one);
      const isFull = this.busy.size >= mailboxesAtOnce;
      const wait = pause(pauseMilliseconds / 1000, signal).catch(() => {});
      await (isFull ? Promise.race(this.busy) : claimed.length > 0 ? Promise.race([wait, ...this.busy]) : wait);
    }
    await Promise.all(this.busy);
  }

  async once(): Promise<number> {
    const claimed = await this.claim(this.options.mailboxesAtOnce ?? 4);
    await Promise.all(claimed.map((one) => this.turn(one)));
    return claimed.length;
  }

  private async claim(limit: number): Promise<ClaimedLinkage[]> {
    const now = this.now();
    const taken = { now, until: claimUntil(now), by: this.by, limit };
    return await asOperatorBriefly(this.options.db, (trx) => claimDueLinkages(trx, provider, taken));
  }

  private begin(claimed: ClaimedLinkage): void {
    const turn = this.turn(claimed).finally(() => this.busy.delete(turn));
    this.busy.add(turn);
  }

  /** Never rejects. */
  private async turn(claimed: ClaimedLinkage): Promise<void> {
    const { db, log, metrics } = this.options;
    const ended = metrics.turnBegan();
    const outcome = await this.scan(claimed).catch((error: unknown) => ({ error }));
    try {
      ended(await endTurn(db, claimed, outcome, { log, now: this.now() }));
    } catch (error) {
      if (!(error instanceof ClaimLost)) log.error({ error: loggedError(error) }, 'a turn could not be ended');
      ended('lost');
    }
  }

  private async scan(claimed: ClaimedLinkage): Promise<TurnResult> {
    const { db, secrets, access, limits, log, metrics } = this.options;
    const { now, labels } = this;
    const { integration, internalDomains } = await inMailbox(db, claimed, now(), async ({ context, integration }) => ({
      integration,
      internalDomains: internalDomainsOf(context.tenant),
    }));
    const credential = await inTenant(db, claimed.tenant, (trx) =>
      findCredential({ db: trx, tenant: { id: claimed.tenant }, secrets }, provider),
    );
    if (!credential) throw new LinkageFailure('authentication-error', 'key-deleted', 'There is no key');
    const project = /@([^.@]+)\.iam\.gserviceaccount\.com$/.exec(credential.account)?.[1] ?? credential.account;
    const budget = sharedBudget(db, { project, email: claimed.email }, limits, now);
    const scanning = { db, access, labels, log, onKept: metrics.kept, now, signal: this.stopping.signal };
    return await scanMailbox(scanning, { claimed, credential, integration, internalDomains, budget });
  }
}
