import type { LinkageCause } from '../../api/types.ts';
import { LinkageFailure } from '../../store/mail-provider.ts';

/** What Google answered when it refused: status and body as they came, JSON already read. */
export interface Refusal {
  status: number;
  body: unknown;
  retryAfter?: string | null;
}

type Status = LinkageFailure['status'];

/** What a refusal means: the first row that fits. `retryable`: it may pass by itself. */
type Row<Match> = Match & { status: Status; cause: LinkageCause; retryable?: boolean };

/** The token endpoint: RFC 6749's `error`, and loosely what its description says. */
const tokenRows: Row<{ error: RegExp; says?: RegExp }>[] = [
  { error: /^invalid_grant$/, says: /jwt signature/i, status: 'authentication-error', cause: 'key-invalid' },
  {
    error: /^invalid_grant$/,
    says: /timeframe|short-lived/i,
    status: 'linkage-error',
    cause: 'clock',
    retryable: true,
  },
  {
    error: /^invalid_grant$/,
    says: /account (?:not found|has been deleted)|robot is disabled|no valid verifier/i,
    status: 'authentication-error',
    cause: 'key-deleted',
  },
  { error: /^invalid_grant$/, says: /email|user id/i, status: 'authentication-error', cause: 'no-such-user' },
  { error: /^(?:invalid|deleted|disabled)_client$/, status: 'authentication-error', cause: 'key-deleted' },
  { error: /^invalid_request$/, says: /impersonation/i, status: 'authentication-error', cause: 'no-such-user' },
  { error: /^unauthorized_client$/, status: 'unauthorized', cause: 'not-delegated' },
  { error: /^(?:access_denied|admin_policy_enforced|org_internal)$/, status: 'unauthorized', cause: 'access-denied' },
  { error: /^invalid_scope$/, status: 'linkage-error', cause: 'other' },
  { error: /^internal_failure$/, status: 'linkage-error', cause: 'google-unavailable', retryable: true },
];

/** Google's APIs: HTTP status, `reason` of the first error or of its details, and loosely the message. */
const apiRows: Row<{ http: number; reason?: RegExp; says?: RegExp }>[] = [
  {
    http: 403,
    reason: /^(?:insufficientPermissions|ACCESS_TOKEN_SCOPE_INSUFFICIENT)$/,
    status: 'unauthorized',
    cause: 'not-delegated',
  },
  { http: 400, says: /mail service not enabled/i, status: 'unauthorized', cause: 'gmail-off' },
  { http: 400, reason: /^failedPrecondition$/, status: 'linkage-error', cause: 'other' },
  {
    http: 403,
    reason: /^(?:accessNotConfigured|SERVICE_DISABLED)$/,
    status: 'linkage-error',
    cause: 'api-off',
  },
  {
    http: 403,
    reason: /^(?:rateLimitExceeded|userRateLimitExceeded|dailyLimitExceeded|quotaExceeded)$/,
    status: 'linkage-error',
    cause: 'rate-limited',
    retryable: true,
  },
  { http: 429, status: 'linkage-error', cause: 'rate-limited', retryable: true },
  // The machine's own account may not sign for the delegated one (IAM Credentials).
  { http: 403, reason: /^IAM_PERMISSION_DENIED$/, status: 'authentication-error', cause: 'key-invalid' },
  { http: 403, reason: /^(?:domainPolicy|forbidden)$/, status: 'unauthorized', cause: 'access-denied' },
  { http: 403, says: /delegation denied|not authorized/i, status: 'unauthorized', cause: 'access-denied' },
];

/**
 * Status and cause of what came back instead of an answer. The failure holds neither Google's text nor anything of the
 * request, which would carry addresses and tokens into logs. Sources: developers.google.com/identity/protocols/oauth2/
 * service-account and developers.google.com/workspace/gmail/api/guides/handle-errors.
 */
export function failureOf(thrown: unknown): LinkageFailure {
  if (thrown instanceof LinkageFailure) return thrown;
  const { response } = (thrown ?? {}) as { response?: { status: number; data: unknown; headers?: Headers } };
  if (!response) return failureOfConnection(thrown);
  const retryAfter = response.headers?.get?.('retry-after');
  return failureOfRefusal({ status: response.status, body: response.data, retryAfter });
}

export function failureOfRefusal({ status, body, retryAfter }: Refusal, now = Date.now()): LinkageFailure {
  const { error, says, reasons } = readBody(body);
  const row =
    error === undefined
      ? apiRows.find(
          (each) =>
            each.http === status &&
            (!each.reason || reasons.some((reason) => each.reason?.test(reason))) &&
            (!each.says || each.says.test(says)),
        )
      : tokenRows.find((each) => each.error.test(error) && (!each.says || each.says.test(says)));
  const unlisted: Row<object> =
    status >= 500
      ? { status: 'linkage-error', cause: 'google-unavailable', retryable: true }
      : { status: 'linkage-error', cause: 'other', retryable: true };
  const retryAfterSeconds = secondsUntil(retryAfter ?? /retry after (\S+)/i.exec(says)?.[1], now);
  return failure(row ?? unlisted, retryAfterSeconds);
}

/** DNS, TLS, a connection that broke, an answer that took too long: nothing of it is the admin's to mend. */
function failureOfConnection(thrown: unknown): LinkageFailure {
  const { name, code, cause } = (thrown ?? {}) as { name?: string; code?: unknown; cause?: { name?: string } };
  const isLate = /abort|timeout|ETIMEDOUT/i.test(`${name} ${code} ${cause?.name}`);
  return failure({ status: 'linkage-error', cause: isLate ? 'timeout' : 'google-unavailable', retryable: true });
}

function failure({ status, cause, retryable = false }: Row<object>, retryAfterSeconds?: number): LinkageFailure {
  return new LinkageFailure(status, cause, `Google refuses: ${cause}`, {
    retryable,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
}

interface ReadBody {
  /** Of the token endpoint alone. */
  error?: string;
  says: string;
  reasons: string[];
}

/** The token endpoint says `{error, error_description}`, the APIs `{error: {message, errors: [{reason}], details: [{reason}]}}`. */
function readBody(body: unknown): ReadBody {
  const { error, error_description: description } = asRecord(typeof body === 'string' ? parsed(body) : body);
  if (typeof error === 'string') return { error, says: `${description ?? ''}`, reasons: [] };
  const { message, errors, details } = asRecord(error);
  const reasons = [errors, details].flatMap((list) =>
    (Array.isArray(list) ? list : []).map((item) => `${asRecord(item).reason ?? ''}`),
  );
  return { says: `${message ?? ''}`, reasons };
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** RFC 9110: seconds or a date; Gmail also writes an instant into its message. Undefined when it is neither. */
function secondsUntil(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(0, Math.ceil(seconds)), longestWaitSeconds) : undefined;
}

const longestWaitSeconds = 24 * 60 * 60;
