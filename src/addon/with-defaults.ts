import { transform } from 'esbuild';
import { type Change, type Node, rewritten } from './rewritten.ts';

/** What stands behind `??` most, by the function that gives it. */
const defaults: Record<string, string> = { _orText: '""', _orZero: '0', _orList: '[]' };

/**
 * The script in ES2019, with a call of one function for each `value ?? ''`: 5 KB less than the variable and the condition that each takes
 * otherwise. It is one function, `var kites=(()=>{`, in which these are written too.
 */
export async function withDefaults(code: string): Promise<string> {
  const shorter = await rewritten(code, (nodes) => nodes.flatMap(asCall));
  const functions = Object.entries(defaults).map(
    ([name, value]) => `function ${name}(value){return value==null?${value}:value}`,
  );
  const { code: lowered } = await transform(
    shorter.replace(beginning, (whole) => whole + functions.join('')),
    { target: 'es2019', minify: true, charset: 'utf8', legalComments: 'inline' },
  );
  return lowered;
}

const beginning = /var \w+=\(\(\)=>\{/;

function asCall(node: Node): Change[] {
  const [name] = Object.entries(defaults).find(([, value]) => value === writtenAs(node.right as Node)) ?? [];
  if (node.operator !== '??' || name === undefined) return [];
  const { start, end } = (node.left as Node).span;
  return [
    { start: node.span.start, end: start, text: `${name}(` },
    { start: end, end: node.span.end, text: ')' },
  ];
}

function writtenAs(node: Node | undefined): string | undefined {
  if (node?.type === 'StringLiteral') return JSON.stringify(node.value);
  if (node?.type === 'NumericLiteral') return String(node.value);
  return node?.type === 'ArrayExpression' && (node.elements as unknown[]).length === 0 ? '[]' : undefined;
}
