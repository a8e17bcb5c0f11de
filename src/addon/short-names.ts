import { type Change, type Node, rewritten } from './rewritten.ts';

/**
 * The script with `text[$a]` in place of `text.toLowerCase`, and `$b` in place of `'title'`, where the constants hold the name and
 * the text: 13 KB, since the names of the language and of Google's services can't be changed. Those are taken that it saves
 * most for.
 *
 * @throws Error for a script that is not one function, `var kites=(()=>{`, in which V8 finds the constants faster than
 *   among the globals.
 */
export async function withShortNames(code: string): Promise<string> {
  const constants = new Map<string, string>();
  const shorter = await rewritten(code, (nodes) => {
    const uses = [...membersIn(nodes), ...textsIn(nodes)];
    const used = new Set(nodes.filter(({ type }) => type === 'Identifier').map(({ value }) => value));
    const free = candidates.filter((name) => !used.has(name));
    for (const [i, name] of worthIt(uses).entries()) if (free[i] !== undefined) constants.set(name, free[i]);
    return uses.flatMap(({ name, as, start, end }): Change[] => {
      const constant = constants.get(name);
      return constant === undefined ? [] : [{ start, end, text: as(constant) }];
    });
  });
  if (constants.size === 0) return code;
  if (!beginning.test(shorter)) throw new Error('The script does not begin with one function');
  const held = [...constants].map(([name, constant]) => `${constant}=${JSON.stringify(name)}`);
  return shorter.replace(beginning, (whole) => `${whole}const ${held.join()};`);
}

const beginning = /^(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)*(?:"use strict";)?var \w+=\(\(\)=>\{(?:"use strict";)?/;

/** What loops ask for again and again: of these the file would be a fifth slower. */
const hot = new Set(['length', 'charCodeAt', 'test', 'exec']);

const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const reserved = new Set(['do', 'if', 'in']);

/** Names of two letters for the constants, as many as there may be, those first that the minifier does not give. */
const candidates: string[] = ['$', '_', ...letters]
  .flatMap((first) => [...letters, ...'0123456789'].map((second) => first + second))
  .filter((name) => !reserved.has(name));

/** A place where a constant may stand, in the parser's positions, and how it is written there. */
interface Use {
  name: string;
  start: number;
  end: number;
  as: (constant: string) => string;
}

/** Names behind a dot, from the end of the object to the end of the name. */
function membersIn(nodes: Node[]): Use[] {
  return nodes.flatMap(({ type, object, property }) => {
    if (type !== 'MemberExpression') return [];
    const { type: kind, value, span } = property as Node;
    const start = (object as Node).span.end;
    const isDot = span.start === start + 1; // and no `?.`
    if (kind !== 'Identifier' || !isDot || hot.has(String(value))) return [];
    return [{ name: String(value), start, end: span.end, as: (constant: string) => `[${constant}]` }];
  });
}

/** Texts that are values: no keys of objects, no directives, nothing with a backslash or in other letters. */
function textsIn(nodes: Node[]): Use[] {
  const others = new Set(
    nodes.flatMap((node) => [
      node.type === 'ExpressionStatement' && node.expression,
      node.type === 'TaggedTemplateExpression' && node.template,
    ]),
  );
  return nodes.flatMap((node) => {
    const name = others.has(node) ? undefined : textOf(node);
    return name !== undefined && plain.test(name) ? [{ name, ...node.span, as: (constant: string) => constant }] : [];
  });
}

const plain = /^[ !#-[\]-_a-~]+$/; // what JSON and each kind of quotation mark write alike

function textOf(node: Node): string | undefined {
  if (node.type === 'StringLiteral') return String(node.value);
  const [first, ...rest] = node.type === 'TemplateLiteral' ? (node.quasis as Node[]) : [];
  return first && rest.length === 0 ? String(first.raw) : undefined;
}

/** The names that are shorter where they are used and once in `,$a="…"`, those first that save most. */
function worthIt(uses: Use[]): string[] {
  const saved = new Map<string, number>();
  for (const { name, start, end, as } of uses)
    saved.set(name, (saved.get(name) ?? -name.length - 6) + (end - start) - as('$a').length);
  return [...saved]
    .filter(([, bytes]) => bytes > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([name]) => name);
}
