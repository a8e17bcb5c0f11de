import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { EmulatedGoogle } from '../../src/preview/google/emulated-google.ts';
import { addGeneratedPeople, type GeneratedMailbox } from '../../src/preview/google/mailboxes/generated-mailbox.ts';
import { type ServedGoogle, serveGoogle } from '../../src/preview/google/serve.ts';
import type { Disturbance, TroubleName } from '../../src/preview/google/troubles.ts';
import { newSecretKey } from '../../src/store/secrets.ts';
import { type Connection, connectDatabase } from '../../src/store/sql/database.ts';
import { retryLinkages } from '../../src/store/sql/linkages.ts';
import type { Db } from '../../src/store/sql/schema.ts';
import { inTenant } from '../../src/store/sql/tenants.ts';
import { asOperator, asOperatorBriefly } from '../../src/store/sql/transaction.ts';
import { program } from '../program.ts';
import { linkMany } from '../scan/link-many.ts';
import { type FastClock, fastClock } from './fast-clock.ts';

export interface ScanSize {
  mailboxes: number;
  /** In each; a fifth of them comes while the others are read. */
  messages: number;
  workers: number;
  /** Seconds between two kills, more or less. */
  killSeconds: number;
}

/** What was done to the workers, and what came of it beside a run in which nothing was. */
export interface Scanned {
  messages: number;
  suggestions: number;
  seconds: { quiet: number; chaos: number };
  killed: number;
  /**
   * Of Gmail's answers while it was disturbed, in percent: refused, cut off or never sent. Counted by the emulated Gmail; each
   * part of a batch is an answer, and a batch that is refused as a whole is one.
   */
  failedAnswers: number;
  historyExpired: number;
  revoked: number;
  /** Suggestions that the quiet run made and this one did not, or the other way round, or of other content. */
  missing: number;
  surplus: number;
  /** Mails that were counted more often or less often than they are kept. */
  doubled: number;
  /** Of mailboxes at the end. */
  wrongStatus: string[];
}

/** The same mailboxes, read in peace and then under all that can go wrong, each into a database of its own. */
export async function scanInChaos(createDatabase: (name: string) => Promise<string>, size: ScanSize): Promise<Scanned> {
  const quiet = await readAll(await createDatabase('quiet'), size, async () => {});
  const counts = { killed: 0, historyExpired: 0, revoked: 0, failedAnswers: 0 };
  const chaos = await readAll(await createDatabase('chaos'), size, (site) => torment(site, size, counts));
  const differing = (some: Map<string, string>, others: Map<string, string>) =>
    [...some].filter(([key, content]) => others.get(key) !== content).length;
  return {
    messages: size.mailboxes * size.messages,
    suggestions: chaos.suggestions.size,
    seconds: { quiet: quiet.seconds, chaos: chaos.seconds },
    ...counts,
    missing: differing(quiet.suggestions, chaos.suggestions),
    surplus: differing(chaos.suggestions, quiet.suggestions),
    doubled: chaos.doubled + quiet.doubled,
    wrongStatus: [...chaos.wrongStatus, ...quiet.wrongStatus],
  };
}

const domain = 'chaos.example';

/** Mailboxes that nobody mends, and what is to be said of them. */
const broken: Record<string, { trouble: TroubleName; status: string }> = {
  'off@chaos.example': { trouble: 'gmail-off', status: 'unauthorized gmail-off' },
  'gone@chaos.example': { trouble: 'unknown-user', status: 'authentication-error no-such-user' },
  'foreign@chaos.example': { trouble: 'not-delegated', status: 'unauthorized not-delegated' },
  'disabled-api@chaos.example': { trouble: 'api-off', status: 'linkage-error api-off' },
};

interface Site {
  google: EmulatedGoogle;
  mailboxes: Map<string, GeneratedMailbox>;
  workers: Set<ChildProcess>;
  clock: FastClock;
  startWorker(): Promise<void>;
  /** How many mails were read so far. */
  read(): Promise<number>;
  /** As an admin does who has mended what was wrong. */
  retry(emails: string[]): Promise<void>;
}

interface Read {
  seconds: number;
  suggestions: Map<string, string>;
  doubled: number;
  wrongStatus: string[];
}

