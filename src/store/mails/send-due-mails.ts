import { finishMail, hasDueMail, takeDueMail } from '../sql/outgoing-mails.ts';
import type { Db } from '../sql/schema.ts';
import { asOperatorBriefly } from '../sql/transaction.ts';
import type { MailServer } from './mail-server.ts';

export interface SendingMails {
  db: Db;
  mailServer: MailServer;
  now: () => Date;
}

/**
 * Sends what waits, at most 100 mails, each at least once. A mail that fails is tried again later, six times in all; one that
 * has waited for three days, since there was no server say, is news no longer and stays unsent. The failures' codes.
 */
export async function sendDueMails({ db, mailServer, now }: SendingMails): Promise<string[]> {
  const failures: string[] = [];
  for (let count = 0; count < 100; count++) {
    const at = now();
    const times = { now: at, again: after(at, leaseMinutes), notBefore: after(at, -keptMinutes) };
    const mail = await asOperatorBriefly(db, (trx) => takeDueMail(trx, times));
    if (!mail) break;
    const { tenant, id, recipient: to, subject, text, tries } = mail;
    const failure = await mailServer.send({ to, subject, text, id }).then(
      () => undefined,
      (error: unknown) => codeOf(error),
    );
    if (failure !== undefined) failures.push(failure);
    const delay = delayMinutes[tries - 1];
    const outcome =
      failure === undefined
        ? { sentAt: now() }
        : { failure, ...(delay !== undefined && { nextTryAt: after(now(), delay) }) };
    await asOperatorBriefly(db, (trx) => finishMail(trx, tenant, id, outcome));
  }
  return failures;
}

/** Whether there is anything to send. */
export const mailIsDue = (db: Db, now: Date): Promise<boolean> =>
  asOperatorBriefly(db, (trx) => hasDueMail(trx, { now, notBefore: after(now, -keptMinutes) }));

/** Longer than handing over a mail may take: who died with it is followed by another. */
const leaseMinutes = 5;
const delayMinutes = [1, 5, 30, 2 * 60, 8 * 60];
const keptMinutes = 3 * 24 * 60;

const after = (time: Date, minutes: number): Date => new Date(time.getTime() + minutes * 60_000);

/** Never the server's words, which name addresses. */
function codeOf(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  return [code, responseCode].filter((one) => one !== undefined).join(' ') || 'failed';
}
