import { randomUUID } from 'node:crypto';
import { operations } from '../../../src/api/operations.ts';
import type { OperationId } from '../../../src/api/routes.ts';
import {
  cardOf,
  checked,
  later,
  requestFor,
  start,
  suggestionOf,
  type TestStore,
  type TestTenant,
} from '../support.ts';
import { sampleInput } from './samples.ts';

export function idempotency(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant();
  });

  const suggestion = suggestionOf({ fn: 'Ana Ruiz' });
  const suggest = (key: string, body = suggestion, who = tenant.user) =>
    given().call('createSuggestion', who, { body, key });

  const writes = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].write);
  test.each(writes)('%s needs a key', async (id) => {
    const request = requestFor(id, await given().token(tenant.admin), sampleInput(id));
    request.headers.delete('idempotency-key');
    const answer = await checked(id, await given().store.fetch(request));
    expect(answer.problem?.code).toBe('idempotency-key-missing');
  });

  test('a key of more than 255 characters is refused', async () =>
    expect((await suggest('k'.repeat(256))).problem?.code).toBe('request-invalid'));

  test('the same request with the same key is done once and answered alike', async () => {
    const first = await suggest('k');
    await given().ok('dismissSuggestion', tenant.user, { params: { suggestionId: first.body.suggestion.id } });
    const second = await suggest('k');
    expect(second.text).toBe(first.text);
    expect((await given().ok('getMe', tenant.user)).pending).toBe(0); // not reopened: it was not done again
  });

  test('another request with the same key is refused: other body, other path, other operation', async () => {
    const { body } = await suggest('k');
    expect((await suggest('k', suggestionOf({ fn: 'Ben' }))).problem?.code).toBe('idempotency-key-reused');
    const dismiss = (suggestionId: string) =>
      given().call('dismissSuggestion', tenant.user, { params: { suggestionId }, key: 'k' });
    expect((await dismiss(body.suggestion.id)).problem?.code).toBe('idempotency-key-reused');
    expect((await given().ok('getMe', tenant.user)).pending).toBe(1);
  });

  test('white space and the order of members make no other request', async () => {
    const first = await suggest('k');
    const request = requestFor('createSuggestion', await given().token(tenant.user), { key: 'k' });
    const { draft, signature, source } = suggestion;
    const again = new Request(request, {
      headers: { ...Object.fromEntries(request.headers), 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ source, signature, draft }, null, 2),
    });
    expect((await checked('createSuggestion', await given().store.fetch(again))).text).toBe(first.text);
  });

  test('a key is its user’s own', async () => {
    const mine = await suggest('k');
    const theirs = await suggest('k', suggestion, tenant.admin);
    expect(theirs.status).toBe(200);
    expect(theirs.body.suggestion.id).not.toBe(mine.body.suggestion.id);
  });

  test('of equal requests at once one is done', async () => {
    const { body } = await suggest(randomUUID());
    const input = {
      params: { suggestionId: body.suggestion.id },
      body: { card: cardOf({ fn: 'Ana Ruiz' }), override: true },
      key: 'accept',
    };
    const answers = await Promise.all([1, 2, 3, 4].map(() => given().call('acceptSuggestion', tenant.user, input)));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ outcome: 'created' });
    expect((await given().ok('getQuota', tenant.user)).used).toBe(1);
  });

  test('a failure is not kept: the same key works once the cause is gone', async () => {
    const { domain, admin } = await given().tenant({ quota: { allowed: 0, policy: 'block' } });
    const { suggestion: made } = await given().ok('createSuggestion', admin, { body: suggestion });
    const input = {
      params: { suggestionId: made.id },
      body: { card: cardOf({ fn: 'Ana Ruiz' }), override: true },
      key: 'k',
    };
    expect(await given().refused('acceptSuggestion', admin, input)).toBe('quota-exceeded');
    await given().store.createTenant({ domain, name: 'More', admins: [admin.email], feature: true });
    expect(await given().ok('acceptSuggestion', admin, input)).toMatchObject({ outcome: 'created' });
  });

  test('an answer is kept for 24 hours', async () => {
    await suggest('k');
    given().clock.now = later(start, { hours: 24 });
    expect((await suggest('k', suggestionOf({ fn: 'Ben' }))).problem?.code).toBe('idempotency-key-reused');
    given().clock.now = new Date(later(start, { hours: 24 }).getTime() + 1);
    expect((await suggest('k', suggestionOf({ fn: 'Ben' }))).status).toBe(200);
  });
}
