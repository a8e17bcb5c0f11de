import type { ContactMerge, ContactSummary } from '../../api/types.ts';
import { joinedFields } from '../../contact/join.ts';
import { enter } from '../access.ts';
import type { Call } from '../call.ts';
import { askSeparateCard, mergeCard, mergedCard, pickCard, separatedCard } from '../cards/merge-cards.ts';
import { dayText } from '../dates.ts';
import { Problem } from '../problem.ts';
import { replace, restart, show } from '../respond.ts';
import { newId } from '../services/ids.ts';
import type { Store } from '../services/store.ts';
import { longestQuery } from './contacts.ts';
import { attemptKey } from './suggestion-form.ts';

/** Whom to merge a contact with: those who may be the same person, or those whom the typed words find. */
export function openMerge(call: Call) {
  const { store } = enter(call);
  const { cursor, turn } = call.parameters;
  const q = ((cursor ? call.parameters.q : call.form.q) ?? '').trim().slice(0, longestQuery);
  const contact = store.call({ id: 'getContact', params: { contactId: call.parameters.contact ?? '' } });
  const { fn, n, org } = contact.card;
  const found = q
    ? [store.call({ id: 'listContacts', query: { q, cursor } })]
    : store.all([
        { id: 'listContacts', query: { q: fn.slice(0, longestQuery), limit: 10 } },
        { id: 'listContacts', query: { q: (n?.family || fn).slice(0, longestQuery), limit: 10 } },
        ...(org?.name
          ? [{ id: 'listContacts', query: { company: org.name.slice(0, longestQuery), limit: 10 } } as const]
          : []),
      ]);
  const others = new Map<string, ContactSummary>();
  for (const one of found.flatMap(({ items }) => items)) if (one.id !== contact.id) others.set(one.id, one);
  const nextCursor = q ? found[0]?.nextCursor : undefined;
  const card = pickCard({ t: call.t, contact, q, others: [...others.values()], nextCursor });
  return turn ? replace(card) : show(call, card);
}

/** What the two would be as one. */
export const compareMerge = (call: Call) => show(call, comparison(call, enter(call).store));

/** Merges what was looked at, with the values that were chosen; where somebody changed one of the two, it is shown anew. */
export function mergeContacts(call: Call) {
  const { store } = enter(call);
  const { contact = '', other = '', revision, otherRevision } = call.parameters;
  const chosen = joinedFields.filter((field) => /^(this|other)$/.test(call.form[field] ?? ''));
  const choose: ContactMerge['choose'] = Object.fromEntries(chosen.map((field) => [field, call.form[field]]));
  const body = { other, revision: Number(revision) || 1, otherRevision: Number(otherRevision) || 1, choose };
  try {
    const merged = store.call({
      id: 'mergeContacts',
      params: { contactId: contact },
      key: attemptKey(call, body),
      body,
    });
    return restart(mergedCard(call.t, merged));
  } catch (error) {
    if (error instanceof Problem && error.code === 'contact-outdated') return replace(comparison(call, store, true));
    throw error;
  }
}

/** Asks before a merged contact becomes two again. */
export function askSeparate(call: Call) {
  const contactId = call.parameters.contact ?? '';
  const { items } = enter(call).store.call({ id: 'listMerges', params: { contactId } });
  const merge = items.find(({ other }) => other.id === call.parameters.other);
  if (!merge) throw new Problem('contact-not-merged', 'What was to be separated is no longer merged');
  return show(call, askSeparateCard(call.t, contactId, merge.other, newId()));
}

export function separateContacts(call: Call) {
  const { contact = '', other = '' } = call.parameters;
  const separated = enter(call).store.call({
    id: 'unmergeContacts',
    params: { contactId: contact },
    key: attemptKey(call),
    body: { other },
  });
  return restart(separatedCard(call.t, separated));
}

function comparison(call: Call, store: Store, outdated = false) {
  const ids = [call.parameters.contact, call.parameters.other].map((contactId = '') => ({ contactId }));
  const query = { state: 'current', limit: 100 } as const;
  const [one = { contactId: '' }, two = one] = ids;
  const [contact, other, ownValues, otherValues] = store.all([
    { id: 'getContact', params: one },
    { id: 'getContact', params: two },
    { id: 'getContactHistory', params: one, query },
    { id: 'getContactHistory', params: two, query },
  ]);
  if (contact.id === other.id) throw new Problem('contact-not-found', 'The two were merged meanwhile');
  return mergeCard({
    t: call.t,
    contact,
    other,
    ownValues: ownValues.items,
    otherValues: otherValues.items,
    outdated,
    attempt: newId(),
    day: (instant) => dayText(call, instant),
  });
}
