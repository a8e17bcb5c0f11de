import { z } from '@hono/zod-openapi';
import { cursor, limit, page } from './page.ts';
import { id, instant, line } from './values.ts';

export const webhookEvents = ['contact.created', 'contact.changed', 'contact.deleted'] as const;

const url = line(2000).regex(
  /^[hH][tT][tT][pP][sS]?:\/\/[^\s/?#@]+([/?#]\S*)?$/,
  'is not an https:// address without a user',
);
const events = z.array(z.enum(webhookEvents)).min(1).max(webhookEvents.length);

export const Webhook = z
  .object({
    id,
    url: z.string(),
    events: z.array(z.string()),
    /** Switched off, it is told nothing, of what happens meanwhile neither. */
    enabled: z.boolean(),
    createdAt: instant,
    createdBy: line(320),
  })
  .openapi('Webhook');

export const NewWebhook = z
  .object({ url, events: events.default([...webhookEvents]) })
  .strict()
  .openapi('NewWebhook');
/** `secret` signs what is sent (Standard Webhooks); it is shown this once. */
export const CreatedWebhook = z
  .object({ webhook: Webhook, secret: z.string().openapi({ example: 'whsec_…' }) })
  .openapi('CreatedWebhook');
export const WebhookChange = z
  .object({ url: url.optional(), events: events.optional(), enabled: z.boolean().optional() })
  .strict()
  .openapi('WebhookChange');
export const WebhookList = z.object({ items: z.array(Webhook) }).openapi('WebhookList');
export const DeletedWebhook = z.object({ id }).openapi('DeletedWebhook');

const deliveryStatuses = ['pending', 'delivered', 'dead'] as const;
export const WebhookDelivery = z
  .object({
    /** The event's: the `webhook-id` header of every attempt, the same for each endpoint that is told. */
    id,
    type: z.string().openapi({ example: 'contact.changed' }),
    contactId: id.optional(),
    eventAt: instant,
    /** `dead`: given up after the last attempt, until it is replayed. */
    status: z.enum(deliveryStatuses),
    attempts: z.number().int(),
    /** When a pending one is tried next. */
    dueAt: instant.optional(),
    /** The HTTP status of the last answer. */
    lastStatus: z.number().int().optional(),
    /** Why there was no answer. */
    lastError: z.string().openapi({ example: 'timeout' }).optional(),
  })
  .openapi('WebhookDelivery');
export const WebhookDeliveryPage = page(WebhookDelivery).openapi('WebhookDeliveryPage');
export const WebhookDeliveryFilter = z.object({ status: z.enum(deliveryStatuses).optional(), limit, cursor });
/** `deliveryId` names the one to send again; without it, all dead ones. */
export const WebhookReplay = z.object({ deliveryId: id.optional() }).strict().openapi('WebhookReplay');
export const WebhookReplayed = z.object({ count: z.number().int() }).openapi('WebhookReplayed');
