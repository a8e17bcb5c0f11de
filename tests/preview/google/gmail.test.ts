import { gmailMetadata, gmailReadonly, mail, refusal, type Sample, sampleGoogle } from './support.ts';

let now: number;
let sample: Sample;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 20);
  sample = await sampleGoogle({ now: () => now, slowMs: 200 });
  jest.useFakeTimers({ now, doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'setInterval', 'queueMicrotask'] });
});
afterEach(async () => {
  jest.useRealTimers();
  await sample.stop();
});

const ana = () => sample.gmailOf('ana@aozora.example');
const idsOf = (list: { messages?: { id?: string | null }[] }) => (list.messages ?? []).map(({ id }) => id as string);

test('users.getProfile', async () => {
  const { data } = await ana().getProfile({ userId: 'me' });
  const historyId = `${sample.mailbox.historyId()}`;
  expect(data).toEqual({ emailAddress: 'ana@aozora.example', messagesTotal: 5, threadsTotal: 5, historyId });
  await expect(ana().getProfile({ userId: 'Ana@aozora.example' })).resolves.toMatchObject({ status: 200 });
});

test('users.labels.list', async () => {
  const { data } = await ana().labels.list({ userId: 'me' });
  expect(data.labels).toContainEqual({ id: 'CATEGORY_PROMOTIONS', name: 'CATEGORY_PROMOTIONS', type: 'system' });
});

describe('users.messages.list', () => {
  const list = (params: object) => ana().messages.list({ userId: 'me', ...params });
  const subjects = async (params: object) => {
    const { data } = await list(params);
    return idsOf(data).map((id) => header(sample.mailbox, id, 'Subject'));
  };

  test('gives ids, newest first, page by page', async () => {
    const first = await list({ maxResults: 2 });
    const second = await list({ maxResults: 2, pageToken: first.data.nextPageToken });
    const third = await list({ maxResults: 2, pageToken: second.data.nextPageToken });
    const pages = [first, second, third].map(({ data }) =>
      idsOf(data).map((id) => header(sample.mailbox, id, 'Subject')),
    );
    expect(pages).toEqual([['Day 5', 'Day 4'], ['Day 3', 'Day 2'], ['Day 1']]);
    expect(third.data.nextPageToken).toBeUndefined();
    expect(first.data.messages?.[0]).toEqual({ id: expect.any(String), threadId: expect.any(String) });
  });

  test('mail that comes or goes between two pages moves nothing to another page', async () => {
    const first = await list({ maxResults: 2 });
    sample.mailbox.deliver(mail({ day: 9 }));
    sample.mailbox.delete(idsOf(first.data)[1] as string);
    expect(await subjects({ maxResults: 2, pageToken: first.data.nextPageToken })).toEqual(['Day 3', 'Day 2']);
  });

  test('leaves `messages` out when there are none', async () => {
    expect((await list({ q: 'after:2030/1/1' })).data).toEqual({ resultSizeEstimate: 0 });
  });

  const seconds = (day: number) => Date.UTC(2026, 10, day, 12) / 1000;
  test.each([
    [`after:${seconds(3)}`, ['Day 5', 'Day 4', 'Day 3']],
    [`before:${seconds(3)}`, ['Day 2', 'Day 1']],
    [`after:${seconds(2)} before:${seconds(4)}`, ['Day 3', 'Day 2']],
    ['after:2026/11/04', ['Day 5', 'Day 4']],
    ['before:2026-11-02', ['Day 1']],
    ['newer_than:16d', ['Day 5', 'Day 4']],
    ['older_than:17d', ['Day 2', 'Day 1']],
    ['in:inbox -from:me', ['Day 5', 'Day 4', 'Day 3', 'Day 2', 'Day 1']],
    ['from:eva.rossi', ['Day 5', 'Day 4', 'Day 3', 'Day 2', 'Day 1']],
    ['to:me is:read', []],
    ['in:sent', ['sent']],
    ['in:spam', ['spam']],
    ['in:anywhere -in:inbox', ['spam', 'trash', 'sent', 'offer']],
    ['category:promotions', ['offer']],
    ['-category:primary', ['sent', 'offer']],
    ['label:customers', ['offer']],
    ['from:me', ['mine']],
  ])('understands %s', async (q, expected) => {
    const others = {
      sent: ['SENT'],
      spam: ['SPAM', 'UNREAD'],
      trash: ['TRASH'],
      offer: ['CATEGORY_PROMOTIONS', 'customers'],
    };
    if (/sent|spam|anywhere|category|label/.test(q))
      for (const [subject, labelIds] of Object.entries(others))
        sample.mailbox.deliver(mail({ day: 6, subject, labelIds }));
    if (q === 'from:me')
      sample.mailbox.deliver({
        ...mail({ day: 6 }),
        headers: [
          { name: 'From', value: 'ana@aozora.example' },
          { name: 'Subject', value: 'mine' },
        ],
      });
    expect(new Set(await subjects({ q }))).toEqual(new Set(expected));
  });

  test('labelIds are all wanted, and spam only when asked for', async () => {
    sample.mailbox.deliver(mail({ day: 6, subject: 'starred', labelIds: ['INBOX', 'STARRED'] }));
    sample.mailbox.deliver(mail({ day: 7, subject: 'spam', labelIds: ['SPAM'] }));
    expect(await subjects({ labelIds: ['INBOX', 'STARRED'] })).toEqual(['starred']);
    expect(await subjects({ maxResults: 1 })).toEqual(['starred']);
    expect(await subjects({ maxResults: 1, includeSpamTrash: true })).toEqual(['spam']);
    expect(await subjects({ labelIds: ['SPAM'] })).toEqual(['spam']);
  });

  test.each(['subject:hello', 'hello', 'in:nowhere', 'after:yesterday', 'category:best', '{from:a from:b}'])(
    'refuses %s, which it does not know',
    async (q) => {
      expect((await refusal(list({ q }))).body).toMatchObject({ error: { status: 'INVALID_ARGUMENT' } });
    },
  );

  test('refuses q under the metadata scope', async () => {
    const messages = sample.gmailOf('ana@aozora.example', [gmailMetadata]).messages;
    const { status, body } = await refusal(messages.list({ userId: 'me', q: 'in:inbox' }));
    expect([status, message(body)]).toEqual([403, "Metadata scope does not support 'q' parameter"]);
    await expect(messages.list({ userId: 'me', labelIds: ['INBOX'] })).resolves.toMatchObject({ status: 200 });
  });
});

