import { operated, statements } from './statements.ts';

/**
 * How many requests users and organisations have made in this minute, and the way in for the operator's own commands.
 * The counts are worth nothing after a crash, so they are not logged; no request reads or writes them under its own role.
 */
export const operating = statements(
  `create unlogged table rate_limits (
    tenant_id uuid not null,
    subject text not null,
    window_start timestamptz not null,
    used integer not null,
    primary key (tenant_id, subject)
  )`,
  `alter table rate_limits enable row level security`,

  `do $$
  declare name text;
  begin
    for name in select relname from pg_class
      where relnamespace = current_schema::regnamespace and relkind = 'r' and relforcerowsecurity loop
      execute ${operated('name')};
    end loop;
  end $$`,
);
