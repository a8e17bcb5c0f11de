import type { LinkageCause } from '../../src/api/types.ts';
import { KeyFileInvalid, LinkageFailure, type MailProvider } from '../../src/store/mail-provider.ts';
import { suggestionOf } from './support.ts';

/** A mail service that is not Google (R10): what the store asks of one, answered from a few people in memory. */
export class FakeProvider implements MailProvider {
  readonly name = 'google';
  readonly scopes = { mail: ['https://mail.example/read'], directory: ['https://mail.example/people'] };
  /** What a user's mailbox, or a key by its account, answers instead of opening. */
  readonly failures = new Map<string, LinkageCause>();
  people: { email: string; name: string }[] = [];
  groups = [{ email: 'sales@fake.example', name: 'Sales' }];
  moreGroups = false;
  /** By account: what is told of one without a key file. */
  readonly clientIds = new Map<string, string>();
  /** Every question, as text. */
  readonly asked: string[] = [];

  readCredential(keyFile: string) {
    const key = parsed(keyFile);
    const missing = ['account', 'secret'].filter((field) => typeof key[field] !== 'string');
    if (missing.length > 0) throw new KeyFileInvalid(missing.map((path) => ({ path, message: 'is missing' })));
    const { account = '', secret = '' } = key;
    const shown = { project: 'fake-project', keyId: `key-of-${account}`, clientId: '1234567890', fingerprint: 'ab:cd' };
    return { account, ...shown, kept: secret };
  }

  async tryCredential(credential: { account: string }, email: string) {
    this.asked.push(`${credential.account} as ${email}`);
    this.refuse(credential.account);
    this.refuse(email);
  }

  async findClientId(account: string) {
    return this.clientIds.get(account);
  }

  async listPeople(_: object, by: { admin: string; q?: string; group?: string; pageToken?: string }) {
    this.asked.push('people');
    this.refuse('directory');
    const first = Number(by.pageToken ?? 0);
    const found = this.people.filter(({ name }) => name.includes(by.q ?? ''));
    const people = found.slice(first, first + 2);
    return { people, ...(found.length > first + 2 && { nextPageToken: String(first + 2) }) };
  }

  async listGroups() {
    this.refuse('directory');
    return { groups: this.groups, moreGroups: this.moreGroups, orgUnits: [{ path: '/Tokyo', name: 'Tokyo' }] };
  }

  async dryRun(_: object, email: string, { days, limit }: { days: number; limit: number }) {
    this.asked.push(`${days} days of ${email}, at most ${limit}`);
    this.refuse(email);
    const noor = suggestionOf({ fn: 'Noor Haddad', email: ['noor@example.com'] }, 'noor@mail.example');
    return { read: 3, found: [noor], skipped: { newsletter: 2 } };
  }

  private refuse(whom: string) {
    const cause = this.failures.get(whom);
    if (cause) throw new LinkageFailure(statusOf[cause] ?? 'linkage-error', cause, `refused: ${cause}`);
  }
}

/** A key file as this service issues it. */
export const keyFileOf = (account: string, secret = 'the secret of the key'): string =>
  JSON.stringify({ account, secret });

const statusOf: Partial<Record<LinkageCause, LinkageFailure['status']>> = {
  'key-invalid': 'authentication-error',
  'key-deleted': 'authentication-error',
  'no-such-user': 'authentication-error',
  'not-delegated': 'unauthorized',
  'gmail-off': 'unauthorized',
  'access-denied': 'unauthorized',
};

function parsed(text: string): Record<string, string | undefined> {
  try {
    return JSON.parse(text);
  } catch {
    throw new KeyFileInvalid([{ path: 'keyFile', message: 'is not a JSON object' }]);
  }
}
