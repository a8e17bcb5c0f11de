import type { Undone } from '../api/types.ts';
import type { ContactContent } from '../contact/values.ts';
import type { MergeRecord } from './sql/contact-merges.ts';
import type { ContactImage } from './sql/contact-values.ts';
import type { SuppressionImage } from './sql/suppressions.ts';

export type UndoKind = Undone['kind'];

/** One thing an act did, with what it takes to take it back; `left` is what must still hold for that. */
export type UndoStep =
  | { type: 'suggestion'; id: string; left: 'accepted' | 'dismissed' }
  /**
   * Made (without `before`) or changed a contact. `left` is absent where its content stayed the same; `acceptances`: how
   * many accepted suggestions came to rest on it.
   */
  | { type: 'contact'; id: string; before?: ContactImage; left?: ContactContent; acceptances: number }
  /** Kept that a user has had a message of the contact. */
  | { type: 'encounter'; contactId: string; user: string; messageId: string }
  | { type: 'contact-removed'; id: string; name: string; addresses: string[] }
  /** `id`: of the merge; `apart`: the two were kept apart before. */
  | { type: 'merge'; id: string; contact: string; other: string; apart: boolean }
  | { type: 'unmerge'; merge: Omit<MergeRecord, 'mergedAt'> & { mergedAt: string }; survivor: Split; other: Split }
  /** Put somebody on a list of whom not to suggest, or took them off it. */
  | { type: 'suppression'; id: string }
  | { type: 'suppression-removed'; rows: SuppressionImage }
  /** Counted a new contact in that period. */
  | { type: 'quota'; period: string };

/** One of two contacts that were split: before it, and as it was left. */
interface Split {
  id: string;
  before: ContactImage;
  left: ContactContent;
}

export type StepOf<T extends UndoStep['type']> = Extract<UndoStep, { type: T }>;

/** The contacts a step is about, the one that users think of first. */
export function contactsOf(step: UndoStep): string[] {
  if (step.type === 'merge') return [step.contact, step.other];
  if (step.type === 'unmerge') return [step.survivor.id, step.other.id];
  return step.type === 'contact' || step.type === 'contact-removed' ? [step.id] : [];
}
