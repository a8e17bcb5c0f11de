import { webhookAnswer, webhookDeliveryAnswer } from '../answers.ts';
import * as commands from '../commands/webhooks.ts';
import { cursorAt, readCountCursor } from '../cursor.ts';
import { pageOf } from '../page.ts';
import { listDeliveries, listWebhooks } from '../sql/webhooks.ts';
import type { Handlers } from './handlers.ts';

export const webhooks: Handlers<
  | 'listWebhooks'
  | 'createWebhook'
  | 'changeWebhook'
  | 'deleteWebhook'
  | 'testWebhook'
  | 'listWebhookDeliveries'
  | 'replayWebhook'
> = {
  listWebhooks: async ({ db, tenant }) => ({ items: (await listWebhooks(db, tenant.id)).map(webhookAnswer) }),

  createWebhook: (context, { body }) => commands.createWebhook(context, body),

  changeWebhook: (context, { params, body }) => commands.changeWebhook(context, params.webhookId, body),

  deleteWebhook: (context, { params }) => commands.deleteWebhook(context, params.webhookId),

  testWebhook: (context, { params }) => commands.testWebhook(context, params.webhookId),

  async listWebhookDeliveries(context, { params: { webhookId }, query: { status, limit, cursor } }) {
    const after = readCountCursor(cursor);
    await commands.getWebhook(context, webhookId);
    const { db, tenant } = context;
    const found = await listDeliveries(db, tenant.id, webhookId, { status, after, limit: limit + 1 });
    const { page, ...next } = pageOf(found, limit, (last) => cursorAt(last.seq));
    return { items: page.map(webhookDeliveryAnswer), ...next };
  },

  replayWebhook: (context, { params, body }) => commands.replayWebhook(context, params.webhookId, body.deliveryId),
};