describe('users.messages.get', () => {
  const get = (id: string, params: object = {}) => ana().messages.get({ userId: 'me', id, ...params });
  const newest = () => [...sample.mailbox.newestFirst()][0]?.id as string;

  test('full: the tree of parts with both bodies', async () => {
    const { data } = await get(newest());
    expect(data).toMatchObject({
      id: newest(),
      threadId: newest(),
      labelIds: ['UNREAD', 'CATEGORY_PERSONAL', 'INBOX'],
      snippet: expect.stringMatching(/^Buongiorno, the samples are/),
      internalDate: `${Date.UTC(2026, 10, 5, 12)}`,
      historyId: expect.stringMatching(/^\d+$/),
      sizeEstimate: expect.any(Number),
      payload: { partId: '', mimeType: 'multipart/alternative', filename: '', body: { size: 0 } },
    });
    expect(data.payload?.headers).toContainEqual({ name: 'From', value: 'Eva Rossi <eva.rossi@olio.example.com>' });
    const parts = data.payload?.parts?.map(({ partId, mimeType, body }) => [partId, mimeType, decoded(body?.data)]);
    expect(parts).toEqual([
      ['0', 'text/plain', mail({}).text],
      ['1', 'text/html', mail({}).html],
    ]);
  });

  test('full: one body is the payload itself; attachments have an id instead of bytes', async () => {
    const plain = sample.mailbox.deliver({ ...mail({}), html: null });
    expect((await get(plain.id)).data.payload).toMatchObject({
      mimeType: 'text/plain',
      body: { size: mail({}).text.length },
    });
    const file = { filename: 'offer.pdf', mimeType: 'application/pdf', sizeBytes: 12_345 };
    const { id } = sample.mailbox.deliver({ ...mail({}), attachments: [file] });
    const { payload } = (await get(id)).data;
    expect(payload?.mimeType).toBe('multipart/mixed');
    expect(payload?.parts?.map(({ partId, mimeType, filename }) => [partId, mimeType, filename])).toEqual([
      ['0', 'multipart/alternative', ''],
      ['1', 'application/pdf', 'offer.pdf'],
    ]);
    expect(payload?.parts?.[1]?.body).toEqual({ attachmentId: expect.any(String), size: 12_345 });
  });

  test('metadata: headers, all or those that are named; minimal: neither', async () => {
    const all = (await get(newest(), { format: 'metadata' })).data.payload;
    expect(all).toEqual({ mimeType: 'multipart/alternative', headers: mail({ day: 5 }).headers });
    const some = (await get(newest(), { format: 'metadata', metadataHeaders: ['from', 'List-Id'] })).data.payload;
    expect(some?.headers?.map(({ name }) => name)).toEqual(['From']);
    expect((await get(newest(), { format: 'minimal' })).data).not.toHaveProperty('payload');
  });

  test('raw: a mail that a mail program can read', async () => {
    const { readEml } = await import('../../../src/mail/read.ts');
    const japanese = { name: 'From', value: '山本 由紀 <yuki@kotonoha.example>' };
    const { id } = sample.mailbox.deliver({ ...mail({}), headers: [japanese], text: '株式会社 ことのは\n山本 由紀\n' });
    const { data } = await get(id, { format: 'raw' });
    const read = await readEml(Buffer.from(data.raw ?? '', 'base64url'));
    expect(read.headers).toContainEqual(japanese);
    expect([read.text?.trim(), read.html?.trim()]).toEqual(['株式会社 ことのは\n山本 由紀', mail({}).html]);
    expect(data).not.toHaveProperty('payload');
  });

  test.each([
    ['no id', 'hello', 400, 'Invalid id value'],
    ['too large an id', 'ffffffffffffffff', 400, 'Invalid id value'],
    ['an id that is not there', '18c0aaaaaaaaaaaa', 404, 'Requested entity was not found.'],
  ])('refuses %s', async (_case, id, status, text) => {
    const answer = await refusal(get(id));
    expect([answer.status, message(answer.body)]).toEqual([status, text]);
  });

  test.each(['full', 'raw'])('refuses the format %s under the metadata scope', async (format) => {
    const messages = sample.gmailOf('ana@aozora.example', [gmailMetadata]).messages;
    const { status, body } = await refusal(messages.get({ userId: 'me', id: newest(), format }));
    expect([status, message(body)]).toEqual([403, "Metadata scope doesn't allow format FULL"]);
    await expect(messages.get({ userId: 'me', id: newest(), format: 'metadata' })).resolves.toMatchObject({
      status: 200,
    });
  });
});

