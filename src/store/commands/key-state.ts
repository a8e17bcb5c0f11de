import type { LinkageCause } from '../../api/types.ts';
import type { Context } from '../context.ts';
import { type KeptCredential, lockIntegration, saveIntegration } from '../sql/integrations.ts';
import { lastLearnt } from '../sql/linkages.ts';
import { googleProvider } from './google-credential.ts';

/** What is wrong with the key or what it may do, whosever mailbox it is; others are a mailbox's own, or pass. */
export const keyCauses: readonly LinkageCause[] = [
  'key-invalid',
  'key-deleted',
  'not-delegated',
  'access-denied',
  'api-off',
  'clock',
];

/** What was last learnt of a key, when it was registered, tried or used: undefined when it works. */
export async function keyCause({ db, tenant }: Context, key: KeptCredential): Promise<LinkageCause | undefined> {
  const since = new Date(key.triedAt ?? key.registeredAt);
  const { succeededAt, failedAt, cause } = await lastLearnt(db, tenant.id, googleProvider, { since, of: keyCauses });
  if (failedAt && failedAt > (succeededAt ?? since)) return cause;
  return succeededAt ? undefined : key.cause;
}

/** A trial has shown what the key may do: `cause` is undefined where a mailbox was read. */
export async function noteTrial({ db, tenant, now }: Context, cause: LinkageCause | undefined): Promise<void> {
  if (cause && !keyCauses.includes(cause)) return;
  const { credential, ...present } = await lockIntegration(db, tenant.id, googleProvider);
  if (!credential) return;
  const { cause: _, ...known } = credential;
  const next = { ...known, triedAt: now.toISOString(), ...(cause && { cause }) };
  await saveIntegration(db, tenant.id, googleProvider, { ...present, credential: next });
}
