import { escapeText } from 'entities';
import { Parser } from 'htmlparser2';

const blocks = new Set(
  'address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const hidden = new Set(['head', 'script', 'style', 'template', 'title', 'noscript']);

/** The parser slows down with each open element; no mail that is meant to be read nests deeper, and the rest is left out. */
const deepest = 5_000;
const chunk = 10_000;

/** HTML as plain lines: block elements begin and end one, cells are a space apart, white space collapses outside `pre`. */
export function plainTextFromHtml(html: string): string {
  const lines: string[] = [];
  /** Of the line being written, none empty. The parser gives a text in very many, so they are joined once. */
  let pieces: string[] = [];
  let depth = 0;
  let hiddenDepth = 0;
  let preDepth = 0;
  const write = (text: string): void => {
    if (text !== '') pieces.push(text);
  };
  const breakLine = (): void => {
    lines.push(pieces.join('').trimEnd());
    pieces = [];
  };
  const endLine = (): void => {
    if (pieces.some((piece) => piece.trim() !== '')) breakLine();
    else pieces = [];
  };
  const parser = new Parser({
    onopentagname(name) {
      depth += 1;
      if (hidden.has(name)) hiddenDepth += 1;
      if (name === 'pre') preDepth += 1;
      if (name === 'br') breakLine();
      if ((name === 'td' || name === 'th') && pieces.length > 0) write(' ');
      if (blocks.has(name)) endLine();
    },
    ontext(text) {
      if (hiddenDepth > 0) return;
      if (preDepth > 0) {
        const [first = '', ...rest] = text.split(/\r\n?|\n/);
        write(first);
        for (const next of rest) {
          breakLine();
          write(next);
        }
        return;
      }
      const collapsed = text.replace(/[\t\n\f\r ]+/g, ' ');
      const before = pieces.at(-1);
      write(before === undefined || before.endsWith(' ') ? collapsed.replace(/^ /, '') : collapsed);
    },
    onclosetag(name) {
      depth -= 1;
      if (hidden.has(name)) hiddenDepth = Math.max(0, hiddenDepth - 1);
      if (name === 'pre') preDepth = Math.max(0, preDepth - 1);
      if (blocks.has(name)) endLine();
      if (name === 'p') breakLine();
    },
  });
  for (let at = 0; at < html.length && depth < deepest; at += chunk) parser.write(html.slice(at, at + chunk));
  parser.end();
  endLine();
  return lines.join('\n').trim();
}

/** A mail without HTML, as getBody gives it. */
export const htmlFromText = (text: string): string => escapeText(text).replace(/\r\n?|\n/g, '<br>\n');
