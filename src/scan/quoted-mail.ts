import type { GmailMessage } from './message-from-gmail.ts';

/**
 * The mail that a mail answers, as the answer quotes it: with `>` before its lines, below a line that names its sender's
 * address (`On …, Eva Rossi <eva@example.com> wrote:`). Undefined when it quotes none.
 */
export function quotedMail(answer: GmailMessage): GmailMessage | undefined {
  const lines = (answer.text ?? '').split(/\r?\n/).slice(0, longestText);
  const at = lines.findIndex((_, index) => senderIn(lines, index) && isQuoted(nextText(lines, index + 1)));
  const from = at < 0 ? undefined : senderIn(lines, at);
  if (!from) return undefined;
  const quoted = lines.slice(at + 1).filter(isQuoted);
  return {
    ...answer,
    headers: {
      from,
      to: answer.headers.from,
      ...(answer.inReplyTo && { messageId: answer.inReplyTo }),
    },
    text: quoted.map((line) => line.replace(/^> ?/, '')).join('\n'),
    html: null,
  };
}

const longestText = 5_000;
const isQuoted = (line: string): boolean => line.startsWith('>');
const nextText = (lines: string[], from: number): string =>
  lines.slice(from, from + 3).find((line) => line.trim()) ?? '';

/** The sender as a From header; the line may have been broken before or after the address. */
function senderIn(lines: string[], at: number): string | undefined {
  const line = lines[at] ?? '';
  if (isQuoted(line) || line.length > 300 || !/[:：]\s*$/.test(line)) return undefined;
  const whole = `${(lines[at - 1] ?? '').slice(-200)} ${line}`;
  const [, before = '', address] = /([^<>]{0,200})<([^\s<>@]{1,64}@[^\s<>@]{1,255})>[^<>]{0,60}$/.exec(whole) ?? [];
  if (!address) return undefined;
  const name = (before.split(/[,、\d:：]/).at(-1) ?? '').replace(/["\\]/g, '').trim();
  return name ? `"${name}" <${address}>` : address;
}
