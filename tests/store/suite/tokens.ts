import { exportJWK, exportSPKI, generateKeyPair, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { checked, claimsOf, issuer, type Person, requestFor, seconds, type TestStore } from '../support.ts';

export function tokens(given: () => TestStore): void {
  let who: Person;
  let claims: JWTPayload;
  beforeAll(async () => {
    who = (await given().tenant()).user;
    claims = claimsOf(who, given().clock.now);
  });

  const answerTo = async (token: string) =>
    await checked('getMe', await given().store.fetch(requestFor('getMe', token)));
  const codeFor = async (changed: JWTPayload, header?: { alg?: string; kid?: string }) =>
    (await answerTo(await given().sign({ ...claims, ...changed }, header))).problem?.code ?? 'accepted';

  test('a good token names user and organisation', async () =>
    expect((await answerTo(await given().sign(claims))).body).toMatchObject({
      email: who.email,
      tenant: { domain: who.hd },
    }));

  test.each<[string, (now: number) => JWTPayload, string]>([
    ["Google's other issuer name", () => ({ iss: 'accounts.google.com' }), 'accepted'],
    [
      'addresses and domain in capitals',
      () => ({ email: who.email.toUpperCase(), hd: who.hd.toUpperCase() }),
      'accepted',
    ],
    ['a clock 50 seconds ahead', (now) => ({ exp: now - 50 }), 'accepted'],
    ['an expired token', (now) => ({ exp: now - 70 }), 'token-expired'],
    ['no expiry', () => ({ exp: undefined }), 'token-invalid'],
    ['not valid yet', (now) => ({ nbf: now + 300 }), 'token-invalid'],
    ['another audience', () => ({ aud: 'client-2.apps.example.com' }), 'token-invalid'],
    ['no audience', () => ({ aud: undefined }), 'token-invalid'],
    ['another issuer', () => ({ iss: 'https://accounts.example.com' }), 'token-invalid'],
    ['an issuer that only starts like it', () => ({ iss: `${issuer}.example.com` }), 'token-invalid'],
    ['an address nobody verified', () => ({ email_verified: false }), 'token-invalid'],
    ['nothing said about verification', () => ({ email_verified: undefined }), 'token-invalid'],
    ['no address', () => ({ email: undefined }), 'token-invalid'],
    ['no subject', () => ({ sub: undefined }), 'token-invalid'],
    ['a NUL in the subject', () => ({ sub: 'a\0b' }), 'token-invalid'],
    ['no organisation, with an address of one', () => ({ hd: undefined }), 'tenant-unknown'],
    ['an organisation nobody set up', () => ({ hd: 'unknown.example' }), 'tenant-unknown'],
    ['an organisation that is no text', () => ({ hd: ['a'] as unknown as string }), 'tenant-unknown'],
  ])('%s', async (_, changed, code) => expect(await codeFor(changed(seconds(given().clock.now)))).toBe(code));

  test('a token for another client: the log tells which', async () => {
    given().log.length = 0;
    await codeFor({ aud: 'client-2.apps.example.com' });
    expect(JSON.parse(given().log[0] ?? '')).toMatchObject({
      token: { claim: 'aud', aud: 'client-2.apps.example.com' },
    });
  });

  test('an unknown key', async () => expect(await codeFor({}, { kid: 'test-2' })).toBe('token-invalid'));

  test("another key under the known key's name", async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'test-1' }).sign(privateKey);
    expect((await answerTo(forged)).problem?.code).toBe('token-invalid');
  });

  test('a key the token brings along', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const jwk = await exportJWK(publicKey);
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', jwk }).sign(privateKey);
    expect((await answerTo(forged)).problem?.code).toBe('token-invalid');
  });

  test('alg none', async () => {
    const unsigned = new UnsecuredJWT(claims).encode();
    expect((await answerTo(unsigned)).problem?.code).toBe('token-invalid');
    const [, , signature] = (await given().sign(claims)).split('.');
    expect((await answerTo(`${unsigned}${signature}`)).problem?.code).toBe('token-invalid');
  });

  test.each(['RS384', 'RS512', 'PS256'])('the trusted key with another algorithm, %s', async (alg) =>
    expect(await codeFor({}, { alg })).toBe('token-invalid'),
  );

  test('HS256 with the public key as its secret', async () => {
    const publicKey = (await importJWK(given().publicJwk, 'RS256', { extractable: true })) as Parameters<
      typeof exportSPKI
    >[0];
    const secret = new TextEncoder().encode(await exportSPKI(publicKey));
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'test-1' }).sign(secret);
    expect((await answerTo(forged)).problem?.code).toBe('token-invalid');
  });

  test('claims changed after signing', async () => {
    const [header, , signature] = (await given().sign(claims)).split('.');
    const changed = Buffer.from(JSON.stringify({ ...claims, email: `ken@${who.hd}` })).toString('base64url');
    expect((await answerTo(`${header}.${changed}.${signature}`)).problem?.code).toBe('token-invalid');
  });

  test.each(['x', 'a.b', '....', `${'a'.repeat(5000)}.b.c`, 'eyJhbGciOiJSUzI1NiJ9.e30.AA'])(
    'no token: %s',
    async (token) => expect((await answerTo(token)).problem?.code).toBe('token-invalid'),
  );

  test.each([undefined, 'Basic dXNlcjpwYXNz', 'Bearer', 'Bearer '])('no bearer token: %s', async (authorization) => {
    const request = new Request('http://store.example/v1/me', authorization ? { headers: { authorization } } : {});
    const answer = await checked('getMe', await given().store.fetch(request));
    expect(answer.problem?.code).toBe('token-missing');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('a token that was accepted is refused when its time is over, and before its time', async () => {
    const { clock } = given();
    const { now } = clock;
    const token = await given().sign({ ...claims, nbf: seconds(now) });
    const codeAfter = async (minutes: number) => {
      clock.now = new Date(now.getTime() + minutes * 60_000);
      return (await answerTo(token)).problem?.code ?? 'accepted';
    };
    const codes: string[] = [];
    for (const minutes of [0, 59, 62, 30, -2, 1]) codes.push(await codeAfter(minutes));
    clock.now = now;
    expect(codes).toEqual(['accepted', 'accepted', 'token-expired', 'accepted', 'token-invalid', 'accepted']);
  });

  test('what differs from a token that was accepted in one character is another', async () => {
    const token = await given().sign(claims);
    expect((await answerTo(token)).problem).toBeUndefined();
    const [header, payload, signature = ''] = token.split('.');
    const other = signature.startsWith('A') ? 'B' : 'A';
    const changed = `${header}.${payload}.${other}${signature.slice(1)}`;
    expect((await answerTo(changed)).problem?.code).toBe('token-invalid');
  });

  test('the token comes before the rest of the request', async () => {
    const request = new Request('http://store.example/v1/suggestions', { method: 'POST', body: '{' });
    expect((await checked('createSuggestion', await given().store.fetch(request))).problem?.code).toBe('token-missing');
  });
}
