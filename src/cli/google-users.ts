import { isAddress } from '../contact/email-address.ts';
import { emailKey } from '../contact/normalize.ts';
import { changeRoster } from '../store/commands/change-roster.ts';
import { nameUsers } from '../store/commands/name-users.ts';
import type { Context } from '../store/context.ts';
import { lockRoster, namesOnRoster } from '../store/sql/rosters.ts';
import type { UsersFile } from './users-file.ts';

/** Addresses of a command line as rows of a file. Throws an Error that names what is no address. */
export function typedUsers(emails: string[]): UsersFile {
  const wrong = emails.filter((email) => !isAddress(email));
  if (wrong.length > 0) throw new Error(`No address: ${wrong.join(', ')}`);
  return { people: emails.map((email) => ({ email, name: '' })), unreadable: [] };
}

/** On top of what the store has. The add-on keeps a list of its own, and asks an admin which one holds. */
export async function enableUsers(context: Context, people: UsersFile['people']): Promise<string> {
  const before = await namesOnRoster(
    context.db,
    context.tenant.id,
    people.map(({ email }) => emailKey(email)),
  );
  const enable = [...new Set(people.map(({ email }) => emailKey(email)))].filter((email) => !before.has(email));
  await changeStoreRoster(context, { enable, disable: [] });
  const named = people.filter(({ name }) => name !== '');
  if (named.length > 0) await nameUsers(context, named);
  return `${enable.length} enabled, ${before.size} already\n${enable.length > 0 ? takeOver : ''}`;
}

export async function disableUsers(context: Context, people: UsersFile['people']): Promise<string> {
  const emails = people.map(({ email }) => emailKey(email));
  const disable = [...(await namesOnRoster(context.db, context.tenant.id, emails)).keys()];
  await changeStoreRoster(context, { enable: [], disable });
  return `${disable.length} disabled\n${disable.length > 0 ? takeOver : ''}`;
}

async function changeStoreRoster(context: Context, edit: { enable: string[]; disable: string[] }): Promise<void> {
  if (edit.enable.length + edit.disable.length === 0) return;
  const baseRevision = await lockRoster(context.db, context.tenant.id);
  await changeRoster(context, { baseRevision, revision: baseRevision + ahead, ...edit });
}

/**
 * The add-on may hold changes that it could not send yet: had its list the same revision and as many users by then, both would
 * pass for one.
 */
const ahead = 1000;

const takeOver =
  'The add-on takes this over when an admin opens Settings, Users of Contact Inbox, and uses the store’s list\n';
