/** Google's error body, taken apart: google.rpc.Status with the older `errors[]` beside it. */
export interface ApiErrorBody {
  /** HTTP. */
  status: number;
  message: string;
  reason: string;
  /** The canonical name, `NOT_FOUND`; absent in the Directory API, which is older. */
  code?: string;
  domain?: 'global' | 'usageLimits';
  /** The message inside `errors[]` where it differs. */
  short?: string;
  location?: { name: string; type: 'header' | 'parameter' };
  details?: Record<string, unknown>[];
  retryAfterSeconds?: number;
}

export class ApiError extends Error {
  constructor(readonly body: ApiErrorBody) {
    super(body.message);
  }
}

/** An answer of an API method before it goes over the wire, alone or as a part of a batch. */
export interface ApiAnswer {
  status: number;
  headers: Record<string, string>;
  /** JSON. */
  body: string;
}

const jsonType = { 'content-type': 'application/json; charset=UTF-8' };

export const jsonAnswer = (body: object): ApiAnswer => ({ status: 200, headers: jsonType, body: JSON.stringify(body) });

export const answerResponse = ({ body, ...init }: ApiAnswer): Response => new Response(body || null, init);

/** What Google answers instead, when an ApiError was thrown. */
export function errorAnswer(thrown: unknown): ApiAnswer {
  if (!(thrown instanceof ApiError)) throw thrown;
  const { status, message, reason, code, domain = 'global', short, location, details, retryAfterSeconds } = thrown.body;
  const error = {
    message: short ?? message,
    domain,
    reason,
    ...(location && { location: location.name, locationType: location.type }),
  };
  const answer = { error: { code: status, message, errors: [error], status: code, details } };
  const retry: Record<string, string> =
    retryAfterSeconds === undefined ? {} : { 'retry-after': `${retryAfterSeconds}` };
  return { status, headers: { ...jsonType, ...retry }, body: JSON.stringify(answer, undefined, 2) };
}

const signInAdvice =
  'Expected OAuth 2 access token, login cookie or other valid authentication credential. See ' +
  'https://developers.google.com/identity/sign-in/web/devconsole-project.';
const authorization = { name: 'Authorization', type: 'header' } as const;

/**
 * What Google's APIs answer when they refuse. Sources: developers.google.com/workspace/gmail/api/guides/handle-errors;
 * the Gmail bodies of the 401s and of "Invalid id value" as others measured them on the live API (a public emulator of
 * Google's APIs, "Backlot"); the rest as the reports named in the facts beside each line.
 */
