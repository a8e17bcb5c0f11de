import { randomUUID } from 'node:crypto';
import type { UndoOffer } from '../../api/types.ts';
import { undoOffer } from '../answers.ts';
import { type Context, ownerIn } from '../context.ts';
import { insertUndo, type UndoRecord } from '../sql/undos.ts';

/** Keeps, for as long as the organisation has set, what it takes to take this back: its steps, in the order they were done. */
export async function offerUndo(context: Context, undo: Pick<UndoRecord, 'kind' | 'steps'>): Promise<UndoOffer> {
  const { db, tenant, now } = context;
  const offeredMilliseconds = tenant.settings.undoHours * 60 * 60 * 1000;
  const times = { createdAt: now, expiresAt: new Date(now.getTime() + offeredMilliseconds) };
  const record = { id: randomUUID(), ...undo, ...times };
  await insertUndo(db, ownerIn(context), record);
  return undoOffer(record);
}
