import type { gmail_v1 } from '@googleapis/gmail';
import type { Found } from './keep-findings.ts';
import { messageFromGmail } from './message-from-gmail.ts';
import { metBy } from './met-by.ts';
import { type Readers, readMessage } from './read-message.ts';
import type { Selection } from './selection.ts';

/** What became of a mail that Gmail was asked for; undefined is one that is not there any more. */
export function foundIn(
  message: gmail_v1.Schema$Message | undefined,
  selection: Selection,
  readers: Readers = {},
  onUnreadable: (error: Error) => void = () => {},
): Found {
  if (!message) return { skip: 'gone' };
  try {
    const read = messageFromGmail(message);
    const met = selection.activity ? metBy(read, selection) : undefined;
    return { ...readMessage(read, selection, readers), date: read.date.toISOString(), ...(met && { met }) };
  } catch (error) {
    onUnreadable(error as Error);
    return { skip: 'unreadable' };
  }
}
