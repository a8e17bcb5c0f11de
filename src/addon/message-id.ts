import type { MessageHeaders } from '../extract/message.ts';
import type { Call } from './call.ts';
import { clean } from './text.ts';

/**
 * What tells a mail from every other, the same for everyone who received it: its Message-ID without angle brackets. A mail
 * that has none is known by Gmail's own id.
 */
export function messageIdOf({ message }: Call, { messageId }: MessageHeaders): string {
  const bare = clean(messageId ?? '')
    .trim()
    .replace(/^<|>$/g, '');
  return (bare || (message?.id ?? '')).slice(0, 998);
}
