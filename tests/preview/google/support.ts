import { gmail } from '@googleapis/gmail';
import { gaxios, JWT } from 'google-auth-library';
import { EmulatedGoogle, type GoogleOptions } from '../../../src/preview/google/emulated-google.ts';
import { KeptMailbox } from '../../../src/preview/google/mailboxes/kept-mailbox.ts';
import { ServiceAccounts } from '../../../src/preview/google/oauth/service-accounts.ts';
import { type ServedGoogle, serveGoogle } from '../../../src/preview/google/serve.ts';

export const gmailReadonly = 'https://www.googleapis.com/auth/gmail.readonly';
export const gmailMetadata = 'https://www.googleapis.com/auth/gmail.metadata';
export const directoryScopes = ['user', 'group', 'group.member', 'orgunit'].map(
  (name) => `https://www.googleapis.com/auth/admin.directory.${name}.readonly`,
);

/** One for all tests of a file: making it takes longer than all that follows. */
const keyFile = (() => {
  const accounts = new ServiceAccounts();
  const { email } = accounts.create({ name: 'reader', projectId: 'inbox-test' });
  return accounts.createKey(email);
})();

export type Sample = Awaited<ReturnType<typeof sampleGoogle>>;

/** Also those of a test that failed half-way. */
const servers: ServedGoogle[] = [];
afterAll(() => Promise.all(servers.map(({ stop }) => stop())));

/** A served Google with one organisation, one delegated service account, an admin and Ana with five mails. */
export async function sampleGoogle(options: GoogleOptions = {}) {
  const google = new EmulatedGoogle(options);
  const key = await keyFile;
  const account = google.serviceAccounts.restore(key);
  const organisation = google.createOrganisation('aozora.example');
  organisation.delegate(account.clientId, [gmailReadonly, gmailMetadata, ...directoryScopes]);
  organisation.addPerson({ email: 'boss@aozora.example', givenName: 'Bo', familyName: 'Ss', isAdmin: true });
  const mailbox = new KeptMailbox();
  for (let day = 1; day <= 5; day++) mailbox.deliver(mail({ day }));
  organisation.addPerson({ email: 'ana@aozora.example', givenName: 'Ana', familyName: 'Ito', mailbox });
  const server = await serveGoogle(google);
  servers.push(server);
  return { google, account, key, organisation, mailbox, ...server, ...realClients(server.url, key) };
}

/** Google's own clients. They are told other addresses, and nothing else: what they do is what they do with Google. */
export function realClients(url: string, key: { client_email: string; private_key: string }) {
  const transporter = new gaxios.Gaxios({ fetchImplementation: (input, init) => fetch(toServer(url, input), init) });
  const authorize = (subject: string | undefined, scopes: string[] = [gmailReadonly]) =>
    new JWT({ email: key.client_email, key: key.private_key, subject, scopes, transporter });
  const gmailOf = (subject: string | undefined, scopes?: string[]) =>
    gmail({ version: 'v1', auth: authorize(subject, scopes), rootUrl: url, retry: false }).users;
  return { authorize, gmailOf };
}

/** google-auth-library has the token endpoint's address written in; its transport may be told another host. */
function toServer(url: string, input: string | URL | Request): URL {
  const { pathname, search } = new URL(input instanceof Request ? input.url : input);
  return new URL(pathname + search, url);
}

export const mail = ({
  day = 1,
  labelIds,
  subject = `Day ${day}`,
}: {
  day?: number;
  labelIds?: string[];
  subject?: string;
}) => ({
  headers: [
    { name: 'From', value: 'Eva Rossi <eva.rossi@olio.example.com>' },
    { name: 'To', value: 'Ana Ito <ana@aozora.example>' },
    { name: 'Subject', value: subject },
    { name: 'Message-ID', value: `<${day}@olio.example.com>` },
  ],
  text: 'Buongiorno,\n\nthe samples are on their way.\n\nEva Rossi\nOlio Rossi S.r.l.\n',
  html: '<p>Buongiorno, the samples are on their way.</p>',
  internalDate: Date.UTC(2026, 10, day, 12),
  labelIds,
});

/** What a failed call of Google's client was answered. */
export async function refusal(call: Promise<unknown>): Promise<{ status: number; body: Record<string, unknown> }> {
  const error = await call.then(
    () => {
      throw new Error('The call should have been refused');
    },
    (reason) => reason,
  );
  if (!error.response) throw error;
  return { status: error.response.status, body: error.response.data };
}
