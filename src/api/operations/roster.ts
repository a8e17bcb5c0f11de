import type { Operation } from '../operation.ts';
import * as s from '../schemas.ts';

/** The list of enabled users, as admins change it. */
export const roster = {
  getRoster: {
    summary: 'The enabled users as the store knows them',
    access: 'admin',
    write: false,
    query: s.RosterFilter,
    response: s.RosterPage,
  },
  changeRoster: {
    summary: 'Enable and disable users',
    access: 'admin',
    write: true,
    body: s.RosterChange,
    response: s.RosterState,
    problems: ['roster-outdated', 'roster-behind'],
  },
  replaceRoster: {
    summary: 'Send the whole list of enabled users',
    access: 'admin',
    write: true,
    body: s.RosterReplacement,
    response: s.RosterState,
    problems: ['roster-outdated'],
  },
  nameUsers: {
    summary: 'Name enabled users whom the directory does not name',
    access: 'admin',
    write: true,
    body: s.UserNames,
    response: s.UsersNamed,
  },
} as const satisfies Record<string, Operation>;
