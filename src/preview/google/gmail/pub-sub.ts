import { setTimeout as sleep } from 'node:timers/promises';
import type { EmulatedGoogle } from '../emulated-google.ts';

export interface PushSubscription {
  /** `projects/<project>/subscriptions/<name>` */
  name: string;
  /** Where messages are posted to. */
  endpoint: string;
  /** The `aud` of the token; the endpoint itself when absent, as in Pub/Sub. */
  audience?: string;
  /** The service account that the token names. */
  serviceAccount: string;
}

export interface PubSubOptions {
  /** What posts to an endpoint; the global fetch when absent. */
  fetch?: (request: Request) => Promise<Response>;
  /** Before a message that was not taken is sent again, doubled each time: 10 s when absent. */
  retryMs?: number;
}

interface Topic {
  gmailMayPublish: boolean;
  subscriptions: PushSubscription[];
}

/** Sent this often at most; the real one goes on for days. */
const maxAttempts = 4;

/**
 * The topics of Cloud Pub/Sub that Gmail publishes to, and their push subscriptions: each message is posted with a token
 * that Google signed (cloud.google.com/pubsub/docs/authenticate-push-subscriptions) until the answer is a success.
 */
export class PubSub {
  private readonly topics = new Map<string, Topic>();
  private readonly pending = new Set<Promise<void>>();
  private published = 0;

  constructor(
    private readonly google: EmulatedGoogle,
    private readonly options: PubSubOptions,
  ) {}

  /** `projects/<project>/topics/<name>`; Gmail may publish once gmail-api-push@system.gserviceaccount.com was let. */
  createTopic(name: string, { gmailMayPublish = true } = {}): void {
    this.topics.set(name, { gmailMayPublish, subscriptions: [] });
  }

  deleteTopic(name: string): void {
    this.topics.delete(name);
  }

  subscribe(topic: string, subscription: PushSubscription): void {
    const found = this.topics.get(topic);
    if (!found) throw new Error(`There is no topic ${topic}`);
    found.subscriptions.push(subscription);
  }

  find(name: string): Topic | undefined {
    return this.topics.get(name);
  }

  publish(topic: string, data: object): void {
    this.published += 1;
    const messageId = `${10_000_000_000 + this.published}`;
    const publishTime = new Date(this.google.now()).toISOString();
    const encoded = Buffer.from(JSON.stringify(data)).toString('base64');
    const message = { data: encoded, messageId, message_id: messageId, publishTime, publish_time: publishTime };
    for (const subscription of this.find(topic)?.subscriptions ?? []) {
      const delivery = this.deliver(subscription, JSON.stringify({ message, subscription: subscription.name }));
      this.pending.add(delivery);
      delivery.finally(() => this.pending.delete(delivery));
    }
  }

  /** When everything that was published has been taken, or given up. */
  async settled(): Promise<void> {
    while (this.pending.size > 0) await Promise.all(this.pending);
  }

  private async deliver({ endpoint, audience = endpoint, serviceAccount }: PushSubscription, body: string) {
    const { fetch = globalThis.fetch, retryMs = 10_000 } = this.options;
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const claims = { aud: audience, sub: serviceAccount, azp: serviceAccount, email: serviceAccount };
      const token = await this.google.signer.sign({ ...claims, email_verified: true }, this.google.now());
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const response = await fetch(new Request(endpoint, { method: 'POST', headers, body })).catch(() => undefined);
      await response?.body?.cancel();
      this.google.counts.add('pubsub.push', { status: response?.status ?? 599 });
      if (response?.ok) return;
      await sleep(retryMs * 2 ** attempt, undefined, { ref: false });
    }
  }
}
