import type { z } from '@hono/zod-openapi';
import type { ProblemCode } from './problems.ts';

/** `tenant`: anyone of a known organisation; `enabled`: on the roster, function on; `admin`: an admin of the tenant. */
export type Access = 'tenant' | 'enabled' | 'admin';

export interface Operation {
  summary: string;
  access: Access;
  write: boolean;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  response: z.ZodType;
  /** Media types of an answer that is a file, sent piece by piece; `response` is then its text. Without it, JSON. */
  produces?: readonly string[];
  /** Beyond those that every operation of this access can answer. */
  problems?: readonly ProblemCode[];
}

/** The problems an operation can answer with. */
export function problemsOf(operation: Operation): ProblemCode[] {
  const codes: ProblemCode[] = ['token-missing', 'token-invalid', 'token-expired', 'tenant-unknown'];
  codes.push('rate-limited', 'unavailable', 'unexpected');
  if (operation.access === 'enabled') codes.push('feature-off', 'user-not-enabled');
  if (operation.access === 'admin') codes.push('admin-only');
  if (operation.write) codes.push('idempotency-key-missing', 'idempotency-key-reused', 'request-invalid');
  if (operation.body) codes.push('request-invalid', 'body-too-large', 'media-type-unsupported');
  if (operation.query) codes.push('request-invalid', 'cursor-invalid');
  if (operation.params) codes.push('request-invalid');
  return [...new Set([...codes, ...(operation.problems ?? [])])];
}
