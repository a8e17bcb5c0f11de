import { clean } from '../contact/clean.ts';
import type { MessageHeaders } from './message.ts';

/**
 * What tells a mail from every other, the same for everyone who received it: its Message-ID without angle brackets. A mail
 * that has none is known by Gmail's own id.
 */
export function messageIdOf({ messageId }: MessageHeaders, gmailId: string): string {
  const bare = clean(messageId ?? '')
    .trim()
    .replace(/^<|>$/g, '');
  return (bare || gmailId).slice(0, 998);
}
