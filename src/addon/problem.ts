import type { ProblemCode, ProblemDocument } from '../api/problems.ts';

/** What can go wrong before the store is asked, or while it is. */
type LocalCode =
  | 'store-unreachable'
  | 'permission-missing'
  | 'message-closed'
  | 'personal-account'
  | 'roster-full'
  | 'roster-busy';

/**
 * What the store can answer to the operations the add-on calls (a test compares). Another code is a store newer than the
 * add-on, and `unexpected`.
 */
export const storeCodes = [
  'token-missing',
  'token-invalid',
  'token-expired',
  'rate-limited',
  'tenant-unknown',
  'feature-off',
  'switched-off',
  'user-not-enabled',
  'admin-only',
  'suggestion-not-found',
  'suggestion-closed',
  'suppressed',
  'suppression-not-found',
  'domain-shared',
  'contact-not-found',
  'contact-incomplete',
  'contact-not-merged',
  'merged-later',
  'contact-outdated',
  'address-taken',
  'undo-not-found',
  'undo-expired',
  'undo-conflict',
  'quota-exceeded',
  'roster-outdated',
  'roster-behind',
  'settings-outdated',
  'key-file-invalid',
  'key-refused',
  'key-missing',
  'function-off',
  'linkage-not-found',
  'directory-unavailable',
  'google-unavailable',
  'provider-missing',
  'secret-key-missing',
  'idempotency-key-missing',
  'idempotency-key-reused',
  'request-invalid',
  'cursor-invalid',
  'body-too-large',
  'media-type-unsupported',
  'not-found',
  'method-not-allowed',
  'unavailable',
  'unexpected',
] as const satisfies readonly ProblemCode[];

export type Code = (typeof storeCodes)[number] | LocalCode;

/**
 * A failure that the user is told about in words of their language (`messages/`). `detail` is for the log: it never holds
 * text from mail, an address or a token.
 */
export class Problem extends Error {
  readonly code: Code;
  /** Names the request in the store's log. */
  readonly requestId: string | undefined;
  /** The store's answer as it came; it holds what was asked about, so it is never logged. */
  readonly answer: Partial<ProblemDocument>;

  constructor(
    code: Code,
    detail: string,
    options: ErrorOptions & { requestId?: string; answer?: Partial<ProblemDocument> } = {},
  ) {
    super(detail, options);
    this.code = code;
    this.requestId = options.requestId;
    this.answer = options.answer ?? {};
  }
}

/** What may pass by itself: the user can press the same button again. */
export function isPassing(code: Code): boolean {
  return passing.has(code);
}

const passing = new Set<Code>([
  'store-unreachable',
  'unavailable',
  'rate-limited',
  'unexpected',
  'token-expired',
  'token-invalid',
  'token-missing',
  'roster-busy',
]);
