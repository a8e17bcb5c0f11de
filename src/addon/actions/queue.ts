import { enter } from '../access.ts';
import type { Call } from '../call.ts';
import { bulkCard } from '../cards/bulk-card.ts';
import { nameOf } from '../cards/list-sections.ts';
import { pickList, suggestionsCard } from '../cards/suggestions-card.ts';
import { daysLeft } from '../dates.ts';
import { notify, replace, restart, show } from '../respond.ts';
import { newId } from '../services/ids.ts';
import type { Store } from '../services/store.ts';
import { sourceMail } from '../source-mail.ts';
import { attemptKey } from './suggestion-form.ts';

/** A page of the queue; with `pick` as boxes to tick, `all` of them ticked or `none`. */
export function listSuggestions(call: Call) {
  const { cursor, pick } = call.parameters;
  const { store, identity } = enter(call);
  const page = pageOf(store, cursor, pick ? longestPick : undefined);
  const card = suggestionsCard({
    t: call.t,
    ...page,
    cursor,
    pick: pick === 'all' || pick === 'none' ? pick : undefined,
    attempt: newId(),
    daysLeft: ({ expiresAt }) => daysLeft(expiresAt, call.startedAt),
    mail: sourceMail(call, identity),
  });
  return call.parameters.turn ? replace(card) : show(call, card);
}

/** Saves what is ticked as it was read; what needs a look is left and said. */
export function acceptSelected(call: Call) {
  const ids = picked(call);
  if (ids.length === 0) return notify(call.t.queue.nothing);
  const { store } = enter(call);
  const names = namesOn(call, store);
  const done = store.call({ id: 'acceptSuggestions', key: attemptKey(call, ids), body: { ids } });
  return restart(bulkCard({ t: call.t, ...done, names }));
}

export function dismissSelected(call: Call) {
  const ids = picked(call);
  if (ids.length === 0) return notify(call.t.queue.nothing);
  const { store } = enter(call);
  const names = namesOn(call, store);
  const done = store.call({ id: 'dismissSuggestions', key: attemptKey(call, ids), body: { ids, as: 'once' } });
  return restart(bulkCard({ t: call.t, ...done, names }));
}

const picked = ({ ticked }: Call): string[] => ticked[pickList('all')] ?? ticked[pickList('none')] ?? [];

/** Boxes on one page: the store takes 100 at once, and a list of more is hard to read. */
const longestPick = 50;

const pageOf = (store: Store, cursor: string | undefined, limit?: number) =>
  store.call({ id: 'listSuggestions', query: { cursor, limit } });

/** The page again, for whom its suggestions are of; more of it, since newer ones may have come on top. */
const namesOn = ({ t, parameters }: Call, store: Store): Map<string, string> =>
  new Map(pageOf(store, parameters.cursor, 2 * longestPick).items.map((one) => [one.id, nameOf(t, one)]));
