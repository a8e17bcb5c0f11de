import { type Node, rewritten } from './rewritten.ts';

/**
 * The script with `text[$a]` in place of `text.toLowerCase`, where the constant holds the name: 10 KB, since the names of the
 * language and of Google's services can't be changed. Those names are taken that it saves most for.
 *
 * @throws Error for a script that is not one function, `var kites=(()=>{`, in which V8 finds the constants faster than
 *   among the globals.
 */
export async function withShortMembers(code: string): Promise<string> {
  const constants = new Map<string, string>();
  const shorter = await rewritten(code, (nodes) => {
    const members = nodes.flatMap((node) => (node.type === 'MemberExpression' ? memberOf(node) : []));
    const used = new Set(nodes.filter(({ type }) => type === 'Identifier').map(({ value }) => value));
    const free = candidates.filter((name) => !used.has(name));
    for (const [i, name] of worthIt(members.map(({ name }) => name)).entries())
      if (free[i] !== undefined) constants.set(name, free[i]);
    return members.flatMap(({ name, start, end }) => {
      const constant = constants.get(name);
      return constant === undefined ? [] : [{ start, end, text: `[${constant}]` }];
    });
  });
  if (constants.size === 0) return code;
  if (!beginning.test(shorter)) throw new Error('The script does not begin with one function');
  const held = [...constants].map(([name, constant]) => `${constant}="${name}"`);
  return shorter.replace(beginning, (whole) => `${whole}const ${held.join()};`);
}

const beginning = /^(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)*(?:"use strict";)?var \w+=\(\(\)=>\{(?:"use strict";)?/;

/** What loops ask for again and again: of these the file would be a fifth slower. */
const hot = new Set(['length', 'charCodeAt', 'test', 'exec']);

/** Names of two letters for the constants, as many as there may be. */
const candidates: string[] = ['$', '_'].flatMap((first) =>
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'].map((letter) => first + letter),
);

/** The name behind the dot, and the stretch from the end of the object to the end of the name. */
function memberOf({ object, property }: Node): { name: string; start: number; end: number }[] {
  const { type, value, span } = property as Node;
  const isDot = span.start === (object as Node).span.end + 1; // and no `?.`
  return type === 'Identifier' && isDot
    ? [{ name: String(value), start: (object as Node).span.end, end: span.end }]
    : [];
}

/** The names that are shorter as `[$a]` where they are used and once in `,$a="…"`, those first that save most. */
function worthIt(used: string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of used) if (!hot.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const saved = ([name, count]: [string, number]): number => count * (name.length - 3) - (name.length + 6);
  return [...counts]
    .filter((entry) => saved(entry) > 0)
    .sort((a, b) => saved(b) - saved(a))
    .map(([name]) => name);
}
