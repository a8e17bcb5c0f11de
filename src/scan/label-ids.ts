import type { LinkageKey } from '../store/sql/linkages.ts';
import type { GmailMailbox } from './google/gmail-mailbox.ts';

/** The ids that Gmail gives to labels in each mailbox, kept for a while, since an admin names them once for all. */
export class LabelIds {
  private readonly known = new Map<string, { ids: Map<string, string>; at: number }>();

  /** Of the labels that the mailbox has; the inbox when none is named. */
  async of(gmail: GmailMailbox, { tenant, email }: LinkageKey, names: string[], now: Date): Promise<string[]> {
    if (names.length === 0) return ['INBOX'];
    const key = `${tenant} ${email}`;
    const kept = this.known.get(key);
    const fresh = kept && now.getTime() - kept.at < keptMilliseconds;
    const ids = fresh ? kept.ids : await gmail.labels();
    if (!fresh) {
      this.known.set(key, { ids, at: now.getTime() });
      if (this.known.size > 20_000) this.known.delete(this.known.keys().next().value as string);
    }
    return names.flatMap((name) => ids.get(name.toLowerCase()) ?? []);
  }
}

const keptMilliseconds = 6 * 60 * 60 * 1000;
