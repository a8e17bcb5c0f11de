import { emailKey } from '../../contact/normalize.ts';
import type { Context } from '../context.ts';
import { ownersOf } from '../sql/contact-emails.ts';
import { recordEncounter } from './record-encounter.ts';

/** By which mail the user met whom. */
export interface Met {
  addresses: string[];
  messageId: string;
  /** In ISO 8601. */
  date: string;
}

/** Keeps that the user had this mail with those of the addresses that are contacts'; of others nothing is kept. */
export async function noteMet(context: Context, { addresses, messageId, date }: Met): Promise<void> {
  const keys = [...new Set(addresses.map(emailKey))].slice(0, 50);
  const owners = await ownersOf(context.db, context.tenant.id, keys);
  for (const contactId of new Set(owners.values())) {
    await recordEncounter(context, contactId, { messageId, date, way: 'background' });
  }
}
