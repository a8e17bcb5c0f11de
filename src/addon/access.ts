import type { Me } from '../api/types.ts';
import type { Call } from './call.ts';
import { Problem } from './problem.ts';
import { forget, remember } from './services/cache.ts';
import { getIdentity, type Identity } from './services/identity.ts';
import { isEnabled } from './services/roster.ts';
import { type AnswersTo, type Store, type StoreRequest, storeFor } from './services/store.ts';

/** Who calls and the store on their behalf. */
export interface Visit {
  identity: Identity;
  store: Store;
}

/** @throws Problem `permission-missing`, `personal-account`. */
export function enter(call: Call): Visit {
  const identity = getIdentity();
  return { identity, store: storeFor(identity, call.startedAt) };
}

/**
 * Who calls, and what the store answers to `requests`, asked together before anything is shown or written. @throws Problem
 * `admin-only` for everybody but admins.
 */
export function asAdmin<const R extends readonly StoreRequest[]>(call: Call, ...requests: R) {
  const visit = enter(call);
  const [me, ...answers] = visit.store.all([{ id: 'getMe' }, ...requests] as StoreRequest[]) as [Me, ...unknown[]];
  if (me.role !== 'admin') throw new Problem('admin-only', 'The store does not know the caller as an admin');
  return { ...visit, me, answers: answers as AnswersTo<R> };
}

/** The add-on's own list: one property. */
export const isListed = ({ identity }: Visit): boolean => isEnabled(identity);

/** What a user who may not use the add-on is shown, asked once in five minutes however many mails they open. */
export function rememberedMe({ store }: Visit): Me {
  return remember(meKey, 300, () => store.call({ id: 'getMe' }));
}

export function freshMe({ store }: Visit): Me {
  forget(meKey);
  return store.call({ id: 'getMe' });
}

const meKey = 'me';
