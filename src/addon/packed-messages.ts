import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Expression, type KeyValueProperty, type ObjectExpression, parse, print } from '@swc/core';
import type { Plugin } from 'esbuild';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';
import type { Messages } from './messages/messages.ts';
import { unpacking } from './packed-tables.ts';

const languages: Record<string, Messages> = { en, ja };

/**
 * An esbuild plugin that takes the sentences out of a language's messages and packs them as one text; what they are called is
 * packed once for all languages. A sentence that only sets values in is packed with `{0}` in the place of the first; what counts
 * or decides stays code. The messages are made when one is first asked for, so a callback unpacks its user's language and no other.
 */
export const packedMessages = (root: string): Plugin => ({
  name: 'packed-messages',
  setup({ onLoad, onResolve }) {
    const filled = JSON.stringify(path.join(root, 'src/addon/filled.ts'));
    const unpacked = `import { unpacked } from ${JSON.stringify(path.join(root, 'src/addon/unpacked.ts'))};`;

    const reading = Promise.all(
      Object.keys(languages).map(async (name) => {
        const source = await readFile(path.join(root, `src/addon/messages/${name}.ts`), 'utf8');
        return [name, await patternsOf(source, name)] as const;
      }),
    ).then((all) => new Map(all));
    const names = reading.then((patterns) => namesIn(en, '', [...patterns.values()]));

    onResolve({ filter: /^message-names$/ }, () => ({ path: 'message-names', namespace: 'packed' }));
    onLoad({ filter: /./, namespace: 'packed' }, async () => ({
      resolveDir: root,
      contents: `${unpacked}\nexport const names = () => JSON.parse(${await unpacking(JSON.stringify(await names))});`,
    }));
    onLoad({ filter: /[\\/]addon[\\/]messages[\\/][a-z]{2}\.ts$/ }, async ({ path: file }) => {
      const name = path.basename(file, '.ts');
      const language = languages[name] as Messages;
      const patterns = (await reading).get(name) as Patterns;
      const { helpers, functions } = await withoutSentences(await readFile(file, 'utf8'), name, language, patterns);
      const sentences = sentencesIn(await names, language, patterns).join(separator);
      return {
        resolveDir: root,
        loader: 'ts',
        contents: `${unpacked}
import { names } from 'message-names';
import { filled } from ${filled};
${helpers}
let made;
const make = () => filled(names(), ${await unpacking(sentences)}.split('${separator}'), ${functions});
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

/** Sentences that values are set into, as `{0} of {1}`, by where they stand (`lists.noHits`). */
type Patterns = Map<string, string>;

/** What is a sentence in every language, or one with values in some. */
function namesIn(messages: object, above: string, patterns: Patterns[]): Names {
  const names: Names = {};
  for (const [name, value] of Object.entries(messages)) {
    const place = above + name;
    if (typeof value === 'string' || patterns.some((known) => known.has(place))) names[name] = 0;
    else if (typeof value === 'object') {
      const inner = namesIn(value, `${place}.`, patterns);
      if (Object.keys(inner).length) names[name] = inner;
    }
  }
  return names;
}

/** In the order of the names; '' where this language has code. */
function sentencesIn(names: Names, messages: object, patterns: Patterns, above = ''): string[] {
  return Object.entries(names).flatMap(([name, inner]) => {
    const value = (messages as Record<string, string | object>)[name];
    if (inner !== 0) return sentencesIn(inner, value as object, patterns, `${above}${name}.`);
    if (typeof value === 'function') return [patterns.get(above + name) ?? ''];
    if (typeof value !== 'string' || value.includes(separator) || /\{\d/.test(value)) {
      throw new Error(`${above}${name} is no plain sentence`);
    }
    return [value];
  });
}

async function patternsOf(source: string, name: string): Promise<Patterns> {
  const { messages } = await parsed(source, name);
  const patterns: Patterns = new Map();
  const add = (object: ObjectExpression, above: string): void => {
    for (const property of object.properties) {
      if (property.type !== 'KeyValueProperty') continue;
      const place = above + nameOf(property);
      const pattern = patternIn(property.value);
      if (pattern !== undefined) patterns.set(place, pattern);
      const inner = findObjectIn(property.value);
      if (inner) add(inner, `${place}.`);
    }
  };
  add(messages, '');
  return patterns;
}

/** `{0} of {1}` of a function that gives `${done} of ${all}`; undefined when it does more than that. */
function patternIn(value: Expression): string | undefined {
  if (value.type !== 'ArrowFunctionExpression' || value.body.type !== 'TemplateLiteral') return undefined;
  const parameters = value.params.map((param) => (param.type === 'Identifier' ? param.value : ''));
  const { quasis, expressions } = value.body;
  const places = expressions.map((one) => (one.type === 'Identifier' ? parameters.indexOf(one.value) : -1));
  if (places.includes(-1)) return undefined;
  return quasis.map(({ cooked }, i) => (i ? `{${places[i - 1]}}${cooked}` : cooked)).join('');
}

/** A module of messages: the object literal that it exports, and what stands beside it. */
async function parsed(source: string, name: string) {
  const module = await parse(source, { syntax: 'typescript', target: 'es2022' });
  const helpers: typeof module.body = [];
  let messages: ObjectExpression | undefined;
  for (const item of module.body) {
    const declared = item.type === 'ExportDeclaration' ? item.declaration : undefined;
    const [first] = declared?.type === 'VariableDeclaration' ? declared.declarations : [];
    if (first?.id.type === 'Identifier' && first.id.value === name) messages = findObjectIn(first.init);
    else helpers.push(item);
  }
  if (!messages) throw new Error(`messages/${name}.ts exports no object ${name}`);
  return { module, helpers, messages };
}

/** The source of what stands beside the messages, and of the messages without their sentences. */
async function withoutSentences(source: string, name: string, language: Messages, patterns: Patterns) {
  const { module, helpers, messages } = await parsed(source, name);
  const { code } = await print({ ...module, body: helpers }, { minify: true });
  const kept = onlyFunctions(messages, language, patterns);
  const printed = await print({
    ...module,
    body: [{ type: 'ExpressionStatement', span: module.span, expression: kept }],
  });
  return { helpers: code, functions: printed.code.trim().replace(/;$/, '') };
}

function onlyFunctions(object: ObjectExpression, messages: object, patterns: Patterns, above = ''): ObjectExpression {
  const properties = object.properties.flatMap((property) => {
    if (property.type !== 'KeyValueProperty') return [];
    const name = nameOf(property);
    const place = above + name;
    const said = (messages as Record<string, unknown>)[name];
    if (typeof said === 'function') return patterns.has(place) ? [] : [property];
    const inner = findObjectIn(property.value);
    if (!inner || typeof said !== 'object' || !said) return [];
    const value = onlyFunctions(inner, said, patterns, `${place}.`);
    return value.properties.length ? [{ ...property, value }] : [];
  });
  return { ...object, properties };
}

const nameOf = ({ key }: KeyValueProperty): string =>
  key.type === 'Identifier' || key.type === 'StringLiteral' ? key.value : '';

/** The object literal within what only the compiler reads: `{ … } satisfies T`. */
function findObjectIn(expression: Expression | null | undefined): ObjectExpression | undefined {
  if (expression?.type === 'ObjectExpression') return expression;
  const within = expression && 'expression' in expression ? (expression.expression as Expression) : undefined;
  return within && findObjectIn(within);
}
