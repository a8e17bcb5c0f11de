import { statements } from './statements.ts';

/** Which mails of a record of Gmail's history were read before a turn broke off within it. */
export const readInPart = statements(`alter table linkages add column history_part jsonb`);
