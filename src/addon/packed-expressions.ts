import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type CallExpression, type Expression, type ModuleItem, parse, print, type RegExpLiteral } from '@swc/core';
import { type Plugin, transform } from 'esbuild';
import { unpacking } from './packed-tables.ts';
import { withoutTrace } from './without-trace.ts';

/**
 * An esbuild plugin that packs the regular expressions of extraction together: in a function, `/…/u` becomes `expression(4)`, made when
 * it is first asked for, and `.test(text)` of one becomes `tested(4, text)`, `.exec(text)` `executed(4, text)`: 2.5 KB. V8 checks the syntax of every literal whenever it reads the script, which for `\p{…}` takes long: half of the time
 * that the script took to evaluate.
 */
export const packedExpressions = (root: string): Plugin => ({
  name: 'packed-expressions',
  setup({ onLoad, onResolve }) {
    const literals = new Map<string, number>();
    const reading = modulesIn(path.join(root, 'src/extract')).then(async (files) => {
      const written = new Map<string, string>();
      for (const file of files) {
        const { code } = await transform(await readFile(file, 'utf8'), { loader: 'ts', minifySyntax: true });
        const module = await parse(code, { syntax: 'ecmascript', target: 'es2022' });
        const body = withoutExpressions(withoutTrace(module.body), literals);
        written.set(file, (await print({ ...module, body })).code);
      }
      return written;
    });

    onResolve({ filter: /^packed-expressions$/ }, () => ({ path: 'packed-expressions', namespace: 'expressions' }));
    onLoad({ filter: /./, namespace: 'expressions' }, async () => {
      await reading;
      const text = [...literals.keys()].join('\n');
      return {
        resolveDir: root,
        contents: `import { unpacked } from ${JSON.stringify(path.join(root, 'src/addon/unpacked.ts'))};
let literals;
const made = [];
const make = (index) => {
  literals = literals || ${await unpacking(text)}.split('\\n');
  const end = literals[index].lastIndexOf('/');
  return new RegExp(literals[index].slice(0, end), literals[index].slice(end + 1));
};
export const expression = (index) => made[index] || (made[index] = make(index));
export const tested = (index, text) => expression(index).test(text);
export const executed = (index, text) => expression(index).exec(text);`,
      };
    });
    onLoad({ filter: /[\\/]extract[\\/].*\.ts$/ }, async ({ path: file }) => {
      const code = (await reading).get(file);
      return code
        ? {
            contents: `import { ${Object.entries(names).map(([name, own]) => `${name} as ${own}`)} } from 'packed-expressions';\n${code}`,
          }
        : undefined;
    });
  },
});

/** The modules that read mail, tables apart. */
async function modulesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => /^(?!.*\b(?:data|lexicon)\b).*\.ts$/.test(file)).map((file) => path.join(folder, file));
}

/** The statements with `expression(…)` in place of each literal in a function, which is added to `literals` as `source/flags`. */
function withoutExpressions(body: ModuleItem[], literals: Map<string, number>): ModuleItem[] {
  const indexOf = ({ pattern, flags }: RegExpLiteral): number => {
    const literal = `${pattern}/${flags}`;
    if (!literals.has(literal)) literals.set(literal, literals.size);
    return literals.get(literal) as number;
  };
  const replaced = (node: unknown, inFunction: boolean, isWhole = false): unknown => {
    if (Array.isArray(node)) return node.map((inner) => replaced(inner, inFunction, isWhole));
    if (typeof node !== 'object' || node === null) return node;
    const { type = '' } = node as { type?: string };
    const used = inFunction ? useIn(node as CallExpression) : undefined;
    if (used) return callOf(names[used.how], indexOf(used.literal), replaced(used.argument, true) as Expression);
    if (type === 'RegExpLiteral' && inFunction && isPacked(node as RegExpLiteral, isWhole))
      return callOf(names.expression, indexOf(node as RegExpLiteral));
    const within = inFunction || /Function/.test(type);
    const readsWhole = type === 'CallExpression' && isWholeReader((node as CallExpression).callee);
    return Object.fromEntries(
      Object.entries(node).map(([key, inner]) => [
        key,
        replaced(inner, within, (key === 'arguments' && readsWhole) || (isWhole && key === 'expression')),
      ]),
    );
  };
  return replaced(body, false) as ModuleItem[];
}

/** One that is worth it, and that remembers nothing from one use to the next. */
const isPacked = ({ pattern, flags }: RegExpLiteral, isWhole: boolean): boolean =>
  !flags.includes('y') && (isWhole || !flags.includes('g')) && (pattern.length > 10 || /\\p\{/i.test(pattern));

/** Whether a method of texts goes through all matches of an expression, from the first on. */
const isWholeReader = (callee: CallExpression['callee']): boolean =>
  callee.type === 'MemberExpression' &&
  callee.property.type === 'Identifier' &&
  /^(?:replace|match|matchAll|split)$/.test(callee.property.value);

/** What the module of packed expressions gives, and what it is called where it is used. */
const names = { expression: '$expression', tested: '$tested', executed: '$executed' };

/** `/…/u.test(text)` and `/…/u.exec(text)` of an expression that is packed. */
function useIn(
  node: CallExpression,
): { how: 'tested' | 'executed'; literal: RegExpLiteral; argument: Expression } | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const [first, ...others] = node.arguments;
  const { object, property } = node.callee;
  const method = property.type === 'Identifier' ? property.value : '';
  if (!first || first.spread || others.length > 0 || !/^(?:test|exec)$/.test(method)) return undefined;
  return object.type === 'RegExpLiteral' && isPacked(object, false)
    ? { how: method === 'test' ? 'tested' : 'executed', literal: object, argument: first.expression }
    : undefined;
}

function callOf(name: string, index: number, ...others: Expression[]): Expression {
  const span = { start: 0, end: 0, ctxt: 0 };
  const number = { type: 'NumericLiteral', span, value: index, raw: String(index) } as Expression;
  return {
    type: 'CallExpression',
    span,
    ctxt: 0,
    callee: { type: 'Identifier', span, ctxt: 0, value: name, optional: false },
    arguments: [number, ...others].map((expression) => ({ spread: null, expression })),
  } as unknown as Expression;
}