describe('users.history.list', () => {
  const history = (startHistoryId: number | string, params: object = {}) =>
    ana().history.list({ userId: 'me', startHistoryId: `${startHistoryId}`, ...params });

  test('gives what changed since, oldest first, by type and label', async () => {
    const before = sample.mailbox.historyId();
    const first = sample.mailbox.deliver(mail({ day: 6 }));
    sample.mailbox.deliver(mail({ day: 7, labelIds: ['SPAM'] }));
    sample.mailbox.relabel(first.id, { add: ['STARRED'], remove: ['UNREAD'] });
    sample.mailbox.delete(first.id);

    const all = (await history(before)).data;
    expect(all.historyId).toBe(`${sample.mailbox.historyId()}`);
    expect(all.history?.map((record) => Object.keys(record)[2])).toEqual([
      'messagesAdded',
      'messagesAdded',
      'labelsAdded',
      'labelsRemoved',
      'messagesDeleted',
    ]);
    const added = (await history(before, { historyTypes: ['messageAdded'], labelId: 'INBOX' })).data.history;
    expect(added).toEqual([
      {
        id: expect.any(String),
        messages: [{ id: first.id, threadId: first.threadId }],
        messagesAdded: [
          { message: { id: first.id, threadId: first.threadId, labelIds: ['UNREAD', 'CATEGORY_PERSONAL', 'INBOX'] } },
        ],
      },
    ]);
    expect(all.history?.[2]?.labelsAdded?.[0]).toMatchObject({ labelIds: ['STARRED'] });
  });

  test('page by page, to the end', async () => {
    const before = sample.mailbox.historyId();
    for (let day = 6; day <= 10; day++) sample.mailbox.deliver(mail({ day }));
    const first = (await history(before, { maxResults: 3 })).data;
    const second = (await history(before, { maxResults: 3, pageToken: first.nextPageToken })).data;
    expect([first.history?.length, second.history?.length, second.nextPageToken]).toEqual([3, 2, undefined]);
    expect(Number(second.history?.[0]?.id)).toBeGreaterThan(Number(first.history?.[2]?.id));
  });

  test('leaves `history` out when nothing changed', async () => {
    const now = sample.mailbox.historyId();
    expect((await history(now)).data).toEqual({ historyId: `${now}` });
  });

  test('is 404 for a history too old, expired, or never reached', async () => {
    const before = sample.mailbox.historyId();
    const statuses = async () => [
      (await refusal(history(1))).status,
      (await refusal(history(before + 1_000_000))).status,
    ];
    expect(await statuses()).toEqual([404, 404]);
    await expect(history(before)).resolves.toMatchObject({ status: 200 });
    sample.mailbox.expireHistory();
    const { status, body } = await refusal(history(before));
    expect([status, message(body)]).toEqual([404, 'Requested entity was not found.']);
    await expect(history(sample.mailbox.historyId())).resolves.toMatchObject({ status: 200 });
  });

  test.each(['', 'yesterday'])('refuses startHistoryId "%s"', async (start) => {
    expect((await refusal(history(start))).status).toBe(400);
  });
});

