import { Compute } from 'google-auth-library';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { gmailReadonly, type Sample, sampleGoogle } from './support.ts';

let sample: Sample;
const metadataHost = process.env.GCE_METADATA_HOST;
beforeEach(async () => {
  sample = await sampleGoogle();
  process.env.GCE_METADATA_HOST = new URL(sample.url).host;
});
afterEach(async () => {
  if (metadataHost === undefined) delete process.env.GCE_METADATA_HOST;
  else process.env.GCE_METADATA_HOST = metadataHost;
  await sample.stop();
});

/** The machine's own account, which has no key, signs for the account that is delegated. */
function attach({ mayUse = true } = {}) {
  const { serviceAccounts } = sample.google;
  const machine = serviceAccounts.create({ name: 'machine', projectId: 'inbox-test' });
  if (mayUse) serviceAccounts.allowSigning(machine.email, sample.account.email);
  sample.google.attachedAccount = machine.email;
  return new Compute();
}

describe('a machine without a key', () => {
  test('has the account that is attached to it, lets Google sign, and exchanges that for a token', async () => {
    const machine = attach();
    const signed = await sign(machine, claims());
    expect(signed.status).toBe(200);
    const { signedJwt, keyId } = signed.body;
    expect(sample.account.keys.has(keyId as string)).toBe(true);
    const response = await fetch(new URL('/token', sample.url), {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: `${signedJwt}`,
      }),
    });
    expect(await response.json()).toMatchObject({ access_token: expect.any(String), token_type: 'Bearer' });
  });

  test('may not sign for an account without the permission, nor for one that does not exist', async () => {
    const machine = attach({ mayUse: false });
    for (const email of [sample.account.email, 'nobody@inbox-test.iam.gserviceaccount.com']) {
      const { status, body } = await sign(machine, claims(), email);
      expect(status).toBe(403);
      expect(body).toMatchObject({
        error: { message: expect.stringContaining("'iam.serviceAccounts.signJwt' denied") },
      });
    }
  });

  test.each([
    ['more than 12 hours ahead', () => claims(13 * 3600)],
    ['in the past', () => claims(-60)],
    ['that is no JSON', () => 'sub=ana'],
  ])('may not sign claims %s', async (_case, payload) => {
    expect((await sign(attach(), payload())).status).toBe(400);
  });

  test('needs a scope for it, and a token', async () => {
    const machine = new Compute({ scopes: [gmailReadonly] });
    attach();
    expect((await sign(machine, claims())).status).toBe(403);
    expect((await fetch(signUrl(sample.account.email), { method: 'POST' })).status).toBe(401);
  });

  test('has no token when no account is attached', async () => {
    await expect(new Compute().getAccessToken()).rejects.toThrow(/404|not attached|No service account/);
  });

  test('is told nothing without Metadata-Flavor, which keeps a tricked browser out', async () => {
    const url = new URL('/computeMetadata/v1/instance/service-accounts/default/email', sample.url);
    attach();
    expect((await fetch(url)).status).toBe(403);
    const response = await fetch(url, { headers: { 'metadata-flavor': 'Google' } });
    expect(await response.text()).toBe('machine@inbox-test.iam.gserviceaccount.com');
    expect(response.headers.get('metadata-flavor')).toBe('Google');
  });
});

test('what Google signs can be verified with its published key', async () => {
  const response = await fetch(new URL('/oauth2/v3/certs', sample.url));
  expect(response.headers.get('cache-control')).toContain('max-age');
  const keys = createLocalJWKSet((await response.json()) as JSONWebKeySet);
  const token = await sample.google.signer.sign({ aud: 'https://inbox.example.com/', sub: '1' }, Date.now());
  const { payload } = await jwtVerify(token, keys, { issuer: 'https://accounts.google.com' });
  expect(payload).toMatchObject({ aud: 'https://inbox.example.com/', sub: '1' });
});

test('an ID token of an account names its unique ID, for who may have one', async () => {
  const machine = attach();
  const ask = (body: object) => askIam(machine, 'generateIdToken', body);
  const { email, clientId, identifiers } = sample.account;
  const { status, body } = await ask({ audience: 'https://inbox.example.com', includeEmail: true });
  expect(status).toBe(200);
  const keys = createLocalJWKSet(
    (await (await fetch(new URL('/oauth2/v3/certs', sample.url))).json()) as JSONWebKeySet,
  );
  const { payload } = await jwtVerify(`${body.token}`, keys, {
    issuer: 'https://accounts.google.com',
    audience: 'https://inbox.example.com',
  });
  expect(payload).toMatchObject({ sub: clientId, azp: clientId, email, email_verified: true });
  expect((await ask({})).status).toBe(400);
  identifiers.clear();
  expect(await ask({ audience: 'https://inbox.example.com' })).toMatchObject({
    status: 403,
    body: { error: { message: expect.stringContaining("'iam.serviceAccounts.getOpenIdToken' denied") } },
  });
});

function claims(secondsAhead = 3600): string {
  const iat = Math.floor(Date.now() / 1000);
  const { email: iss } = sample.account;
  const aud = 'https://oauth2.googleapis.com/token';
  return JSON.stringify({ iss, sub: 'ana@aozora.example', scope: gmailReadonly, aud, iat, exp: iat + secondsAhead });
}

const signUrl = (email: string) => iamUrl(email, 'signJwt');
const iamUrl = (email: string, method: string) =>
  new URL(`/v1/projects/-/serviceAccounts/${email}:${method}`, sample.url);

const sign = (machine: Compute, payload: string, email?: string) => askIam(machine, 'signJwt', { payload }, email);

async function askIam(machine: Compute, method: string, body: object, email = sample.account.email) {
  const { token } = await machine.getAccessToken();
  const response = await fetch(iamUrl(email, method), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
