import { mail, refusal, type Sample, sampleGoogle } from './support.ts';

let sample: Sample;
beforeEach(async () => {
  sample = await sampleGoogle({ slowMs: 150 });
});
afterEach(() => sample.stop());

const ana = () => sample.gmailOf('ana@aozora.example');
const profile = () => ana().getProfile({ userId: 'me' });

describe('a person with a trouble is answered as Google does, until it is mended', () => {
  test.each([
    ['insufficient-scope', 403, 'global', 'insufficientPermissions', 'PERMISSION_DENIED'],
    ['domain-policy', 403, 'global', 'domainPolicy', 'PERMISSION_DENIED'],
    ['gmail-off', 400, 'global', 'failedPrecondition', 'FAILED_PRECONDITION'],
    ['precondition-failed', 400, 'global', 'failedPrecondition', 'FAILED_PRECONDITION'],
    ['api-off', 403, 'usageLimits', 'accessNotConfigured', 'PERMISSION_DENIED'],
    ['rate-limited', 403, 'usageLimits', 'rateLimitExceeded', 'PERMISSION_DENIED'],
    ['user-rate-limited', 403, 'usageLimits', 'userRateLimitExceeded', 'PERMISSION_DENIED'],
    ['daily-limit', 403, 'usageLimits', 'dailyLimitExceeded', 'PERMISSION_DENIED'],
    ['too-many-requests', 429, 'global', 'rateLimitExceeded', 'RESOURCE_EXHAUSTED'],
    ['invalid-credentials', 401, 'global', 'authError', 'UNAUTHENTICATED'],
    ['internal-error', 500, 'global', 'backendError', 'INTERNAL'],
    ['unavailable', 503, 'global', 'backendError', 'UNAVAILABLE'],
  ] as const)('%s', async (trouble, status, domain, reason, code) => {
    sample.google.breakWith('ana@aozora.example', trouble);
    const answer = await refusal(profile());
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error: { code: status, status: code, errors: [{ domain, reason }] } });
    expect(sample.google.troubles.nameOf('ana@aozora.example')).toBe(trouble);
    sample.google.mend('ana@aozora.example');
    await expect(profile()).resolves.toMatchObject({ status: 200 });
  });

  test('gmail-off and precondition-failed differ in their words', async () => {
    sample.google.breakWith('ana@aozora.example', 'gmail-off');
    expect((await refusal(profile())).body).toMatchObject({ error: { message: 'Mail service not enabled' } });
    sample.google.breakWith('ana@aozora.example', 'precondition-failed');
    expect((await refusal(profile())).body).toMatchObject({ error: { message: 'Precondition check failed.' } });
  });

  test('too-many-requests says when to come back', async () => {
    sample.google.breakWith('ana@aozora.example', 'too-many-requests');
    const error = await profile().catch((reason) => reason);
    expect(error.response.headers.get('retry-after')).toBe('2');
  });

  test('retry-after says it in its message, without a header', async () => {
    sample.google.breakWith('ana@aozora.example', 'retry-after');
    const error = await profile().catch((reason) => reason);
    expect(error.response.headers.get('retry-after')).toBeNull();
    expect(error.response.status).toBe(429);
    const [, time = ''] =
      /^User-rate limit exceeded\. {2}Retry after (\S+Z)$/.exec(error.response.data.error.message) ?? [];
    expect(Date.parse(time)).toBeGreaterThan(Date.now());
  });

  test('too-many-concurrent: some parts of a batch are refused, the others answered', async () => {
    sample.google.breakWith('ana@aozora.example', 'too-many-concurrent');
    const { access_token } = await sample.authorize('ana@aozora.example').authorize();
    const part = '--b\r\nContent-Type: application/http\r\n\r\nGET /gmail/v1/users/me/profile\r\n\r\n';
    const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'multipart/mixed; boundary=b' };
    const body = `${part.repeat(50)}--b--`;
    const response = await fetch(new URL('/batch/gmail/v1', sample.url), { method: 'POST', headers, body });
    expect(response.status).toBe(200);
    const statuses = [...(await response.text()).matchAll(/^HTTP\/1\.1 (\d+) /gm)].map(([, status]) => Number(status));
    expect(statuses.length).toBe(50);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(4);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(25);
  });

  test('history-expired: 404 for the history, the rest works', async () => {
    const startHistoryId = `${sample.mailbox.historyId()}`;
    sample.google.breakWith('ana@aozora.example', 'history-expired');
    expect((await refusal(ana().history.list({ userId: 'me', startHistoryId }))).status).toBe(404);
    await expect(profile()).resolves.toMatchObject({ status: 200 });
  });

  test('flaky: some answers are 503', async () => {
    sample.google.breakWith('ana@aozora.example', 'flaky');
    const statuses = await statusesOf(40);
    expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(8);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(8);
  });

  test('slow: the answer comes late, the token too', async () => {
    sample.google.breakWith('ana@aozora.example', 'slow');
    const started = performance.now();
    await profile();
    expect(performance.now() - started).toBeGreaterThan(290);
  });

  test('hang: no answer comes', async () => {
    const gmail = ana();
    await gmail.getProfile({ userId: 'me' });
    sample.google.breakWith('ana@aozora.example', 'hang');
    const signal = AbortSignal.timeout(200);
    await expect(gmail.getProfile({ userId: 'me' }, { signal })).rejects.toThrow();
    expect(signal.aborted).toBe(true);
  });

  test('cut-body: the connection breaks in the middle of the answer', async () => {
    const { access_token } = await sample.authorize('ana@aozora.example').authorize();
    sample.google.breakWith('ana@aozora.example', 'cut-body');
    const headers = { authorization: `Bearer ${access_token}` };
    const response = await fetch(new URL('/gmail/v1/users/me/profile', sample.url), { headers });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    await expect(profile()).rejects.toThrow();
  });

  test('nobody else notices', async () => {
    sample.google.breakWith('boss@aozora.example', 'unavailable');
    await expect(profile()).resolves.toMatchObject({ status: 200 });
  });
});

