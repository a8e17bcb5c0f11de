import { z } from '@hono/zod-openapi';
import { id, instant } from './values.ts';

/** Undo is offered until `expiresAt`. */
export const UndoOffer = z.object({ id, expiresAt: instant }).openapi('UndoOffer');
