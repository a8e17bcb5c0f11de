import { Parser } from 'htmlparser2';
import type { GmailMessageData } from '../apps-script/types.ts';

const maxHtmlLength = 200_000;
const maxTextLength = 20_000;

/** A mail's words on one line, for the snippet and the search: the text body, else what the HTML body shows. */
export function plainText({ text, html }: Pick<GmailMessageData, 'text' | 'html'>): string {
  const words = text?.trim() ? text.slice(0, maxTextLength * 2) : html ? textOfHtml(html.slice(0, maxHtmlLength)) : '';
  return words.replace(/\s+/g, ' ').trim().slice(0, maxTextLength);
}

function textOfHtml(html: string): string {
  let text = '';
  let hidden = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (isHidden(name)) hidden += 1;
      text += ' ';
    },
    onclosetag: (name) => {
      if (isHidden(name)) hidden = Math.max(0, hidden - 1);
      if (name !== 'span' && name !== 'b') text += ' ';
    },
    ontext: (piece) => {
      if (hidden === 0 && text.length < maxTextLength * 2) text += piece;
    },
  });
  parser.end(html);
  return text;
}

const isHidden = (name: string) => name === 'style' || name === 'script' || name === 'title' || name === 'head';
