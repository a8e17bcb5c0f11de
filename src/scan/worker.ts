import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import { remembering, type TextMemory } from '../extract/remembering.ts';
import { findCredential } from '../store/commands/google-credential.ts';
import { internalDomainsOf } from '../store/internal-domains.ts';
import { loggedError } from '../store/logged-error.ts';
import { type Credential, LinkageFailure } from '../store/mail-provider.ts';
import type { Secrets } from '../store/secrets.ts';
import { type ClaimedLinkage, claimDueLinkages } from '../store/sql/linkages.ts';
import type { Db } from '../store/sql/schema.ts';
import { countNewTables } from '../store/sql/sizes.ts';
import { inTenant } from '../store/sql/tenants.ts';
import { asOperatorBriefly } from '../store/sql/transaction.ts';
import { pause } from './back-off.ts';
import { endTurn } from './end-turn.ts';
import type { GmailAccess } from './google/gmail-mailbox.ts';
import { projectOf } from './google/project.ts';
import type { Budget, UnitLimits } from './google/units.ts';
import { ClaimLost, claimUntil, inMailbox } from './keep-findings.ts';
import { LabelIds } from './label-ids.ts';
import type { ScanMetrics } from './metrics.ts';
import type { Readers } from './read-message.ts';
import { scanMailbox, type TurnResult } from './scan-mailbox.ts';
import { sharedBudget } from './shared-budget.ts';
import { BoundedMemory } from './text-memory.ts';
import { Watching } from './watching.ts';

export interface WorkerOptions {
  db: Db;
  secrets: Secrets;
  access: GmailAccess;
  limits: UnitLimits;
  /** The topic of Cloud Pub/Sub that Gmail tells of changes; absent: mailboxes are looked at by the clock alone. */
  topic?: string;
  log: Logger;
  metrics: ScanMetrics;
  now?: () => Date;
  /** Of what mails have in common: one of the worker's own when absent. */
  memory?: TextMemory;
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
/** So many mails fill the tables of a new store. */
const manyMails = 200;

class ScanWorker {
  private readonly stopping = new AbortController();
  private readonly busy = new Set<Promise<void>>();
  private readonly labels = new LabelIds();
  private readonly readers: Readers;
  private readonly by = randomUUID();
  private readonly now: () => Date;
  private readonly watching: Watching;
  private stopsAt = new Date(0);
  private ending = Promise.resolve();
  private read = 0;

  constructor(private readonly options: WorkerOptions) {
    this.now = options.now ?? (() => new Date());
    const { db, access, topic, log, metrics, memory = new BoundedMemory() } = options;
    this.readers = remembering(memory);
    const { signal } = this.stopping;
    this.watching = new Watching({ db, access, topic, log, metrics, now: this.now, signal });
    setMaxListeners(0, this.stopping.signal); // each mailbox that waits for Google listens to it
  }

  stop(): void {
    this.stopping.abort();
  }

  async run(): Promise<void> {
    const { mailboxesAtOnce = 4, pauseMilliseconds = 1000, log } = this.options;
    const { signal } = this.stopping;
    while (!signal.aborted) {
      this.endWatches();
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
    await Promise.all([...this.busy, this.ending]);
  }

  async once(): Promise<number> {
    const claimed = await this.claim(this.options.mailboxesAtOnce ?? 4);
    await Promise.all(claimed.map((one) => this.turn(one)));
    this.endWatches();
    await this.ending;
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
      if ('read' in outcome) await this.noteRead(outcome.read);
    } catch (error) {
      if (!(error instanceof ClaimLost)) log.error({ error: loggedError(error) }, 'a turn could not be ended');
      ended('lost');
    }
  }

  /** Once this worker has read many mails, PostgreSQL counts the tables they went to. */
  private async noteRead(read: number): Promise<void> {
    const isFirst = this.read < manyMails && this.read + read >= manyMails;
    this.read += read;
    if (!isFirst) return;
    const { db, log } = this.options;
    await countNewTables(db).catch((error: unknown) =>
      log.warn({ error: loggedError(error) }, 'tables are not counted'),
    );
  }

  private async scan(claimed: ClaimedLinkage): Promise<TurnResult> {
    const { db, access, log, metrics } = this.options;
    const { now, labels, readers } = this;
    const { integration, internalDomains } = await inMailbox(db, claimed, now(), async ({ context, integration }) => ({
      integration,
      internalDomains: internalDomainsOf(context.tenant),
    }));
    const found = await this.accessTo(claimed);
    if (!found) throw new LinkageFailure('authentication-error', 'key-deleted', 'There is no key');
    const scanning = { db, access, labels, readers, log, onKept: metrics.kept, now, signal: this.stopping.signal };
    const result = await scanMailbox(scanning, { claimed, integration, internalDomains, ...found });
    if (!result.hasMore) await this.watching.attend({ claimed, integration, labelIds: result.listed, ...found });
    return result;
  }

  /** Undefined when there is no key. */
  private async accessTo(claimed: ClaimedLinkage): Promise<{ credential: Credential; budget: Budget } | undefined> {
    const { db, secrets, limits } = this.options;
    const { tenant, email } = claimed;
    const credential = await inTenant(db, tenant, (trx) =>
      findCredential({ db: trx, tenant: { id: tenant }, secrets }, provider),
    );
    return (
      credential && {
        credential,
        budget: sharedBudget(db, { project: projectOf(credential), email }, limits, this.now),
      }
    );
  }

  /** Once a minute: what an admin has switched off or disabled is not watched any more. */
  private endWatches(): void {
    const now = this.now();
    if (now < this.stopsAt) return;
    this.stopsAt = new Date(now.getTime() + 60_000);
    const end = async () => {
      await this.ending;
      await this.watching.stopNeedless(this.by, (claimed) => this.accessTo(claimed));
    };
    this.ending = end().catch((error: unknown) => {
      if (this.stopping.signal.aborted) return;
      this.options.log.warn({ error: loggedError(error) }, 'watches that nobody needs could not be ended');
    });
  }
}
