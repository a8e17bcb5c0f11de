import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { OAuth2Client } from 'google-auth-library';
import { GeneratedMailbox } from '../../../src/preview/google/mailboxes/generated-mailbox.ts';
import { mail, refusal, type Sample, sampleGoogle } from './support.ts';

const topicName = 'projects/inbox-test/topics/gmail';
const serviceAccount = 'push@inbox-test.iam.gserviceaccount.com';

let now: number;
let sample: Sample;
let receiver: Server;
let endpoint: string;
let received: { authorization: string; body: { message: { data: string; messageId: string }; subscription: string } }[];
let statuses: number[];

beforeEach(async () => {
  now = Date.now();
  received = [];
  statuses = [];
  receiver = createServer(
    getRequestListener(async (request) => {
      received.push({
        authorization: request.headers.get('authorization') ?? '',
        body: (await request.json()) as never,
      });
      return new Response(null, { status: statuses.shift() ?? 204 });
    }),
  );
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(receiver.address() as { port: number }).port}/push`;
  sample = await sampleGoogle({ now: () => now, push: { retryMs: 5 } });
  sample.google.pubSub.createTopic(topicName);
  const name = 'projects/inbox-test/subscriptions/store';
  sample.google.pubSub.subscribe(topicName, {
    name,
    endpoint,
    audience: 'https://inbox.example.com/push',
    serviceAccount,
  });
});
afterEach(async () => {
  receiver.close();
  receiver.closeAllConnections();
  await sample.stop();
});

const ana = () => sample.gmailOf('ana@aozora.example');
const watch = (requestBody: object = {}) => ana().watch({ userId: 'me', requestBody: { topicName, ...requestBody } });
const told = async () => {
  await sample.google.pubSub.settled();
  return received.splice(0).map(({ body }) => JSON.parse(Buffer.from(body.message.data, 'base64').toString()));
};

test('a watch is told the history at once, then after each change', async () => {
  const { data } = await watch();
  expect(data).toEqual({ historyId: `${sample.mailbox.historyId()}`, expiration: `${now + 7 * 86_400_000}` });
  const here = () => ({ emailAddress: 'ana@aozora.example', historyId: sample.mailbox.historyId() });
  expect(await told()).toEqual([here()]);
  now += 2_000;
  sample.mailbox.deliver(mail({ day: 6 }));
  expect(await told()).toEqual([here()]);
});

test("what is posted carries a token that Google's library verifies with the published keys", async () => {
  await watch();
  await sample.google.pubSub.settled();
  const [push] = received;
  expect(push?.body).toMatchObject({ message: { messageId: expect.any(String) }, subscription: expect.any(String) });
  const oauth2FederatedSignonPemCertsUrl = new URL('/oauth2/v1/certs', sample.url);
  const client = new OAuth2Client({ endpoints: { oauth2FederatedSignonPemCertsUrl } });
  const idToken = push?.authorization.replace('Bearer ', '') ?? '';
  const ticket = await client.verifyIdToken({ idToken, audience: 'https://inbox.example.com/push' });
  expect(ticket.getPayload()).toMatchObject({ email: serviceAccount, email_verified: true });
});

test('at most one notification a second for each user', async () => {
  await watch();
  await told();
  sample.mailbox.deliver(mail({ day: 6 }));
  expect(await told()).toEqual([]);
  now += 1_000;
  for (const day of [7, 8, 9]) sample.mailbox.deliver(mail({ day }));
  expect(await told()).toHaveLength(1);
});

test.each([
  ['include', ['INBOX'], ['UNREAD', 'INBOX'], 1],
  ['include', ['INBOX'], ['SPAM'], 0],
  ['exclude', ['SPAM', 'TRASH'], ['INBOX'], 1],
  ['exclude', ['SPAM', 'TRASH'], ['SPAM'], 0],
])('labels: %s %s, a mail with %s', async (labelFilterBehavior, labelIds, ofMail, count) => {
  await watch({ labelIds, labelFilterBehavior });
  await told();
  now += 2_000;
  sample.mailbox.deliver(mail({ day: 6, labelIds: ofMail }));
  expect(await told()).toHaveLength(count);
});

test('a watch ends after seven days, or when it is stopped', async () => {
  await watch();
  now += 7 * 86_400_000;
  sample.mailbox.deliver(mail({ day: 6 }));
  expect(await told()).toHaveLength(1); // the one at the start

  now -= 7 * 86_400_000;
  await watch();
  expect((await told()).length).toBe(1);
  expect((await ana().stop({ userId: 'me' })).status).toBe(204);
  now += 2_000;
  sample.mailbox.deliver(mail({ day: 7 }));
  expect(await told()).toEqual([]);
  expect((await ana().stop({ userId: 'me' })).status).toBe(204);
});

test('the same topic renews, another needs a stop first', async () => {
  const other = 'projects/inbox-test/topics/other';
  sample.google.pubSub.createTopic(other);
  await watch();
  now += 60_000;
  expect((await watch()).data.expiration).toBe(`${now + 7 * 86_400_000}`);
  const { status, body } = await refusal(watch({ topicName: other }));
  expect(status).toBe(400);
  expect(body).toMatchObject({ error: { message: expect.stringContaining('Only one user push notification client') } });
  await ana().stop({ userId: 'me' });
  await expect(watch({ topicName: other })).resolves.toMatchObject({ status: 200 });
});

test('renewing does not tell twice', async () => {
  await watch();
  await watch();
  await told();
  now += 2_000;
  sample.mailbox.deliver(mail({ day: 6 }));
  expect(await told()).toHaveLength(1);
});

test.each([
  ['a topic of another project', { topicName: 'projects/other/topics/gmail' }, 400, 'projects/inbox-test/topics/*'],
  ['no topic', { topicName: undefined }, 400, 'Invalid topicName'],
  ['a topic that is not there', { topicName: 'projects/inbox-test/topics/none' }, 404, 'Resource not found'],
  ['an unknown field', { label: 'INBOX' }, 400, 'Unknown name "label"'],
])('refuses %s', async (_case, requestBody, status, text) => {
  const answer = await refusal(watch(requestBody));
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ error: { message: expect.stringContaining(text) } });
});

test('refuses a topic that Gmail may not publish to', async () => {
  sample.google.pubSub.createTopic(topicName, { gmailMayPublish: false });
  const { status, body } = await refusal(watch());
  expect(status).toBe(403);
  expect(body).toMatchObject({
    error: { message: expect.stringContaining('User not authorized to perform this action.') },
  });
});

test('what was not taken is sent again, with the same message id', async () => {
  statuses = [500, 403];
  await watch();
  await sample.google.pubSub.settled();
  expect(received).toHaveLength(3);
  expect(new Set(received.map(({ body }) => body.message.messageId)).size).toBe(1);
  expect(sample.google.counts.of('pubsub.push')).toMatchObject({ requests: 3, refused: 2 });
});

test('an endpoint that nobody serves is given up after some tries', async () => {
  receiver.close();
  receiver.closeAllConnections();
  await watch();
  await sample.google.pubSub.settled();
  expect(sample.google.counts.of('pubsub.push')).toMatchObject({ requests: 4, refused: 4 });
});

test('a generated mailbox can be watched too', async () => {
  const owner = { email: 'gen@aozora.example', name: 'Gen' };
  const mailbox = new GeneratedMailbox({ number: 1, owner, messages: 3, newestAt: now });
  sample.organisation.addPerson({ email: owner.email, givenName: 'Gen', familyName: 'Oda', mailbox });
  await sample.gmailOf(owner.email).watch({ userId: 'me', requestBody: { topicName } });
  await told();
  now += 2_000;
  mailbox.arrive(now);
  expect(await told()).toEqual([{ emailAddress: owner.email, historyId: mailbox.historyId() }]);
});

test('costs 100 units to start and 50 to stop', async () => {
  await watch();
  await ana().stop({ userId: 'me' });
  expect(sample.google.counts.of('gmail.users.watch').units).toBe(100);
  expect(sample.google.counts.of('gmail.users.stop').units).toBe(50);
});
