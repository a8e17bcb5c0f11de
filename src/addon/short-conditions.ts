import { transform } from 'esbuild';
import { type Change, type Node, rewritten } from './rewritten.ts';

/** What stands behind `??` most, by the function that gives it. */
const defaults: Record<string, string> = { _orText: '""', _orZero: '0', _orList: '[]' };

const functions = [
  ...Object.entries(defaults).map(([name, value]) => `function ${name}(value){return value==null?${value}:value}`),
  'function _or(value,other){return value==null?other:value}',
  'function _at(value,name){return value==null?undefined:value[name]}',
  'function _call(value,name,...given){return value==null?undefined:value[name](...given)}',
];

/**
 * The script in ES2019, with a call of one function for each `value ?? ''` and another for each `value?.name`: 10 KB less than the variable
 * and the condition that each takes otherwise. It is one function, `var kites=(()=>{`, in which these are written too.
 */
export async function withShortConditions(code: string): Promise<string> {
  const shorter = await rewritten(code, (nodes) => {
    const longer = new Set(nodes.flatMap(goesOn));
    return nodes.flatMap(
      (node) =>
        withDefault(node) ?? (longer.has(node) ? undefined : (optionalMember(node) ?? optionalCall(node))) ?? [],
    );
  });
  const { code: lowered } = await transform(
    shorter.replace(beginning, (whole) => whole + functions.join('')),
    { target: 'es2019', minify: true, charset: 'utf8', legalComments: 'inline' },
  );
  return lowered;
}

const beginning = /var \w+=\(\(\)=>\{/;

/** `value ?? ''` as `_orText(value)`, `value ?? kite` as `_or(value,kite)`. */
function withDefault({ operator, left, right, span }: Node): Change[] | undefined {
  if (operator !== '??') return undefined;
  const [name] = Object.entries(defaults).find(([, value]) => value === writtenAs(right as Node)) ?? [];
  if (name) return asCall(name, span, left as Node, ')');
  const { type, value } = right as Node;
  return type === 'Identifier' ? asCall('_or', span, left as Node, `,${value})`) : undefined;
}

function writtenAs(node: Node | undefined): string | undefined {
  if (node?.type === 'StringLiteral') return JSON.stringify(node.value);
  if (node?.type === 'NumericLiteral') return String(node.value);
  return node?.type === 'ArrayExpression' && (node.elements as unknown[]).length === 0 ? '[]' : undefined;
}

/** `value?.name` as `_at(value,"name")`, `list?.[0]` and `list?.[i]` as `_at(list,0)` and `_at(list,i)`. */
function optionalMember({ type, optional, base, span }: Node): Change[] | undefined {
  const { object, property } = (base ?? {}) as Record<string, Node | undefined>;
  if (type !== 'OptionalChainingExpression' || !optional || !object || !property) return undefined;
  if (property.type === 'Identifier') return asCall('_at', span, object, `,${JSON.stringify(property.value)})`);
  const { type: kind, value } = property.expression as Node;
  return /^(?:Identifier|NumericLiteral)$/.test(kind) ? asCall('_at', span, object, `,${value})`) : undefined;
}

/** `value?.kite(line)` as `_call(value,"kite",line)`, where nothing is worked out for it that a missing value would have left alone. */
function optionalCall({ type, optional, base, span }: Node): Change[] | undefined {
  const { callee, arguments: given = [] } = (base ?? {}) as {
    callee?: Node;
    arguments?: { spread?: unknown; expression: Node }[];
  };
  if (type !== 'OptionalChainingExpression' || optional || !callee?.optional) return undefined;
  const { object, property } = callee.base as Record<string, Node | undefined>;
  const isPlain = given.every(({ spread, expression }) => !spread && plain.test(expression.type));
  if (!object || property?.type !== 'Identifier' || !isPlain) return undefined;
  const first = given[0]?.expression.span.start;
  const rest =
    first === undefined
      ? [{ start: object.span.end, end: span.end, text: `,"${property.value}")` }]
      : [{ start: object.span.end, end: first, text: `,"${property.value}",` }];
  return [{ start: span.start, end: object.span.start, text: '_call(' }, ...rest];
}

const plain = /^(?:Identifier|\w+Literal|ArrowFunctionExpression)$/;

/** What a chain goes on from, `value?.kite` of `value?.kite.line`, and what is called as a method: their condition is the whole one's. */
function goesOn({ type, optional, base }: Node): unknown[] {
  const { object, callee } = (base ?? {}) as Record<string, unknown>;
  return type === 'OptionalChainingExpression' ? [callee, !optional && object] : [];
}

const asCall = (name: string, { start, end }: Node['span'], value: Node, rest: string): Change[] => [
  { start, end: value.span.start, text: `${name}(` },
  { start: value.span.end, end, text: rest },
];
