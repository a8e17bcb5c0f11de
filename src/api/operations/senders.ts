import type { Operation } from '../operation.ts';
import * as s from '../schemas.ts';

/** Who the sender of an open message is. */
export const senders = {
  lookupSender: {
    summary: 'Who is the sender of the open message',
    access: 'enabled',
    write: false,
    body: s.SenderQuery,
    response: s.Sender,
  },
} as const satisfies Record<string, Operation>;
