import { z } from '@hono/zod-openapi';
import type { Operation } from '../operation.ts';
import * as s from '../schemas.ts';

/** Taking back what was done. */
export const undo = {
  listUndos: {
    summary: 'What I can take back, newest first',
    access: 'enabled',
    write: false,
    query: s.UndoFilter,
    response: s.UndoList,
  },
  undo: {
    summary: 'Take back what I did within the last 24 hours, all of it or nothing',
    access: 'enabled',
    write: true,
    params: z.object({ undoId: z.uuid() }),
    response: s.Undone,
    problems: ['undo-not-found', 'undo-expired', 'undo-conflict'],
  },
} as const satisfies Record<string, Operation>;
