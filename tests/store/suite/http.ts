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

  test('/docs shows the API, and loads nothing from elsewhere', async () => {
    const page = await get('/docs');
    const html = await page.text();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; /);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(loaded.filter((address) => !/^(\/docs\/|\/openapi\.json$|data:,$)/.test(address))).toEqual([]);
    const files = loaded.filter((address) => address.startsWith('/docs/'));
    expect(files).toHaveLength(3);
    for (const file of files) {
      const answer = await get(file);
      expect([file, answer.status, (await answer.text()).length > 100]).toEqual([file, 200, true]);
      expect(answer.headers.get('content-type')).toMatch(/^text\/(css|javascript)/);
    }
    expect((await get('/docs/../package.json')).status).toBe(404);
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
