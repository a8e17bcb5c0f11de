import { type Node, rewritten } from './rewritten.ts';

/**
 * The script with `text[$a]` in place of `text.length`, where the variable holds the name: 7 KB, since the names of the language
 * and of Google's services can't be changed. Those names are taken that it saves most for.
 */
export async function withShortMembers(code: string): Promise<string> {
  const variables = new Map<string, string>();
  const shorter = await rewritten(code, (nodes) => {
    const members = nodes.flatMap((node) => (node.type === 'MemberExpression' ? memberOf(node) : []));
    const used = new Set(nodes.filter(({ type }) => type === 'Identifier').map(({ value }) => value));
    const free = candidates.filter((name) => !used.has(name));
    for (const [i, name] of worthIt(members.map(({ name }) => name)).entries())
      if (free[i] !== undefined) variables.set(name, free[i]);
    return members.flatMap(({ name, start, end }) => {
      const variable = variables.get(name);
      return variable === undefined ? [] : [{ start, end, text: `[${variable}]` }];
    });
  });
  const held = [...variables].map(([name, variable]) => `${variable}="${name}"`);
  if (held.length === 0) return code;
  const start = directive.exec(shorter)?.[0].length ?? 0;
  return `${shorter.slice(0, start)}var ${held.join()};${shorter.slice(start)}`;
}

/** What has to stay first, the comments above it too. */
const directive = /^(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)*"use strict";/;

/** Names of two letters for the variables, as many as there may be. */
const candidates: string[] = ['$', '_'].flatMap((first) =>
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'].map((letter) => first + letter),
);

/** The name behind the dot, and the stretch from the end of the object to the end of the name. */
function memberOf({ object, property }: Node): { name: string; start: number; end: number }[] {
  const { type, value, span } = property as Node;
  return type === 'Identifier' ? [{ name: String(value), start: (object as Node).span.end, end: span.end }] : [];
}

/** The names that are shorter as `[$a]` where they are used and once in `,$a="…"`, those first that save most. */
function worthIt(used: string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of used) counts.set(name, (counts.get(name) ?? 0) + 1);
  const saved = ([name, count]: [string, number]): number => count * (name.length - 3) - (name.length + 6);
  return [...counts]
    .filter((entry) => saved(entry) > 0)
    .sort((a, b) => saved(b) - saved(a))
    .map(([name]) => name);
}
