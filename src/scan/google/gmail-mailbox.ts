import { gmail, type gmail_v1 } from '@googleapis/gmail';
import { OAuth2Client } from 'google-auth-library';
import { type Credential, LinkageFailure } from '../../store/mail-provider.ts';
import { backOffSeconds, pause } from '../back-off.ts';
import type { AccessTokens } from './access-tokens.ts';
import { askInBatch, getInBatch } from './batch.ts';
import { failureOf, failureOfRefusal } from './failures.ts';
import { scopes } from './scopes.ts';
import type { Transport } from './transport.ts';
import { type Budget, units } from './units.ts';

export interface GmailAccess {
  transport: Transport;
  tokens: AccessTokens;
  /** Seconds before the first repetition of a request, doubled with each: 1 when absent. */
  firstPauseSeconds?: number;
}

export interface Change {
  /** Of the history record: what was read up to here need not be asked for again. */
  historyId: string;
  id: string;
  /** All that it had then. */
  labelIds: string[];
  /** Those that it had not before; absent of a mail that came. */
  added?: string[];
}

export interface MessageSearch {
  /** Mail that has all of these. */
  labelIds: string[];
  /** As in Gmail's own search box. */
  q?: string;
  maxResults?: number;
  pageToken?: string;
}

export interface MessagePage {
  ids: string[];
  nextPageToken?: string;
}

/**
 * One user's Gmail, read in the user's name. Requests that fail in passing are repeated a few times, later each time; what
 * does not pass soon is a LinkageFailure, and a minute's quota that is used up a BudgetSpent, for whoever comes back later.
 */
export class GmailMailbox {
  constructor(
    private readonly access: GmailAccess,
    /** `headersOnly`: no mail's text is asked for. */
    private readonly of: { credential: Credential; email: string; headersOnly?: boolean },
    private readonly budget: Budget,
    private readonly signal?: AbortSignal,
  ) {}

  /** Of the latest change: a history that begins here holds what comes from now on. */
  async historyId(): Promise<string> {
    const { data } = await this.ask(units.profile, (users) =>
      users.getProfile({ userId: 'me', fields: 'historyId' }, this.options),
    );
    return needed(data.historyId);
  }

  /** The ids of Gmail's labels by name in lower case; system labels are their own names. */
  async labels(): Promise<Map<string, string>> {
    const { data } = await this.ask(units.labels, (users) =>
      users.labels.list({ userId: 'me', fields: 'labels(id,name)' }, this.options),
    );
    return new Map((data.labels ?? []).map(({ id, name }) => [needed(name).toLowerCase(), needed(id)]));
  }

  /** Newest first. */
  async listMessages(query: MessageSearch, { tries = defaultTries } = {}): Promise<MessagePage> {
    const { data } = await this.ask(
      units.listMessages,
      (users) => users.messages.list({ userId: 'me', maxResults: 500, ...query, fields: pageFields }, this.options),
      tries,
    );
    return pageIn(data);
  }

  /** All that each of these finds: a page of each in one request, what there is more of them page by page. */
  async listAll(searches: Pick<MessageSearch, 'labelIds' | 'q'>[]): Promise<string[][]> {
    const asked = searches.map(({ labelIds, q = '' }) => {
      const params = new URLSearchParams({ q, maxResults: '500', fields: pageFields });
      for (const label of labelIds) params.append('labelIds', label);
      return `messages?${params}`;
    });
    const firstPages = await this.withToken(units.listMessages * asked.length, (token) =>
      askInBatch(this.access.transport, token, asked),
    );
    const all: string[][] = [];
    for (const [at, search] of searches.entries()) {
      const first = firstPages.get(at);
      const hasCome = first?.status === 200 && first.body !== undefined;
      let page = hasCome ? pageIn(first.body as gmail_v1.Schema$ListMessagesResponse) : await this.listMessages(search);
      const ids = [...page.ids];
      while (page.nextPageToken) {
        page = await this.listMessages({ ...search, pageToken: page.nextPageToken });
        ids.push(...page.ids);
      }
      all.push(ids);
    }
    return all;
  }

