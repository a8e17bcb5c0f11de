import PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import { cleanUp } from './commands/clean-up.ts';
import { tellOfFailures } from './commands/tell-of-failures.ts';
import { loggedError } from './logged-error.ts';
import type { MailServer } from './mails/mail-server.ts';
import { mailIsDue, sendDueMails } from './mails/send-due-mails.ts';
import type { Metrics } from './metrics.ts';
import type { Database } from './sql/database.ts';
import { dueSeconds } from './sql/due-jobs.ts';
import { asOperatorBriefly, retried } from './sql/transaction.ts';
import { dueWebhooks } from './sql/webhooks.ts';
import { type Delivering, deliverDue } from './webhooks/deliver.ts';

export interface Jobs {
  /** Takes no new job and waits for those under way, at most 15 seconds. */
  stop(): Promise<void>;
}

interface Beside {
  log: Logger;
  mailServer?: MailServer;
  metrics?: Pick<Metrics, 'worked' | 'watchJobs'>;
}

/**
 * Works off what is done beside requests: what webhooks are owed, mails to admins where there is a server for them, once a
 * minute a look for mailboxes that fail, and once an hour the clean-up. Any number of processes may
 * do so on one database: a job is one process's. A failure is logged and the job comes again; nothing here rejects later.
 */
export async function startJobs(
  { db, run }: Pick<Database, 'db' | 'run'>,
  { log, mailServer, metrics, ...delivering }: Omit<Delivering, 'db'> & Beside,
): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: run },
    schedule: false,
    deleteAfterDays: 2,
  });
  boss.on('error', (error) => log.warn({ error: loggedError(error) }, 'the job engine failed'));
  await boss.start();

  const { now } = delivering;
  const sendMails = async () => {
    const failures = mailServer ? await sendDueMails({ db, mailServer, now }) : [];
    for (const failure of failures) log.warn({ failure }, 'a mail to an admin was not sent');
  };
  const kinds: Record<string, (data: object) => Promise<unknown>> = {
    webhooks: (data) => {
      const { tenantId, webhookId } = data as { tenantId: string; webhookId: string };
      return deliverDue({ ...delivering, db }, tenantId, webhookId);
    },
    mails: sendMails,
    'failing-mailboxes': () => tellOfFailures(db, now()),
    'clean-up': () => cleanUp(db, now()),
  };
  try {
    for (const name of Object.keys(kinds)) {
      const queue = { name, policy: 'short' as const, retryLimit: 0, expireInMinutes: 15 };
      await retried(() => boss.createQueue(name, queue)); // two processes that create one at the same time lock each other out
    }
  } catch (error) {
    await boss.stop({ graceful: false, wait: false }); // or its timers keep the process, which nothing else does any more
    throw error;
  }

  metrics?.watchJobs(() => dueSeconds(run, Object.keys(kinds)));

  /** pg-boss's own workers leave a failure to report a result uncaught, which would end the process. */
  const workOff = async (name: string, run: (data: object) => Promise<unknown>) => {
    const jobs = await boss.fetch<object>(name, { batchSize: 10 });
    for (const job of jobs) {
      await run(job.data).then(
        () => {
          metrics?.worked(name, 'done');
          return boss.complete(name, job.id);
        },
        (error: unknown) => {
          metrics?.worked(name, 'failed');
          log.error({ job: name, error: loggedError(error) }, 'a job failed');
          return boss.fail(name, job.id);
        },
      );
    }
  };
  const queue = async () => {
    const due = await asOperatorBriefly(db, (trx) => dueWebhooks(trx, now()));
    for (const data of due) await boss.send('webhooks', data, { singletonKey: data.webhookId });
    if (mailServer && (await mailIsDue(db, now()))) await boss.send('mails', {}, { singletonKey: 'mails' });
    await boss.send('failing-mailboxes', {}, { singletonKey: 'minutely', singletonSeconds: minuteSeconds });
    await boss.send('clean-up', {}, { singletonKey: 'hourly', singletonSeconds: hourSeconds });
  };

  const loops = [
    repeating(queue, log),
    ...Object.entries(kinds).map(([name, run]) => repeating(() => workOff(name, run), log)),
  ];
  return {
    async stop() {
      await Promise.race([Promise.all(loops.map((loop) => loop.stop())), wait(15_000).done]);
      await boss.stop({ graceful: false, wait: false });
    },
  };
}

const minuteSeconds = 60;
const hourSeconds = 60 * 60;
const pauseMilliseconds = 1000;

/** Does it again and again with a pause between, until it is stopped. */
function repeating(work: () => Promise<void>, log: Logger): { stop(): Promise<void> } {
  let stopped = false;
  let pause = wait(0);
  const ended = (async () => {
    while (!stopped) {
      await work().catch((error: unknown) => log.warn({ error: loggedError(error) }, 'jobs wait for the database'));
      pause = wait(stopped ? 0 : pauseMilliseconds);
      await pause.done;
    }
  })();
  return {
    stop() {
      stopped = true;
      pause.cut();
      return ended;
    },
  };
}

function wait(milliseconds: number): { done: Promise<void>; cut: () => void } {
  let cut = () => {};
  const done = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    timer.unref();
    cut = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  return { done, cut };
}
