import type { Undone } from '../api/types.ts';
import type { ContactContent } from '../contact/values.ts';
import type { ContactImage } from './sql/contact-values.ts';

export type UndoKind = Undone['kind'];

/** One thing an act did, with what it takes to take it back; `left` is what must still hold for that. */
export type UndoStep =
  | { type: 'suggestion'; id: string; left: 'accepted' | 'dismissed' }
  /**
   * Made (without `before`) or changed a contact. `left` is absent where its content stayed the same; `acceptances`: how
   * many accepted suggestions came to rest on it.
   */
  | { type: 'contact'; id: string; before?: ContactImage; left?: ContactContent; acceptances: number }
  | { type: 'contact-removed'; id: string }
  /** Kept that a user has had a message of the contact. */
  | { type: 'encounter'; contactId: string; user: string; messageId: string }
  /** Counted a new contact in that period. */
  | { type: 'quota'; period: string };

export type StepOf<T extends UndoStep['type']> = Extract<UndoStep, { type: T }>;
