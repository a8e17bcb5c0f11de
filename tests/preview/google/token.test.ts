import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import { gmailReadonly, realClients, refusal, type Sample, sampleGoogle } from './support.ts';

let sample: Sample;
beforeEach(async () => {
  sample = await sampleGoogle();
});
afterEach(() => sample.stop());

describe("Google's token library", () => {
  test('exchanges an assertion for an access token of an hour', async () => {
    const { access_token, expiry_date } = await sample.authorize('ana@aozora.example').authorize();
    expect(access_token).toMatch(/^ya29\./);
    expect(expiry_date).toBeGreaterThan(Date.now() + 3_500_000);
    expect(sample.google.accessTokens.find(access_token ?? '')).toMatchObject({
      subject: 'ana@aozora.example',
      projectId: 'inbox-test',
    });
  });

  test('is told why there is none', async () => {
    const { status, body } = await refusal(sample.authorize('nobody@aozora.example').authorize());
    expect(status).toBe(400);
    expect(body).toEqual({ error: 'invalid_grant', error_description: 'Invalid email or User ID' });
  });

  test('works with a key restored from its file after a restart', async () => {
    const restarted = await sampleGoogle();
    restarted.google.serviceAccounts.restore(sample.key);
    const { authorize } = realClients(restarted.url, sample.key);
    await expect(authorize('ana@aozora.example').authorize()).resolves.toMatchObject({ token_type: 'Bearer' });
    await restarted.stop();
  });
});

describe('an assertion is refused', () => {
  const invalidKey = [400, 'invalid_grant', 'Invalid JWT Signature.'];
  const clock = [400, 'invalid_grant', expect.stringContaining('Token must be a short-lived token (60 minutes)')];
  const notDelegated = [401, 'unauthorized_client', expect.stringContaining('Client is unauthorized to retrieve')];
  const now = () => Math.floor(Date.now() / 1000);

  test.each<[string, () => Promise<unknown> | unknown, () => JWTPayload, unknown[]]>([
    ['when another key signed it', () => useForeignKey(), () => ({}), invalidKey],
    ['when its key was deleted', () => deleteKey(), () => ({}), invalidKey],
    ['when its key is disabled', () => disableKey(), () => ({}), invalidKey],
    [
      'when its account was deleted',
      () => setState('deleted'),
      () => ({}),
      [400, 'invalid_grant', 'Invalid grant: account not found'],
    ],
    [
      'when its account is disabled',
      () => setState('disabled'),
      () => ({}),
      [400, 'invalid_grant', 'Robot is disabled.'],
    ],
    [
      'when nobody knows its issuer',
      () => {},
      () => ({ iss: 'mallory@example.com' }),
      [400, 'invalid_grant', expect.stringContaining('No valid verifier')],
    ],
    [
      'for another audience',
      () => {},
      () => ({ aud: 'https://example.com/' }),
      [400, 'invalid_grant', expect.stringContaining('audience')],
    ],
    ['when it has expired', () => {}, () => ({ iat: now() - 7200, exp: now() - 3600 }), clock],
    ['when it is of the future', () => {}, () => ({ iat: now() + 3600, exp: now() + 7200 }), clock],
    ['when it lasts longer than an hour', () => {}, () => ({ exp: now() + 7200 }), clock],
    ['without a time', () => {}, () => ({ exp: undefined }), clock],
    ['without a scope', () => {}, () => ({ scope: '' }), [400, 'invalid_scope', 'Empty or missing scope not allowed.']],
    [
      'with a scope that does not exist',
      () => {},
      () => ({ scope: 'mailboxes' }),
      [400, 'invalid_scope', expect.any(String)],
    ],
    [
      'with a scope the admin did not enter',
      () => {},
      () => ({ scope: `${gmailReadonly} https://mail.google.com/` }),
      notDelegated,
    ],
    [
      'when the admin took the delegation back',
      () => sample.organisation.delegate(sample.account.clientId, []),
      () => ({}),
      notDelegated,
    ],
    [
      'for somebody unknown',
      () => {},
      () => ({ sub: 'nobody@aozora.example' }),
      [400, 'invalid_grant', 'Invalid email or User ID'],
    ],
    [
      'for somebody of no organisation',
      () => {},
      () => ({ sub: 'ana@example.com' }),
      [400, 'invalid_grant', 'Invalid email or User ID'],
    ],
    ['for what is no address', () => {}, () => ({ sub: 'ana' }), [400, 'invalid_grant', 'Not a valid email.']],
  ])('%s', async (_case, prepare, claims, expected) => {
    await prepare();
    const { status, body } = await exchange(await assertion(claims()));
    expect([status, body.error, body.error_description]).toEqual(expected);
  });

  test('the sample assertion itself is good, with the key named and unnamed', async () => {
    expect((await exchange(await assertion({}))).status).toBe(200);
    expect((await exchange(await assertion({}, sample.key.private_key_id))).status).toBe(200);
    expect((await exchange(await assertion({}, 'another'))).body.error_description).toBe('Invalid JWT Signature.');
  });

  test.each([
    ['no grant type', {}, 'invalid_request'],
    ['another grant type', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['no assertion', { grant_type: bearer() }, 'invalid_request'],
    ['an assertion that is no JWT', { grant_type: bearer(), assertion: 'x' }, 'invalid_grant'],
    ['an unsigned assertion', { grant_type: bearer(), assertion: 'eyJhbGciOiJub25lIn0.e30.' }, 'invalid_grant'],
  ])('%s', async (_case, form, error) => {
    const response = await post(form);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error });
  });

  test.each([
    ['key-invalid', 400, 'invalid_grant', 'Invalid JWT Signature.'],
    ['unknown-user', 400, 'invalid_grant', 'Invalid email or User ID'],
    ['not-an-email', 400, 'invalid_grant', 'Not a valid email.'],
    ['account-not-found', 400, 'invalid_grant', 'Invalid grant: account not found'],
    ['account-deleted', 400, 'invalid_grant', 'The account has been deleted'],
    ['account-disabled', 400, 'invalid_grant', 'Robot is disabled.'],
    ['no-verifier', 400, 'invalid_grant', 'Invalid JWT: No valid verifier found for issuer.'],
    ['client-not-found', 401, 'invalid_client', 'The OAuth client was not found.'],
    ['client-deleted', 401, 'deleted_client', 'The OAuth client was deleted.'],
    ['client-disabled', 401, 'disabled_client', 'The OAuth client was disabled.'],
    ['invalid-impersonation', 400, 'invalid_request', 'Invalid impersonation "sub" field.'],
    ['not-delegated', 401, 'unauthorized_client', expect.stringContaining('Client is unauthorized')],
    ['scope-unauthorized', 401, 'unauthorized_client', 'Unauthorized client or scope in request.'],
    ['access-denied', 403, 'access_denied', 'Requested client not authorized.'],
    ['admin-policy', 400, 'admin_policy_enforced', expect.any(String)],
    ['org-internal', 403, 'org_internal', expect.any(String)],
    ['scope-unknown', 400, 'invalid_scope', expect.any(String)],
    ['clock-skew', 400, 'invalid_grant', expect.stringContaining('reasonable timeframe')],
    ['token-failure', 500, 'internal_failure', 'Backend Error'],
  ] as const)('for one person with the trouble %s, until it is mended', async (trouble, status, error, description) => {
    sample.google.breakWith('Ana@aozora.example', trouble);
    const broken = await exchange(await assertion({}));
    expect([broken.status, broken.body.error, broken.body.error_description]).toEqual([status, error, description]);
    expect((await exchange(await assertion({ sub: 'boss@aozora.example' }))).status).toBe(200);
    sample.google.mend('ana@aozora.example');
    expect((await exchange(await assertion({}))).status).toBe(200);
  });

  test('and tokens from before the trouble stop working', async () => {
    const auth = sample.authorize('ana@aozora.example');
    const { access_token } = await auth.authorize();
    sample.google.breakWith('ana@aozora.example', 'not-delegated');
    expect(sample.google.accessTokens.find(access_token ?? '')).toBeUndefined();
  });
});

