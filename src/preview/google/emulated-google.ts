import type { Hono } from 'hono';
import { throughTheNetwork } from './connection.ts';
import { Organisation, type Person } from './directory/organisation.ts';
import { PubSub, type PubSubOptions } from './gmail/pub-sub.ts';
import { Watches } from './gmail/watch.ts';
import { googleApp } from './google-app.ts';
import { AccessTokens } from './oauth/access-tokens.ts';
import { GoogleSigner } from './oauth/google-signer.ts';
import { ServiceAccounts } from './oauth/service-accounts.ts';
import { gmailLimits, Quota, type QuotaLimits } from './quota.ts';
import { RequestCounts } from './request-counts.ts';
import { type Disturbance, type MessageTrouble, type TroubleName, Troubles, troubles } from './troubles.ts';

export interface GoogleOptions {
  /** Milliseconds since 1970; Date.now when absent. Tokens, quota and dates in searches go by it. */
  now?: () => number;
  /** Gmail's own limits when absent; Infinity for none. */
  quota?: Partial<QuotaLimits>;
  /** How late a person with the trouble `slow` is answered. */
  slowMs?: number;
  /** How Pub/Sub reaches the endpoints of push subscriptions. */
  push?: PubSubOptions;
}

/**
 * As much of Google as reading linked mailboxes needs, in one function from Request to Response. The hosts of a URL do not
 * matter: token endpoint, Gmail, Directory and the rest have paths of their own.
 */
export class EmulatedGoogle {
  readonly now: () => number;
  readonly serviceAccounts = new ServiceAccounts();
  readonly accessTokens: AccessTokens;
  readonly quota: Quota;
  readonly counts = new RequestCounts();
  readonly troubles: Troubles;
  readonly slowMs: number;
  readonly watches = new Watches();
  readonly pubSub: PubSub;
  readonly signer = new GoogleSigner();
  /** The service account of the machine that asks, for the metadata server; none when absent. */
  attachedAccount?: string;
  private readonly organisations = new Map<string, Organisation>();
  private readonly app: Hono;

  constructor({ now = Date.now, quota = {}, slowMs = 3_000, push = {} }: GoogleOptions = {}) {
    this.now = now;
    this.slowMs = slowMs;
    this.accessTokens = new AccessTokens(now);
    this.troubles = new Troubles(now);
    this.quota = new Quota(now, { ...gmailLimits, ...quota });
    this.pubSub = new PubSub(this, push);
    this.app = googleApp(this);
  }

  /** Answers as Google does, on a network as good as the user's troubles let it be. */
  fetch(request: Request): Promise<Response> {
    return throughTheNetwork(this, request, async (arrived) => this.app.fetch(arrived));
  }

  createOrganisation(domain: string): Organisation {
    const organisation = new Organisation(domain.toLowerCase());
    this.organisations.set(organisation.domain, organisation);
    return organisation;
  }

  /** By the domain of an address; undefined when that is no organisation of Google's. */
  organisationOf(email: string): Organisation | undefined {
    return this.organisations.get(email.toLowerCase().split('@')[1] ?? '');
  }

  findPerson(email: string): Person | undefined {
    return this.organisationOf(email)?.findPerson(email);
  }

  /** From now on this person's requests fail in this way, until `mend`. */
  breakWith(email: string, name: TroubleName): void {
    this.troubles.set(email, name);
    if (troubles[name].at === 'token') this.accessTokens.revoke(email.toLowerCase());
  }

  mend(email: string): void {
    this.troubles.clear(email);
  }

  /** From now on this mail of the person cannot be had, until `mendMessage`; all others can. */
  breakMessage(email: string, id: string, name: MessageTrouble): void {
    this.troubles.setMessage(email, id, name);
  }

  mendMessage(email: string, id: string): void {
    this.troubles.clearMessage(email, id);
  }

  /** Of the answers to anybody, this share (0 to 1) fails by chance; 0 ends it. */
  disturb(share: number, disturbances: readonly Disturbance[], seed?: number): void {
    this.troubles.disturb(share, disturbances, seed);
  }
}
