import { emailKey } from '../../contact/normalize.ts';
import type { Context } from '../context.ts';
import { ownersOf } from '../sql/contact-emails.ts';
import { insertEncounters } from '../sql/encounters.ts';

/** By which mail the user met whom. */
export interface Met {
  addresses: string[];
  messageId: string;
  /** In ISO 8601. */
  date: string;
}

/** Keeps that the user had these mails with those of the addresses that are contacts'; of others nothing is kept. */
export async function noteMet({ db, tenant, user }: Context, mails: Met[]): Promise<void> {
  const keyed = mails.map((met) => ({ ...met, keys: [...new Set(met.addresses.map(emailKey))].slice(0, 50) }));
  const owners = await ownersOf(db, tenant.id, [...new Set(keyed.flatMap(({ keys }) => keys))]);
  const met = keyed.flatMap(({ keys, messageId, date }) => {
    const contacts = new Set(keys.flatMap((key) => owners.get(key) ?? []));
    return [...contacts].map((contactId) => ({ contactId, user: user.email, messageId, at: new Date(date) }));
  });
  await insertEncounters(db, tenant.id, met);
}
