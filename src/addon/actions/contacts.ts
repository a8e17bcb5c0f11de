import { enter } from '../access.ts';
import type { Call } from '../call.ts';
import { contactCard, earlierCard } from '../cards/contact-card.ts';
import { contactsCard } from '../cards/contacts-card.ts';
import { dayText } from '../dates.ts';
import { replace, show } from '../respond.ts';

/** The organisation's contacts from the start, or from `cursor` on. */
export function listContacts(call: Call) {
  return show(call, contactsPage(call, call.parameters.q ?? '', call.parameters.cursor));
}

/** Those that the typed words find; on the list itself the hits take the list's place. */
export function searchContacts(call: Call) {
  const card = contactsPage(call, (call.form.q ?? '').trim(), undefined);
  return call.parameters.from === 'list' ? replace(card) : show(call, card);
}

export function openContact(call: Call) {
  const { store } = enter(call);
  const params = { contactId: call.parameters.contact ?? '' };
  const [contact, history, knownBy, merges] = store.all([
    { id: 'getContact', params },
    { id: 'getContactHistory', params, query: { state: 'current' } },
    { id: 'listAcquaintances', params },
    { id: 'listMerges', params },
  ]);
  return show(
    call,
    contactCard({
      t: call.t,
      contact,
      history: history.items,
      knownBy: knownBy.items,
      merges: merges.items,
      day: (instant) => dayText(call, instant),
    }),
  );
}

/** What stood in a contact before, the last that went first. */
export function openEarlier(call: Call) {
  const { contact = '', cursor } = call.parameters;
  const page = enter(call).store.call({
    id: 'getContactHistory',
    params: { contactId: contact },
    query: { state: 'past', cursor },
  });
  return show(call, earlierCard({ t: call.t, contact, ...page, day: (instant) => dayText(call, instant) }));
}

/** The platform takes a URL of 2 KB, and a Japanese character is nine bytes of it. */
export const longestQuery = 150;

function contactsPage(call: Call, q: string, cursor: string | undefined) {
  const { store } = enter(call);
  const { items, nextCursor } = store.call({ id: 'listContacts', query: { q: q.slice(0, longestQuery), cursor } });
  return contactsCard({ t: call.t, q, items, nextCursor });
}
