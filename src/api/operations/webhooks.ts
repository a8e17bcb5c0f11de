import { z } from '@hono/zod-openapi';
import type { Operation } from '../operation.ts';
import * as s from '../schemas.ts';

const params = z.object({ webhookId: z.uuid() });

/** Endpoints elsewhere that are told what becomes of contacts. */
export const webhooks = {
  listWebhooks: { summary: 'The webhooks', access: 'admin', write: false, response: s.WebhookList },
  createWebhook: {
    summary: 'Add a webhook; its secret is shown this once',
    access: 'admin',
    write: true,
    body: s.NewWebhook,
    response: s.CreatedWebhook,
    confidential: true,
    problems: ['webhook-limit', 'secret-key-missing'],
  },
  changeWebhook: {
    summary: 'Change a webhook, or switch it off or on',
    access: 'admin',
    write: true,
    params,
    body: s.WebhookChange,
    response: s.Webhook,
    problems: ['webhook-not-found'],
  },
  deleteWebhook: {
    summary: 'Remove a webhook, its secret and its deliveries',
    access: 'admin',
    write: true,
    params,
    response: s.DeletedWebhook,
    problems: ['webhook-not-found'],
  },
  testWebhook: {
    summary: 'Send the webhook an event webhook.test',
    access: 'admin',
    write: true,
    params,
    response: s.WebhookDelivery,
    problems: ['webhook-not-found'],
  },
  listWebhookDeliveries: {
    summary: 'What a webhook was sent and has still to be sent, newest first',
    access: 'admin',
    write: false,
    params,
    query: s.WebhookDeliveryFilter,
    response: s.WebhookDeliveryPage,
    problems: ['webhook-not-found'],
  },
  replayWebhook: {
    summary: 'Send again one delivery that is done or dead, or all dead ones',
    access: 'admin',
    write: true,
    params,
    body: s.WebhookReplay,
    response: s.WebhookReplayed,
    problems: ['webhook-not-found', 'delivery-not-found'],
  },
} as const satisfies Record<string, Operation>;
