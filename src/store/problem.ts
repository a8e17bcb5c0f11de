import { type ProblemCode, type ProblemDocument, problems } from '../api/problems.ts';

/** A failure the caller is told about. `detail` says what was being done; it goes to the caller, never to the log. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    detail: string,
    options?: ErrorOptions & ProblemMembers & { retryAfterSeconds?: number },
  ) {
    super(detail, options);
    const { errors, contact, changes, scopeLine, explained } = options ?? {};
    this.members = {
      ...(errors && { errors }),
      ...(contact && { contact }),
      ...(changes && { changes }),
      ...(scopeLine && { scopeLine }),
      ...(explained && { explained }),
    };
    this.retryAfterSeconds = options?.retryAfterSeconds ?? (code === 'unavailable' ? 5 : undefined);
  }

  readonly members: ProblemMembers;
  /** When the same request may succeed. */
  readonly retryAfterSeconds: number | undefined;
}

/** What some problems say beside their detail. */
type ProblemMembers = Pick<ProblemDocument, 'errors' | 'contact' | 'changes' | 'scopeLine' | 'explained'>;

/** The answer for a problem (RFC 9457). */
export function problemResponse(problem: Problem, requestId: string): Response {
  const { status, title } = problems[problem.code];
  const document: ProblemDocument = {
    type: `/problems/${problem.code}`,
    title,
    status,
    detail: problem.message,
    code: problem.code,
    requestId,
    ...problem.members,
  };
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  if (problem.retryAfterSeconds !== undefined) headers.set('retry-after', String(problem.retryAfterSeconds));
  return new Response(JSON.stringify(document), { status, headers });
}

/** Whatever was thrown, as a problem: the database out of reach is `unavailable`, the rest are bugs. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isOutage(error))
    return new Problem('unavailable', 'The database cannot be reached or is too busy', { cause: error });
  return new Problem('unexpected', 'Something went wrong here; the log has it under requestId', { cause: error });
}

/**
 * Connection failures of Node and of PostgreSQL (class 08; 53 out of resources; 57 stopped by an operator or a timeout),
 * and the client's and pool's own, which have no code.
 */
function isOutage(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return /^(08...|53...|57...|ECONN\w+|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)$/.test(code);
  return (
    typeof message === 'string' &&
    /connection terminated|is not queryable|timeout exceeded when trying to connect/i.test(message)
  );
}
