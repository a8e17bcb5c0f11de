import { escapeText } from 'entities';
import { Parser } from 'htmlparser2';

const blocks = new Set(
  'address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const hidden = new Set(['head', 'script', 'style', 'template', 'title', 'noscript']);

/** HTML as plain lines: block elements begin and end one, cells are a space apart, white space collapses outside `pre`. */
export function plainTextFromHtml(html: string): string {
  const lines: string[] = [];
  let line = '';
  let hiddenDepth = 0;
  let preDepth = 0;
  const breakLine = (): void => {
    lines.push(line.trimEnd());
    line = '';
  };
  const endLine = (): void => {
    if (line.trim() === '') line = '';
    else breakLine();
  };
  const parser = new Parser({
    onopentagname(name) {
      if (hidden.has(name)) hiddenDepth += 1;
      if (name === 'pre') preDepth += 1;
      if (name === 'br') breakLine();
      if ((name === 'td' || name === 'th') && line !== '') line += ' ';
      if (blocks.has(name)) endLine();
    },
    ontext(text) {
      if (hiddenDepth > 0) return;
      if (preDepth > 0) {
        const [first = '', ...rest] = text.split(/\r\n?|\n/);
        line += first;
        for (const next of rest) {
          breakLine();
          line = next;
        }
        return;
      }
      const collapsed = text.replace(/[\t\n\f\r ]+/g, ' ');
      line += line === '' || line.endsWith(' ') ? collapsed.replace(/^ /, '') : collapsed;
    },
    onclosetag(name) {
      if (hidden.has(name)) hiddenDepth = Math.max(0, hiddenDepth - 1);
      if (name === 'pre') preDepth = Math.max(0, preDepth - 1);
      if (blocks.has(name)) endLine();
      if (name === 'p') breakLine();
    },
  });
  parser.end(html);
  endLine();
  return lines.join('\n').trim();
}

/** A mail without HTML, as getBody gives it. */
export const htmlFromText = (text: string): string => escapeText(text).replace(/\r\n?|\n/g, '<br>\n');
