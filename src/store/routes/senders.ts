import { lookupSender } from '../commands/lookup-sender.ts';
import type { Handlers } from './handlers.ts';

export const senders: Handlers<'lookupSender'> = {
  lookupSender: (context, { body }) => lookupSender(context, body),
};
