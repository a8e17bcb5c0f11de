import { randomUUID } from 'node:crypto';
import { cardOf, type Person, suggestionOf } from '../store/support.ts';
import { answerOf, openSite, type Sent } from './site.ts';

/** How often each answer came, e.g. `{ created: 1, 'quota-exceeded': 49 }`. */
export type Answers = Record<string, number>;

export interface Races {
  quota: Answers & { used: number };
  accepts: Answers;
  key: { answers: number; different: number; contacts: number };
  roster: Answers;
  /** Two contacts merged, half of the clients into the one, half into the other; how many contacts it leaves of them. */
  merge: Answers & { left: number };
}

/** The same thing at once by many, through two server processes on one database: exactly one may win. */
export async function raceTwoServers(url: string, clients = 50): Promise<Races> {
  const site = await openSite({ url }, { users: clients, quota: { allowed: 3, policy: 'block' } });
  try {
    const servers = await Promise.all([site.start(), site.start()]);
    const portFor = (i: number) => (servers[i % 2] as (typeof servers)[0]).port;
    const suggest = async (who: Person, email: string) => {
      const card = { fn: 'Ana Ruiz', org: { name: `Company of ${email}`, units: [] }, email: [email] };
      const body = suggestionOf(card);
      const { body: made } = await answerOf(site.send(portFor(0), 'createSuggestion', who, { body }));
      return {
        params: { suggestionId: made.suggestion.id },
        body: { card: cardOf(card) },
      };
    };
    const atOnce = (count: number, run: (i: number) => Promise<Sent>) =>
      Promise.all(Array.from({ length: count }, (_, i) => run(i)));
    const who = site.users[0] as Person;

    const key = randomUUID();
    const sameKey = await suggest(who, 'key@example.com');
    const keyed = await atOnce(clients, (i) => site.send(portFor(i), 'acceptSuggestion', who, { ...sameKey, key }));

    const single = await suggest(who, 'one@example.com');
    const accepts = await atOnce(clients, (i) => site.send(portFor(i), 'acceptSuggestion', who, single));

    const each = await Promise.all(site.users.map((user, i) => suggest(user, `last${i}@example.com`)));
    const last = await atOnce(clients, (i) =>
      site.send(portFor(i), 'acceptSuggestion', site.users[i] as Person, each[i]),
    );
    const { body: quota } = await answerOf(site.send(portFor(1), 'getQuota', who));
    const { body: found } = await answerOf(site.send(portFor(1), 'listContacts', who, { query: { q: 'key@example' } }));

    const roster = await atOnce(clients, (i) =>
      site.send(portFor(i), 'changeRoster', site.admin, {
        body: { baseRevision: 1, revision: 2, enable: [`new${i}@${site.domain}`], disable: [] },
      }),
    );

    const [one, other] = [keyed, accepts].map(savedContact) as [string, string];
    const merges = await atOnce(clients, (i) => {
      const [contactId, merged] = i % 4 < 2 ? [one, other] : [other, one];
      return site.send(portFor(i), 'mergeContacts', who, { params: { contactId }, body: { other: merged } });
    });
    const { body: left } = await answerOf(site.send(portFor(0), 'listContacts', who, { query: { limit: 100 } }));
    return {
      quota: { ...answersOf(last), used: quota.used },
      accepts: answersOf(accepts),
      key: {
        answers: keyed.length,
        different: new Set(keyed.map((sent) => JSON.stringify(sent))).size,
        contacts: found.items.length,
      },
      roster: answersOf(roster),
      merge: {
        ...answersOf(merges),
        left: left.items.filter(({ id }: { id: string }) => id === one || id === other).length,
      },
    };
  } finally {
    await site.close();
  }
}

/** Of the contact that one of them saved. */
function savedContact(sent: Sent[]): string {
  const saved = sent.find((one) => one.status === 200);
  if (!saved || saved.status === 'dropped') throw new Error(`Nobody saved it: ${JSON.stringify(sent[0])}`);
  return saved.body.contact.id;
}

function answersOf(sent: Sent[]): Answers {
  const answers: Answers = {};
  for (const one of sent) {
    const name = one.status === 'dropped' ? 'dropped' : (one.code ?? one.body.outcome ?? 'done');
    answers[name] = (answers[name] ?? 0) + 1;
  }
  return answers;
}
