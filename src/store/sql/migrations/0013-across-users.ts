import { statements } from './statements.ts';

/**
 * What is private to users is tidied up by the operator's own work since 0011, so of what 0004 opened only the reading of
 * suggestions stays, for the export of everything that is kept about a person.
 */
export const acrossUsers = statements(
  `drop policy suggestions_delete_across_users on suggestions`,
  ...['undos', 'idempotency_keys'].flatMap((table) =>
    ['select', 'delete'].map((act) => `drop policy ${table}_${act}_across_users on ${table}`),
  ),
);
