import { apiErrors } from '../../src/preview/google/api/api-error.ts';
import { oauthErrors } from '../../src/preview/google/oauth/oauth-errors.ts';
import { type TroubleName, troubles } from '../../src/preview/google/troubles.ts';
import { failureOfRefusal } from '../../src/scan/google/failures.ts';
import { GmailMailbox } from '../../src/scan/google/gmail-mailbox.ts';
import { LinkageFailure } from '../../src/store/mail-provider.ts';
import { sampleGoogle } from '../preview/google/support.ts';
import { credentialOf, gmailAccess, unlimited } from './support.ts';

/** Status, cause and whether it may pass by itself, for each trouble that a person's Google can have. */
const expected: Record<TroubleName, [status: string, cause: string, retryable: boolean] | 'works'> = {
  'key-invalid': ['authentication-error', 'key-invalid', false],
  'unknown-user': ['authentication-error', 'no-such-user', false],
  'not-an-email': ['authentication-error', 'no-such-user', false],
  'account-not-found': ['authentication-error', 'key-deleted', false],
  'account-deleted': ['authentication-error', 'key-deleted', false],
  'account-disabled': ['authentication-error', 'key-deleted', false],
  'no-verifier': ['authentication-error', 'key-deleted', false],
  'client-not-found': ['authentication-error', 'key-deleted', false],
  'client-deleted': ['authentication-error', 'key-deleted', false],
  'client-disabled': ['authentication-error', 'key-deleted', false],
  'invalid-impersonation': ['authentication-error', 'no-such-user', false],
  'not-delegated': ['unauthorized', 'not-delegated', false],
  'scope-unauthorized': ['unauthorized', 'not-delegated', false],
  'access-denied': ['unauthorized', 'access-denied', false],
  'admin-policy': ['unauthorized', 'access-denied', false],
  'org-internal': ['unauthorized', 'access-denied', false],
  'scope-unknown': ['linkage-error', 'other', false],
  'clock-skew': ['linkage-error', 'clock', true],
  'token-failure': ['linkage-error', 'google-unavailable', true],
  'insufficient-scope': ['unauthorized', 'not-delegated', false],
  'domain-policy': ['unauthorized', 'access-denied', false],
  'gmail-off': ['unauthorized', 'gmail-off', false],
  'precondition-failed': ['linkage-error', 'other', false],
  'api-off': ['linkage-error', 'api-off', false],
  'rate-limited': ['linkage-error', 'rate-limited', true],
  'user-rate-limited': ['linkage-error', 'rate-limited', true],
  'daily-limit': ['linkage-error', 'rate-limited', true],
  'too-many-requests': ['linkage-error', 'rate-limited', true],
  'retry-after': ['linkage-error', 'rate-limited', true],
  'too-many-concurrent': 'works',
  'invalid-credentials': ['linkage-error', 'other', true],
  'internal-error': ['linkage-error', 'google-unavailable', true],
  unavailable: ['linkage-error', 'google-unavailable', true],
  flaky: 'works',
  'history-expired': 'works',
  slow: 'works',
  hang: ['linkage-error', 'timeout', true],
  'cut-body': ['linkage-error', 'google-unavailable', true],
};

test('R20 R21 R22: the table knows every trouble of the emulated Google', () =>
  expect(Object.keys(expected)).toEqual(Object.keys(troubles)));

test.each(Object.entries(expected))('R20 R21 R22: %s', async (trouble, meant) => {
  const sample = await sampleGoogle({ slowMs: 20 });
  sample.google.breakWith('ana@aozora.example', trouble as TroubleName);
  const access = gmailAccess(sample.url, { timeoutMilliseconds: trouble === 'hang' ? 100 : 10_000 });
  const mailbox = new GmailMailbox(
    access,
    { credential: credentialOf(sample.key), email: 'ana@aozora.example' },
    unlimited,
  );
  const answer = await mailbox.historyId().then(
    () => 'works',
    (failure) => failure,
  );
  if (meant === 'works') expect(answer).toBe('works');
  else {
    expect(answer).toBeInstanceOf(LinkageFailure);
    const { status, reason, options } = answer as LinkageFailure;
    expect([status, reason, options.retryable]).toEqual(meant);
  }
});

describe('R22: when to come back', () => {
  const now = Date.UTC(2026, 10, 20);
  const seconds = (retryAfter: string | undefined, message = 'Slow down') =>
    failureOfRefusal({ status: 429, body: { error: { message } }, retryAfter }, now).options.retryAfterSeconds;

  test.each([
    ['30', 30],
    ['Fri, 20 Nov 2026 00:00:05 GMT', 5],
    ['999999999', 86_400],
    ['soon', undefined],
    [undefined, undefined],
  ])('Retry-After: %s', (header, expectedSeconds) => expect(seconds(header)).toBe(expectedSeconds));

  test('in the message', () =>
    expect(seconds(undefined, 'User-rate limit exceeded.  Retry after 2026-11-20T00:00:07.000Z')).toBe(7));
});

test('bodies that are no JSON, or none of Google’s', () => {
  for (const body of [undefined, '', '<html>', 'null', '[]', '{"error":7}', { error: { errors: 'x' } }])
    expect(failureOfRefusal({ status: 502, body }).reason).toBe('google-unavailable');
  expect(failureOfRefusal({ status: 418, body: {} })).toMatchObject({ status: 'linkage-error', reason: 'other' });
});

test('a failure holds nothing of what Google said', () => {
  for (const { status, error, error_description } of Object.values(oauthErrors)) {
    const failure = failureOfRefusal({
      status,
      body: { error, error_description: `${error_description} ana@aozora.example` },
    });
    expect(`${failure.stack}${JSON.stringify(failure)}${failure.cause}`).not.toContain('ana@');
  }
  for (const { status, message } of Object.values(apiErrors)) {
    const failure = failureOfRefusal({ status, body: { error: { message: `${message} ana@aozora.example` } } });
    expect(`${failure.stack}${JSON.stringify(failure)}`).not.toContain('ana@');
  }
});
