import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Expression, type Module, type ModuleItem, parse, print, type VariableDeclarator } from '@swc/core';
import { type Plugin, transform } from 'esbuild';
import { unpacking } from './packed-tables.ts';

/** The modules of short lists, each too small to be packed on its own. */
const files = [
  'src/contact/data/free-mail.ts',
  'src/contact/data/given-names.ts',
  'src/contact/data/role-names.ts',
  'src/contact/data/surnames.ts',
  'src/extract/data/closings.ts',
  'src/extract/data/countries.ts',
  'src/extract/data/entities.ts',
  'src/extract/data/labels.ts',
  'src/extract/data/machine-words.ts',
  'src/extract/data/page-names.ts',
  'src/extract/data/starting-forms.ts',
  'src/extract/data/us-states.ts',
];

/**
 * An esbuild plugin that takes the long texts and lists out of these modules and packs them together. A constant of the module, or
 * a text within a function, becomes `constants()[4]`, so it is unpacked when the first of them is used.
 */
export const packedConstants = (root: string): Plugin => ({
  name: 'packed-constants',
  setup({ onLoad, onResolve }) {
    const values: unknown[] = [];
    const reading = Promise.all(
      files.map(async (file) => {
        const from = path.join(root, file);
        const { code } = await transform(await readFile(from, 'utf8'), { loader: 'ts', minifySyntax: true });
        return [from, await parse(code, { syntax: 'ecmascript', target: 'es2022' })] as const;
      }),
    ).then(async (modules) => {
      const written = new Map<string, string>();
      for (const [from, module] of modules) written.set(from, (await print(withoutConstants(module, values))).code);
      return written;
    });

    onResolve({ filter: /^packed-constants$/ }, () => ({ path: 'packed-constants', namespace: 'constants' }));
    onLoad({ filter: /./, namespace: 'constants' }, async () => {
      await reading;
      const text = JSON.stringify(values);
      return {
        resolveDir: root,
        contents: `import { unpacked } from ${JSON.stringify(path.join(root, 'src/addon/unpacked.ts'))};
let made;
export const constants = () => made || (made = JSON.parse(${await unpacking(text)}));`,
      };
    });
    onLoad({ filter: /[\\/](?:contact|extract)[\\/]data[\\/][a-z-]+\.ts$/ }, async ({ path: from }) => {
      const code = (await reading).get(from);
      return code ? { contents: `import { constants } from 'packed-constants';\n${code}` } : undefined;
    });
  },
});

/** The module with `constants()[…]` in place of its long constants, which are added to `values`. */
function withoutConstants(module: Module, values: unknown[]): Module {
  const names = new Map<string, Expression>();
  const add = (value: unknown): Expression => constantAt(values.push(value) - 1);
  const isTaken = ({ id, init }: VariableDeclarator): boolean => {
    const value = init && constantIn(init);
    if (id.type !== 'Identifier' || !isLong(value)) return false;
    names.set(id.value, add(value));
    return true;
  };
  const body = module.body.flatMap((item): ModuleItem[] => {
    if (item.type !== 'VariableDeclaration') return [item];
    const declarations = item.declarations.filter((declared) => !isTaken(declared));
    return declarations.length > 0 ? [{ ...item, declarations }] : [];
  });

  const replaced = (node: unknown, inFunction: boolean): unknown => {
    if (Array.isArray(node)) return node.map((inner) => replaced(inner, inFunction));
    if (typeof node !== 'object' || node === null || !('type' in node)) return replacedIn(node, inFunction);
    if (node.type === 'Identifier') return names.get(String((node as Node).value)) ?? node;
    const value = inFunction ? constantIn(node as Expression) : undefined;
    if (typeof value === 'string' && isLong(value)) return add(value);
    return replacedIn(node, inFunction || /Function/.test(String(node.type)));
  };
  const replacedIn = (node: unknown, inFunction: boolean): unknown =>
    typeof node === 'object' && node !== null
      ? Object.fromEntries(
          Object.entries(node).map(([key, inner]) => [key, isName(key, node) ? inner : replaced(inner, inFunction)]),
        )
      : node;
  return { ...module, body: replaced(body, false) as ModuleItem[] };
}

interface Node {
  type: string;
  value?: unknown;
  property?: { type: string };
}

/** Whether this is the name of a property, not of a constant. */
const isName = (key: string, node: object): boolean =>
  key === 'key' || (key === 'property' && (node as Node).property?.type === 'Identifier');

const isLong = (value: unknown): boolean => value !== undefined && Buffer.byteLength(JSON.stringify(value)) >= 150;

/** The value of an expression of texts and of lists and objects of them; undefined for any other. */
function constantIn(node: Expression): unknown {
  switch (node.type) {
    case 'StringLiteral':
      return node.value;
    case 'TemplateLiteral':
      return node.quasis.length === 1 ? node.quasis[0]?.cooked : undefined;
    case 'ArrayExpression': {
      const values = node.elements.map((element) => element && constantIn(element.expression));
      return values.includes(undefined) || values.includes(null) ? undefined : values;
    }
    case 'ObjectExpression': {
      const entries = node.properties.map((property) =>
        property.type === 'KeyValueProperty' &&
        (property.key.type === 'Identifier' || property.key.type === 'StringLiteral')
          ? [property.key.value, constantIn(property.value)]
          : [],
      );
      return entries.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(entries);
    }
    default:
      return undefined;
  }
}

function constantAt(index: number): Expression {
  const span = { start: 0, end: 0, ctxt: 0 };
  const identifier = { type: 'Identifier', span, ctxt: 0, value: 'constants', optional: false };
  return {
    type: 'MemberExpression',
    span,
    object: { type: 'CallExpression', span, ctxt: 0, callee: identifier, arguments: [] },
    property: {
      type: 'Computed',
      span,
      expression: { type: 'NumericLiteral', span, value: index, raw: String(index) },
    },
  } as unknown as Expression;
}
