import { emailKey } from '../../contact/normalize.ts';
import { changeRoster, replaceRoster } from '../commands/change-roster.ts';
import { nameUsers } from '../commands/name-users.ts';
import { cursorAt, readAddressCursor } from '../cursor.ts';
import { pageOf } from '../page.ts';
import { countRoster, listRoster, rosterRevision } from '../sql/rosters.ts';
import type { Handlers } from './handlers.ts';

export const roster: Handlers<'getRoster' | 'changeRoster' | 'replaceRoster' | 'nameUsers'> = {
  async getRoster({ db, tenant }, { query: { q, limit, cursor } }) {
    const after = readAddressCursor(cursor);
    const revision = await rosterRevision(db, tenant.id);
    const found = await listRoster(db, tenant.id, { q: emailKey(q ?? ''), after, limit: limit + 1 });
    const { page, ...next } = pageOf(found, limit, (last) => cursorAt(last));
    return { revision, count: await countRoster(db, tenant.id), users: page, ...next };
  },

  changeRoster: (context, { body }) => changeRoster(context, body),

  replaceRoster: (context, { body }) => replaceRoster(context, body),

  nameUsers: async (context, { body }) => ({ named: await nameUsers(context, body.names) }),
};
