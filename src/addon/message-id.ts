import type { MessageHeaders } from '../extract/message.ts';
import { messageIdOf as messageId } from '../extract/message-id.ts';
import type { Call } from './call.ts';

/** The Message-ID of the open mail, or Gmail's own id of one that has none. */
export const messageIdOf = ({ message }: Call, headers: MessageHeaders): string =>
  messageId(headers, message?.id ?? '');
