import { statements } from './statements.ts';

/**
 * Whom a user wants no suggestion of counts for what is read from their mailbox before their id is known too: by the address
 * under which they said so. Until now that was left out at their first call only, after it had been counted as suggested.
 */
export const mailboxSuppressions = statements(
  `create policy suppressions_of_mailbox on suppressions for select
    using (tenant_id = nullif(current_setting('contact_inbox.tenant', true), '')::uuid
      and created_by = nullif(current_setting('contact_inbox.email', true), '')
      and current_setting('contact_inbox.user', true) = 'mailbox:' || current_setting('contact_inbox.email', true))`,
);
