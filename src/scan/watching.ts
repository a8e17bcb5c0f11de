import type { Logger } from 'pino';
import { loggedError } from '../store/logged-error.ts';
import { type Credential, LinkageFailure } from '../store/mail-provider.ts';
import type { IntegrationRecord } from '../store/sql/integrations.ts';
import { type ClaimedLinkage, changeLinkage, type LinkageRecord, type Watch } from '../store/sql/linkages.ts';
import type { Db } from '../store/sql/schema.ts';
import { asOperatorBriefly } from '../store/sql/transaction.ts';
import { claimNeedlessWatches, forgetWatch } from '../store/sql/watches.ts';
import { backOffSeconds } from './back-off.ts';
import { type GmailAccess, GmailMailbox, type TopicRefusal } from './google/gmail-mailbox.ts';
import { projectOf } from './google/project.ts';
import { type Budget, BudgetSpent } from './google/units.ts';
import { claimUntil, inMailbox } from './keep-findings.ts';
import type { ScanMetrics } from './metrics.ts';

export interface WatchingOptions {
  db: Db;
  access: GmailAccess;
  /** `projects/<project>/topics/<name>`; absent: nobody is watched. */
  topic?: string;
  log: Logger;
  metrics: Pick<ScanMetrics, 'watched'>;
  now: () => Date;
  signal: AbortSignal;
}

/** A mailbox that was just read, by who has claimed it. */
export interface Reading {
  claimed: ClaimedLinkage;
  credential: Credential;
  integration: Pick<IntegrationRecord, 'credential'>;
  budget: Budget;
  /** The labels whose mail is read. */
  labelIds: string[];
}

/**
 * Lets Gmail tell of changes in the mailboxes that are read, so that they need not be looked at so often. Whatever keeps it
 * from telling keeps no mailbox from being read: it is looked at by the clock then.
 */
export class Watching {
  /** Until then Gmail is not asked: it has something against the topic, and that is the same for all. */
  private restsUntil = new Date(0);

  constructor(private readonly options: WatchingOptions) {}

  /** Asks for a watch where there is none, once a day to renew it, and to end one that is no longer wanted. Throws ClaimLost. */
  async attend(reading: Reading): Promise<void> {
    const { claimed, credential, integration, budget, labelIds } = reading;
    const { watch } = claimed.linkage;
    const topic = this.topicFor(integration.credential?.project ?? projectOf(credential));
    const gmail = new GmailMailbox(
      this.options.access,
      { credential, email: claimed.email },
      budget,
      this.options.signal,
    );
    if (watch && watch.topic !== topic) {
      await this.ended(claimed, () => gmail.stopWatch());
      await this.keep(claimed, null);
      claimed.linkage.watch = undefined;
    }
    if (!topic) return;
    // Gmail's words leave open whether mail must have one of several labels or all: then it tells of everything.
    await this.begin(gmail, claimed, { topic, labelIds: labelIds.length === 1 ? labelIds : [] });
  }

  /** Ends the watches of mailboxes that are not read any more. What fails at one keeps no other waiting. */
  async stopNeedless(
    by: string,
    mailboxOf: (claimed: ClaimedLinkage) => Promise<{ credential: Credential; budget: Budget } | undefined>,
  ): Promise<void> {
    const { db, access, log, now, signal } = this.options;
    for (;;) {
      const taken = { now: now(), until: claimUntil(now()), by, limit: 20 };
      const needless = await asOperatorBriefly(db, (trx) => claimNeedlessWatches(trx, 'google', taken));
      for (const claimed of needless) {
        const { email } = claimed;
        const isOver = await this.ended(claimed, async () => {
          const mailbox = await mailboxOf(claimed);
          if (mailbox) await new GmailMailbox(access, { email, ...mailbox }, mailbox.budget, signal).stopWatch();
        }).catch((error: unknown) => {
          signal.throwIfAborted();
          log.warn({ tenant: claimed.tenant, error: loggedError(error) }, 'a watch could not be ended');
          return false;
        });
        if (isOver) await asOperatorBriefly(db, (trx) => forgetWatch(trx, claimed, by));
      }
      if (needless.length < taken.limit) return;
    }
  }

