import { createHash } from 'node:crypto';
import { type Context, ownerIn } from './context.ts';
import { Problem } from './problem.ts';
import { dropKeysBefore, findKey, keepAnswer, takeKey } from './sql/idempotency-keys.ts';

/**
 * The answer of `run`, as JSON text: run once for a key, and within 24 hours answered again for the same request. What
 * `run` throws is not kept, since it rolls the taken key back with everything else.
 * `request`: everything that makes it this request and no other. `confidential`: what is kept of the answer is encrypted.
 */
export async function once(
  context: Context,
  key: string,
  request: unknown,
  run: () => Promise<unknown>,
  confidential = false,
): Promise<string> {
  const { db, tenant, now, secrets } = context;
  const name = `answer/${key}`;
  const owner = ownerIn(context);
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
  await dropKeysBefore(db, owner, new Date(now.getTime() - keptMilliseconds));
  if (!(await takeKey(db, owner, key, requestHash, now))) {
    const earlier = await findKey(db, owner, key);
    if (earlier?.requestHash === requestHash) {
      return confidential ? secrets.unseal(tenant.id, name, earlier.answer) : earlier.answer;
    }
    throw new Problem('idempotency-key-reused', 'Send another Idempotency-Key with another request');
  }
  const answer = JSON.stringify(await run());
  await keepAnswer(db, owner, key, confidential ? secrets.seal(tenant.id, name, answer) : answer);
  return answer;
}

const keptMilliseconds = 24 * 60 * 60 * 1000;
