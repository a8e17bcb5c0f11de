import { createHmac } from 'node:crypto';

/**
 * The headers that let the receiver verify a webhook: Standard Webhooks, scheme v1 (github.com/standard-webhooks), which is
 * one HMAC-SHA256 of Node's own; its package would bring a second SHA-256, written in JavaScript.
 * `secret`: `whsec_` and base64.
 */
export function signedHeaders(secret: string, id: string, now: Date, body: string): Record<string, string> {
  const timestamp = Math.floor(now.getTime() / 1000);
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': `v1,${signature}` };
}
