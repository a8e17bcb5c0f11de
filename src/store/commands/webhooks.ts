import { randomBytes, randomUUID } from 'node:crypto';
import type { NewWebhook, WebhookChange, WebhookDelivery } from '../../api/types.ts';
import { webhookAnswer, webhookDeliveryAnswer } from '../answers.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import { deleteSecret } from '../sql/secrets.ts';
import * as rows from '../sql/webhooks.ts';
import { recordAct } from './record-act.ts';

/** Under which name an endpoint's signing secret is kept. */
export const webhookSecret = (id: string): string => `webhook/${id}`;

const maxWebhooks = 20;

export async function createWebhook(context: Context, { url, events = [] }: NewWebhook) {
  const { db, tenant, user, now, secrets } = context;
  if ((await rows.listWebhooks(db, tenant.id)).length >= maxWebhooks) {
    throw new Problem('webhook-limit', `An organisation may have ${maxWebhooks} webhooks`);
  }
  const made = { createdAt: now, createdBy: user.email };
  const webhook = { id: randomUUID(), url, events: [...new Set(events)], enabled: true, ...made };
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  await secrets.save(db, tenant.id, webhookSecret(webhook.id), secret, now);
  await rows.insertWebhook(db, tenant.id, webhook);
  await record(context, 'webhook.create', webhook.id, { host: new URL(url).host, events: webhook.events });
  return { webhook: webhookAnswer(webhook), secret };
}

export async function changeWebhook(context: Context, id: string, changes: WebhookChange) {
  const webhook = await getWebhook(context, id);
  const next = { ...webhook, ...changes };
  await rows.updateWebhook(context.db, context.tenant.id, id, next);
  const details = { fields: Object.keys(changes), host: new URL(next.url).host, enabled: next.enabled };
  await record(context, 'webhook.change', id, details);
  return webhookAnswer(next);
}

export async function deleteWebhook(context: Context, id: string) {
  const { db, tenant } = context;
  const webhook = await getWebhook(context, id);
  await rows.deleteWebhook(db, tenant.id, id);
  await deleteSecret(db, tenant.id, webhookSecret(id));
  await record(context, 'webhook.delete', id, { host: new URL(webhook.url).host });
  return { id };
}

/** Queues an event that says nothing, for this webhook alone, switched on or not. */
export async function testWebhook(context: Context, id: string): Promise<WebhookDelivery> {
  const { db, tenant, now } = context;
  await getWebhook(context, id);
  const event = { id: randomUUID(), type: 'webhook.test', eventAt: now };
  await rows.queueDelivery(db, tenant.id, id, event);
  return webhookDeliveryAnswer({ ...event, seq: '', status: 'pending', attempts: 0, dueAt: now });
}

/** Throws `delivery-not-found` when the one that is named is not there or still pending. */
export async function replayWebhook(context: Context, id: string, deliveryId: string | undefined) {
  const { db, tenant, now } = context;
  await getWebhook(context, id);
  const count = await rows.replayDeliveries(db, tenant.id, id, deliveryId, now);
  if (deliveryId !== undefined && count === 0) {
    throw new Problem('delivery-not-found', `There is no delivery ${deliveryId} that is done or dead`);
  }
  if (count > 0) await record(context, 'webhook.replay', id, { count });
  return { count };
}

export async function getWebhook({ db, tenant }: Context, id: string): Promise<rows.WebhookRecord> {
  const webhook = await rows.findWebhook(db, tenant.id, id);
  if (!webhook) throw new Problem('webhook-not-found', `There is no webhook ${id}`);
  return webhook;
}

const record = (
  context: Context,
  act: 'webhook.create' | 'webhook.change' | 'webhook.delete' | 'webhook.replay',
  id: string,
  details: Parameters<typeof recordAct>[1]['details'],
) => recordAct(context, { act, subject: { kind: 'webhook', id }, details });
