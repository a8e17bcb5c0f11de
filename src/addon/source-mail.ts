import type { Suggestion } from '../api/types.ts';
import type { Call } from './call.ts';
import { dayText } from './dates.ts';
import type { Identity } from './services/identity.ts';

/** Which mail an automatic suggestion was made from, in words, and where Gmail shows it. */
export interface SourceMail {
  text: string;
  url?: string;
}

/** What is said of a suggestion's mail; nothing where the user asked for it beside the open mail. */
export const sourceMail =
  (call: Call, { email }: Pick<Identity, 'email'>) =>
  ({ source, createdAt }: Suggestion): SourceMail | undefined => {
    if (source.way !== 'background') return undefined;
    const text = call.t.automatic.from(dayText(call, source.date ?? createdAt));
    const thread = source.gmailThreadId;
    const account = encodeURIComponent(email);
    return {
      text,
      url: thread && `https://mail.google.com/mail/?authuser=${account}#all/${encodeURIComponent(thread)}`,
    };
  };