test('by chance, a share of all answers fails; the same seed, the same order', async () => {
  const run = async (seed: number) => {
    sample.google.disturb(0.3, ['unavailable', 'too-many-requests'], seed);
    return statusesOf(40);
  };
  const first = await run(7);
  expect(new Set(first)).toEqual(new Set([200, 503, 429]));
  expect(await run(7)).toEqual(first);
  expect(await run(8)).not.toEqual(first);
  sample.google.disturb(0, []);
  expect(new Set(await statusesOf(40))).toEqual(new Set([200]));
});

test("Google's own client gets everything through a bad network by asking again", async () => {
  const { google, mailbox, gmailOf } = sample;
  const gmail = gmailOf('ana@aozora.example');
  google.disturb(0.3, ['too-many-requests', 'unavailable', 'internal-error', 'cut-body'], 3);
  const retryConfig = { retry: 10, noResponseRetries: 10, retryDelay: 1, retryDelayMultiplier: 1, maxRetryDelay: 5 };
  const get = (id: string) => gmail.messages.get({ userId: 'me', id }, { retry: true, retryConfig });
  for (let round = 0; round < 4; round++) {
    for (const { id } of mailbox.newestFirst()) expect((await get(id)).data.id).toBe(id);
  }
  const { requests, refused } = google.counts.of('gmail.users.messages.get');
  expect(requests).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(0);
});

test('by chance, a batch fails as a whole', async () => {
  sample.google.disturb(1, ['internal-error']);
  const response = await fetch(new URL('/batch/gmail/v1', sample.url), { method: 'POST' });
  expect(response.status).toBe(500);
});

describe('one mail in trouble', () => {
  const get = (id: string) => ana().messages.get({ userId: 'me', id });

  test.each([
    ['unavailable', 503],
    ['internal-error', 500],
    ['cut-body', undefined],
  ] as const)('%s: it cannot be had until it is mended; all others can', async (trouble, status) => {
    const { google, mailbox } = sample;
    const [bad = { id: '' }, other = { id: '' }] = [...mailbox.newestFirst()];
    google.breakMessage('ana@aozora.example', bad.id, trouble);
    const error = await get(bad.id).catch((reason) => reason);
    expect([error.response?.status, Boolean(error.message)]).toEqual([status, true]);
    await expect(get(other.id)).resolves.toMatchObject({ status: 200 });
    google.mendMessage('ana@aozora.example', bad.id);
    await expect(get(bad.id)).resolves.toMatchObject({ status: 200 });
  });
});

