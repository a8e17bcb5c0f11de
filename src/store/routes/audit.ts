import { emailKey } from '../../contact/normalize.ts';
import { auditAnswer } from '../answers.ts';
import { readTimeCursor, timeCursorAt } from '../cursor.ts';
import { pageOf } from '../page.ts';
import { listAuditEntries } from '../sql/audit-entries.ts';
import type { Handlers } from './handlers.ts';

export const audit: Handlers<'listAudit'> = {
  async listAudit({ db, tenant }, { query: { actor, from, to, limit, cursor, ...filter } }) {
    const found = await listAuditEntries(db, tenant.id, {
      ...filter,
      ...(actor !== undefined && { actor: emailKey(actor) }),
      ...(from && { from: new Date(from) }),
      ...(to && { to: new Date(to) }),
      after: readTimeCursor(cursor),
      limit: limit + 1,
    });
    const { page, ...next } = pageOf(found, limit, (last) => timeCursorAt(last.at, last.id));
    return { items: page.map(auditAnswer), ...next };
  },
};