/** Reads all mailboxes, while something is done to them, until each is read to its end. */
async function readAll(
  databaseUrl: string,
  { mailboxes: count, messages, workers }: ScanSize,
  meanwhile: (site: Site) => Promise<void>,
): Promise<Read> {
  const began = Date.now();
  const clock = { began, times: 30 };
  const google = new EmulatedGoogle({ quota: noLimits });
  const account = google.serviceAccounts.create();
  const keyFile = JSON.stringify(await google.serviceAccounts.createKey(account.email));
  const organisation = google.createOrganisation(domain);
  organisation.delegate(account.clientId, ['https://www.googleapis.com/auth/gmail.readonly']);
  const older = messages - arrivals * arrivingAtOnce(messages);
  const mailboxes = addGeneratedPeople(organisation, {
    count,
    messagesEach: older,
    newestAt: began,
    correspondents: 500,
  });
  for (const [email, { trouble }] of Object.entries(broken)) {
    const [mailbox] = mailboxes.values();
    if (mailbox) organisation.addPerson({ email, givenName: 'Not', familyName: 'Read', mailbox });
    google.breakWith(email, trouble);
  }
  const served = await serveGoogle(google);
  const secretKey = newSecretKey(new Date());
  const emails = [...mailboxes.keys(), ...Object.keys(broken)];
  const tenant = await linkMany(databaseUrl, { domain, emails, keyFile, url: served.url, secretKey });
  const database = await connectDatabase({ url: databaseUrl, connections: 2 });
  const running = new Set<ChildProcess>();
  const site: Site = {
    google,
    mailboxes,
    workers: running,
    clock,
    startWorker: async () =>
      void running.add(await startWorker({ databaseUrl, googleUrl: served.url, secretKey, clock })),
    read: async () => (await linkagesIn(database)).reduce((sum, { read }) => sum + read, 0),
    retry: (retried) =>
      inTenant(database.db, tenant, (trx) => retryLinkages(trx, tenant, 'google', retried, fastClock(clock))),
  };
  try {
    await Promise.all(Array.from({ length: workers }, () => site.startWorker()));
    google.counts.reset();
    const started = performance.now();
    await Promise.all([meanwhile(site), deliverTheRest(site, messages)]);
    const wrongStatus = await untilRead(database, site);
    const seconds = (performance.now() - started) / 1000;
    return { seconds, wrongStatus, ...(await keptIn(database)) };
  } finally {
    for (const one of running) one.kill('SIGKILL');
    await database.close();
    await stopped(served);
  }
}

const noLimits = {
  unitsPerMinutePerUser: Number.POSITIVE_INFINITY,
  unitsPerMinutePerProject: Number.POSITIVE_INFINITY,
};

async function stopped(served: ServedGoogle): Promise<void> {
  await served.stop();
}

async function startWorker(settings: object): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...program('tests/chaos/scan-worker.ts'), JSON.stringify(settings)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit').then(() => Promise.reject(new Error('A worker ended before it worked')));
  await Promise.race([once(child, 'message'), exited]);
  exited.catch(() => {});
  return child;
}

/** How often new mail comes. */
const arrivals = 8;
const arrivingAtOnce = (messages: number): number => Math.ceil(messages / 5 / arrivals);

/** Mail goes on coming while the older mail is read. */
async function deliverTheRest(site: Site, messages: number): Promise<void> {
  for (let step = 1; step <= arrivals; step++) {
    await progress(site, messages, step / (arrivals + 1));
    const at = fastClock(site.clock).getTime();
    for (const mailbox of site.mailboxes.values())
      for (let mail = 0; mail < arrivingAtOnce(messages); mail++) mailbox.arrive(at + mail); // of two, one is the newer
  }
}

/** Until so much of what is read at all has been read, but not for ever: not every mailbox is read all the time. */
async function progress(site: Site, messages: number, share: number): Promise<void> {
  const wanted = share * site.mailboxes.size * messages * 0.5;
  const patience = Date.now() + (wanted / 25 / arrivals) * 1000 + 1_000;
  while (Date.now() < patience && (await site.read()) < wanted) await delay(200);
}

/** The troubles of a bad day: Google's answers, workers that are killed, histories that expire, access that is taken back. */
async function torment(
  site: Site,
  { messages, killSeconds }: ScanSize,
  counts: Pick<Scanned, 'killed' | 'historyExpired' | 'revoked' | 'failedAnswers'>,
): Promise<void> {
  const { google, mailboxes } = site;
  google.disturb(disturbedShare, disturbances);
  let isOver = false;
  const kills = (async () => {
    while (!isOver) {
      await delay(killSeconds * 1000 * (0.5 + Math.random()));
      const victim = [...site.workers][Math.floor(Math.random() * site.workers.size)];
      if (!victim) continue;
      victim.kill('SIGKILL');
      site.workers.delete(victim);
      counts.killed++;
      await site.startWorker();
    }
  })();
  let revoked: string[] = [];
  for (let step = 1; step <= arrivals; step++) {
    await progress(site, messages, (step - 0.5) / (arrivals + 1));
    for (const email of revoked) google.mend(email);
    await site.retry(revoked);
    const chosen = [...mailboxes.keys()].filter((_, at) => at % arrivals === step - 1);
    revoked = chosen.slice(0, Math.ceil(chosen.length / 2));
    for (const [at, email] of revoked.entries()) google.breakWith(email, at % 2 ? 'unknown-user' : 'not-delegated');
    for (const email of chosen) mailboxes.get(email)?.expireHistory();
    counts.revoked += revoked.length;
    counts.historyExpired += chosen.length;
  }
  for (const email of revoked) google.mend(email);
  await site.retry(revoked);
  isOver = true;
  await kills;
  counts.failedAnswers = failedPercent(google);
  google.disturb(0, []);
}