describe('quota', () => {
  test('6,000 units a minute for each user', async () => {
    let now = Date.now() - (Date.now() % 60_000);
    const { google, gmailOf, mailbox, stop } = await sampleGoogle({ now: () => now });
    const [newest] = mailbox.newestFirst();
    const get = () =>
      gmailOf('ana@aozora.example').messages.get({ userId: 'me', id: newest?.id ?? '', format: 'minimal' });
    for (let taken = 0; taken < 5_990; taken += 5) google.quota.take(5, 'ana@aozora.example', 'inbox-test');
    const { status, body } = await refusal(get());
    expect(status).toBe(403);
    expect(body).toMatchObject({
      error: {
        message: expect.stringContaining("limit 'Queries per minute per user' of service 'gmail.googleapis.com'"),
        errors: [{ domain: 'usageLimits', reason: 'rateLimitExceeded' }],
      },
    });
    await expect(gmailOf('ana@aozora.example').getProfile({ userId: 'me' })).resolves.toMatchObject({ status: 200 });
    now += 60_000;
    await expect(get()).resolves.toMatchObject({ status: 200 });
    await stop();
  });

  test('and a limit for the project of the service account, whoever it acts for', async () => {
    const { google, organisation, gmailOf, mailbox, stop } = await sampleGoogle({
      quota: { unitsPerMinutePerProject: 3 },
    });
    organisation.addPerson({ email: 'ben@aozora.example', givenName: 'Ben', familyName: 'Oda', mailbox });
    const status = async (email: string) => {
      const call = gmailOf(email).getProfile({ userId: 'me' });
      return call.then(
        ({ status }) => status,
        ({ response }) => response.status,
      );
    };
    const all = [];
    for (const email of ['ana', 'ben', 'ana', 'ben']) all.push(await status(`${email}@aozora.example`));
    expect(all).toEqual([200, 200, 200, 403]);
    expect(google.counts.of('gmail.users.getProfile')).toEqual({ requests: 4, refused: 1, lost: 0, units: 3 });
    await stop();
  });

  test('each method costs what Google says', async () => {
    const { google, mailbox } = sample;
    const gmail = ana();
    const [newest] = mailbox.newestFirst();
    await gmail.getProfile({ userId: 'me' });
    await gmail.labels.list({ userId: 'me' });
    await gmail.messages.list({ userId: 'me' });
    await gmail.messages.get({ userId: 'me', id: newest?.id ?? '' });
    await gmail.history.list({ userId: 'me', startHistoryId: `${mailbox.historyId()}` });
    const units = Object.entries(google.counts.all()).map(([method, count]) => [method, count.units]);
    expect(Object.fromEntries(units)).toEqual({
      'oauth2.token': 0,
      'gmail.users.getProfile': 1,
      'gmail.users.labels.list': 1,
      'gmail.users.messages.list': 5,
      'gmail.users.messages.get': 20,
      'gmail.users.history.list': 2,
    });
    expect(google.counts.totalUnits()).toBe(29);
  });
});

test('a mail of the same id twice, and one that is not there, are mistakes of the caller', () => {
  const { mailbox } = sample;
  mailbox.deliver({ ...mail({}), id: 'abc' });
  expect(() => mailbox.deliver({ ...mail({}), id: 'abc' })).toThrow('already');
  expect(() => mailbox.delete('def')).toThrow('not in this mailbox');
});

async function statusesOf(count: number): Promise<number[]> {
  const { access_token } = await sample.authorize('ana@aozora.example').authorize();
  const headers = { authorization: `Bearer ${access_token}` };
  const statuses: number[] = [];
  for (let at = 0; at < count; at++) {
    const response = await fetch(new URL('/gmail/v1/users/me/profile', sample.url), { headers });
    statuses.push(response.status);
    await response.arrayBuffer();
  }
  return statuses;
}
