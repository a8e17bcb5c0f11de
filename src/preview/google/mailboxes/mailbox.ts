/** A mail as the emulated Gmail keeps it. Header values are decoded and unfolded, as Gmail's API gives them. */
export interface Mail {
  headers: { name: string; value: string }[];
  text: string | null;
  html: string | null;
  attachments?: { filename: string; mimeType: string; sizeBytes: number }[];
}

/** What Gmail knows of a message besides its content. */
export interface MessageRef {
  /** Hexadecimal, less than 2^63. */
  id: string;
  threadId: string;
  labelIds: readonly string[];
  /** Milliseconds since 1970. */
  internalDate: number;
  /** Of the last change to this message. */
  historyId: number;
}

export type ChangeType = 'messageAdded' | 'messageDeleted' | 'labelAdded' | 'labelRemoved';

export interface Change {
  /** Increasing, with gaps. */
  historyId: number;
  type: ChangeType;
  message: MessageRef;
  /** The labels that came or went; for the label changes only. */
  labelIds?: readonly string[];
}

/** What the Gmail API reads. Nothing here need be in memory: a generated mailbox computes each answer. */
export interface GmailMailbox {
  /** Of the latest change. */
  historyId(): number;
  messagesTotal(): number;
  threadsTotal(): number;
  /** Newest first; with `after`, those that follow this message, which itself may be gone by now. */
  newestFirst(after?: { internalDate: number; id: string }): Iterable<MessageRef>;
  find(id: string): MessageRef | undefined;
  mail(ref: MessageRef): Mail;
  /** Oldest first; undefined when Gmail no longer keeps changes from so long ago, or `historyId` was never reached. */
  changesAfter(historyId: number): Iterable<Change> | undefined;
  /** Calls back with each change from now on; gives a function that ends it. */
  watch(watcher: (change: Change) => void): () => void;
}

/** Labels of Gmail's own; a mailbox may have others. */
export const systemLabels = [
  'INBOX',
  'SENT',
  'DRAFT',
  'SPAM',
  'TRASH',
  'CHAT',
  'UNREAD',
  'STARRED',
  'IMPORTANT',
  'CATEGORY_PERSONAL',
  'CATEGORY_SOCIAL',
  'CATEGORY_PROMOTIONS',
  'CATEGORY_UPDATES',
  'CATEGORY_FORUMS',
] as const;
