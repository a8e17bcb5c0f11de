import type { Me } from '../api/types.ts';
import type { Call } from './call.ts';
import { forget, remember } from './services/cache.ts';
import { getIdentity, type Identity } from './services/identity.ts';
import { isEnabled } from './services/roster.ts';
import { type Store, storeFor } from './services/store.ts';

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
