import type { BodyOf } from '../../api/operations.ts';
import type { Me } from '../../api/types.ts';
import { isAddress } from '../../contact/email-address.ts';
import { asAdmin, type Visit } from '../access.ts';
import { readAddresses } from '../addresses.ts';
import type { Call } from '../call.ts';
import { typedAddresses, type UsersCardProps, usersCard } from '../cards/users-card.ts';
import { Problem } from '../problem.ts';
import { notify, replace, show } from '../respond.ts';
import type { Roster, RosterEdit } from '../roster.ts';
import {
  compare,
  replaceRosterOf,
  type StoreRoster,
  type Sync,
  sendEdit,
  sendRosterTo,
  takeRosterFrom,
} from '../roster-sync.ts';
import { newId } from '../services/ids.ts';
import { editRoster, getRoster } from '../services/roster.ts';

/** Who may use the add-on. */
export const openUsers = (call: Call) => show(call, usersWithSync(call, enterAsAdmin(call)));

export function sendRoster(call: Call) {
  const admin = enterAsAdmin(call);
  const sync = syncNow(admin);
  return replace(usersNow(call, admin, sync), sync.kind === 'same' ? call.t.settings.sent : undefined);
}

export const searchUsers = (call: Call) => replace(usersWithSync(call, enterAsAdmin(call)));
export const turnUsersPage = searchUsers;

/** Everyone in the box, by the names that stand there. What is no address stays there, named. */
export function enableUsers(call: Call) {
  const { addresses, names, unreadable } = readAddresses(typedAddresses(call.form));
  if (addresses.length === 0 && unreadable.length === 0) return notify(call.t.settings.typeAddresses);
  return change(call, { enable: addresses, disable: [] }, { unreadable, typed: '' }, names);
}

export const enableUser = (call: Call) => change(call, { enable: [theAddress(call)], disable: [] }, {});

export function disableUser(call: Call) {
  const email = theAddress(call);
  return change(call, { enable: [], disable: [email] }, { disabled: email });
}

/** The store's newer list holds: it comes into the script's properties. */
export function takeStoreRoster(call: Call) {
  const admin = enterAsAdmin(call);
  const { users } = takeRosterFrom(admin.store, admin.identity.domain);
  return replace(usersNow(call, admin, { kind: 'same' }), call.t.settings.usedStores(users.length));
}

/** This list holds: it replaces the store's. */
export function replaceStoreRoster(call: Call) {
  const admin = enterAsAdmin(call);
  const sync = replaceRosterOf(admin.store, admin.identity.domain, admin.theirs);
  return replace(usersNow(call, admin, sync), sync.kind === 'same' ? call.t.settings.sent : undefined);
}

interface AdminVisit extends Visit {
  me: Me;
  theirs: StoreRoster;
}

function enterAsAdmin(call: Call): AdminVisit {
  const { answers, ...visit } = asAdmin(call, { id: 'getRoster', query: { limit: 1 } });
  return { ...visit, theirs: answers[0] };
}

type Extras = Partial<Pick<UsersCardProps, 'disabled' | 'unreadable' | 'typed'>>;

function change(call: Call, edit: RosterEdit, extras: Extras, names: BodyOf<'nameUsers'>['names'] = []) {
  const admin = enterAsAdmin(call);
  const changed = changeRoster(admin, edit);
  if (changed.differs) return replace(usersNow(call, admin, changed.differs), call.t.settings.differs);
  const { before, after, sync } = changed;
  const isSent = sync.kind === 'same';
  if (names.length && isSent) admin.store.call({ id: 'nameUsers', key: newId(), body: { names } });
  if (names.length && !isSent) extras = { ...extras, typed: typedAddresses(call.form) }; // names are kept by the store alone
  return replace(usersNow(call, admin, sync, extras), noteOf(call, edit, before, after));
}

/** Makes the change here, then tells the store. Where the store's list is newer, nothing is changed until the admin decides. */
export function changeRoster(admin: Pick<AdminVisit, 'store' | 'identity' | 'theirs'>, edit: RosterEdit) {
  const { store, theirs } = admin;
  const { domain } = admin.identity;
  const differs = compare(getRoster(domain), theirs);
  if (differs.kind === 'differs') return { differs } as const;
  const { before, after } = editRoster(domain, edit);
  return { before, after, sync: after === before ? syncNow(admin) : sendEdit(store, domain, before, after, edit) };
}

function noteOf({ t }: Call, { disable }: RosterEdit, before: Roster, after: Roster): string | undefined {
  if (disable[0]) return t.settings.disabledNote(disable[0]);
  const added = after.users.length - before.users.length;
  return added ? t.settings.enabledNote(added) : t.settings.alreadyEnabled;
}

/** What was not sent at an earlier visit is sent at this one. */
function syncNow({ store, identity, theirs }: Pick<AdminVisit, 'store' | 'identity' | 'theirs'>): Sync {
  const sync = compare(getRoster(identity.domain), theirs);
  return sync.kind === 'not-sent' ? sendRosterTo(store, identity.domain) : sync;
}

const usersWithSync = (call: Call, admin: AdminVisit) => usersNow(call, admin, syncNow(admin));

const perPage = 20;

function usersNow(call: Call, { me, identity }: AdminVisit, store: Sync, extras: Extras = {}) {
  const { revision, users } = getRoster(identity.domain);
  const q = typedWords(call);
  const found = users.filter((email) => email.includes(q.toLowerCase()));
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const page = Math.min(pages, Math.max(1, Number(call.parameters.page) || 1));
  return usersCard({
    t: call.t,
    organisation: me.tenant.name,
    switchedOn: me.switchedOn,
    count: users.length,
    revision,
    q,
    users: found.slice((page - 1) * perPage, page * perPage),
    hits: found.length,
    page,
    pages,
    store,
    typed: typedAddresses(call.form),
    ...extras,
  });
}

/** What is searched for: the box as it stands, or the words that a page's buttons carry. */
const typedWords = ({ form, parameters }: Call): string =>
  (Object.keys(form).length ? (form.users ?? '') : (parameters.q ?? '')).trim();

function theAddress({ parameters }: Call): string {
  const email = (parameters.email ?? '').trim().toLowerCase();
  if (!isAddress(email)) throw new Problem('request-invalid', 'The parameter email is not an address');
  return email;
}
