import { admin, type admin_directory_v1 } from '@googleapis/admin';
import { OAuth2Client } from 'google-auth-library';
import type { DirectoryGroups } from '../../api/types.ts';
import type { Credential } from '../../store/mail-provider.ts';
import { failureOf } from './failures.ts';
import type { GmailAccess } from './gmail-mailbox.ts';
import { scopes } from './scopes.ts';

export interface PeopleFilter {
  /** An admin of Google Workspace, in whose name the directory is asked. */
  admin: string;
  /** The beginning of an address, or a part of the name. */
  q?: string;
  /** The address of a group: who is in it, also by groups in it. */
  group?: string;
  /** The path of an organisational unit, with those below it. */
  orgUnit?: string;
  pageToken?: string;
  /** How many at once, where no group is asked for: 500 at most. */
  limit?: number;
}

export interface DirectoryPerson {
  email: string;
  name: string;
  /** The same as `sub` of their identity tokens. */
  id?: string;
}

/** Who is in the organisation and may sign in, by address. Throws LinkageFailure. */
export async function listPeople(
  access: GmailAccess,
  credential: Credential,
  filter: PeopleFilter,
): Promise<{ people: DirectoryPerson[]; nextPageToken?: string }> {
  return await asking(access, credential, filter.admin, (directory) =>
    filter.group === undefined ? peopleBy(directory, filter) : membersOf(directory, filter.group, filter.pageToken),
  );
}

/**
 * All groups and units of the organisation. More groups than `mostGroups` are not listed: Google gives 200 at once, one page
 * after the other, and an admin waits for it in Gmail, 30 seconds at most. Throws LinkageFailure.
 */
export async function listGroups(
  access: GmailAccess,
  credential: Credential,
  by: { admin: string },
): Promise<DirectoryGroups> {
  return await asking(access, credential, by.admin, async (directory) => {
    const groups: { email: string; name: string }[] = [];
    let pageToken: string | undefined;
    do {
      const fields = 'groups(email,name),nextPageToken';
      const { data } = await directory.groups.list({ customer, maxResults: mostAtOnce, pageToken, fields });
      for (const { email, name } of data.groups ?? []) if (email) groups.push({ email, name: name ?? email });
      pageToken = data.nextPageToken ?? undefined;
    } while (pageToken && groups.length < mostGroups);
    const fields = 'organizationUnits(orgUnitPath,name)';
    const { data } = await directory.orgunits.list({ customerId: customer, type: 'all', fields });
    const orgUnits = (data.organizationUnits ?? []).map(({ orgUnitPath, name }) => ({
      path: orgUnitPath ?? '',
      name: name ?? '',
    }));
    return { groups, moreGroups: pageToken !== undefined, orgUnits };
  });
}

const customer = 'my_customer';
const mostAtOnce = 200;
const mostGroups = 5_000;
type Directory = admin_directory_v1.Admin;

async function asking<T>(
  { tokens, transport }: GmailAccess,
  credential: Credential,
  adminEmail: string,
  ask: (directory: Directory) => Promise<T>,
): Promise<T> {
  try {
    const auth = new OAuth2Client({ transporter: transport });
    auth.setCredentials({ access_token: await tokens.get(credential, adminEmail, scopes.directory) });
    return await ask(admin({ version: 'directory_v1', auth }));
  } catch (error) {
    throw failureOf(error);
  }
}

const personFields = 'id,primaryEmail,name/fullName,suspended';

async function peopleBy(directory: Directory, { q, orgUnit, pageToken, limit = 100 }: PeopleFilter) {
  const clauses = [
    'isSuspended=false',
    ...(orgUnit === undefined ? [] : [`orgUnitPath='${quoted(orgUnit)}'`]),
    ...(q ? [/^[^\s']+@[^\s']*$/.test(q) ? `email:${q}*` : `name:'${quoted(q)}'`] : []),
  ];
  const { data } = await directory.users.list({
    customer,
    query: clauses.join(' '),
    orderBy: 'email',
    maxResults: limit,
    pageToken,
    fields: `users(${personFields}),nextPageToken`,
  });
  return { people: (data.users ?? []).flatMap(personFrom), ...next(data.nextPageToken) };
}

/** Google names members by address alone, so each is looked up. */
async function membersOf(directory: Directory, groupKey: string, pageToken: string | undefined) {
  const { data } = await directory.members.list({
    groupKey,
    includeDerivedMembership: true,
    maxResults: 50,
    pageToken,
    fields: 'members(email,type,status),nextPageToken',
  });
  const members = (data.members ?? []).filter(({ type, status }) => type === 'USER' && status === 'ACTIVE');
  const people: DirectoryPerson[] = [];
  for (let at = 0; at < members.length; at += 10) {
    const found = members.slice(at, at + 10).map(async ({ email }) => {
      const { data: user } = await directory.users.get({ userKey: email ?? '', fields: personFields });
      return personFrom(user);
    });
    people.push(...(await Promise.all(found)).flat());
  }
  return { people, ...next(data.nextPageToken) };
}

function personFrom({ id, primaryEmail, name, suspended }: admin_directory_v1.Schema$User): DirectoryPerson[] {
  if (!primaryEmail || suspended) return [];
  return [{ email: primaryEmail.toLowerCase(), name: name?.fullName ?? '', ...(id && { id }) }];
}

const next = (token: string | null | undefined) => (token ? { nextPageToken: token } : {});
const quoted = (text: string): string => text.replace(/[\\']/g, '\\$&');
