import { type Sample, sampleGoogle } from './support.ts';

let sample: Sample;
let token: string;
beforeAll(async () => {
  sample = await sampleGoogle();
  token = (await sample.authorize('ana@aozora.example').authorize()).access_token ?? '';
});
afterAll(() => sample.stop());

const ids = () => [...sample.mailbox.newestFirst()].map(({ id }) => id);

test('each part is answered as if it had come alone', async () => {
  const paths = [`/messages/${ids()[0]}?format=metadata&fields=id`, '/messages/18c0aaaaaaaaaaaa', '/profile'];
  const response = await batch(paths.map((path, at) => part(`GET /gmail/v1/users/me${path}`, `<item${at}>`)));
  expect(response.status).toBe(200);
  const parts = await readAnswer(response);
  expect(parts.map(({ contentId, status }) => [contentId, status])).toEqual([
    ['<response-item0>', 200],
    ['<response-item1>', 404],
    ['<response-item2>', 200],
  ]);
  expect(parts[0]?.body).toEqual({ id: ids()[0] });
  expect(parts[1]?.body).toMatchObject({ error: { status: 'NOT_FOUND' } });
  expect(parts[2]?.body).toMatchObject({ emailAddress: 'ana@aozora.example' });
});

test('each part counts fully, the batch as one request over the wire', async () => {
  sample.google.counts.reset();
  await batch(ids().map((id) => part(`GET /gmail/v1/users/me/messages/${id}`)));
  expect(sample.google.counts.all()).toEqual({
    'gmail.users.messages.get': { requests: 5, refused: 0, lost: 0, units: 100 },
    'gmail.batch': { requests: 1, refused: 0, lost: 0, units: 0 },
  });
  expect(sample.google.counts.wire).toBe(1);
});

test('of a batch that breaks off on its way, each part is lost', async () => {
  sample.google.counts.reset();
  sample.google.disturb(1, ['cut-body']);
  await expect(
    batch(ids().map((id) => part(`GET /gmail/v1/users/me/messages/${id}`))).then(readAnswer),
  ).rejects.toThrow();
  expect(sample.google.counts.of('gmail.users.messages.get')).toEqual({ requests: 5, refused: 0, lost: 5, units: 100 });
  sample.google.disturb(0, []);
});

test('a part may have a token of its own', async () => {
  const own = part('GET /gmail/v1/users/me/profile', '<a>', 'Authorization: Bearer ya29.nobody');
  expect(
    (await readAnswer(await batch([own, part('GET /gmail/v1/users/me/profile')]))).map(({ status }) => status),
  ).toEqual([401, 200]);
});

test('at most 100 parts', async () => {
  const parts = (count: number) => Array.from({ length: count }, () => part('GET /gmail/v1/users/me/profile'));
  expect((await batch(parts(100))).status).toBe(200);
  expect((await batch(parts(101))).status).toBe(400);
});

test.each([
  ['no parts', [], undefined],
  ['no boundary', [part('GET /gmail/v1/users/me/profile')], 'multipart/mixed'],
  ['another type', [part('GET /gmail/v1/users/me/profile')], 'application/json'],
  ['no request line', [part('profile')], undefined],
  ['another API', [part('GET /admin/directory/v1/users')], undefined],
  ['a batch within', [part('POST /batch/gmail/v1')], undefined],
])('refuses %s', async (_case, parts, contentType) => {
  expect((await batch(parts, contentType)).status).toBe(400);
});

test('an unfinished body is refused', async () => {
  const response = await post(`--b\r\n${part('GET /gmail/v1/users/me/profile')}\r\n`, 'multipart/mixed; boundary=b');
  expect(response.status).toBe(400);
});

function part(requestLine: string, contentId?: string, ...headers: string[]): string {
  const id = contentId ? [`Content-ID: ${contentId}`] : [];
  return ['Content-Type: application/http', ...id, '', requestLine, ...headers, '', ''].join('\r\n');
}

const batch = (parts: string[], contentType = 'multipart/mixed; boundary="b"') =>
  post(`${parts.map((each) => `--b\r\n${each}\r\n`).join('')}--b--`, contentType);

const post = (body: string, contentType: string): Promise<Response> =>
  fetch(new URL('/batch/gmail/v1', sample.url), {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${token}`, 'content-type': contentType },
  });

async function readAnswer(response: Response) {
  const boundary = response.headers.get('content-type')?.split('boundary=')[1] ?? '';
  const pieces = (await response.text()).split(`--${boundary}`).slice(1, -1);
  return pieces.map((piece) => {
    const [head = '', http = '', body = ''] = piece.trim().split('\r\n\r\n');
    return {
      contentId: /Content-ID: (.*)/.exec(head)?.[1],
      status: Number(/^HTTP\/1\.1 (\d+)/.exec(http)?.[1]),
      body: JSON.parse(body),
    };
  });
}
