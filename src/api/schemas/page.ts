import { z } from '@hono/zod-openapi';
import { line } from './values.ts';

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional() });
export const limit = z.coerce.number().int().min(1).max(100).default(20);
export const cursor = line(500).optional();
