import { removeOldAuditEntries } from '../sql/audit-entries.ts';
import { removeEventsBefore } from '../sql/contact-events.ts';
import { removeMailsBefore } from '../sql/outgoing-mails.ts';
import type { Db } from '../sql/schema.ts';
import { removeClosedSuggestions } from '../sql/suggestions.ts';
import { listTenants } from '../sql/tenants.ts';
import { asOperatorBriefly } from '../sql/transaction.ts';
import { removeDeliveriesBefore } from '../sql/webhooks.ts';
import { removeExpired } from './remove-expired.ts';

/**
 * Forgets what no organisation need keep any longer, much of it as its settings say. A dismissed suggestion is counted from the day
 * it would have run out, and stays while its dismissal can be undone.
 */
export async function cleanUp(db: Db, now: Date): Promise<void> {
  await removeExpired(db, now);
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 60 * 60 * 1000);
  for (const { id, settings } of await listTenants(db)) {
    const closedHours = Math.max(settings.closedSuggestionDays * 24, settings.undoHours);
    await asOperatorBriefly(db, async (trx) => {
      await removeClosedSuggestions(trx, id, hoursAgo(closedHours));
      await removeDeliveriesBefore(trx, id, hoursAgo(keptEventDays * 24));
      await removeEventsBefore(trx, id, hoursAgo(keptEventDays * 24));
      await removeMailsBefore(trx, id, hoursAgo(keptMailDays * 24));
      await removeOldAuditEntries(trx, id);
    });
  }
}

/** What became of contacts, and what webhooks were told of it. */
const keptEventDays = 30;
const keptMailDays = 90;
