import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answering, callback, errorOf, google, manifest, notified, script, valueFrom } from './emulated.ts';

const url = 'https://store.example.com/v1/me';

/** Stands in for the network: answers, and keeps what was asked. */
function network(answer: (url: string, init: RequestInit) => Response | Promise<Response> = () => new Response('ok')) {
  const asked: { url: string; method?: string; headers: Record<string, string>; body: string; redirect?: string }[] =
    [];
  return {
    asked,
    fetch: async (url: string, init: RequestInit) => {
      const body = init.body ? Buffer.from(init.body as Uint8Array).toString() : '';
      asked.push({
        url,
        method: init.method,
        headers: init.headers as Record<string, string>,
        body,
        redirect: init.redirect,
      });
      return answer(url, init);
    },
  };
}

test('a response', async () => {
  const headers = new Headers([
    ['content-type', 'application/json; charset=utf-8'],
    ['set-cookie', 'a=1'],
    ['set-cookie', 'b=2'],
  ]);
  const { fetch } = network(() => new Response('{"name":"森"}', { status: 201, headers }));
  expect(
    await valueFrom(
      `const response = UrlFetchApp.fetch('${url}');
      return [response.getResponseCode(), response.getContentText(), response.getHeaders(), response.getAllHeaders(),
        response.getContent().length, response.getBlob().getDataAsString()];`,
      { fetch },
    ),
  ).toEqual([
    201,
    '{"name":"森"}',
    { 'Content-Type': 'application/json; charset=utf-8', 'Set-Cookie': 'b=2' },
    { 'Content-Type': 'application/json; charset=utf-8', 'Set-Cookie': ['a=1', 'b=2'] },
    14,
    '{"name":"森"}',
  ]);
});

test('the response’s charset is honoured, and can be told', async () => {
  const { fetch } = network(
    () =>
      new Response(Buffer.from('90588e7288', 'hex'), { headers: { 'content-type': 'text/plain; charset=Shift_JIS' } }),
  );
  expect(await valueFrom(`return UrlFetchApp.fetch('${url}').getContentText().slice(0, 1)`, { fetch })).toBe('森');
  expect(await errorOf(`UrlFetchApp.fetch('${url}').getContentText('none')`, { fetch })).toMatch(
    'Invalid argument: charset',
  );
});