describe('who may', () => {
  test('no token, a token of nobody, an expired token', async () => {
    const profile = (headers: Record<string, string>) =>
      fetch(new URL('/gmail/v1/users/me/profile', sample.url), { headers });
    const none = await profile({});
    expect(none.status).toBe(401);
    expect(await none.json()).toMatchObject({ error: { status: 'UNAUTHENTICATED', errors: [{ reason: 'required' }] } });
    const foreign = await profile({ authorization: 'Bearer ya29.nobody' });
    expect(await foreign.json()).toMatchObject({
      error: {
        code: 401,
        errors: [{ message: 'Invalid Credentials', reason: 'authError', location: 'Authorization' }],
      },
    });
    const { access_token } = await sample.authorize('ana@aozora.example').authorize();
    expect((await profile({ authorization: `Bearer ${access_token}` })).status).toBe(200);
    now += 3_600_000;
    expect((await profile({ authorization: `Bearer ${access_token}` })).status).toBe(401);
  });

  test('a token without the scope', async () => {
    const scopes = ['https://www.googleapis.com/auth/admin.directory.user.readonly'];
    const { status, body } = await refusal(sample.gmailOf('ana@aozora.example', scopes).getProfile({ userId: 'me' }));
    expect(status).toBe(403);
    expect(body).toMatchObject({
      error: {
        message: 'Request had insufficient authentication scopes.',
        errors: [{ message: 'Insufficient Permission', domain: 'global', reason: 'insufficientPermissions' }],
        status: 'PERMISSION_DENIED',
        details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }],
      },
    });
  });

  test("another user's mailbox", async () => {
    const { status, body } = await refusal(ana().getProfile({ userId: 'boss@aozora.example' }));
    expect([status, message(body)]).toEqual([403, 'Delegation denied for boss@aozora.example']);
  });

  test('a person without Gmail, and a service account that acts for nobody', async () => {
    const off = await refusal(sample.gmailOf('boss@aozora.example').getProfile({ userId: 'me' }));
    expect([off.status, message(off.body), reason(off.body)]).toEqual([
      400,
      'Mail service not enabled',
      'failedPrecondition',
    ]);
    const nobody = await refusal(sample.gmailOf(undefined).getProfile({ userId: 'me' }));
    expect([nobody.status, message(nobody.body)]).toEqual([400, 'Precondition check failed.']);
  });
});

