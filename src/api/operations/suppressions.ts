import { z } from '@hono/zod-openapi';
import type { Operation } from '../operation.ts';
import * as s from '../schemas.ts';

/** Whom no suggestion is made of. */
export const suppressions = {
  listSuppressions: {
    summary: "My list of whom not to suggest, newest first; for an admin the organisation's too",
    access: 'enabled',
    write: false,
    query: z.object({ limit: s.limit, cursor: s.cursor }),
    response: s.SuppressionList,
  },
  removeSuppression: {
    summary: 'Take somebody off the list',
    access: 'enabled',
    write: true,
    params: z.object({ suppressionId: z.uuid() }),
    response: s.Unsuppressed,
    problems: ['suppression-not-found'],
  },
  addSuppression: {
    summary: 'Let nobody in the organisation be suggested this person or domain',
    access: 'admin',
    write: true,
    body: s.NewSuppression,
    response: s.Suppressed,
    problems: ['domain-shared'],
  },
} as const satisfies Record<string, Operation>;
