import { statements } from './statements.ts';

/** Where a suggestion stands in its user's queue: what came by itself by the time of its mail, the rest by when it was made. */
export const queueOrder = statements(
  `alter table suggestions add column queued_at timestamptz`,
  `alter table suggestions no force row level security`, // or its owner would see no row to fill
  `update suggestions set queued_at = case when source->>'way' = 'background' and source->>'date' ~ '^(?:19[7-9]|2)'
    then least(created_at, (source->>'date')::timestamptz) else created_at end`,
  `alter table suggestions force row level security`,
  `alter table suggestions alter column queued_at set not null`,
  `create index suggestions_in_queue on suggestions (tenant_id, user_id, status, queued_at desc, id desc)`,
  `drop index suggestions_by_status`,
);
