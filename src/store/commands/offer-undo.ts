import { randomUUID } from 'node:crypto';
import type { UndoOffer } from '../../api/types.ts';
import { undoOffer } from '../answers.ts';
import { type Context, ownerIn } from '../context.ts';
import { insertUndo, type UndoRecord } from '../sql/undos.ts';

/** Keeps for 24 hours what it takes to take this back. */
export async function offerUndo(
  context: Context,
  undo: Pick<UndoRecord, 'suggestionId' | 'acceptance'>,
): Promise<UndoOffer> {
  const record = { ...undo, id: randomUUID(), expiresAt: new Date(context.now.getTime() + offeredMilliseconds) };
  await insertUndo(context.db, ownerIn(context), record);
  return undoOffer(record);
}

const offeredMilliseconds = 24 * 60 * 60 * 1000;
