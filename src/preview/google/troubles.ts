import { type ApiErrorBody, apiErrors, retryAfter } from './api/api-error.ts';
import { type OAuthErrorBody, oauthErrors } from './oauth/oauth-errors.ts';

type Trouble =
  /** The token endpoint refuses; tokens that were issued before stop working. */
  | { at: 'token'; answer: OAuthErrorBody }
  /** Every Gmail method refuses, or `users.history.list` alone. */
  | { at: 'gmail' | 'history'; answer: ApiErrorBody | ((now: number) => ApiErrorBody); share?: number }
  /** The connection: answers late, never, or breaks off in the middle of the body. */
  | { at: 'connection'; behaviour: 'slow' | 'hang' | 'cut' };

const atToken = (code: keyof typeof oauthErrors): Trouble => ({ at: 'token', answer: oauthErrors[code] });
const atGmail = (code: keyof typeof apiErrors): Trouble => ({ at: 'gmail', answer: apiErrors[code] });

/** What can be made to fail for one person, by name. Each is what Google does, in Google's words. */
export const troubles = {
  'key-invalid': atToken('key-invalid'),
  'unknown-user': atToken('unknown-user'),
  'not-an-email': atToken('not-an-email'),
  'account-not-found': atToken('account-not-found'),
  'account-deleted': atToken('account-deleted'),
  'account-disabled': atToken('account-disabled'),
  'no-verifier': atToken('no-verifier'),
  'client-not-found': atToken('client-not-found'),
  'client-deleted': atToken('client-deleted'),
  'client-disabled': atToken('client-disabled'),
  'invalid-impersonation': atToken('invalid-impersonation'),
  'not-delegated': atToken('not-delegated'),
  'scope-unauthorized': atToken('scope-unauthorized'),
  'access-denied': atToken('access-denied'),
  'admin-policy': atToken('admin-policy'),
  'org-internal': atToken('org-internal'),
  'scope-unknown': atToken('scope-unknown'),
  'clock-skew': atToken('clock-skew'),
  'token-failure': atToken('token-failure'),
  'insufficient-scope': atGmail('insufficient-scope'),
  'domain-policy': atGmail('domain-policy'),
  'gmail-off': atGmail('gmail-off'),
  'precondition-failed': atGmail('precondition-failed'),
  'api-off': atGmail('api-off'),
  'rate-limited': atGmail('rate-limited'),
  'user-rate-limited': atGmail('user-rate-limited'),
  'daily-limit': atGmail('daily-limit'),
  'too-many-requests': atGmail('too-many-requests'),
  /** Tells in words when to come back: in 5 seconds. */
  'retry-after': { at: 'gmail', answer: (now) => retryAfter(now + 5_000) },
  /** Some of many requests at once, more or less every fourth. */
  'too-many-concurrent': { at: 'gmail', answer: apiErrors['too-many-concurrent'], share: 0.25 },
  'invalid-credentials': atGmail('invalid-credentials'),
  'internal-error': atGmail('internal-error'),
  unavailable: atGmail('unavailable'),
  /** Every other answer, more or less, is 503. */
  flaky: { at: 'gmail', answer: apiErrors.unavailable, share: 0.5 },
  'history-expired': { at: 'history', answer: apiErrors['not-found'] },
  slow: { at: 'connection', behaviour: 'slow' },
  hang: { at: 'connection', behaviour: 'hang' },
  'cut-body': { at: 'connection', behaviour: 'cut' },
} as const satisfies Record<string, Trouble>;

export type TroubleName = keyof typeof troubles;

/** What can befall one mail alone: an answer with it is refused, or breaks off, or never comes. */
export type MessageTrouble = 'internal-error' | 'unavailable' | 'cut-body' | 'hang';

/** The troubles that can befall anybody by chance, as in a network on a bad day. */
export type Disturbance =
  | 'too-many-requests'
  | 'retry-after'
  | 'too-many-concurrent'
  | 'rate-limited'
  | 'user-rate-limited'
  | 'internal-error'
  | 'unavailable'
  | 'invalid-credentials'
  | 'slow'
  | 'hang'
  | 'cut-body';

