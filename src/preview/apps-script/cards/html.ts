import { decodeHTML } from 'entities';

/** The tags, and the one attribute that some of them take. */
const attributes: Record<string, string[]> = {
  a: ['href'],
  b: [],
  br: [],
  font: ['color'],
  i: [],
  s: [],
  time: ['datetime'],
  u: [],
};

/**
 * What is wrong with the little HTML that TextParagraph and DecoratedText show: `b i u s font a time br`. Any other tag,
 * and a `<` that begins none, means text from outside that was not escaped; Gmail would drop it or worse. Stops at the
 * first of those, which also keeps it linear.
 */
export function htmlProblems(html: string, linkProblems: (url: string) => string[]): string[] {
  const problems: string[] = [];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const tag = readTag(html.slice(at, html.indexOf('>', at) + 1));
    if (!tag) {
      const written = html.slice(at, at + 30);
      return [...problems, `"${written}" is not one of the tags b i u s font a time br: escape text from outside`];
    }
    if (tag.href !== undefined) problems.push(...linkProblems(tag.href));
  }
  return problems;
}

/** A tag that is allowed, with allowed attributes only; undefined otherwise. */
function readTag(tag: string): { href?: string } | undefined {
  const [, slash, name = '', rest = ''] = /^<(\/?)([a-z]+)(?![a-z])([^<>]*)>$/i.exec(tag) ?? [];
  const allowed = Object.hasOwn(attributes, name.toLowerCase()) ? attributes[name.toLowerCase()] : undefined;
  if (!allowed) return undefined;
  const written = rest.replace(/\/$/, '').trim();
  if (written === '') return {};
  const [, attribute = '', double, single] = /^([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)')$/i.exec(written) ?? [];
  if (slash || !allowed.includes(attribute.toLowerCase())) return undefined;
  return attribute.toLowerCase() === 'href' ? { href: decodeHTML(double ?? single ?? '') } : {};
}
