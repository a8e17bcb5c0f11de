import { Problem } from './problem.ts';
import type { Roster, RosterEdit } from './roster.ts';
import { newId } from './services/ids.ts';
import { logFailure } from './services/log.ts';
import { getRoster, writeRoster } from './services/roster.ts';
import type { Store } from './services/store.ts';

/** What the store has of a roster: `not-sent` lacks changes of ours, `differs` has a newer list, which an admin must decide on. */
export type Sync = { kind: 'same' } | { kind: 'not-sent' } | { kind: 'differs'; count: number };

export interface StoreRoster {
  revision: number;
  count: number;
}

export function compare(ours: Roster, store: StoreRoster): Sync {
  if (store.revision < ours.revision) return { kind: 'not-sent' };
  const same = store.revision === ours.revision && store.count === ours.users.length;
  return same ? { kind: 'same' } : { kind: 'differs', count: store.count };
}

/** Sends one edit, or the whole list where the store lacks more than this edit. What cannot be sent now stays to be sent. */
export function sendEdit(store: Store, domain: string, before: Roster, after: Roster, edit: RosterEdit): Sync {
  return orNotSent(() => {
    if (edit.enable.length + edit.disable.length > longestEdit) return sendWhole(store, domain);
    try {
      const answer = store.call({
        id: 'changeRoster',
        key: newId(),
        body: { baseRevision: before.revision, revision: after.revision, ...edit },
      });
      if (answer.count === after.users.length) return { kind: 'same' };
    } catch (error) {
      if (!isRevisionProblem(error)) throw error;
    }
    return sendWhole(store, domain);
  });
}

/** The store takes 20,000 addresses in one change, and more in a whole list. */
const longestEdit = 10_000;

/** Sends the list as it stands now, which holds what other admins changed meanwhile. */
export function sendRosterTo(store: Store, domain: string): Sync {
  return orNotSent(() => sendWhole(store, domain));
}

/** The store's list in place of ours. @throws Problem `roster-busy` when it changes while it is read. */
export function takeRosterFrom(store: Store, domain: string): Roster {
  const users: string[] = [];
  let cursor: string | undefined;
  let revision: number | undefined;
  do {
    const page = store.call({ id: 'getRoster', query: { limit: 10_000, cursor } });
    if (revision !== undefined && page.revision !== revision) {
      throw new Problem('roster-busy', 'The store changed its roster while it was read');
    }
    revision = page.revision;
    users.push(...page.users);
    cursor = page.nextCursor;
  } while (cursor);
  const taken = { revision, users };
  return writeRoster(domain, () => taken);
}

/** Our list in place of the store's, as its next revision. */
export function replaceRosterOf(store: Store, domain: string, theirs: StoreRoster): Sync {
  writeRoster(domain, ({ revision, users }) => ({ revision: Math.max(revision, theirs.revision) + 1, users }));
  return sendRosterTo(store, domain);
}

function sendWhole(store: Store, domain: string): Sync {
  const ours = getRoster(domain);
  try {
    store.call({ id: 'replaceRoster', key: newId(), body: ours });
    return { kind: 'same' };
  } catch (error) {
    if (!isRevisionProblem(error)) throw error;
    const theirs = store.call({ id: 'getRoster', query: { limit: 1 } });
    // Another admin's change of this moment: it was made on top of ours, here, and is sent with their own push.
    if (getRoster(domain).revision > ours.revision) return compare(getRoster(domain), theirs);
    return { kind: 'differs', count: theirs.count };
  }
}

function orNotSent(send: () => Sync): Sync {
  try {
    return send();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    logFailure('send the roster', error);
    return { kind: 'not-sent' };
  }
}

const isRevisionProblem = (error: unknown): boolean =>
  error instanceof Problem && (error.code === 'roster-behind' || error.code === 'roster-outdated');
