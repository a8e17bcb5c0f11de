import { subjectOf } from '../../identity.ts';
import { ApiError, refuse } from '../api/api-error.ts';
import type { Call } from '../api/method.ts';
import { oneOf, text, within } from '../api/params.ts';
import { checkCustomer, notFound, requireAdmin } from './access.ts';
import type { Organisation, Person } from './organisation.ts';
import { pageOf } from './page.ts';

const viewType = oneOf('admin_view', 'domain_public');
const projection = oneOf('basic', 'custom', 'full');

export const listUsersParams = {
  customer: text,
  domain: text,
  maxResults: within(1, 500),
  pageToken: text,
  query: text,
  orderBy: oneOf('email'),
  sortOrder: oneOf('ASCENDING'),
  projection,
  viewType,
  showDeleted: oneOf('false'),
};

/** directory.users.list: sorted by address; the orders, and the deleted, that nobody needs here are refused. */
export function listUsers({ organisation, person, query }: Call<typeof listUsersParams>): object {
  checkCustomer(organisation, query);
  const isPublic = query.viewType === 'domain_public';
  if (!isPublic) requireAdmin(person);
  const matches = readUserQuery(query.query);
  const found = [...organisation.people.values()]
    .filter((each) => (!isPublic || !each.suspended) && matches(each))
    .sort((a, b) => (a.email < b.email ? -1 : 1));
  const { maxResults = 100, pageToken } = query;
  const { items, nextPageToken } = pageOf(found, ({ email }) => email, { maxResults, pageToken });
  const users = items.map((each) => userResource(organisation, each, isPublic));
  return { kind: 'admin#directory#users', ...(users.length > 0 && { users }), nextPageToken };
}

export const getUserParams = { projection, viewType };

/** directory.users.get, by address or id. What everybody may see leaves out suspended people and who is an admin. */
export function getUser({ organisation, person, path, query }: Call<typeof getUserParams>): object {
  const isPublic = query.viewType === 'domain_public';
  if (!isPublic) requireAdmin(person);
  const key = (path.userKey ?? '').toLowerCase();
  if (key.includes('@') && !key.endsWith(`@${organisation.domain}`)) refuse('directory-forbidden');
  const found =
    organisation.findPerson(key) ?? [...organisation.people.values()].find((each) => subjectOf(each) === key);
  if (!found || (isPublic && found.suspended)) throw notFound('userKey');
  return userResource(organisation, found, isPublic);
}

function userResource(organisation: Organisation, person: Person, isPublic: boolean): object {
  const { email, givenName, familyName, isAdmin, suspended, orgUnitPath, mailbox } = person;
  const seenByAll = {
    kind: 'admin#directory#user',
    id: subjectOf(person),
    primaryEmail: email,
    name: { givenName, familyName, fullName: `${givenName} ${familyName}` },
    emails: [{ address: email, primary: true }],
  };
  if (isPublic) return seenByAll;
  const { customerId } = organisation;
  const isMailboxSetup = mailbox !== undefined;
  return { ...seenByAll, customerId, isAdmin, isDelegatedAdmin: false, suspended, orgUnitPath, isMailboxSetup };
}

/**
 * The part of Google's search that this product uses (developers.google.com/admin-sdk/directory/v1/guides/search-users):
 * clauses with spaces between, all of which must hold. A unit's path takes in the units below it (assumed).
 */
function readUserQuery(query = ''): (person: Person) => boolean {
  const clauses = query.match(/(?:[^\s']|'[^']*')+/g) ?? [];
  const tests = clauses.map((clause) => {
    const [, field = '', operator = '', quoted = ''] = /^(\w+)([=:])(.+)$/.exec(clause) ?? [];
    const test = fields[`${field}${operator}`]?.(quoted.replace(/^'(.*)'$/, '$1').toLowerCase());
    if (!test) throw new ApiError({ status: 400, message: 'Invalid Input: query', reason: 'invalid' });
    return test;
  });
  return (person) => tests.every((test) => test(person));
}

type Test = (person: Person) => boolean;

const fields: Record<string, (value: string) => Test> = {
  'email:': (value) => startingWith(value, ({ email }) => email),
  'email=': (value) => (person) => person.email === value,
  'givenName:': (value) => startingWith(value, ({ givenName }) => givenName),
  'familyName:': (value) => startingWith(value, ({ familyName }) => familyName),
  'name:': (value) => (person) => `${person.givenName} ${person.familyName}`.toLowerCase().includes(value),
  'orgUnitPath=': (value) => (person) =>
    `${person.orgUnitPath}/`.toLowerCase().startsWith(value === '/' ? '/' : `${value}/`),
  'isSuspended=': (value) => (person) => `${person.suspended}` === value,
  'isAdmin=': (value) => (person) => `${person.isAdmin}` === value,
};

/** `ana*` is a beginning, `ana` the whole. */
const startingWith = (value: string, of: (person: Person) => string): Test =>
  value.endsWith('*')
    ? (person) => of(person).toLowerCase().startsWith(value.slice(0, -1))
    : (person) => of(person).toLowerCase() === value;