/** Who has which trouble now. */
export class Troubles {
  private readonly ofPerson = new Map<string, TroubleName>();
  /** By person, then by message id. */
  private readonly ofMessage = new Map<string, Map<string, MessageTrouble>>();
  private disturbances: readonly Disturbance[] = [];
  private share = 0;
  private random: () => number = seededRandom(1);

  constructor(private readonly now: () => number) {}

  set(email: string, name: TroubleName): void {
    this.ofPerson.set(email.toLowerCase(), name);
  }

  clear(email: string): void {
    this.ofPerson.delete(email.toLowerCase());
  }

  /** Undefined when this person has none. */
  nameOf(email: string): TroubleName | undefined {
    return this.ofPerson.get(email.toLowerCase());
  }

  setMessage(email: string, id: string, name: MessageTrouble): void {
    const ofPerson = this.ofMessage.get(email.toLowerCase()) ?? new Map();
    this.ofMessage.set(email.toLowerCase(), ofPerson.set(id, name));
  }

  clearMessage(email: string, id: string): void {
    this.ofMessage.get(email.toLowerCase())?.delete(id);
  }

  /** From now on this share of the answers to anybody, 0 to 1, is one of these instead; the same seed, the same order. */
  disturb(share: number, disturbances: readonly Disturbance[], seed = 1): void {
    this.share = share;
    this.disturbances = disturbances;
    this.random = seededRandom(seed);
  }

  atToken(email: string | undefined): OAuthErrorBody | undefined {
    const trouble = this.find(email);
    return trouble?.at === 'token' ? trouble.answer : undefined;
  }

  atGmail(email: string, methodId: string, messageId?: string): ApiErrorBody | undefined {
    const ofMessage = this.ofMessage.get(email.toLowerCase())?.get(messageId ?? '');
    const trouble = this.find(email) ?? (ofMessage && troubles[ofMessage]) ?? this.chance();
    if (trouble?.at === 'history' && methodId !== 'gmail.users.history.list') return undefined;
    if (trouble?.at !== 'gmail' && trouble?.at !== 'history') return undefined;
    return this.random() < (trouble.share ?? 1) ? this.answerOf(trouble) : undefined;
  }

  /** A batch as a whole fails by chance only; a person's troubles show in its parts. */
  atBatch(): ApiErrorBody | undefined {
    const trouble = this.chance();
    return trouble?.at === 'gmail' ? this.answerOf(trouble) : undefined;
  }

  /** `asked`: the request as text, to tell whether a mail in trouble is asked for. */
  atConnection(email: string | undefined, asked: string): 'slow' | 'hang' | 'cut' | undefined {
    const trouble = this.find(email) ?? this.ofMessageIn(email, asked) ?? this.chance();
    return trouble?.at === 'connection' ? trouble.behaviour : undefined;
  }

  private answerOf({ answer }: Trouble & { at: 'gmail' | 'history' }): ApiErrorBody {
    return typeof answer === 'function' ? answer(this.now()) : answer;
  }

  private find(email: string | undefined): Trouble | undefined {
    const name = email === undefined ? undefined : this.nameOf(email);
    return name && troubles[name];
  }

  private ofMessageIn(email: string | undefined, asked: string): Trouble | undefined {
    for (const [id, name] of this.ofMessage.get(email?.toLowerCase() ?? '') ?? []) {
      const trouble: Trouble = troubles[name];
      const isAsked = asked.includes(`/messages/${id}?`) || asked.includes(`/messages/${id}\n`);
      if (trouble.at === 'connection' && isAsked) return trouble;
    }
    return undefined;
  }

  private chance(): Trouble | undefined {
    if (this.share === 0 || this.random() >= this.share) return undefined;
    const name = this.disturbances[Math.floor(this.random() * this.disturbances.length)];
    return name && troubles[name];
  }
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
