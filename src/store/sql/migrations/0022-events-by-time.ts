import { statements } from './statements.ts';

/** What is older than the clean-up keeps is found without reading all events. */
export const eventsByTime = statements(`create index contact_events_by_time on contact_events (tenant_id, at)`);
