import { randomUUID } from 'node:crypto';
import type { OperationId } from '../../src/api/routes.ts';
import { cardOf, type Person, type requestFor, suggestionOf } from '../store/support.ts';
import { delay, type Sent, type Site } from './site.ts';

/** Users who suggest and save one new person after another, and repeat what got no answer with the same key. */
export interface Load {
  /** What the store has said it saved. */
  acknowledged: { who: Person; email: string; contactId: string; suggestionId: string }[];
  /** Broken connections, and `unavailable`: what the user would have tried again. */
  repeated: { dropped: number; unavailable: number };
  /** Answers that should not have come. */
  wrong: Sent[];
  stop(): Promise<void>;
}

export function startLoad(site: Site, port: number): Load {
  let stopping = false;
  const load: Omit<Load, 'stop'> = { acknowledged: [], repeated: { dropped: 0, unavailable: 0 }, wrong: [] };

  const persist = async (id: OperationId, who: Person, input: Parameters<typeof requestFor>[2]) => {
    const key = randomUUID();
    for (;;) {
      const sent = await site.send(port, id, who, { ...input, key });
      if (sent.status === 200) return sent.body;
      if (sent.status === 'dropped') load.repeated.dropped++;
      else if (sent.code === 'unavailable') load.repeated.unavailable++;
      else {
        load.wrong.push(sent);
        return undefined;
      }
      await delay(250);
    }
  };

  const work = async (who: Person) => {
    for (let i = 0; !stopping; i++) {
      const email = `person${i}.of.${who.email}`;
      const card = {
        fn: `Person ${i} of ${who.email}`,
        org: { name: `Company of ${email}`, units: [] },
        email: [email],
      };
      const made = await persist('createSuggestion', who, { body: suggestionOf(card) });
      const params = { suggestionId: made?.suggestion.id };
      const saved = made && (await persist('acceptSuggestion', who, { params, body: { card: cardOf(card) } }));
      if (saved) load.acknowledged.push({ who, email, contactId: saved.contact.id, suggestionId: params.suggestionId });
    }
  };

  const working = site.users.map(work);
  return {
    ...load,
    async stop() {
      stopping = true;
      await Promise.all(working);
    },
  };
}

const patience = 60_000;

/** Waits until that many more are acknowledged; throws when something was answered wrongly, or nothing for a minute. */
export async function moreAcknowledged(load: Load, count: number): Promise<void> {
  const enough = load.acknowledged.length + count;
  const began = performance.now();
  while (load.acknowledged.length < enough) {
    if (load.wrong.length > 0) throw new Error(`Answered wrongly: ${JSON.stringify(load.wrong[0])}`);
    if (performance.now() - began > patience) throw new Error('The store answers no more');
    await delay(10);
  }
}

export interface Losses {
  /** Acknowledged, and not there. */
  lost: number;
  /** There twice. */
  doubled: number;
  /** A contact without its accepted suggestion, the other way round, or not counted exactly once. */
  half: number;
}

/** Compares what was acknowledged with what is there. */
export async function lossesOf(load: Load, site: Site, port: number): Promise<Losses> {
  const contacts = await everyPage(site, port, 'listContacts', site.admin, {});
  const byId = new Map(contacts.map((contact) => [contact.id, contact.email]));
  const emails = new Set(byId.values());
  let accepted = 0;
  for (const who of site.users) {
    accepted += (await everyPage(site, port, 'listSuggestions', who, { status: 'accepted' })).length;
  }
  const quota = await site.send(port, 'getQuota', site.admin);
  const used = quota.status === 200 ? quota.body.used : Number.NaN;
  return {
    lost: load.acknowledged.filter(({ contactId, email }) => byId.get(contactId) !== email).length,
    doubled: contacts.length - emails.size,
    half: Math.abs(accepted - contacts.length) + Math.abs(used - contacts.length),
  };
}

async function everyPage(site: Site, port: number, id: OperationId, who: Person, query: object) {
  const items: { id: string; email: string }[] = [];
  let cursor: string | undefined;
  do {
    const sent = await site.send(port, id, who, { query: { ...query, limit: 100, ...(cursor && { cursor }) } });
    if (sent.status !== 200) throw new Error(`${id} answered ${JSON.stringify(sent)}`);
    items.push(...sent.body.items);
    cursor = sent.body.nextCursor;
  } while (cursor);
  return items;
}
