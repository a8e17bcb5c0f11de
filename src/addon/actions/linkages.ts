import type { LinkageChoice, LinkageResults, LinkageStatus } from '../../api/types.ts';
import { asAdmin } from '../access.ts';
import type { Call } from '../call.ts';
import { askCard } from '../cards/ask-card.ts';
import { linkageCard } from '../cards/linkage-card.ts';
import { linkageResultsCard } from '../cards/linkage-results-card.ts';
import { keptLists, linkagesCard, type Place } from '../cards/linkages-card.ts';
import { triedCard } from '../cards/tried-card.ts';
import { button } from '../cards/widgets.ts';
import { timeText } from '../dates.ts';
import { type ActionResponse, notify, replace, replaceBelow, show } from '../respond.ts';
import { newId } from '../services/ids.ts';

/** A box and a line for each. */
const perPage = 20;
/** What the store takes by address at once. */
const mostChosen = 500;

/** The users and their mailboxes. */
export const openLinkages = (call: Call) => show(call, table({ ...call, parameters: {} }, new Set()));

/** Another page, or another choice; who was chosen stays chosen unless a button says otherwise. */
export const turnLinkages = (call: Call) => replace(table(call, chosenIn(call)));

/** From the first page on, those whom the words and the status find. */
export function searchLinkages(call: Call) {
  const status = call.form.status ?? '';
  const parameters = {
    turn: call.parameters.turn ?? '',
    q: (call.form.q ?? '').trim(),
    status: status === 'all' ? '' : status,
  };
  return replace(table({ ...call, parameters }, chosenIn(call)));
}

export const startChosen = (call: Call) => change(call, 'startLinkages');
export const retryChosen = (call: Call) => change(call, 'retryLinkages');
export const startUser = (call: Call) => changeOne(call, 'startLinkages');
export const retryUser = (call: Call) => changeOne(call, 'retryLinkages');

/** Asks first, naming whom. */
export function askDisableChosen(call: Call): ActionResponse {
  const choice = choiceOf(call);
  if (!choice) return notify(call.t.queue.nothing);
  if (isTooMany(choice)) return notify(call.t.linkages.tooMany);
  asAdmin(call);
  return show(call, askDisable(call, choice));
}

export function askDisableUser(call: Call): ActionResponse {
  asAdmin(call);
  return show(call, askDisable(call, { emails: [emailOf(call)] }));
}

/** Those whom the question named, or all that the filter finds. */
export function disableLinkages(call: Call) {
  if (call.parameters.email) {
    send(call, 'disableLinkages', { emails: [emailOf(call)] });
    return replaceBelow(details(call), call.t.linkages.outcomes.disabled);
  }
  const choice = choiceOf(call);
  if (!choice) return notify(call.t.queue.nothing);
  return replaceBelow(linkageResultsCard(call.t, send(call, 'disableLinkages', choice), listOf(call)));
}

export const openLinkage = (call: Call) => show(call, details(call));

/** What linking this user would suggest; nothing is kept. */
export function tryUser(call: Call) {
  const { store } = asAdmin(call);
  const email = emailOf(call);
  const tried = store.call({ id: 'tryLinkage', params: { email }, body: { days: 7, lang: call.t.lang } });
  return show(call, triedCard(call.t, email, tried));
}

type Change = 'startLinkages' | 'retryLinkages' | 'disableLinkages';

function change(call: Call, id: Change) {
  const choice = choiceOf(call);
  if (!choice) return notify(call.t.queue.nothing);
  if (isTooMany(choice)) return notify(call.t.linkages.tooMany);
  return replace(linkageResultsCard(call.t, send(call, id, choice), listOf(call)));
}

/** One user, from the table or from their own card, which then says how it stands. */
function changeOne(call: Call, id: Change) {
  const { outcome } = send(call, id, { emails: [emailOf(call)] }).results[0] ?? {};
  const note = outcome && call.t.common.note(emailOf(call), call.t.linkages.outcomes[outcome]);
  return replace(call.parameters.one ? details(call) : table(call, chosenIn(call)), note);
}

function send(call: Call, id: Change, body: LinkageChoice): LinkageResults {
  const { store } = asAdmin(call);
  return store.call({ id, key: newId(), body });
}

function askDisable(call: Call, choice: LinkageChoice) {
  const { t, parameters } = call;
  const { email, all = '' } = parameters;
  const emails = 'emails' in choice ? choice.emails : [];
  const question = {
    title: t.linkages.askDisable,
    subject: email ?? (all && t.linkages.allChosen(Number(all))),
    text: t.linkages.askDisableText,
    go: button(t.linkages.disable, 'disableLinkages', email ? { email } : { ...listOf(call), all }, 'filled'),
  };
  return askCard(t, question, email ? [] : keptLists(emails, 0));
}

/** Which list of the table this is. */
const listOf = ({ parameters: { q = '', status = '' } }: Call) => ({ q, status });

const emailOf = ({ parameters }: Call): string => parameters.email ?? '';

/** Who is ticked, on this page and on the others. */
function chosenIn({ ticked, parameters }: Call): Set<string> {
  if (parameters.choose === 'none' || parameters.all) return new Set();
  const lists = Object.keys(ticked).filter((name) => /^(pick|kept)\./.test(name));
  return new Set(lists.flatMap((name) => ticked[name] ?? []));
}

function choiceOf(call: Call): LinkageChoice | undefined {
  const { parameters } = call;
  if (parameters.all) return { all: filterOf(parameters) };
  const emails = [...chosenIn(call)];
  return emails.length ? { emails } : undefined;
}

const isTooMany = (choice: LinkageChoice): boolean => 'emails' in choice && choice.emails.length > mostChosen;

const filterOf = ({ q, status }: Call['parameters']) => ({
  ...(q && { q: q.slice(0, 150) }),
  ...(status && { status: status as LinkageStatus }),
});

function table(call: Call, chosen: Set<string>) {
  const { t, parameters } = call;
  const place: Place = {
    q: parameters.q ?? '',
    status: (parameters.status ?? '') as Place['status'],
    cursor: parameters.cursor ?? '',
    trail: parameters.trail ?? '',
  };
  const query = { ...filterOf(parameters), lang: t.lang, limit: perPage, cursor: place.cursor || undefined };
  const [page] = asAdmin(call, { id: 'listLinkages', query }).answers;
  if (parameters.choose === 'page') for (const { email } of page.items) chosen.add(email);
  return linkagesCard({
    t,
    place,
    ...page,
    chosen,
    all: Boolean(parameters.all),
    turn: (Number(parameters.turn) || 0) + 1,
    note: ({ explained, lastSuccessAt }) =>
      explained?.cause ?? (lastSuccessAt && `${t.linkages.lastSuccess}: ${timeText(call, lastSuccessAt)}`),
  });
}

function details(call: Call) {
  const [linkage] = asAdmin(call, {
    id: 'getLinkage',
    params: { email: emailOf(call) },
    query: { lang: call.t.lang },
  }).answers;
  return linkageCard({ t: call.t, linkage, time: (instant) => timeText(call, instant) });
}
