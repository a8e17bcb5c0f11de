import { operations } from '../../../src/api/operations.ts';
import type { OperationId } from '../../../src/api/routes.ts';
import {
  type Answer,
  cardOf,
  checked,
  draftOf,
  type Person,
  requestFor,
  save,
  suggestionOf,
  type TestStore,
  type TestTenant,
} from '../support.ts';
import { sampleInput } from './samples.ts';

export function hostileInput(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await given().tenant();
  });

  const send = async (
    id: OperationId,
    init: { body?: string | Uint8Array | ReadableStream; headers?: Record<string, string>; query?: string },
  ) => {
    const { query = '', ...rest } = init;
    const request = requestFor(id, await given().token(tenant.admin), { ...sampleInput(id), body: undefined });
    const headers = { ...Object.fromEntries(request.headers), 'content-type': 'application/json', ...rest.headers };
    const changed = new Request(`${request.url.split('?')[0]}${query}`, {
      method: request.method,
      headers,
      ...(rest.body !== undefined && { body: rest.body, duplex: 'half' }),
    } as RequestInit);
    return await checked(id, await given().store.fetch(changed));
  };

  const hostile: [string, unknown][] = [
    ['NUL', 'a\0b'],
    ['half a surrogate pair', 'a\ud83d'],
    ['the other half', '\ude00b'],
    ['a very long text', 'x'.repeat(100_000)],
    ['markup', '<b onclick="x">&amp;</b>'],
    ['SQL', `'; drop table contacts; --`],
    ['nothing', null],
    ['a number', 1e308],
    ['a negative number', -1],
    ['a list', ['a', ['b']]],
    ['an object', { a: { b: 1 } }],
    ['text that grows when normalised', '\ufdfa'.repeat(300)],
    ['text that grows in lower case', 'İ'.repeat(300)],
  ];

  /** The sample body with each of its values in turn replaced. */
  function* variants(value: unknown, bad: unknown): Generator<unknown> {
    yield bad;
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) for (const v of variants(value[i], bad)) yield value.with(i, v);
    } else if (value && typeof value === 'object') {
      for (const [name, inner] of Object.entries(value)) {
        for (const v of variants(inner, bad)) yield { ...value, [name]: v };
      }
    }
  }

  const withBody = (Object.keys(operations) as OperationId[]).filter((id) => 'body' in operations[id]);
  describe.each(withBody)('%s answers without a 5xx', (id) => {
    test.each(hostile)('%s anywhere in the body', async (_, bad) => {
      const fresh = await given().tenant();
      const { body, params } = sampleInput(id) as { body: unknown; params?: Record<string, string> };
      if (params?.suggestionId) {
        const made = await given().ok('createSuggestion', fresh.admin, { body: suggestionOf({ fn: 'Ana' }) });
        params.suggestionId = made.suggestion.id;
      }
      const token = await given().token(fresh.admin);
      for (const variant of variants(body, bad)) {
        const response = await given().store.fetch(requestFor(id, token, { body: variant, params }));
        const answer = await checked(id, response);
        expect([answer.status < 500, answer.text]).toEqual([true, answer.text]);
        if (answer.problem?.code === 'request-invalid') expect(answer.problem.errors?.length).toBeGreaterThan(0);
      }
    });
  });

  test('half a surrogate pair, as a cut emoji leaves it, is saved as the replacement character', async () => {
    const { contact } = await save(given(), tenant.user, { fn: 'Ana \ud83d', title: 'a\ude00' });
    expect(contact.card).toMatchObject({ fn: 'Ana \ufffd', title: 'a\ufffd' });
  });

  test('text comes back as it was sent', async () => {
    const title = `<b>"O'Brien"</b> \\ %s $1 \u2028 😀 مرحبا`;
    const { contact } = await save(given(), tenant.user, { fn: 'Ana', title });
    const read = await given().ok('getContact', tenant.user, { params: { contactId: contact.id } });
    expect(read.card.title).toBe(title);
  });

  test('the longest values the schemas allow are saved', async () => {
    const long = (max: number) => '\u{1f600}'.repeat(max / 2);
    const local = '\ud834\udd60'.repeat(150); // grows threefold when normalised
    const card = cardOf({
      fn: long(300),
      org: { name: long(300), units: Array(10).fill(long(300)) },
      title: long(300),
      email: [`${local}@example.com`],
      tel: [{ text: long(100), ext: long(20) }],
      adr: { label: long(1000), street: long(300) },
      url: [long(2000)],
      social: [{ service: long(50), url: long(2000) }],
    });
    const draft = { ...draftOf(card), url: [{ value: long(2000), basis: 'stated' as const, rule: 'x' }] };
    const source = { messageId: long(998), way: 'on-demand' as const };
    const signature = Array.from({ length: 200 }, (_, line) => ({ line, text: long(1000) }));
    const { suggestion } = await given().ok('createSuggestion', tenant.user, { body: { draft, signature, source } });
    const input = { params: { suggestionId: suggestion.id }, body: { card, override: true } };
    const { contact } = await given().ok('acceptSuggestion', tenant.user, input);
    const other = cardOf({
      ...card,
      org: { name: 'Other', units: Array(10).fill(long(300)) },
      adr: { label: long(998) },
    });
    const again = await given().ok('createSuggestion', tenant.user, { body: suggestionOf(other) });
    expect(again.match).toMatchObject({ kind: 'changed', contact: { id: contact.id } });
  });

  describe('bodies', () => {
    const code = (answer: Answer<OperationId>) => answer.problem?.code;

    test.each(['', '{', 'null', '[]', '"text"', '{"draft":', '\ufeff', '[[[['.repeat(50_000), '{"a":'.repeat(20_000)])(
      'not the JSON that is asked for: %.20s',
      async (body) => expect(code(await send('createSuggestion', { body }))).toBe('request-invalid'),
    );

    test('no body at all', async () => expect(code(await send('createSuggestion', {}))).toBe('request-invalid'));

    test('bytes that are no UTF-8', async () =>
      expect(code(await send('lookupSender', { body: new Uint8Array([0xff, 0xfe, 0x7b]) }))).toBe('request-invalid'));

    test('members that are not in the schema, also those with a meaning in JavaScript', async () => {
      for (const extra of ['"x":1', '"__proto__":{"admin":true}', '"constructor":{}']) {
        const answer = await send('lookupSender', { body: `{"email":"ana@example.com",${extra}}` });
        expect([extra, code(answer)]).toEqual([extra, 'request-invalid']);
      }
    });

    test('what is wrong is named, at most 20 things', async () => {
      const wrong = { ...suggestionOf({}), source: { messageId: '', way: 'on-demand', date: 'yesterday' } };
      const answer = await send('createSuggestion', { body: JSON.stringify(wrong) });
      expect(answer.problem?.errors?.map((error) => error.path)).toEqual(['body.source.messageId', 'body.source.date']);
      const users = Array(1000).fill('nobody');
      const many = await send('replaceRoster', { body: JSON.stringify({ revision: 2, users }) });
      expect(many.problem?.errors).toHaveLength(20);
    });

    test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', ''])(
      'media type %j',
      async (type) =>
        expect(code(await send('lookupSender', { body: '{}', headers: { 'content-type': type } }))).toBe(
          'media-type-unsupported',
        ),
    );

    const large = '{"email":"ana@example.com","name":""}'.padEnd(1_000_001);
    test('too large, and says so', async () =>
      expect(code(await send('lookupSender', { body: large }))).toBe('body-too-large'));

    test('too large, in pieces without a stated length', async () => {
      let sent = 0;
      const stream = new ReadableStream({
        pull(controller) {
          sent += 100_000;
          controller.enqueue(new TextEncoder().encode(' '.repeat(100_000)));
        },
      });
      expect(code(await send('lookupSender', { body: stream }))).toBe('body-too-large');
      expect(sent).toBeLessThan(1_500_000); // it stops reading
    });

    test('as large as allowed', async () =>
      expect((await send('lookupSender', { body: large.slice(0, 1_000_000) })).status).toBe(200));

    test('a roster may be larger, up to 4 MB', async () => {
      const roster = (size: number) => JSON.stringify({ revision: 1, users: [] }).padEnd(size);
      expect(code(await send('replaceRoster', { body: roster(4_000_000) }))).toBe('roster-outdated');
      expect(code(await send('replaceRoster', { body: roster(4_000_001) }))).toBe('body-too-large');
    });
  });

  describe('addresses', () => {
    test.each([
      'limit=0',
      'limit=101',
      'limit=-1',
      'limit=1.5',
      'limit=x',
      'limit=',
      'limit=1e999',
      'q=%00',
      `q=${'x'.repeat(301)}`,
    ])('query %s', async (query) =>
      expect((await send('listContacts', { query: `?${query}` })).problem).toMatchObject({
        code: 'request-invalid',
        errors: [{ path: expect.stringMatching(/^query\./) }],
      }),
    );

    test.each(['q=%', 'q=%ff', 'q=%ed%a0%80', 'q=a&q=b', '__proto__=1', 'unknown=1', 'q=%5c'])(
      'query %s',
      async (query) => expect((await send('listContacts', { query: `?${query}` })).status).toBe(200),
    );

    const cursors = [
      'x',
      '%00',
      'e30',
      '😀',
      Buffer.from('null').toString('base64url'),
      Buffer.from('["a","b"]').toString('base64url'),
      Buffer.from('[1]').toString('base64url'),
      Buffer.from('[-1,"5a8e0f0c-7c1e-4b1a-9b1a-2b1a5a8e0f0c"]').toString('base64url'),
      Buffer.from('[8640000000000000,"5a8e0f0c-7c1e-4b1a-9b1a-2b1a5a8e0f0c"]').toString('base64url'),
      Buffer.from('["2026-11-22T09:30:00Z","5a8e0f0c-7c1e-4b1a-9b1a-2b1a5a8e0f0c"]').toString('base64url'),
      Buffer.from('["a\\u0000b"]').toString('base64url'),
    ];
    test.each(cursors)('cursor %s', async (cursor) => {
      for (const id of ['listContacts', 'listSuggestions', 'getRoster', 'listAudit'] as const) {
        const answer = await send(id, { query: `?cursor=${encodeURIComponent(cursor)}` });
        expect(['cursor-invalid', 'request-invalid']).toContain(answer.problem?.code);
      }
    });

    test.each(['x', '%00', '..%2f..', '%E0%A4%A', '00000000-0000-0000-0000-00000000000g', '😀', 'a'.repeat(5000)])(
      'id %s',
      async (id) => {
        const headers = { authorization: `Bearer ${await given().token(tenant.admin)}` };
        const response = await given().store.fetch(new Request(`http://store.example/v1/contacts/${id}`, { headers }));
        expect((await checked('getContact', response)).problem).toMatchObject({
          code: 'request-invalid',
          errors: [{ path: 'path.contactId' }],
        });
      },
    );
  });

  test('a hostile token of a known organisation', async () => {
    const who = (changed: Partial<Person>) => given().call('getMe', { ...tenant.user, ...changed });
    expect((await who({ email: '\ud800@x' })).status).toBe(200);
    expect((await who({ sub: '"\'; drop table tenants; --' })).status).toBe(200);
    expect((await who({ sub: 'x'.repeat(255) })).status).toBe(200);
    expect((await who({ sub: 'x'.repeat(256) })).problem?.code).toBe('token-invalid');
    expect((await who({ email: `${'x'.repeat(320)}@x` })).problem?.code).toBe('token-invalid');
    expect((await who({ hd: `${tenant.domain}' or '1'='1` })).problem?.code).toBe('tenant-unknown');
  });
}
