import {
  changedRoster,
  isInShard,
  type Roster,
  type RosterEdit,
  readRoster,
  rosterProperties,
  shardKey,
} from '../roster.ts';
import type { Identity } from './identity.ts';
import { locked } from './lock.ts';

/** Whether the user is enabled, by one property. A courtesy: the store decides for every request again. */
export function isEnabled({ domain, email }: Identity): boolean {
  return isInShard(properties().getProperty(shardKey(domain, email)), domain, email);
}

export function getRoster(domain: string): Roster {
  return readRoster(properties().getProperties(), domain);
}

/** Two admins at once lose nothing: each edit is applied to what stands there under the lock. */
export function editRoster(domain: string, edit: RosterEdit): { before: Roster; after: Roster } {
  return locked(() => {
    const all = properties().getProperties();
    const before = readRoster(all, domain);
    const after = changedRoster(before, edit);
    if (after !== before) properties().setProperties(rosterProperties(all, domain, after), false);
    return { before, after };
  });
}

/** Puts another list, or the same list at another revision, in place of the whole roster. */
export function writeRoster(domain: string, decide: (present: Roster) => Roster): Roster {
  return locked(() => {
    const all = properties().getProperties();
    const next = decide(readRoster(all, domain));
    properties().setProperties(rosterProperties(all, domain, next), false);
    return next;
  });
}

const properties = () => PropertiesService.getScriptProperties();
