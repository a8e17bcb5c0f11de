import { notAPerson } from '../../extract/not-a-person.ts';
import { senderOf } from '../../extract/sender.ts';
import { enter, isListed, rememberedMe, type Visit } from '../access.ts';
import type { Call } from '../call.ts';
import { accessCard } from '../cards/access-card.ts';
import { homeCard } from '../cards/home-card.ts';
import { messageCard } from '../cards/message-card.ts';
import { nothingFoundCard } from '../cards/nothing-found-card.ts';
import { daysLeft } from '../dates.ts';
import { messageIdOf } from '../message-id.ts';
import { restart } from '../respond.ts';
import { readHeaders } from '../services/gmail.ts';
import { sourceMail } from '../source-mail.ts';
import { clean } from '../text.ts';

type Card = GoogleAppsScript.Card_Service.Card;

/**
 * The first card, of the open mail or of the homepage. Costs one property; for an enabled user with a mail one reading of its
 * headers and one request.
 */
export function startCard(call: Call): Card {
  const visit = enter(call);
  if (!isListed(visit)) return accessCard({ t: call.t, me: rememberedMe(visit), listed: false });
  return call.message ? senderCard(call, visit) : home(call, visit);
}

/** Back to the first card, made anew. */
export const start = (call: Call) => restart(startCard(call));

function senderCard(call: Call, { store }: Visit): Card {
  const headers = readHeaders(call);
  const { email, display, name: person } = senderOf(headers.from);
  if (!isSendable(email)) return nothingFoundCard(call.t, 'nobody-named', true);
  const name = clean(person ?? display).slice(0, 300) || undefined;
  const sender = store.call({
    id: 'lookupSender',
    body: { email, name, messageId: messageIdOf(call, headers) },
  });
  return messageCard({ t: call.t, from: { email, name }, notAPerson: notAPerson(headers), sender });
}

/** What the store takes as an address. */
const isSendable = (email: string): boolean => email.length <= 320 && /^[^\s@<>"]+@[^\s@<>"]+$/.test(clean(email));

function home(call: Call, { store, identity }: Visit): Card {
  const [me, suggestions, contacts] = store.all([
    { id: 'getMe' },
    { id: 'listSuggestions', query: { limit: 5 } },
    { id: 'listContacts', query: { limit: 5 } },
  ]);
  return homeCard({
    t: call.t,
    viewer: me,
    organisation: me.tenant.name,
    suggestions: { items: suggestions.items, more: suggestions.nextCursor !== undefined },
    contacts: { items: contacts.items, more: contacts.nextCursor !== undefined },
    daysLeft: ({ expiresAt }) => daysLeft(expiresAt, call.startedAt),
    mail: sourceMail(call, identity),
  });
}
