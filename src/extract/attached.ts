import { lazy } from '../contact/lazy.ts';
import { type Line, textOf } from './body-lines.ts';
import { namesSender } from './names-sender.ts';
import { withoutRule } from './paragraphs.ts';
import type { Sender } from './sender.ts';
import { isDelimiter } from './signature-lines.ts';

/**
 * Where nothing of the sender's follows: what a list's program adds, a patch that goes with the mail, and below their name
 * a program or a file that they put there.
 */
export function withoutParts(lines: Line[], sender: Sender): number {
  const patch = lines.findIndex(({ text }, i) => i > 0 && /^From [\da-f]{40} Mon Sep 17 00:00:00 2001/.test(text)); // as `git format-patch` writes it
  if (patch > 0) return patch;
  const isOwn = (text: string) => isDelimiter(text) || namesSender(text.slice(0, 150), sender) !== undefined;
  const isSigned = lazy((): boolean => lines.slice(0, first).some(({ text }) => isOwn(text)));
  const first = lines.findIndex(({ text }, i) => i > 0 && (isPart(text) || isListing(text)));
  let start: number | undefined;
  let own = -1;
  let inComment = false;
  for (let i = Math.max(first, 0); first > 0 && i < lines.length; i++) {
    const text = textOf(lines[i]);
    inComment ||= text.startsWith('/*');
    if (isPart(text) || (isListing(text) && (own > 0 || isSigned()))) start ??= i;
    else if (!inComment && !isComment(text) && isOwn(text)) [own, start] = [i, undefined];
    if (text.includes('*/')) inComment = false;
  }
  return start === undefined ? lines.length : withoutRule(lines, start);
}

const isPart = (text: string): boolean =>
  /^(?:-{5,} next part -{5,}\s*$|-{5,}\(end of broadcast\)-|diff -|Index: \S|(?:\*{3}|-{3}) \S+\s+\w{3} \w{3} )/.test(
    text,
  );

/** `------ CUT HERE ------`, `--- snip ---`, `-----8<-----`, `-- begin listing --`; the first line of a script or a program. */
const isListing = (text: string): boolean =>
  /^(?:#!\s?\/|#\s?(?:include\s?[<"]|define\s)|\/\*(?!.*\*\/)|;[a-z]{3,12}-\w{1,12}$|[-=_*#~+]{2}[-=_*#~+ ]{0,80}(?:[8%]<|>[8%]|(?:cut|snip)(?: here)?[^a-z]*$|begin (?:code|file|listing|program|script|source|sample|input|\w{1,40}\.\w{1,9})|(?:code|file|program|script) (?:begins|starts|follows)))/i.test(
    text,
  );

/** A remark in a program; not a line of a frame. */
const isComment = (text: string): boolean => /^\s*(?:[#*;%]|\/\/)(?!.*[#*]\s*$)/.test(text);

/** `<<plan.doc>>`, `(See attached file: plan.doc)`, `[ Part 2, Image/GIF ]`: names of files that a mail program puts below the text. */
export function withoutAttachments(lines: Line[], from: number): number {
  let end = from;
  for (let i = from - 1; i >= Math.max(0, from - 20); i--) {
    const text = lines[i]?.text.trim() ?? '';
    if (!text) continue;
    if (
      text.length > 200 ||
      !/^(?:(?:<<|\(See attached file:|- .{1,80}<< File: ).*\.\w{2,5}\s?(?:>>|\))|- [^/@:]{1,80}\.(?:docx?|xlsx?|pptx?|pdf|rtf|txt|zip|jpe?g|gif|png|tiff?|html?|vcf|csv)$|\[IMAGE\]$|\[ Part \d|\[ Unable to print)/i.test(
        text,
      )
    )
      break;
    end = i;
  }
  return end;
}
