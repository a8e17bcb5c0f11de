import { type ApiMethod, apiMethod } from '../api/method.ts';
import { listGroups, listGroupsParams, listMembers, listMembersParams } from './groups.ts';
import { listOrgUnits, listOrgUnitsParams } from './org-units.ts';
import * as shapes from './shapes.ts';
import { getUser, getUserParams, listUsers, listUsersParams } from './users.ts';

const root = '/admin/directory/v1';

/** Reading needs the scope that Google names for it, or its wider form without `.readonly`. */
const scopesOf = (...names: string[]) =>
  names.flatMap((name) => [`${scopePrefix}${name}.readonly`, `${scopePrefix}${name}`]);
const scopePrefix = 'https://www.googleapis.com/auth/admin.directory.';

export const directoryMethods: readonly ApiMethod[] = [
  apiMethod({
    id: 'directory.users.list',
    verb: 'GET',
    path: `${root}/users`,
    scopes: scopesOf('user'),
    params: listUsersParams,
    answers: shapes.users,
    run: listUsers,
  }),
  apiMethod({
    id: 'directory.users.get',
    verb: 'GET',
    path: `${root}/users/:userKey`,
    scopes: scopesOf('user'),
    params: getUserParams,
    answers: shapes.user,
    run: getUser,
  }),
  apiMethod({
    id: 'directory.groups.list',
    verb: 'GET',
    path: `${root}/groups`,
    scopes: scopesOf('group'),
    params: listGroupsParams,
    answers: shapes.groups,
    run: listGroups,
  }),
  apiMethod({
    id: 'directory.members.list',
    verb: 'GET',
    path: `${root}/groups/:groupKey/members`,
    scopes: scopesOf('group.member', 'group'),
    params: listMembersParams,
    answers: shapes.members,
    run: listMembers,
  }),
  apiMethod({
    id: 'directory.orgunits.list',
    verb: 'GET',
    path: `${root}/customer/:customerId/orgunits`,
    scopes: scopesOf('orgunit'),
    params: listOrgUnitsParams,
    answers: shapes.orgUnits,
    run: listOrgUnits,
  }),
];