  /** Mails that came or were labelled, oldest first; undefined when Gmail keeps no history from so long ago. */
  async listHistory(
    startHistoryId: string,
    pageToken?: string,
  ): Promise<{ changes: Change[]; historyId: string; nextPageToken?: string } | undefined> {
    try {
      const { data } = await this.ask(units.listHistory, (users) =>
        users.history.list(
          {
            userId: 'me',
            startHistoryId,
            historyTypes: ['messageAdded', 'labelAdded'],
            maxResults: 500,
            ...(pageToken && { pageToken }),
            fields: `historyId,nextPageToken,history(id,messagesAdded/${changed},labelsAdded(labelIds,${changed}))`,
          },
          this.options,
        ),
      );
      return {
        changes: (data.history ?? []).flatMap(changesIn),
        historyId: needed(data.historyId),
        ...(data.nextPageToken && { nextPageToken: data.nextPageToken }),
      };
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  /**
   * At most 50 at once, by id; those that are there no longer are left out. Of what is refused in passing, as Gmail does with
   * some of many at once, less is asked each time, until a few times in a row nothing came: what Google failed at all the
   * time is then told by id, anything else is thrown.
   */
  async getMessages(
    ids: string[],
    { tries: mostTries = defaultTries }: { tries?: number } = {},
  ): Promise<{ messages: Map<string, gmail_v1.Schema$Message>; refused: Map<string, LinkageFailure> }> {
    const messages = new Map<string, gmail_v1.Schema$Message>();
    let open = ids;
    for (let tries = 1, failures = 1; open.length > 0; tries++, failures++) {
      const asked = open;
      const parts = await this.withToken(
        units.getMessage * asked.length,
        (token) => getInBatch(this.access.transport, token, asked, this.of.headersOnly ? headers : whole),
        mostTries,
      );
      const refused = new Map<string, LinkageFailure>();
      for (const id of asked) {
        const part = parts.get(id) ?? neverCame;
        const isCut = part.status === 200 && part.body === undefined;
        if (part.status === 401) this.forgetToken();
        if (part.status === 200 && !isCut) messages.set(id, part.body as gmail_v1.Schema$Message);
        else if (part.status !== 404) refused.set(id, failureOfRefusal(isCut ? neverCame : part));
      }
      open = [...refused.keys()];
      if (open.length < asked.length && tries < mostTriesOfBatch) failures = 1;
      const isLast = failures >= mostTries && [...refused.values()].every(isGooglesFault);
      if (isLast) return { messages, refused };
      if (open.length > 0) await this.waitAfter(worst([...refused.values()]), failures, mostTries);
    }
    return { messages, refused: new Map() };
  }

  /**
   * From now on Gmail tells the topic when something changes among mail with these labels, or at all; until when it does so.
   * What is wrong with the topic is no failure of the mailbox.
   */
  async watch(topicName: string, labelIds: string[]): Promise<{ until: Date } | { refused: TopicRefusal }> {
    const requestBody = {
      topicName,
      ...(labelIds.length > 0 && { labelIds, labelFilterBehavior: 'include' }),
    };
    return await this.ask(units.watch, async (users) => {
      try {
        const { data } = await users.watch({ userId: 'me', requestBody }, this.options);
        return { until: new Date(Number(needed(data.expiration))) };
      } catch (error) {
        const refused = topicRefusal(error);
        if (!refused) throw error;
        return { refused };
      }
    });
  }

  /** Gmail tells no longer. No mistake when it did not. */
  async stopWatch(): Promise<void> {
    await this.ask(units.stop, (users) => users.stop({ userId: 'me' }, this.options));
  }

  private readonly options = { retry: false };

  private async ask<T>(
    count: number,
    request: (users: gmail_v1.Resource$Users) => Promise<T>,
    tries?: number,
  ): Promise<T> {
    const asUser = (token: string) => {
      const auth = new OAuth2Client({ transporter: this.access.transport });
      auth.setCredentials({ access_token: token });
      return request(gmail({ version: 'v1', auth }).users);
    };
    return await this.withToken(count, asUser, tries);
  }

  private async withToken<T>(
    count: number,
    request: (token: string) => Promise<T>,
    mostTries = defaultTries,
  ): Promise<T> {
    const { credential, email } = this.of;
    for (let failures = 1; ; failures++) {
      this.signal?.throwIfAborted();
      await this.budget.take(count);
      try {
        return await request(await this.access.tokens.get(credential, email, scopes.mail));
      } catch (error) {
        const status = (error as { response?: { status?: number } }).response?.status;
        if (status === 404) throw new NotFound();
        if (status === 401) this.forgetToken();
        await this.waitAfter(failureOf(error), failures, mostTries);
      }
    }
  }

  /** Throws the failure when it does not pass by itself, or not soon. */
  private async waitAfter(failure: LinkageFailure, failures: number, mostTries: number): Promise<void> {
    const { retryable, retryAfterSeconds: askedSeconds } = failure.options;
    const seconds = backOffSeconds(failures, { first: this.access.firstPauseSeconds, most: 20, askedSeconds });
    if (!retryable || failures >= mostTries || seconds > patienceSeconds) throw failure;
    await pause(seconds, this.signal);
  }

  private forgetToken(): void {
    this.access.tokens.forget(this.of.credential, this.of.email, scopes.mail);
  }
}

/** What Gmail has against a topic; `another`: it tells another topic of the same project. */
export type TopicRefusal = 'not-permitted' | 'missing' | 'invalid' | 'another';

/** By status and, loosely, message: its reasons are those of any refusal. */
function topicRefusal(error: unknown): TopicRefusal | undefined {
  const { status, data } =
    (error as { response?: { status: number; data?: { error?: { message?: unknown } } } }).response ?? {};
  const says = `${data?.error?.message ?? ''}`;
  if (status === 400 && /only one user push/i.test(says)) return 'another';
  if (status === 400 && /topic/i.test(says)) return 'invalid';
  if (!/pub\/?sub|topic/i.test(says)) return undefined;
  return status === 403 ? 'not-permitted' : status === 404 ? 'missing' : undefined;
}

/** More, and another mailbox is read meanwhile. */
const defaultTries = 4;
const patienceSeconds = 10;

/** A worker has its mailbox for five minutes. */
const mostTriesOfBatch = 8;

const neverCame = { status: 503, body: undefined };

/** Google fails, or its answer does not come: it may be at one mail alone. */
export const isGooglesFault = (error: unknown): error is LinkageFailure =>
  error instanceof LinkageFailure && (error.reason === 'google-unavailable' || error.reason === 'timeout');

/** What does not pass by itself, else what asks for the longest wait. */
function worst(failures: LinkageFailure[]): LinkageFailure {
  const waits = ({ options }: LinkageFailure) =>
    options.retryable ? (options.retryAfterSeconds ?? 0) : Number.POSITIVE_INFINITY;
  return failures.reduce((one, other) => (waits(other) > waits(one) ? other : one));
}

class NotFound extends LinkageFailure {
  constructor() {
    super('linkage-error', 'other', 'Google has no such thing', { retryable: true });
  }
}

const pageFields = 'messages/id,nextPageToken';

const pageIn = ({ messages = [], nextPageToken }: gmail_v1.Schema$ListMessagesResponse): MessagePage => ({
  ids: messages.map(({ id }) => needed(id)),
  ...(nextPageToken && { nextPageToken }),
});

const changed = 'message(id,labelIds)';

/** What selection and extraction look at. Parts lie in parts: alternatives in relations in mixtures in forwarded mail. */
const whole = {
  format: 'full',
  fields: `id,threadId,labelIds,internalDate,payload(headers,${partFields(5)})`,
} as const;
const headers = { format: 'metadata', fields: 'id,threadId,labelIds,internalDate,payload/headers' } as const;
function partFields(depth: number): string {
  const own = 'mimeType,filename,body/data';
  return depth === 0 ? own : `${own},parts(headers,${partFields(depth - 1)})`;
}

function changesIn({ id, messagesAdded = [], labelsAdded = [] }: gmail_v1.Schema$History): Change[] {
  return [...messagesAdded, ...labelsAdded].map((change) => ({
    historyId: needed(id),
    id: needed(change.message?.id),
    labelIds: change.message?.labelIds ?? [],
    ...('labelIds' in change && { added: (change as gmail_v1.Schema$HistoryLabelAdded).labelIds ?? [] }),
  }));
}

/** Google's types allow everything to be absent. */
function needed(value: string | null | undefined): string {
  if (!value)
    throw new LinkageFailure('linkage-error', 'other', 'An answer of Gmail lacks what it must have', {
      retryable: true,
    });
  return value;
}
