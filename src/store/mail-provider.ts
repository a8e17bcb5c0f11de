import type { DirectoryGroups, LinkageCause, LinkageStatus, NewSuggestion, ScanSettings } from '../api/types.ts';

/**
 * Reads mailboxes for the store, which knows no mail service itself. The store asks it only while an admin waits: to check
 * a key, to list people, to try a mailbox. All else is a worker's.
 */
export interface MailProvider {
  /** By which rows of the database are its own. */
  readonly name: string;
  /** What an admin delegates: to read mail, and to read the directory of people. */
  readonly scopes: { mail: string[]; directory: string[] };
  /** Checks a key file without the network. Throws KeyFileInvalid. */
  readCredential(keyFile: string): ReadCredential;
  /** One live exchange for this user. Throws LinkageFailure. */
  tryCredential(credential: Credential, email: string): Promise<void>;
  /** The client ID of an attached account; undefined when the service does not say. */
  findClientId(account: string): Promise<string | undefined>;
  /** `by.admin`: in whose name the directory is asked; `by.limit`: how many at once, 100 when absent. Throws LinkageFailure. */
  listPeople(
    credential: Credential,
    by: { admin: string; q?: string; group?: string; orgUnit?: string; pageToken?: string; limit?: number },
  ): Promise<{ people: { email: string; name: string; id?: string }[]; nextPageToken?: string }>;
  listGroups(credential: Credential, by: { admin: string }): Promise<DirectoryGroups>;
  /** What a worker would read from this user's mailbox, of at most `limit` messages, newest first. Throws LinkageFailure. */
  dryRun(credential: Credential, email: string, options: DryRunOptions): Promise<DryRunFound>;
}

/** `kept` of a key is all that is needed to use it, and secret. `attached`: Google signs for the account, without a key. */
export type Credential = { kind: 'key'; account: string; kept: string } | { kind: 'attached'; account: string };

export interface ReadCredential {
  account: string;
  project: string;
  keyId: string;
  clientId: string;
  /** Of the public key. */
  fingerprint: string;
  kept: string;
}

export interface DryRunOptions {
  days: number;
  limit: number;
  settings: ScanSettings;
  /** Whose senders are colleagues. */
  internalDomains: string[];
  now: Date;
}

export interface DryRunFound {
  read: number;
  /** What passed the selection, as it would come to the user's queue. */
  found: NewSuggestion[];
  skipped: Record<string, number>;
}

/** `errors` name each field that is missing or wrong; nothing of the key is in them. */
export class KeyFileInvalid extends Error {
  constructor(readonly errors: { path: string; message: string }[]) {
    super(`Not the key file of a service account: ${errors.map(({ path }) => path).join(', ')}`);
  }
}

/** Why a mailbox cannot be read. The message holds no token, no mail and nothing of a key. */
export class LinkageFailure extends Error {
  constructor(
    readonly status: Extract<LinkageStatus, 'authentication-error' | 'unauthorized' | 'linkage-error'>,
    readonly reason: LinkageCause,
    message: string,
    readonly options: { retryable?: boolean; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
  }
}
