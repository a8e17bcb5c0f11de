import path from 'node:path';
import { EmulatedGoogle } from '../../../src/preview/google/emulated-google.ts';
import { createSampleOrganisation, troubledPeople } from '../../../src/preview/google/sample-organisation.ts';
import { type ServedGoogle, serveGoogle } from '../../../src/preview/google/serve.ts';
import { openMailbox } from '../../../src/preview/mailbox/mailbox.ts';
import { people } from '../../../src/preview/people.ts';
import { gmailReadonly, realClients, refusal } from './support.ts';

let google: EmulatedGoogle;
let server: ServedGoogle;
let gmailOf: ReturnType<typeof realClients>['gmailOf'];
beforeAll(async () => {
  google = new EmulatedGoogle({ slowMs: 100 });
  const mail = await openMailbox(path.join(__dirname, '../../../src/preview/mailbox/samples'));
  const organisation = createSampleOrganisation(google, mail);
  const account = google.serviceAccounts.create();
  organisation.delegate(account.clientId, [gmailReadonly]);
  server = await serveGoogle(google);
  ({ gmailOf } = realClients(server.url, await google.serviceAccounts.createKey(account.email)));
});
afterAll(() => server.stop());

test.each(people)('$name has the mail of the preview', async ({ email, role }) => {
  const { data } = await gmailOf(email).messages.list({ userId: 'me', maxResults: 500 });
  expect(data.messages?.length).toBeGreaterThan(40);
  expect(google.findPerson(email)?.isAdmin).toBe(role === 'admin');
});

/** What is seen of each trouble: at the first call, or when the history is asked for. */
const refusals: Record<string, { status: number; says: string }> = {
  'key-invalid': { status: 400, says: 'Invalid JWT Signature.' },
  'account-not-found': { status: 400, says: 'account not found' },
  'unknown-user': { status: 400, says: 'Invalid email or User ID' },
  'not-delegated': { status: 401, says: 'Client is unauthorized' },
  'gmail-off': { status: 400, says: 'Mail service not enabled' },
  'user-rate-limited': { status: 403, says: 'userRateLimitExceeded' },
  flaky: { status: 503, says: 'UNAVAILABLE' },
  'history-expired': { status: 404, says: 'NOT_FOUND' },
  unavailable: { status: 503, says: 'UNAVAILABLE' },
};

test.each(troubledPeople.filter(({ trouble }) => trouble !== 'slow'))(
  '$name: $trouble, and well once it is mended',
  async ({ name, trouble }) => {
    const email = emailOf(name);
    const read = async () => {
      const gmail = gmailOf(email);
      const startHistoryId = `${google.findPerson(email)?.mailbox?.historyId()}`;
      for (let tries = 0; tries < 12; tries++) await gmail.history.list({ userId: 'me', startHistoryId });
    };
    const { status, body } = await refusal(read());
    expect(status).toBe(refusals[trouble]?.status);
    expect(JSON.stringify(body)).toContain(refusals[trouble]?.says);
    google.mend(email);
    await read();
  },
);

test('the slow one is only slow', async () => {
  const slow = troubledPeople.find(({ trouble }) => trouble === 'slow')?.name ?? '';
  await expect(gmailOf(emailOf(slow)).getProfile({ userId: 'me' })).resolves.toMatchObject({ status: 200 });
});

test('groups and units to choose people by', () => {
  const organisation = google.organisationOf('x@aozora.example');
  expect([...(organisation?.orgUnits ?? [])]).toEqual(['/Sales', '/Purchasing']);
  expect(organisation?.groups.get('sales@aozora.example')?.members).toEqual(people.map(({ email }) => email));
  expect(organisation?.groups.get('everybody@aozora.example')?.members.length).toBe(
    people.length + troubledPeople.length,
  );
});

const emailOf = (name: string) => `${name.toLowerCase().replace(' ', '.')}@aozora.example`;