describe('strictness', () => {
  const request = async (path: string, method = 'GET') => {
    const { access_token } = await sample.authorize('ana@aozora.example', [gmailReadonly]).authorize();
    return fetch(new URL(path, sample.url), { method, headers: { authorization: `Bearer ${access_token}` } });
  };

  test.each(['/gmail/v1/users/me/inbox', '/gmail/v2/users/me/profile', '/', '/gmail/v1/users/me/messages/1/body'])(
    'there is no %s',
    async (path) => expect((await request(path)).status).toBe(404),
  );

  test('a method has its own verb', async () => {
    expect((await request('/gmail/v1/users/me/profile', 'POST')).status).toBe(404);
  });

  test.each([
    ['/gmail/v1/users/me/messages?query=x', `Unknown name "query": Cannot bind query parameter`],
    ['/gmail/v1/users/me/messages?maxResults=many', `Invalid value at 'max_results' (TYPE_UINT32), "many"`],
    ['/gmail/v1/users/me/messages?includeSpamTrash=1', `Invalid value at 'include_spam_trash' (TYPE_BOOL), "1"`],
    ['/gmail/v1/users/me/messages/1?format=body', `Invalid value at 'format' (TYPE_ENUM), "body"`],
    ['/gmail/v1/users/me/history?startHistoryId=1&historyTypes=read', `Invalid value at 'history_types'`],
    ['/gmail/v1/users/me/messages?pageToken=x', 'Invalid pageToken'],
    ['/gmail/v1/users/me/profile?alt=proto', 'JSON only'],
  ])('%s is refused', async (path, text) => {
    const response = await request(path);
    expect(response.status).toBe(400);
    expect(message((await response.json()) as Record<string, unknown>)).toContain(text);
  });
});

describe('fields', () => {
  const id = () => [...sample.mailbox.newestFirst()][0]?.id as string;
  const selected = async (fields: string) => (await ana().messages.get({ userId: 'me', id: id(), fields })).data;

  test.each([
    ['id,threadId', ['id', 'threadId']],
    ['payload/mimeType', { payload: { mimeType: 'multipart/alternative' } }],
    [
      'payload(mimeType,parts/mimeType)',
      {
        payload: { mimeType: 'multipart/alternative', parts: [{ mimeType: 'text/plain' }, { mimeType: 'text/html' }] },
      },
    ],
    ['payload/partId,payload/parts/partId', { payload: { partId: '', parts: [{ partId: '0' }, { partId: '1' }] } }],
    [
      'payload/headers/name,id',
      { id: expect.any(String), payload: { headers: mail({}).headers.map(({ name }) => ({ name })) } },
    ],
    ['raw', {}],
  ])('%s', async (fields, expected) => {
    const data = await selected(fields);
    if (Array.isArray(expected)) expect(Object.keys(data).sort()).toEqual(expected);
    else expect(data).toEqual(expected);
  });

  test('* is everything', async () => {
    expect(await selected('*')).toEqual((await ana().messages.get({ userId: 'me', id: id() })).data);
    expect(await selected('payload/*')).toEqual({ payload: (await selected('*')).payload });
  });

  test('in lists and histories', async () => {
    const { data } = await ana().messages.list({ userId: 'me', fields: 'messages/id,nextPageToken', maxResults: 1 });
    expect(data).toEqual({ messages: [{ id: id() }], nextPageToken: expect.any(String) });
    const { historyId } = sample.mailbox.find(id()) ?? { historyId: 0 };
    const fields = 'history/messagesAdded/message(id,labelIds),nextPageToken,historyId';
    const changes = await ana().history.list({ userId: 'me', startHistoryId: `${historyId - 1}`, fields });
    expect(changes.data.history?.[0]).toEqual({
      messagesAdded: [{ message: { id: id(), labelIds: expect.any(Array) } }],
    });
  });

  test.each([
    ['payload/body/bytes', 'payload.body.bytes'],
    ['id/x', 'id.x'],
    ['payload(headers', 'payload'],
    ['', ''],
    ['id,', ''],
  ])('refuses %s', async (fields, path) => {
    const url = new URL(`/gmail/v1/users/me/messages/${id()}`, sample.url);
    url.searchParams.set('fields', fields);
    const { access_token } = await sample.authorize('ana@aozora.example').authorize();
    const response = await fetch(url, { headers: { authorization: `Bearer ${access_token}` } });
    expect(await response.json()).toMatchObject({
      error: {
        code: 400,
        message: 'Request contains an invalid argument.',
        details: [{ fieldViolations: [{ description: expect.stringContaining(`path '${path}'`) }] }],
      },
    });
  });
});

function header(mailbox: Sample['mailbox'], id: string, name: string): string | undefined {
  const ref = mailbox.find(id);
  return ref && mailbox.mail(ref).headers.find((each) => each.name === name)?.value;
}

const decoded = (data: string | null | undefined) => Buffer.from(data ?? '', 'base64url').toString();

interface ErrorBody {
  error: { message: string; errors: { reason: string }[] };
}
const message = (body: unknown) => (body as ErrorBody).error.message;
const reason = (body: unknown) => (body as ErrorBody).error.errors[0]?.reason;
