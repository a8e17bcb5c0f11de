import { refuse } from '../api/api-error.ts';
import type { MailboxCall } from '../api/method.ts';
import { oneOf, texts } from '../api/params.ts';
import { messageResource } from './payload.ts';
import { metadataOnly } from './scopes.ts';

export const getParams = { format: oneOf('minimal', 'full', 'raw', 'metadata'), metadataHeaders: texts };

/** users.messages.get. An id that is no id is refused otherwise than one that is not there. */
export function getMessage({ access, mailbox, path, query }: MailboxCall<typeof getParams>): object {
  const { format = 'full', metadataHeaders } = query;
  if (metadataOnly(access) && (format === 'full' || format === 'raw')) refuse('metadata-scope-format');
  const id = path.id ?? '';
  if (!/^[0-9a-f]{1,16}$/i.test(id) || BigInt(`0x${id}`) >= 2n ** 63n) refuse('invalid-id');
  const ref = mailbox.find(id.toLowerCase()) ?? refuse('not-found');
  return messageResource(ref, mailbox.mail(ref), format, metadataHeaders);
}
