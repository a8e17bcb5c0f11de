import { h } from '../dom.ts';
import { linkTarget } from './link.ts';

/**
 * Card text with the formatting Gmail allows (`b i u s font a time br`) as nodes. Anything else that looks like a tag is
 * left out and its content shown; references such as `&amp;` are read; line breaks stay. Linear in the text's length.
 */
export function formattedText(text: string, options: { links: boolean } = { links: true }): DocumentFragment {
  const root = document.createDocumentFragment();
  const open: { name: string; node: Node }[] = [];
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf('<', at);
    const tag = start < 0 ? undefined : readTag(text, start);
    const end = start < 0 ? text.length : tag ? start : start + 1;
    innermost(root, open).appendChild(document.createTextNode(decoded(text.slice(at, end))));
    at = end;
    if (!tag) continue;
    at = tag.end;
    if (tag.closing) close(open, tag.name);
    else if (tag.name === 'br') innermost(root, open).appendChild(h('br'));
    else if (open.length < maxDepth) {
      const element = elementFor(tag, options);
      if (!element) continue;
      innermost(root, open).appendChild(element);
      open.push({ name: tag.name, node: element });
    }
  }
  return root;
}

const maxDepth = 16;
const maxTagLength = 2_100;

const innermost = (root: Node, open: { node: Node }[]): Node => open.at(-1)?.node ?? root;

interface Tag {
  name: string;
  closing: boolean;
  attributes: string;
  /** Where the text goes on. */
  end: number;
}

/** The tag that begins at `start`; undefined where the `<` is only a character. */
function readTag(text: string, start: number): Tag | undefined {
  const head = /^<(\/?)([a-zA-Z][a-zA-Z0-9]{0,15})(?=[\s/>])/.exec(text.slice(start, start + 20));
  if (!head) return undefined;
  const length = text.slice(start, start + maxTagLength).indexOf('>');
  if (length < 0) return undefined;
  return {
    name: (head[2] as string).toLowerCase(),
    closing: head[1] === '/',
    attributes: text.slice(start + head[0].length, start + length),
    end: start + length + 1,
  };
}

function close(open: { name: string }[], name: string): void {
  const at = open.findLastIndex((element) => element.name === name);
  if (at >= 0) open.length = at;
}

function elementFor({ name, attributes }: Tag, options: { links: boolean }): HTMLElement | undefined {
  if (name === 'b' || name === 'i' || name === 'u' || name === 's' || name === 'time') return h(name);
  if (name === 'font') {
    const element = h('span');
    element.style.color = safeColor(attribute(attributes, 'color')) ?? '';
    return element;
  }
  if (name === 'a' && options.links) {
    const href = linkTarget(attribute(attributes, 'href'));
    return href ? h('a', { href, target: '_blank', rel: 'noopener noreferrer' }) : h('span');
  }
  return undefined;
}

function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}\\s?=\\s?(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  const raw = value?.[1] ?? value?.[2] ?? value?.[3];
  return raw === undefined ? undefined : decoded(raw);
}

const safeColor = (color: string | undefined) =>
  color && /^(?:#[0-9a-f]{3}|#[0-9a-f]{6}|[a-z]{3,20})$/i.test(color) ? color : undefined;

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (all, decimal, hex, name) => {
    if (name) return named[name.toLowerCase()] ?? all;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
