import { statements } from './statements.ts';

/** Mails that Google did not give while it gave others of the mailbox: they are asked for again, beside what is read. */
export const withheldMails = statements(`alter table linkages add column withheld jsonb`);
