import { z } from 'zod';
import { emailKey } from '../contact/normalize.ts';
import { claimsReader, type TokenOptions } from './auth.ts';
import { googleProvider } from './commands/google-credential.ts';
import type { Metrics } from './metrics.ts';
import { Problem } from './problem.ts';
import { type RateLimits, rateLimiter } from './rate-limits.ts';
import { readBytes } from './read-request.ts';
import { mailboxUser } from './sql/mailbox-suggestions.ts';
import type { Db } from './sql/schema.ts';
import { enterTenant } from './sql/tenants.ts';
import { asOperatorBriefly, inTransaction } from './sql/transaction.ts';
import { domainsThatWatch, noteChange } from './sql/watches.ts';

/** Whose messages count: of a push subscription of Cloud Pub/Sub that signs them. */
export interface PushOptions extends Pick<TokenOptions, 'issuers' | 'keys'> {
  audience: string;
  /** The address of the service account that the subscription names. */
  account: string;
}

/** What became of a message: a mailbox is due, or was read that far, or is watched for nobody here; or it is none of Gmail's. */
export type PushOutcome = 'due' | 'stale' | 'unknown' | 'unreadable';

/** Where Cloud Pub/Sub posts to. */
export const pushPath = '/push/google';

/**
 * Takes what Gmail publishes of a watched mailbox: it becomes due, and a worker reads it. Whatever a message with a good token
 * says is acknowledged, and no answer tells what is known here. Throws the problem to answer with: of the token, or
 * `rate-limited`, after which Pub/Sub sends it again.
 */
export function pushReceiver(
  { audience, account, ...tokens }: PushOptions,
  {
    db,
    rateLimits,
    metrics,
    now,
  }: { db: Db; rateLimits: RateLimits; metrics: Pick<Metrics, 'pushed'>; now: () => Date },
): (request: Request) => Promise<Response> {
  const claimsOf = claimsReader({ ...tokens, audience: [audience] }, ['exp', 'email'], now);
  const limitRate = rateLimiter(db, { tenant: rateLimits.tenant, subject: 'push' }, now);

  const tell = async (change: Change): Promise<PushOutcome> => {
    const { email } = change;
    const outcomes: PushOutcome[] = [];
    for (const domain of await asOperatorBriefly(db, (trx) => domainsThatWatch(trx, googleProvider, email))) {
      await limitRate({ domain, userId: '' });
      const outcome = await inTransaction(db, { domain, userId: mailboxUser(email), email }, async (trx) => {
        const tenant = await enterTenant(trx, domain);
        const key = tenant && { tenant: tenant.id, provider: googleProvider, email };
        return key && (await noteChange(trx, key, { historyId: change.historyId, now: now() }));
      });
      outcomes.push(outcome ?? 'unknown');
    }
    return (['due', 'stale'] as const).find((outcome) => outcomes.includes(outcome)) ?? 'unknown';
  };

  return async (request) => {
    const { email, email_verified: isVerified } = await claimsOf(request.headers.get('authorization') ?? undefined);
    if (email !== account || isVerified !== true) {
      throw new Problem('token-invalid', 'The token is not of the service account whose messages are taken here');
    }
    const change = await readChange(request);
    metrics.pushed(change ? await tell(change) : 'unreadable');
    return new Response(null, { status: 204 });
  };
}

interface Change {
  /** As a key: see `emailKey`. */
  email: string;
  historyId: string;
}

/** Undefined when it is none: what is refused would come again for days, and keep the others waiting. */
async function readChange(request: Request): Promise<Change | undefined> {
  try {
    const envelope = Envelope.parse(JSON.parse(textOf(await readBytes(request, maxBytes))));
    const { emailAddress, historyId } = Data.parse(JSON.parse(textOf(Buffer.from(envelope.message.data, 'base64'))));
    return { email: emailKey(emailAddress), historyId: String(historyId) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError || error instanceof Problem) return undefined;
    throw error;
  }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** One of Gmail's has a few hundred. */
const maxBytes = 10_000;

/** cloud.google.com/pubsub/docs/push; `data` is in base64, with or without the alphabet for URLs. */
const Envelope = z.object({ message: z.object({ data: z.string() }) });

/** developers.google.com/workspace/gmail/api/guides/push, where the number is a text; Gmail also writes it as a number. */
const Data = z.object({
  emailAddress: z
    .string()
    .max(320)
    .regex(/^[^\s\0@]+@[^\s\0@]+$/),
  historyId: z.union([z.string().regex(/^[1-9]\d{0,19}$/), z.int().positive()]),
});
