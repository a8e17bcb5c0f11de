import { contactAnswer } from '../answers.ts';
import { webhookSecret } from '../commands/webhooks.ts';
import type { Secrets } from '../secrets.ts';
import { findContact } from '../sql/contacts.ts';
import type { Db } from '../sql/schema.ts';
import { inTenant } from '../sql/tenants.ts';
import {
  type DeliveryOutcome,
  type DeliveryRecord,
  findWebhook,
  finishDelivery,
  leaseDelivery,
} from '../sql/webhooks.ts';
import { type SendOptions, type Sent, send } from './send.ts';
import { signedHeaders } from './sign.ts';

export interface Delivering extends SendOptions {
  db: Db;
  secrets: Secrets;
  now: () => Date;
}

/**
 * Sends a webhook what is due, one after another, at most 100, and at least once: an endpoint may be told again what it
 * took when the process died before it heard the answer. True when all of it was done.
 */
export async function deliverDue(delivering: Delivering, tenant: string, webhook: string): Promise<boolean> {
  for (let count = 0; count < 100; count++) {
    const task = await nextTask(delivering, tenant, webhook);
    if (!task) return true;
    const { delivery, body, url, secret } = task;
    const sent =
      secret === undefined
        ? { error: 'secret-missing' }
        : await send(url, signedHeaders(secret, delivery.id, delivering.now(), body), body, delivering);
    await inTenant(delivering.db, tenant, (trx) =>
      finishDelivery(
        trx,
        tenant,
        webhook,
        delivery,
        outcomeOf(sent, delivery.attempts, delivering.now()),
        delivering.now(),
      ),
    );
  }
  return false;
}

/** Longer than an attempt may take. */
const leaseMilliseconds = 60_000;

async function nextTask({ db, secrets, now }: Delivering, tenant: string, webhookId: string) {
  return await inTenant(db, tenant, async (trx) => {
    const at = now();
    const webhook = await findWebhook(trx, tenant, webhookId);
    const leasedUntil = new Date(at.getTime() + leaseMilliseconds);
    const delivery = webhook && (await leaseDelivery(trx, tenant, webhookId, at, leasedUntil));
    if (!delivery) return undefined;
    const secret = await secrets.find(trx, tenant, webhookSecret(webhookId)).catch(() => undefined);
    return { delivery, url: webhook.url, secret, body: await bodyOf(trx, tenant, delivery) };
  });
}

/**
 * What is sent. The contact is as it is now, not as it was: so nothing of a deleted one is told, and `revision` in both
 * tells whether it changed since.
 */
async function bodyOf(db: Db, tenant: string, { type, eventAt, contactId, revision }: DeliveryRecord): Promise<string> {
  const found = contactId !== undefined && type !== 'contact.deleted' && (await findContact(db, tenant, contactId));
  const data = contactId === undefined ? {} : { contactId, revision, ...(found && { contact: contactAnswer(found) }) };
  return JSON.stringify({ type, timestamp: eventAt.toISOString(), data });
}

/** 2xx is taken; 410 will never be; the rest is tried again, later each time, until the last attempt. */
export function outcomeOf(
  sent: Sent,
  attempts: number,
  now: Date,
  random: () => number = Math.random,
): DeliveryOutcome {
  if ('status' in sent && sent.status >= 200 && sent.status < 300) return { kind: 'delivered', status: sent.status };
  const result = 'status' in sent ? { status: sent.status } : { error: sent.error };
  const seconds = retrySeconds[attempts - 1];
  if (seconds === undefined || ('status' in sent && sent.status === 410)) return { kind: 'dead', ...result };
  const asked = 'status' in sent ? Math.min(sent.retryAfterSeconds ?? 0, maxRetryAfterSeconds) : 0;
  const wait = Math.max(seconds * (0.8 + 0.4 * random()), asked);
  return { kind: 'again', dueAt: new Date(now.getTime() + wait * 1000), ...result };
}

/** How long after each attempt, ten in all over some 30 hours; each shortened or lengthened by up to a fifth. */
const retrySeconds = [5, 30, 120, 600, 1800, 7200, 18_000, 36_000, 36_000];
const maxRetryAfterSeconds = 24 * 60 * 60;
