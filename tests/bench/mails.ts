import { readInput } from '../../src/cli/messages.ts';
import type { OpenMessage } from '../../src/extract/message.ts';

/** The mails of folders, `.eml`, `.mbox` and `.jsonl` files. @throws Error where one cannot be read. */
export async function readMails(paths: string[]): Promise<OpenMessage[]> {
  const mails: OpenMessage[] = [];
  for await (const { where, read } of readInput(paths)) {
    try {
      mails.push(read());
    } catch (error) {
      throw new Error(`Cannot read ${where}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return mails;
}

/** Text only, shorter than 2 KB in UTF-16 units: what most people write. */
export const isShortAndPlain = ({ text, html }: OpenMessage): boolean => text !== null && !html && text.length < 2_048;

/**
 * HTML mails of `length` UTF-16 units: those given, with what makes real ones long around what the person wrote: a head
 * full of styles, a table of pictures and links as in newsletters above, the thread that is answered below. Every other
 * one is long above the signature, the others below it.
 */
export function inflated(mails: OpenMessage[], length: number): OpenMessage[] {
  return mails
    .filter(({ html }) => html)
    .map(({ headers, html }, number) => {
      const own = (html ?? '').replace(/<\/?(?:html|body)[^>]*>|<head>[\s\S]*?<\/head>/gi, '');
      const room = length - own.length - head.length - tail.length;
      const above = fill(newsletterRow, number % 2 === 0 ? room * 0.9 : room * 0.1);
      const below = fill(quotedReply, room - above.length);
      return { headers, text: null, html: `${head}${above}${own}${below}${tail}` };
    });
}

function fill(piece: (number: number) => string, length: number): string {
  let filled = '';
  for (let number = 0; filled.length < length; number++) filled += piece(number);
  return filled;
}

const head = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><style>
p.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}
@media only screen and (max-width:480px) { .column {width:100% !important; display:block !important} }
</style></head><body lang="EN-GB" link="#0563C1" vlink="#954F72">`;
const tail = '</body></html>';

const newsletterRow = (number: number): string => `
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse">
<tr><td class="column" width="50%" valign="top" style="padding:12px 24px;font-family:Arial,Helvetica,sans-serif">
<a href="https://news.example/${number}?utm_source=mail&amp;utm_medium=email" style="color:#1a73e8;text-decoration:none">
<img src="https://img.example/${number}.png" width="260" height="140" alt="Spring meeting ${number}" border="0"></a></td>
<td class="column" width="50%" valign="top" style="padding:12px 24px;font-size:14px;line-height:20px;color:#3c4043">
<p style="margin:0 0 8px"><b>What the meeting of week ${number} decided</b></p>
<p style="margin:0">The minutes are out &ndash; the board has agreed to the plan, and the dates for the workshops are fixed.
Please look at the list&nbsp;below and tell us by Friday whether you can come to one of them.</p></td></tr></table>`;

const quotedReply = (number: number): string => `
<div class="MsoNormal" style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">
<p class="MsoNormal"><b><span lang="EN-US">From:</span></b><span lang="EN-US"> Bo Kask &lt;bo.kask@example.com&gt;<br>
<b>Sent:</b> Tuesday, 4 March 2025 1${number % 10}:05<br><b>To:</b> Ana Ruiz &lt;ana@example.com&gt;<br>
<b>Subject:</b> RE: Dates for the workshops</span></p></div>
<p class="MsoNormal"><span style="mso-fareast-language:EN-US">Hello Ana,<o:p></o:p></span></p>
<p class="MsoNormal"><span style="mso-fareast-language:EN-US">thank you for the list; week ${number + 10} suits us best.
I have added two people who asked me on the phone yesterday.<o:p></o:p></span></p>
<p class="MsoNormal">Kind regards,<br>Bo Kask<br>Kask Logistics O&Uuml;<br>Tel. +372 555 0${100 + (number % 800)}</p>`;
