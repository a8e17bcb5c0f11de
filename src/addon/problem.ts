import type { ProblemCode } from '../api/problems.ts';

/** What can go wrong before the store is asked, or while it is. */
type LocalCode =
  | 'store-unreachable'
  | 'permission-missing'
  | 'message-closed'
  | 'personal-account'
  | 'roster-full'
  | 'roster-busy';

export type Code = ProblemCode | LocalCode;

/**
 * A failure that the user is told about in words of their language (`messages/`). `detail` is for the log: it never holds
 * text from mail, an address or a token.
 */
export class Problem extends Error {
  readonly code: Code;
  /** Names the request in the store's log. */
  readonly requestId: string | undefined;

  constructor(code: Code, detail: string, options: ErrorOptions & { requestId?: string } = {}) {
    super(detail, options);
    this.code = code;
    this.requestId = options.requestId;
  }
}

/** What may pass by itself: the user can press the same button again. */
export function isPassing(code: Code): boolean {
  return passing.has(code);
}

const passing = new Set<Code>([
  'store-unreachable',
  'unavailable',
  'unexpected',
  'token-expired',
  'token-invalid',
  'token-missing',
  'roster-busy',
]);
