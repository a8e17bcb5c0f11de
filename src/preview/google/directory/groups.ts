import { subjectOf } from '../../identity.ts';
import type { Call } from '../api/method.ts';
import { flag, text, within } from '../api/params.ts';
import { checkCustomer, notFound, requireAdmin } from './access.ts';
import type { Group, Organisation } from './organisation.ts';
import { pageOf } from './page.ts';

export const listGroupsParams = {
  customer: text,
  domain: text,
  userKey: text,
  maxResults: within(1, 200),
  pageToken: text,
};

/** directory.groups.list: all groups, or those that `userKey` is in by itself; sorted by address. */
export function listGroups({ organisation, person, query }: Call<typeof listGroupsParams>): object {
  const { userKey, maxResults = 200, pageToken } = query;
  if (userKey === undefined) checkCustomer(organisation, query);
  requireAdmin(person);
  const found = [...organisation.groups.values()]
    .filter(({ members }) => userKey === undefined || members.includes(userKey.toLowerCase()))
    .sort((a, b) => (a.email < b.email ? -1 : 1));
  const { items, nextPageToken } = pageOf(found, ({ email }) => email, { maxResults, pageToken });
  const groups = items.map(groupResource);
  return { kind: 'admin#directory#groups', ...(groups.length > 0 && { groups }), nextPageToken };
}

const groupResource = ({ email, name, members }: Group): object => ({
  kind: 'admin#directory#group',
  id: subjectOf({ email }),
  email,
  name,
  directMembersCount: `${members.length}`,
});

export const listMembersParams = { maxResults: within(1, 200), pageToken: text, includeDerivedMembership: flag };

/** directory.members.list: with `includeDerivedMembership`, the members of groups within groups too, each once. */
export function listMembers({ organisation, person, path, query }: Call<typeof listMembersParams>): object {
  requireAdmin(person);
  const group = organisation.groups.get((path.groupKey ?? '').toLowerCase());
  if (!group) throw notFound('groupKey');
  const { maxResults = 200, pageToken, includeDerivedMembership } = query;
  const found = includeDerivedMembership ? derivedMembers(organisation, group) : new Set(group.members);
  const { items, nextPageToken } = pageOf([...found].sort(), (email) => email, { maxResults, pageToken });
  const members = items.map((email) => memberResource(organisation, email));
  return { kind: 'admin#directory#members', ...(members.length > 0 && { members }), nextPageToken };
}

/** Groups may be in each other. */
function derivedMembers(organisation: Organisation, group: Group, found = new Set<string>()): Set<string> {
  for (const email of group.members) {
    if (found.has(email)) continue;
    found.add(email);
    const inner = organisation.groups.get(email);
    if (inner) derivedMembers(organisation, inner, found);
  }
  return found;
}

/** Somebody outside of the organisation may be a member; Google then gives no status. */
function memberResource(organisation: Organisation, email: string): object {
  const person = organisation.findPerson(email);
  return {
    kind: 'admin#directory#member',
    id: subjectOf({ email }),
    email,
    role: 'MEMBER',
    type: organisation.groups.has(email) ? 'GROUP' : 'USER',
    ...(person && { status: person.suspended ? 'SUSPENDED' : 'ACTIVE' }),
  };
}