  /** Gmail takes a topic of the project alone that the service account belongs to. */
  private topicFor(project: string): string | undefined {
    const { topic } = this.options;
    return topic?.startsWith(`projects/${project}/topics/`) ? topic : undefined;
  }

  private async begin(
    gmail: GmailMailbox,
    claimed: ClaimedLinkage,
    wanted: Pick<Watch, 'topic' | 'labelIds'>,
  ): Promise<void> {
    const now = this.options.now();
    const { watch } = claimed.linkage;
    const isSame = watch?.labelIds.join() === wanted.labelIds.join();
    if ((isSame && watch && new Date(watch.nextAt) > now) || this.restsUntil > now) return;
    const failures = (watch?.failures ?? 0) + 1;
    const nextAt = new Date(now.getTime() + backOffSeconds(failures, { first: 600, most: 3600 }) * 1000);
    const { since, until } = watch ?? {};
    // Kept before Gmail is asked: whatever becomes of this process, it is known that there may be a watch.
    await this.keep(claimed, { ...wanted, ...(since && { since, until }), nextAt: nextAt.toISOString(), failures });
    const answer = await this.ask(gmail, wanted).catch((error: unknown) => this.failed(claimed, error));
    if (!answer) return;
    if ('refused' in answer) return this.refused(answer.refused);
    const halfway = (now.getTime() + answer.until.getTime()) / 2;
    await this.keep(claimed, {
      ...wanted,
      since: now.toISOString(),
      until: answer.until.toISOString(),
      nextAt: new Date(Math.min(now.getTime() + dayMilliseconds, halfway)).toISOString(),
      failures: 0,
    });
    this.options.metrics.watched('watching');
  }

  private async ask(gmail: GmailMailbox, { topic, labelIds }: Pick<Watch, 'topic' | 'labelIds'>) {
    const answer = await gmail.watch(topic, labelIds);
    if (!('refused' in answer) || answer.refused !== 'another') return answer;
    await gmail.stopWatch();
    return await gmail.watch(topic, labelIds);
  }

  private refused(why: TopicRefusal): void {
    const { log, metrics, topic, now } = this.options;
    metrics.watched('refused');
    log.warn({ topic, why }, 'Gmail does not publish to the topic: mailboxes are looked at by the clock');
    this.restsUntil = new Date(now().getTime() + restMilliseconds);
  }

  private failed({ tenant }: ClaimedLinkage, error: unknown): undefined {
    const why = whyNot(error);
    this.options.metrics.watched('failed');
    this.options.log.info({ tenant, why }, 'a mailbox is not watched: it is looked at by the clock');
  }

  /** Whether nothing more need be done: what does not pass by itself ends with the watch, a week later at most. */
  private async ended({ tenant }: ClaimedLinkage, stop: () => Promise<void>): Promise<boolean> {
    try {
      await stop();
      this.options.metrics.watched('stopped');
      return true;
    } catch (error) {
      const why = whyNot(error);
      this.options.log.info({ tenant, why }, 'a watch could not be ended');
      return error instanceof LinkageFailure && !error.options.retryable;
    }
  }

  private async keep(claimed: ClaimedLinkage, watch: Watch | null): Promise<void> {
    const { db, now } = this.options;
    await inMailbox(db, claimed, now(), (_mailbox, trx) => changeLinkage(trx, claimed, { watch }));
  }
}

/** For the log. Throws what is neither Google's refusal nor a quota that is used up. */
function whyNot(error: unknown): string {
  if (error instanceof LinkageFailure) return error.reason;
  if (error instanceof BudgetSpent) return 'quota';
  throw error;
}

const dayMilliseconds = 24 * 60 * 60 * 1000;
const restMilliseconds = 10 * 60 * 1000;

/**
 * Whether Gmail tells of this mailbox, as it shows: it says something at once when it begins or renews a watch, and that came.
 * Where nothing does, be it for a subscription that leads elsewhere, it need not be believed.
 */
export function isTold({ watch, pushedAt }: Pick<LinkageRecord, 'watch' | 'pushedAt'>, now: Date): boolean {
  if (!watch?.since || !watch.until || watch.failures > 0 || !pushedAt) return false;
  return new Date(watch.until) > now && pushedAt.getTime() >= Date.parse(watch.since) - clocksDifferMilliseconds;
}

/** Of this machine and the one that took the message. */
const clocksDifferMilliseconds = 60_000;
