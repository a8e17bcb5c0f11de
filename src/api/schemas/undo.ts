import { z } from '@hono/zod-openapi';
import { Suggestion } from './suggestion.ts';
import { Quota } from './viewer.ts';

/** What is as it was before. `suggestion` stands as it stands after the undo. */
export const Undone = z
  .object({ kind: z.enum(['accept', 'dismiss']), suggestion: Suggestion, quota: Quota })
  .openapi('Undone');
