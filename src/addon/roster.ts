import { fnv1a } from './hash.ts';
import { Problem } from './problem.ts';

/**
 * The enabled users of one organisation as script properties: 64 shards, picked by a hash of the address, so that one
 * property answers whether a user is enabled, and one property with the revision. Script properties are one store for all
 * organisations that use the script, so every key starts with the organisation's domain.
 */
export interface Roster {
  /** Grows by one with every change. */
  revision: number;
  /** Lower-case addresses, sorted. */
  users: string[];
}

export interface RosterEdit {
  enable: string[];
  disable: string[];
}

const shardCount = 64;
/** Google's limits: 9 KB a value, 500 KB for keys and values of a script together. */
const valueBytes = 9 * 1024;
const totalBytes = 500 * 1024;

/** The key of the one property that says whether `email` is enabled. */
export function shardKey(domain: string, email: string): string {
  return `${prefixOf(domain)}${(fnv1a(email.toLowerCase()) % shardCount).toString(16).padStart(2, '0')}`;
}

export function isInShard(shard: string | null, domain: string, email: string): boolean {
  return entriesOf(shard ?? '').includes(shorten(email.toLowerCase(), domain));
}

export function readRoster(properties: Record<string, string>, domain: string): Roster {
  const users: string[] = [];
  for (const [key, value] of Object.entries(properties)) {
    if (!key.startsWith(prefixOf(domain)) || key === revisionKey(domain)) continue;
    for (const entry of entriesOf(value)) users.push(entry.includes('@') ? entry : `${entry}@${domain}`);
  }
  return { revision: Number(properties[revisionKey(domain)] ?? 0), users: users.sort() };
}

/** The roster after an edit, one revision later; the same roster when nothing changes by it. */
export function changedRoster(roster: Roster, { enable, disable }: RosterEdit): Roster {
  const users = new Set(roster.users);
  for (const email of enable) users.add(email.toLowerCase());
  for (const email of disable) users.delete(email.toLowerCase());
  const sorted = [...users].sort();
  const same = sorted.length === roster.users.length && sorted.every((email, i) => email === roster.users[i]);
  return same ? roster : { revision: roster.revision + 1, users: sorted };
}

/**
 * The properties to write so that they hold `roster`: those that differ, the revision among them.
 * @throws Problem `roster-full` when the platform could not hold them.
 */
export function rosterProperties(
  properties: Record<string, string>,
  domain: string,
  roster: Roster,
): Record<string, string> {
  const shards = new Map<string, string[]>();
  for (const key of Object.keys(properties)) {
    if (key.startsWith(prefixOf(domain)) && key !== revisionKey(domain)) shards.set(key, []);
  }
  for (const email of roster.users) {
    const key = shardKey(domain, email);
    shards.set(key, [...(shards.get(key) ?? []), shorten(email, domain)]);
  }
  const next: Record<string, string> = { [revisionKey(domain)]: String(roster.revision) };
  for (const [key, entries] of shards) next[key] = [format, ...entries].join(' ');
  refuseOversize({ ...properties, ...next });
  return Object.fromEntries(Object.entries(next).filter(([key, value]) => properties[key] !== value));
}

function refuseOversize(properties: Record<string, string>): void {
  let total = 0;
  for (const [key, value] of Object.entries(properties)) {
    const size = utf8Length(value);
    total += utf8Length(key) + size;
    if (size > valueBytes || total > totalBytes) throw new Problem('roster-full', 'The script properties are full');
  }
}

/** Stands first in every shard, so that a shard is never an empty property and the way of writing can change one day. */
const format = '1';

const entriesOf = (shard: string): string[] => (shard ? shard.split(' ').slice(1) : []);

/** Most addresses lie in the organisation's own domain: only what stands before the @ is kept of them. */
function shorten(email: string, domain: string): string {
  return email.endsWith(`@${domain}`) ? email.slice(0, -domain.length - 1) : email;
}

const prefixOf = (domain: string): string => `roster/${domain}/`;
const revisionKey = (domain: string): string => `${prefixOf(domain)}revision`;

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
}
