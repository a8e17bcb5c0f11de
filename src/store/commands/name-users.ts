import { emailKey } from '../../contact/normalize.ts';
import type { Context } from '../context.ts';
import { typeNames } from '../sql/rosters.ts';
import { recordAct } from './record-act.ts';

/** What an admin calls enabled users: a name of the directory comes before it. How many of them are enabled. */
export async function nameUsers(context: Context, people: { email: string; name: string }[]): Promise<number> {
  const { db, tenant } = context;
  const names = new Map(people.map(({ email, name }) => [emailKey(email), name.trim()]));
  const said = [...names].flatMap(([email, name]) => (name ? [{ email, name }] : []));
  const named = await typeNames(db, tenant.id, said);
  if (named > 0) await recordAct(context, { act: 'roster.name', details: { named } });
  return named;
}
