import { type OperationId, routes } from '../../../src/api/routes.ts';
import { requestFor, type TestStore } from '../support.ts';

export function http(given: () => TestStore): void {
  const get = (path: string, init?: RequestInit) =>
    given().store.fetch(new Request(new URL(path, 'http://store.example'), init));

  test.each(['/healthz', '/readyz'])('%s is ok while the database answers', async (path) => {
    const response = await get(path);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  test('/openapi.json is the API', async () => {
    const document = (await (await get('/openapi.json')).json()) as { openapi: string; paths: object };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual([...new Set(Object.values(routes).map((route) => route.path))]);
  });

  test.each(['/', '/v1', '/v1/me/', '/v1/contacts/a/b', '/v2/me', '/../etc/passwd', '/%00', '/%E0%A4%A'])(
    'nothing at %s',
    async (path) => {
      const response = await get(path);
      expect(await response.json()).toMatchObject({ status: 404, code: 'not-found', type: '/problems/not-found' });
    },
  );

  test.each([
    ['DELETE', '/v1/me'],
    ['GET', '/v1/senders/lookup'],
    ['POST', '/healthz'],
    ['OPTIONS', '/v1/contacts'],
  ])('%s does not work at %s', async (method, path) => {
    const response = await get(path, { method });
    expect(await response.json()).toMatchObject({ status: 405, code: 'method-not-allowed' });
  });

  test('every answer: no cache, no other site, no guessing, its id', async () => {
    const { user } = await given().tenant();
    const served = await given().store.fetch(requestFor('getMe', await given().token(user)));
    const failed = await given().store.fetch(requestFor('getMe', 'x', {}));
    for (const response of [served, failed, await get('/healthz'), await get('/nothing')]) {
      const headers = Object.fromEntries(response.headers);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'strict-transport-security': expect.any(String),
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  test('the log has one line for a request, with its id and without people', async () => {
    const { user } = await given().tenant();
    given().log.length = 0;
    const response = await given().store.fetch(requestFor('getMe', await given().token(user)));
    const refused = await given().store.fetch(requestFor('listContacts' as OperationId, 'x'));
    const lines = given().log.map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      {
        operation: 'getMe',
        status: 200,
        requestId: response.headers.get('x-request-id'),
        durationMs: expect.any(Number),
      },
      {
        operation: 'listContacts',
        status: 401,
        problem: 'token-invalid',
        token: { code: 'ERR_JWS_INVALID' },
        requestId: refused.headers.get('x-request-id'),
      },
    ]);
  });
}
