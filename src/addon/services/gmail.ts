import { headersFrom } from '../../extract/headers.ts';
import type { MessageHeaders, OpenMessage } from '../../extract/message.ts';
import type { Call } from '../call.ts';
import { Problem } from '../problem.ts';
import { permissionMissing } from './permission.ts';

export interface ReadMessage extends OpenMessage {
  date: Date;
}

/** The open message's headers; no body is read. */
export function readHeaders(call: Call): MessageHeaders {
  return withMessage(call, headersOf);
}

/** The open message with its bodies. Only for a button's callback: the scope gives bodies upon a click alone. */
export function readMessage(call: Call): ReadMessage {
  return withMessage(call, (message) => ({
    headers: headersOf(message),
    text: message.getPlainBody() || null,
    html: message.getBody() || null,
    date: new Date(message.getDate().getTime()),
  }));
}

/** @throws Problem `message-closed` when the message's access token has expired or the message is gone. */
function withMessage<T>(call: Call, read: (message: GoogleAppsScript.Gmail.GmailMessage) => T): T {
  if (!call.message) throw new Problem('message-closed', 'No message is open');
  try {
    GmailApp.setCurrentMessageAccessToken(call.message.accessToken);
    return read(GmailApp.getMessageById(call.message.id));
  } catch (cause) {
    if (permissionMissing()) throw new Problem('permission-missing', 'A scope for the open message was not granted');
    throw new Problem('message-closed', 'The open message could not be read', { cause });
  }
}

function headersOf(message: GoogleAppsScript.Gmail.GmailMessage): MessageHeaders {
  return headersFrom((name) => message.getHeader(name) || undefined);
}