/** Decided for each request and each part of a batch; some 30 in 100 of the answers fail then, and never fewer than 20. */
const disturbedShare = 0.33;
const disturbances: Disturbance[] = [
  'too-many-requests',
  'rate-limited',
  'internal-error',
  'unavailable',
  'unavailable',
  'hang',
  'cut-body',
];

const failedPercent = (google: EmulatedGoogle): number => {
  const { refused: batches } = google.counts.of('gmail.batch');
  const methods = Object.entries(google.counts.all()).filter(([method]) => method.startsWith('gmail.users.'));
  const answers = methods.reduce((sum, [, { requests }]) => sum + requests, batches);
  const failed = methods.reduce((sum, [, { refused, lost }]) => sum + refused + lost, batches);
  return (100 * failed) / answers;
};

/**
 * Until every mailbox is read to its end, of which Gmail tells by push where mail waits, or nothing has changed for three
 * minutes; the statuses that are others than they should be.
 */
async function untilRead(database: Connection, { mailboxes, clock }: Site): Promise<string[]> {
  let seen = '';
  let patience = 0;
  const statusOf = (email: string) => broken[email]?.status ?? 'active ';
  for (;;) {
    const linkages = await linkagesIn(database);
    const wrong = linkages.filter(({ email, status }) => status !== statusOf(email));
    const isRead = linkages.every(
      ({ email, historyId }) => broken[email] || historyId === `${mailboxes.get(email)?.historyId()}`,
    );
    const now = `${wrong.length} wrong, ${linkages.reduce((sum, { read }) => sum + read, 0)} read`;
    if (now !== seen) patience = Date.now() + 3 * 60_000;
    seen = now;
    if ((isRead && wrong.length === 0) || Date.now() > patience) return wrong.map(({ status }) => status);
    await asOperatorBriefly(database.db, (trx) => pushed(trx, fastClock(clock)));
    await delay(500);
  }
}

const pushed = (trx: Db, now: Date) =>
  trx
    .updateTable('linkages')
    .set({ next_try_at: now })
    .where('status', '=', 'active')
    .where('claimed_by', 'is', null)
    .where('next_try_at', '>', now)
    .execute();

async function linkagesIn({ db }: Connection) {
  const rows = await asOperator(db, (trx) =>
    trx
      .selectFrom('linkages')
      .select(['email', 'status', 'cause', 'history_id', 'backfill', 'withheld', 'read'])
      .execute(),
  );
  return rows.map(({ email, status, cause, history_id, backfill, withheld, read }) => ({
    email,
    status: `${status} ${cause ?? ''}`,
    historyId: backfill === null && withheld === null ? history_id : undefined,
    read,
  }));
}

/** The suggestions by user and person, each with what it holds, and how many mails are counted wrongly. */
async function keptIn({ db }: Connection): Promise<Pick<Read, 'suggestions' | 'doubled'>> {
  return await asOperator(db, async (trx) => {
    const suggestions = await trx
      .selectFrom('suggestions')
      .select(['user_id', 'person_key', 'draft', 'signature', 'source', 'mails'])
      .execute();
    const mails = await trx.selectFrom('suggestion_mails').select('suggestion_id').execute();
    const linkages = await trx.selectFrom('linkages').select('suggested').execute();
    const counted = suggestions.reduce((sum, row) => sum + row.mails, 0);
    const told = linkages.reduce((sum, row) => sum + row.suggested, 0);
    const byPerson = new Map<string, string>();
    for (const { user_id, person_key, draft, signature, source, mails: count } of suggestions) {
      const content = JSON.stringify([draft, signature, source.messageId, count]);
      byPerson.set(`${user_id} ${person_key}`, createHash('sha256').update(content).digest('hex'));
    }
    const twice = suggestions.length - byPerson.size;
    return { suggestions: byPerson, doubled: twice + Math.abs(counted - mails.length) + Math.abs(told - mails.length) };
  });
}