export const apiErrors = {
  'no-credentials': {
    status: 401,
    message: `Request is missing required authentication credential. ${signInAdvice}`,
    short: 'Login Required.',
    reason: 'required',
    code: 'UNAUTHENTICATED',
    location: authorization,
  },
  'invalid-credentials': {
    status: 401,
    message: `Request had invalid authentication credentials. ${signInAdvice}`,
    short: 'Invalid Credentials',
    reason: 'authError',
    code: 'UNAUTHENTICATED',
    location: authorization,
  },
  // googleworkspace/php-samples issue 123
  'insufficient-scope': {
    status: 403,
    message: 'Request had insufficient authentication scopes.',
    short: 'Insufficient Permission',
    reason: 'insufficientPermissions',
    code: 'PERMISSION_DENIED',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
        domain: 'googleapis.com',
      },
    ],
  },
  'domain-policy': {
    status: 403,
    message: 'The domain administrators have disabled Gmail apps.',
    reason: 'domainPolicy',
    code: 'PERMISSION_DENIED',
  },
  'gmail-off': {
    status: 400,
    message: 'Mail service not enabled',
    reason: 'failedPrecondition',
    code: 'FAILED_PRECONDITION',
  },
  'precondition-failed': {
    status: 400,
    message: 'Precondition check failed.',
    reason: 'failedPrecondition',
    code: 'FAILED_PRECONDITION',
  },
  'api-off': {
    status: 403,
    message:
      'Gmail API has not been used in project 105550100 before or it is disabled. Enable it by visiting ' +
      'https://console.developers.google.com/apis/api/gmail.googleapis.com/overview?project=105550100 then retry. If you ' +
      'enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.',
    reason: 'accessNotConfigured',
    domain: 'usageLimits',
    code: 'PERMISSION_DENIED',
    details: [
      { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'SERVICE_DISABLED', domain: 'googleapis.com' },
    ],
  },
  'rate-limited': {
    status: 403,
    message: 'Rate Limit Exceeded',
    reason: 'rateLimitExceeded',
    domain: 'usageLimits',
    code: 'PERMISSION_DENIED',
  },
  'user-rate-limited': {
    status: 403,
    message: 'User Rate Limit Exceeded',
    reason: 'userRateLimitExceeded',
    domain: 'usageLimits',
    code: 'PERMISSION_DENIED',
  },
  'daily-limit': {
    status: 403,
    message: 'Daily Limit Exceeded',
    reason: 'dailyLimitExceeded',
    domain: 'usageLimits',
    code: 'PERMISSION_DENIED',
  },
  // mxngls/gmail-cleaner issue 5, elie222/inbox-zero issue 379
  'too-many-requests': {
    status: 429,
    message: 'Resource has been exhausted (e.g. check quota).',
    reason: 'rateLimitExceeded',
    code: 'RESOURCE_EXHAUSTED',
    retryAfterSeconds: 2,
  },
  // handle-errors: too many at once, which a large batch runs into with some of its parts
  'too-many-concurrent': {
    status: 429,
    message: 'Too many concurrent requests for user.',
    reason: 'rateLimitExceeded',
    code: 'RESOURCE_EXHAUSTED',
  },
  'internal-error': { status: 500, message: 'Internal error encountered.', reason: 'backendError', code: 'INTERNAL' },
  unavailable: {
    status: 503,
    message: 'The service is currently unavailable.',
    reason: 'backendError',
    code: 'UNAVAILABLE',
  },
  'not-found': {
    status: 404,
    message: 'Requested entity was not found.',
    reason: 'notFound',
    code: 'NOT_FOUND',
  },
  'invalid-id': { status: 400, message: 'Invalid id value', reason: 'invalidArgument', code: 'INVALID_ARGUMENT' },
  'metadata-scope-query': {
    status: 403,
    message: "Metadata scope does not support 'q' parameter",
    reason: 'forbidden',
    code: 'PERMISSION_DENIED',
  },
  'metadata-scope-format': {
    status: 403,
    message: "Metadata scope doesn't allow format FULL",
    reason: 'forbidden',
    code: 'PERMISSION_DENIED',
  },
  // DG/admin-sdk/directory/v1/guides: what a caller without the privilege is told
  'directory-forbidden': {
    status: 403,
    message: 'Not Authorized to access this resource/api',
    reason: 'forbidden',
  },
} as const satisfies Record<string, ApiErrorBody>;

export function refuse(code: keyof typeof apiErrors): never {
  throw new ApiError(apiErrors[code]);
}

/**
 * 429 with the time in the message and no Retry-After header: levz0r/gmail-tester issue 23,
 * googleapis/google-api-ruby-client issue 20544 (some saw it with 403).
 */
export const retryAfter = (time: number): ApiErrorBody => ({
  status: 429,
  message: `User-rate limit exceeded.  Retry after ${new Date(time).toISOString()}`,
  reason: 'rateLimitExceeded',
  code: 'RESOURCE_EXHAUSTED',
});

/** 403: a token opens its own user's mailbox and no other. */
export const delegationDenied = (email: string): ApiErrorBody => ({
  status: 403,
  message: `Delegation denied for ${email}`,
  reason: 'forbidden',
  code: 'PERMISSION_DENIED',
});

export const invalidArgument = (message: string, details?: Record<string, unknown>[]): ApiErrorBody => ({
  status: 400,
  message,
  reason: details ? 'badRequest' : 'invalidArgument',
  code: 'INVALID_ARGUMENT',
  details,
});

/** The detail in which Google names the parameter that is wrong. */
export const fieldViolation = (field: string, description: string): Record<string, unknown> => ({
  '@type': 'type.googleapis.com/google.rpc.BadRequest',
  fieldViolations: [{ field, description }],
});
