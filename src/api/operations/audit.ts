import type { Operation } from '../operation.ts';
import * as s from '../schemas.ts';

/** What was done in the organisation, and by whom. */
export const audit = {
  listAudit: {
    summary: 'The audit log, newest first',
    access: 'admin',
    write: false,
    query: s.AuditFilter,
    response: s.AuditPage,
  },
} as const satisfies Record<string, Operation>;
