import type { GmailMailbox } from './google/gmail-mailbox.ts';
import type { Selection, SkipReason } from './selection.ts';

/**
 * Why older mail is not read though it has a label whose mail is: a reason for each mail that the search leaves out by its
 * category. Only ids are asked for, four hundred times cheaper by the mail than to read it.
 */
export async function leftOutByCategory(
  gmail: GmailMailbox,
  { labelIds, leftOut }: Selection,
  since: string,
): Promise<SkipReason[]> {
  const reasons = new Map<string, SkipReason>();
  if (leftOut.length === 0) return [];
  for (const labelId of labelIds) {
    const found = await gmail.listAll(leftOut.map(({ label }) => ({ labelIds: [labelId, label], q: since })));
    for (const [at, ids] of found.entries())
      for (const id of ids) if (!reasons.has(id)) reasons.set(id, (leftOut[at] as { reason: SkipReason }).reason);
  }
  return [...reasons.values()];
}