describe('a request', () => {
  test.each([
    ['nothing but a URL', '{}', { method: 'GET', headers: {}, body: '', redirect: 'follow' }],
    [
      'JSON',
      `{ method: 'post', contentType: 'application/json', headers: { 'Idempotency-Key': '1' }, payload: '{"a":"é"}' }`,
      { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': '1' }, body: '{"a":"é"}' },
    ],
    [
      'fields of a form, which make it a POST',
      `{ payload: { a: '1 2', b: true } }`,
      { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'a=1%202&b=true' },
    ],
    [
      'a blob',
      `{ method: 'PUT', payload: Utilities.newBlob('x', 'text/vcard') }`,
      { method: 'PUT', headers: { 'Content-Type': 'text/vcard' }, body: 'x' },
    ],
    [
      'no redirects',
      '{ followRedirects: false, validateHttpsCertificates: true, escaping: true }',
      { redirect: 'manual' },
    ],
  ])('of %s', async (_name, params, expected) => {
    const { asked, fetch } = network();
    await valueFrom(`UrlFetchApp.fetch('${url}', ${params})`, { fetch });
    expect(asked).toMatchObject([{ url, ...expected }]);
    expect(asked[0]?.headers).toEqual((expected as { headers?: object }).headers ?? {});
  });

  test.each([
    ['an unknown parameter', '{ timeout: 5 }', 'timeout'],
    ['a header that is no string', '{ headers: { a: 1 } }', 'headers'],
    ['an unknown method', "{ method: 'head' }", 'method'],
    ['a GET with a payload', "{ method: 'get', payload: 'x' }", 'payload'],
    ['a header that is the transport’s', "{ headers: { Host: 'x' } }", 'Header:Host'],
  ])('with %s is refused', async (_name, params, attribute) => {
    const { asked, fetch } = network();
    expect(await errorOf(`UrlFetchApp.fetch('${url}', ${params})`, { fetch })).toBe(
      `Exception: Attribute provided with invalid value: ${attribute}`,
    );
    expect(asked).toEqual([]);
  });

  test.each([
    ['a long URL', `'${url}?' + 'x'.repeat(2048)`, '{}', 'Limit Exceeded: URLFetch URL Length.'],
    ['a long header', `'${url}'`, "{ headers: { a: 'x'.repeat(8192) } }", 'Limit Exceeded: URLFetch Header Size.'],
    [
      '101 headers',
      `'${url}'`,
      "{ headers: Object.fromEntries(Array.from({ length: 101 }, (_, n) => ['h' + n, 'x'])) }",
      'Limit Exceeded: URLFetch Header Size.',
    ],
    ['no URL', "'store'", '{}', 'Invalid argument: store'],
  ])('with %s is refused', async (_name, to, params, message) => {
    expect(await errorOf(`UrlFetchApp.fetch(${to}, ${params})`, network())).toBe(`Exception: ${message}`);
  });

  test('of wrong types does not match the signature', async () => {
    expect(await errorOf('UrlFetchApp.fetch(1)')).toBe(
      "Exception: The parameters (number) don't match the method signature for UrlFetchApp.fetch.",
    );
    expect(await errorOf(`UrlFetchApp.fetchAll('${url}')`)).toBe(
      "Exception: The parameters (String) don't match the method signature for UrlFetchApp.fetchAll.",
    );
  });
});

describe('what goes wrong', () => {
  const failing = network(() => new Response('{"title":"No such contact"}', { status: 404 }));

  test('a code of 400 or more throws, unless muted', async () => {
    expect(await errorOf(`UrlFetchApp.fetch('${url}')`, failing)).toBe(
      'Exception: Request failed for https://store.example.com returned code 404. Truncated server response: ' +
        '{"title":"No such contact"} (use muteHttpExceptions option to examine full response)',
    );
    expect(
      await valueFrom(`return UrlFetchApp.fetch('${url}', { muteHttpExceptions: true }).getResponseCode()`, failing),
    ).toBe(404);
  });

  test('no server', async () => {
    const closed = await listening(() => {});
    const own = { ...manifest, urlFetchWhitelist: [`${closed.origin}/`] };
    await closed.close();
    expect(await errorOf(`UrlFetchApp.fetch('${closed.origin}/x')`, { manifest: own })).toBe(
      `Exception: Address unavailable: ${closed.origin}/x`,
    );
    const none = { ...manifest, urlFetchWhitelist: ['https://nowhere.invalid/'] };
    expect(await errorOf(`UrlFetchApp.fetch('https://nowhere.invalid/x')`, { manifest: none })).toBe(
      'Exception: Address unavailable: https://nowhere.invalid/x',
    );
  });

  test('no answer in time, in a real request', async () => {
    const silent = await listening(() => {});
    const own = { ...manifest, urlFetchWhitelist: [`${silent.origin}/`] };
    const body = `UrlFetchApp.fetch('${silent.origin}/x', { timeoutSeconds: 0.1 })`;
    expect(await errorOf(body, { manifest: own })).toBe(`Exception: Timeout: ${silent.origin}/x`);
    await silent.close();
  });
});

describe('the allowlist', () => {
  const tryout = (target: string, urlFetchWhitelist: string[] | undefined): Promise<string | undefined> =>
    errorOf(`UrlFetchApp.fetch('${target}')`, { manifest: { ...manifest, urlFetchWhitelist }, ...network() });

  test.each([
    ['https://store.example.com/v1/me', 'https://store.example.com/v1/'],
    ['https://STORE.example.com/v1/me', 'https://store.example.com/'],
    ['https://eu.store.example.com/v1', 'https://*.example.com/'],
    ['http://localhost:8787/v1/me', 'http://localhost:8787/'],
    ['http://127.0.0.1:8787/v1/me', 'http://127.0.0.1:8787/v1/'],
  ])('%s under %s', async (target, prefix) => {
    expect(await tryout(target, [prefix])).toBeUndefined();
  });

  test.each([
    ['https://store.example.com/V1/me', 'https://store.example.com/v1/'],
    ['https://store.example.com/v1/../admin', 'https://store.example.com/v1/'],
    ['https://store.example.com.evil.example/v1/', 'https://store.example.com/'],
    ['https://store.example.com@evil.example/v1/', 'https://store.example.com/'],
    ['http://store.example.com/v1/', 'https://store.example.com/'],
    ['https://store.example.com:8443/', 'https://store.example.com/'],
    ['https://example.com/', 'https://*.example.com/'],
    ['http://localhost:8788/', 'http://localhost:8787/'],
  ])('%s is not under %s', async (target, prefix) => {
    expect(await tryout(target, [prefix])).toBe(
      `Exception: UrlFetch calls to ${target} are not permitted: no prefix of urlFetchWhitelist in appsscript.json covers it`,
    );
  });

  test('no list allows nothing', async () => {
    expect(await tryout(url, undefined)).toMatch('are not permitted');
  });
});

test('script.external_request is needed, and named to who did not grant it', async () => {
  const required = `Required permissions: ${google}script.external_request`;
  const without = { ...manifest, oauthScopes: ['openid'] };
  expect(await errorOf(`UrlFetchApp.fetch('${url}')`, { manifest: without })).toBe(
    `Exception: Specified permissions are not sufficient to call UrlFetchApp.fetch. ${required}`,
  );
  const started = await script(`function main() { UrlFetchApp.fetch('${url}'); }`);
  const user = { email: 'ken.adams@aozora.example', name: 'Ken Adams', grantedScopes: ['openid'] };
  expect((await started.run(callback({ user }))).error).toMatchObject({
    message: `Exception: You do not have permission to call UrlFetchApp.fetch. ${required}`,
    authorization: { scopes: [`${google}script.external_request`] },
  });
});

test('fetchAll sends in parallel and keeps the order', async () => {
  let under = 0;
  let most = 0;
  const { fetch } = network(async (to) => {
    under += 1;
    most = Math.max(most, under);
    await new Promise((resolve) => setTimeout(resolve, to.endsWith('a') ? 40 : 20));
    under -= 1;
    return new Response(to.slice(-1));
  });
  const started = await script(
    answering(`return UrlFetchApp.fetchAll(['${url}/a', { url: '${url}/b', method: 'post', payload: 'x' }])
      .map((response) => response.getContentText())`),
    { fetch },
  );
  const execution = await started.run(callback());
  expect(notified(execution)).toEqual(['a', 'b']);
  expect(most).toBe(2);
  expect(execution.calls).toEqual([{ service: 'UrlFetchApp', method: 'fetchAll', subject: `${url}/a, ${url}/b` }]);
});

test('a fetch is a call, by URL', async () => {
  const started = await script(`function main() { UrlFetchApp.fetch('${url}'); }`, network());
  expect((await started.run(callback())).calls).toEqual([{ service: 'UrlFetchApp', method: 'fetch', subject: url }]);
});

async function listening(listener: () => void): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
