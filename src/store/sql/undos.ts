import type { Selectable } from 'kysely';
import type { ContactCard } from '../../contact/card.ts';
import type { Db, Schema } from './schema.ts';
import type { Owner } from './suggestions.ts';

/** What an acceptance or a dismissal did, so that it can be taken back. */
export interface UndoRecord {
  id: string;
  suggestionId: string;
  expiresAt: Date;
  /** Taken back already. */
  undone: boolean;
  /** Absent for a dismissal. */
  acceptance?: {
    contactId: string;
    /** Undefined when the acceptance created the contact. */
    before?: ContactCard;
    after: ContactCard;
    /** The period in which the new contact was counted. */
    quotaPeriod?: string;
  };
}

export async function insertUndo(db: Db, owner: Owner, undo: Omit<UndoRecord, 'undone'>): Promise<void> {
  const { acceptance } = undo;
  await db
    .insertInto('undos')
    .values({
      tenant_id: owner.tenant,
      user_id: owner.user,
      id: undo.id,
      kind: acceptance ? 'accept' : 'dismiss',
      suggestion_id: undo.suggestionId,
      contact_id: acceptance?.contactId ?? null,
      card_before: acceptance?.before ? JSON.stringify(acceptance.before) : null,
      card_after: acceptance ? JSON.stringify(acceptance.after) : null,
      quota_period: acceptance?.quotaPeriod ?? null,
      expires_at: undo.expiresAt,
      undone_at: null,
    })
    .execute();
}

/** Nobody else takes it until this transaction ends. */
export async function lockUndo(db: Db, owner: Owner, id: string): Promise<UndoRecord | undefined> {
  const row = await db
    .selectFrom('undos')
    .selectAll()
    .where('tenant_id', '=', owner.tenant)
    .where('user_id', '=', owner.user)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && undoFrom(row);
}

export async function markUndone(db: Db, owner: Owner, id: string, now: Date): Promise<void> {
  await db
    .updateTable('undos')
    .set({ undone_at: now })
    .where('tenant_id', '=', owner.tenant)
    .where('user_id', '=', owner.user)
    .where('id', '=', id)
    .execute();
}

function undoFrom(row: Selectable<Schema['undos']>): UndoRecord {
  const undo = {
    id: row.id,
    suggestionId: row.suggestion_id,
    expiresAt: row.expires_at,
    undone: row.undone_at !== null,
  };
  if (!row.contact_id || !row.card_after) return undo;
  return {
    ...undo,
    acceptance: {
      contactId: row.contact_id,
      ...(row.card_before && { before: row.card_before }),
      after: row.card_after,
      ...(row.quota_period && { quotaPeriod: row.quota_period }),
    },
  };
}
