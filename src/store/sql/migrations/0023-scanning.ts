import { statements } from './statements.ts';

/**
 * How far a worker is with the older mail of a mailbox; and the quota units of Gmail that all workers together used this
 * minute and the one before: of a project of Google Cloud, which several organisations may share, and of each of its users.
 * The units are worth nothing after a crash, so not logged; no request reads or writes them under its own role.
 */
export const scanning = statements(
  `alter table linkages add column backfill jsonb`,

  `create unlogged table google_budgets (
    project text not null,
    email text collate "C" not null,
    minute timestamptz not null,
    used integer not null,
    before integer not null,
    primary key (project, email)
  )`,
  `alter table google_budgets enable row level security`,
);
