import { undoItem } from '../answers.ts';
import { undo } from '../commands/undo.ts';
import { ownerIn } from '../context.ts';
import { readTimeCursor, timeCursorAt } from '../cursor.ts';
import { pageOf } from '../page.ts';
import { listUndos } from '../sql/undos.ts';
import type { Handlers } from './handlers.ts';

export const undos: Handlers<'listUndos' | 'undo'> = {
  async listUndos(context, { query: { limit, cursor } }) {
    const after = readTimeCursor(cursor);
    const found = await listUndos(context.db, ownerIn(context), { after, limit: limit + 1 }, context.now);
    const { page, ...next } = pageOf(found, limit, (last) => timeCursorAt(last.createdAt, last.id));
    return { items: page.map(undoItem), ...next };
  },

  undo: (context, { params }) => undo(context, params.undoId),
};
