import type { z } from '@hono/zod-openapi';
import type { ProblemCode } from './problems.ts';

/**
 * `tenant`: anyone of a known organisation, the feature not even part of its contract; `enabled`: on the roster, and switched
 * on; `admin`: an admin of the organisation.
 */
export type Access = 'tenant' | 'enabled' | 'admin';

export interface Operation {
  summary: string;
  access: Access;
  write: boolean;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  response: z.ZodType;
  /** The answer holds a secret: what is kept of it, to give it again to the same request, is encrypted. */
  confidential?: true;
  /** Media types of an answer that is a file, sent piece by piece; `response` is then its text. Without it, JSON. */
  produces?: readonly string[];
  /** Beyond those that every operation of this access can answer. */
  problems?: readonly ProblemCode[];
}

/** The problems an operation can answer with. */
export function problemsOf(operation: Operation): ProblemCode[] {
  const codes: ProblemCode[] = ['token-missing', 'token-invalid', 'token-expired', 'tenant-unknown'];
  codes.push('rate-limited', 'unavailable', 'unexpected');
  if (operation.access !== 'tenant') codes.push('feature-off');
  if (operation.access === 'enabled') codes.push('switched-off', 'user-not-enabled');
  if (operation.access === 'admin') codes.push('admin-only');
  if (operation.write) codes.push('idempotency-key-missing', 'idempotency-key-reused', 'request-invalid');
  if (operation.body) codes.push('request-invalid', 'body-too-large', 'media-type-unsupported');
  if (operation.query) codes.push('request-invalid', 'cursor-invalid');
  if (operation.params) codes.push('request-invalid');
  return [...new Set([...codes, ...(operation.problems ?? [])])];
}