test('an access token expires', async () => {
  let now = Date.now();
  const { google, authorize, stop } = await sampleGoogle({ now: () => now });
  const { access_token } = await authorize('ana@aozora.example').authorize();
  now += 3_598_000;
  expect(google.accessTokens.find(access_token ?? '')).toBeDefined();
  now += 2_000;
  expect(google.accessTokens.find(access_token ?? '')).toBeUndefined();
  await stop();
});

function bearer(): string {
  return 'urn:ietf:params:oauth:grant-type:jwt-bearer';
}

function post(form: Record<string, string>): Promise<Response> {
  return fetch(new URL('/token', sample.url), { method: 'POST', body: new URLSearchParams(form) });
}

async function exchange(assertion: string): Promise<{ status: number; body: Record<string, string> }> {
  const response = await post({ grant_type: bearer(), assertion });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

let signingKey: Parameters<SignJWT['sign']>[0] | undefined;
afterEach(() => {
  signingKey = undefined;
});

async function assertion(claims: JWTPayload, kid?: string): Promise<string> {
  const iat = Math.floor(Date.now() / 1000);
  const payload = {
    iss: sample.account.email,
    sub: 'ana@aozora.example',
    scope: gmailReadonly,
    aud: 'https://oauth2.googleapis.com/token',
    iat,
    exp: iat + 3600,
    ...claims,
  };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'RS256', ...(kid && { kid }) })
    .sign(signingKey ?? createPrivateKey(sample.key.private_key));
}

function useForeignKey(): void {
  signingKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

function deleteKey(): void {
  sample.google.serviceAccounts.deleteKey(sample.account.email, sample.key.private_key_id);
}

function disableKey(): void {
  sample.google.serviceAccounts.disableKey(sample.account.email, sample.key.private_key_id);
}

function setState(state: 'deleted' | 'disabled'): void {
  sample.google.serviceAccounts.setState(sample.account.email, state);
}
