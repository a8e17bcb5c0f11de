import { randomUUID } from 'node:crypto';
import type { AuditAct, AuditDetails } from '../../api/types.ts';
import type { Context } from '../context.ts';
import { insertAuditEntry } from '../sql/audit-entries.ts';

/** What somebody did, for the audit log. */
export interface Act {
  act: AuditAct;
  /** What it was done to, where that is one thing. */
  subject?: { kind: 'contact' | 'suppression' | 'user' | 'webhook'; id: string };
  /** Numbers, ids and names of fields; no values of contacts, which the log would keep after they are erased. */
  details?: AuditDetails;
}

/** Adds what the caller did to the audit log, which keeps it only when this transaction is kept. */
export async function recordAct({ db, tenant, user, now }: Context, { details = {}, ...act }: Act): Promise<void> {
  await insertAuditEntry(db, tenant.id, { id: randomUUID(), at: now, actor: user.email, details, ...act });
}
