import type { z } from 'zod';
import type { RosterChange, RosterReplacement, RosterState } from '../../api/schemas.ts';
import { emailKey } from '../../contact/normalize.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import { disableUnlisted } from '../sql/linkages.ts';
import {
  addToRoster,
  countOnRoster,
  countRoster,
  lockRoster,
  removeFromRoster,
  removeOthersFromRoster,
  setRosterRevision,
} from '../sql/rosters.ts';
import { recordAct } from './record-act.ts';

type State = z.output<typeof RosterState>;

/**
 * Follows one change of the add-on's list. It fits exactly on `baseRevision`; the change that made the present revision
 * may come again, since the add-on repeats what it heard no answer to. The mailbox of who is disabled is read no longer.
 */
export async function changeRoster(
  context: Context,
  { baseRevision, revision, enable, disable }: z.output<typeof RosterChange>,
): Promise<State> {
  const { db, tenant } = context;
  const enabled = keys(enable);
  const disabled = keys(disable);
  refuseNonsense(baseRevision, revision, enabled, disabled);
  const present = await lockRoster(db, tenant.id);
  if (baseRevision > present) {
    throw new Problem('roster-behind', `The store is at revision ${present}; send the whole list`);
  }
  if (baseRevision === present) {
    await removeFromRoster(db, tenant.id, disabled);
    await addToRoster(db, tenant.id, enabled);
    await setRosterRevision(db, tenant.id, revision);
    await disableUnlisted(db, tenant.id);
    await recordAct(context, { act: 'roster.change', details: { revision, ...named({ enabled, disabled }) } });
    return { revision, count: await countRoster(db, tenant.id) };
  }
  const repeated =
    revision === present &&
    (await countOnRoster(db, tenant.id, enabled)) === enabled.length &&
    (await countOnRoster(db, tenant.id, disabled)) === 0;
  if (!repeated) throw outdated(present, revision);
  return { revision: present, count: await countRoster(db, tenant.id) };
}

/** Takes the whole list over. A list the store has already is fine at any revision; the newer revision then stays. */
export async function replaceRoster(
  context: Context,
  { revision, users }: z.output<typeof RosterReplacement>,
): Promise<State> {
  const { db, tenant } = context;
  const next = keys(users);
  const present = await lockRoster(db, tenant.id);
  const count = await countRoster(db, tenant.id);
  const same = count === next.length && (await countOnRoster(db, tenant.id, next)) === count;
  if (!same && revision <= present) throw outdated(present, revision);
  if (!same) {
    await removeOthersFromRoster(db, tenant.id, next);
    await addToRoster(db, tenant.id, next);
    await disableUnlisted(db, tenant.id);
    await recordAct(context, { act: 'roster.replace', details: { revision, ...named({ users: next }) } });
  }
  const newest = Math.max(present, revision);
  await setRosterRevision(db, tenant.id, newest);
  return { revision: newest, count: next.length };
}

const keys = (emails: string[]): string[] => [...new Set(emails.map(emailKey))];

/** For the audit log: how many, and up to 100 of their addresses. */
const named = (lists: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(lists).flatMap(([name, emails]) => [
      [`${name}Count`, emails.length],
      [name, emails.slice(0, 100)],
    ]),
  );

const outdated = (present: number, revision: number): Problem =>
  new Problem('roster-outdated', `The store is at revision ${present}, this is ${revision}`);

function refuseNonsense(baseRevision: number, revision: number, enabled: string[], disabled: string[]): void {
  const errors = [];
  if (revision <= baseRevision) errors.push({ path: 'body.revision', message: 'does not follow baseRevision' });
  const both = new Set(enabled);
  if (disabled.some((email) => both.has(email))) {
    errors.push({ path: 'body.disable', message: 'holds an address that is to be enabled too' });
  }
  if (errors.length > 0) throw new Problem('request-invalid', 'The change contradicts itself', { errors });
}
