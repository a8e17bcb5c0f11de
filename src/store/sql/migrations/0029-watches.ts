import { statements } from './statements.ts';

/**
 * That Gmail was asked to tell of a mailbox's changes, and what it told last. A message of Gmail names an address and no
 * organisation: whose it is, is looked up among all.
 */
export const watches = statements(
  `alter table linkages add column watch jsonb`,
  `alter table linkages add column pushed_at timestamptz`,
  `alter table linkages add column pushed_history_id text`,
  `create index linkages_watched on linkages (email) where watch is not null`,
);
