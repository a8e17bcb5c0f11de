import { isAddress } from '../../contact/email-address.ts';
import { asAdmin } from '../access.ts';
import type { Call } from '../call.ts';
import { directoryCard, peopleCard } from '../cards/directory-card.ts';
import { Problem } from '../problem.ts';
import { notify, replace, show } from '../respond.ts';
import type { Store } from '../services/store.ts';
import { changeRoster } from './users.ts';

/** Groups and units of the organisation, a page of both, where the directory is delegated. */
export function openDirectory(call: Call) {
  const [groups] = asAdmin(call, { id: 'listDirectoryGroups' }).answers;
  return show(call, directoryCard(call.t, groups, Number(call.parameters.from) || 0));
}

/** The people of a group, of a unit, or those that the typed words find. */
export const openPeople = (call: Call) => show(call, people(call, asAdmin(call).store));

/** Puts those who are ticked on the list of users. */
export function enablePeople(call: Call) {
  const emails = (call.ticked.people ?? []).map((email) => email.toLowerCase()).filter(isAddress);
  return emails.length ? enable(call, emails) : notify(call.t.queue.nothing);
}

/** Everybody of the group or unit, page by page until the time of a callback is up; pressed again, it goes on. */
export function enableAllPeople(call: Call) {
  const { store } = asAdmin(call);
  const emails: string[] = [];
  let { cursor } = call.parameters;
  do {
    const page = store.call({ id: 'listDirectory', query: { ...choiceOf(call), cursor } });
    emails.push(...page.items.filter(({ enabled }) => !enabled).map(({ email }) => email.toLowerCase()));
    cursor = page.nextCursor ?? '';
  } while (cursor && Date.now() - call.startedAt < readingMs);
  return enable({ ...call, parameters: { ...call.parameters, cursor } }, emails.filter(isAddress));
}

/** What reading may take of the 30 seconds that Gmail waits. */
const readingMs = 12_000;

function enable(call: Call, emails: string[]) {
  const { t } = call;
  const { answers, ...admin } = asAdmin(call, { id: 'getRoster', query: { limit: 1 } });
  const changed = changeRoster({ ...admin, theirs: answers[0] }, { enable: emails, disable: [] });
  if (changed.differs) throw new Problem('roster-outdated', 'The store has a newer list than the add-on');
  const added = changed.after.users.length - changed.before.users.length;
  const note = added ? t.settings.enabledNote(added) : t.settings.alreadyEnabled;
  return replace(people(call, admin.store), call.parameters.cursor ? t.common.note(note, t.directory.goOn) : note);
}

function people(call: Call, store: Store) {
  const { cursor = '' } = call.parameters;
  const choice = choiceOf(call);
  const page = store.call({ id: 'listDirectory', query: { ...choice, cursor } });
  const { name = '' } = call.parameters;
  const title = name || choice.q || call.t.directory.title;
  return peopleCard({ t: call.t, title, ids: { ...choice, name }, page });
}

/** A group, a unit, or words: those of the card's buttons, else what was typed. */
function choiceOf({ parameters, form }: Call): Record<string, string> {
  const { group, orgUnit } = parameters;
  if (group) return { group };
  if (orgUnit) return { orgUnit };
  const q = (parameters.q ?? form.q ?? '').trim().slice(0, 150);
  return q ? { q } : {};
}
