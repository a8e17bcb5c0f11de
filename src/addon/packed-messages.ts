import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Expression, type KeyValueProperty, type ObjectExpression, parse, print } from '@swc/core';
import type { Plugin } from 'esbuild';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';
import type { Messages } from './messages/messages.ts';
import { packed } from './packed-tables.ts';

const languages: Record<string, Messages> = { en, ja };

/**
 * An esbuild plugin that takes the sentences out of a language's messages and packs them as one text; what they are called is
 * packed once for all languages, and what takes a value stays code. The messages are made when one is first asked for, so a
 * callback unpacks its user's language and no other.
 */
export const packedMessages = (root: string): Plugin => ({
  name: 'packed-messages',
  setup({ onLoad, onResolve }) {
    const filled = JSON.stringify(path.join(root, 'src/addon/filled.ts'));
    const unpacked = `import { unpacked } from ${JSON.stringify(path.join(root, 'src/addon/unpacked.ts'))};`;
    const unpack = async (text: string) =>
      `unpacked(${JSON.stringify(await packed(text))}, ${Buffer.byteLength(text)})`;

    onResolve({ filter: /^message-names$/ }, () => ({ path: 'message-names', namespace: 'packed' }));
    onLoad({ filter: /./, namespace: 'packed' }, async () => ({
      resolveDir: root,
      contents: `${unpacked}\nexport const names = () => JSON.parse(${await unpack(JSON.stringify(namesIn(en)))});`,
    }));
    onLoad({ filter: /[\\/]addon[\\/]messages[\\/][a-z]{2}\.ts$/ }, async ({ path: file }) => {
      const name = path.basename(file, '.ts');
      const language = languages[name] as Messages;
      const { helpers, functions } = await withoutSentences(await readFile(file, 'utf8'), name, language);
      return {
        resolveDir: root,
        loader: 'ts',
        contents: `${unpacked}
import { names } from 'message-names';
import { filled } from ${filled};
${helpers}
let made;
const make = () => filled(names(), ${await unpack(sentencesIn(namesIn(en), language).join(separator))}.split('${separator}'), ${functions});
export const ${name} = new Proxy({}, { get: (_, key) => (made || (made = make()))[key] });
`,
      };
    });
  },
});

/** Stands in no sentence. */
const separator = '|';

/** The sentences' names as they are nested; 0 stands for a sentence. */
interface Names {
  [name: string]: 0 | Names;
}

function namesIn(messages: object): Names {
  const names: Names = {};
  for (const [name, value] of Object.entries(messages)) {
    if (typeof value === 'string') names[name] = 0;
    else if (typeof value === 'object' && sentencesIn(namesIn(value), value).length) names[name] = namesIn(value);
  }
  return names;
}

function sentencesIn(names: Names, messages: object): string[] {
  return Object.entries(names).flatMap(([name, inner]) => {
    const value = (messages as Record<string, string | object>)[name];
    if (inner !== 0) return sentencesIn(inner, value as object);
    if (typeof value !== 'string' || value.includes(separator)) throw new Error(`${name} is no plain sentence`);
    return [value];
  });
}

/** The source of what stands beside the messages, and of the messages without their sentences. */
async function withoutSentences(source: string, name: string, language: Messages) {
  const module = await parse(source, { syntax: 'typescript', target: 'es2022' });
  const helpers: typeof module.body = [];
  let functions: ObjectExpression | undefined;
  for (const item of module.body) {
    const declared = item.type === 'ExportDeclaration' ? item.declaration : undefined;
    const [first] = declared?.type === 'VariableDeclaration' ? declared.declarations : [];
    if (first?.id.type === 'Identifier' && first.id.value === name) functions = objectIn(first.init);
    else helpers.push(item);
  }
  if (!functions) throw new Error(`messages/${name}.ts exports no object ${name}`);
  const { code } = await print({ ...module, body: helpers }, { minify: true });
  const kept = onlyFunctions(functions, language);
  const printed = await print({
    ...module,
    body: [{ type: 'ExpressionStatement', span: module.span, expression: kept }],
  });
  return { helpers: code, functions: printed.code.trim().replace(/;$/, '') };
}

function onlyFunctions(object: ObjectExpression, messages: object): ObjectExpression {
  const properties = object.properties.flatMap((property) => {
    const { key, value } = property as KeyValueProperty;
    const name = key.type === 'Identifier' || key.type === 'StringLiteral' ? key.value : '';
    const said = (messages as Record<string, unknown>)[name];
    if (typeof said === 'function') return [property];
    if (typeof said !== 'object' || !said || !hasFunction(said)) return [];
    return [{ ...property, value: onlyFunctions(objectIn(value), said) } as typeof property];
  });
  return { ...object, properties };
}

const hasFunction = (messages: object): boolean =>
  Object.values(messages).some(
    (value) => typeof value === 'function' || (typeof value === 'object' && hasFunction(value)),
  );

/** The object literal within what only the compiler reads: `{ … } satisfies T`. */
function objectIn(expression: Expression | null | undefined): ObjectExpression {
  if (expression?.type === 'ObjectExpression') return expression;
  if (expression && 'expression' in expression) return objectIn(expression.expression as Expression);
  throw new Error('Messages are nested object literals');
}
