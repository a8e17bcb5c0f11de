import { statements } from './statements.ts';

/** When a mailbox could not be read the last time: what Google said of the key then may be newer than what it said before. */
export const failedAt = statements(`alter table linkages add column failed_at timestamptz`);
