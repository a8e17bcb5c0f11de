import { undo } from '../commands/undo.ts';
import type { Handlers } from './handlers.ts';

export const undos: Handlers<'undo'> = {
  undo: (context, { params }) => undo(context, params.undoId),
};
