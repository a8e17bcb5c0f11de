import { statements } from './statements.ts';

/** What an admin calls an enabled user whom the directory does not name. */
export const typedNames = statements(`alter table roster_users add column typed_name text`);
