import type { LinkageCause } from '../../api/types.ts';
import type { Context } from '../context.ts';
import { type KeptCredential, lockIntegration, saveIntegration } from '../sql/integrations.ts';
import { lastFailure, lastSuccess } from '../sql/linkages.ts';
import { googleProvider } from './google-credential.ts';

/** What is wrong with the key or its project, whosever mailbox it was. */
const ofKey: readonly LinkageCause[] = ['key-invalid', 'key-deleted', 'api-off', 'clock'];
/** What the key may not do: for everybody, or, where others are read, for some. */
const ofDelegation: readonly LinkageCause[] = ['not-delegated', 'access-denied'];

/** What was last learnt of a key, when it was registered, tried or used: undefined when it works. */
export async function keyCause({ db, tenant }: Context, key: KeptCredential): Promise<LinkageCause | undefined> {
  const since = new Date(key.triedAt ?? key.registeredAt);
  const failure = (after: Date, of: readonly LinkageCause[]) =>
    lastFailure(db, tenant.id, googleProvider, { since: after, of });
  const succeeded = await lastSuccess(db, tenant.id, googleProvider, since);
  if (succeeded) return await failure(succeeded, ofKey);
  return (await failure(since, [...ofKey, ...ofDelegation])) ?? key.cause;
}

/** A trial has shown what the key may do: `cause` is undefined where a mailbox was read. */
export async function noteTrial({ db, tenant, now }: Context, cause: LinkageCause | undefined): Promise<void> {
  if (cause && ![...ofKey, ...ofDelegation].includes(cause)) return;
  const { credential, ...present } = await lockIntegration(db, tenant.id, googleProvider);
  if (!credential) return;
  const { cause: _, ...known } = credential;
  const next = { ...known, triedAt: now.toISOString(), ...(cause && { cause }) };
  await saveIntegration(db, tenant.id, googleProvider, { ...present, credential: next });
}
