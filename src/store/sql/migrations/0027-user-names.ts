import { statements } from './statements.ts';

/** What the directory of the organisation calls an enabled user, linked or not. */
export const userNames = statements(`alter table roster_users add column name text`);
