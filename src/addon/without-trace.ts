import type { Expression, ModuleItem } from '@swc/core';

/** `trace?.refused(…)` and `trace ? spots : []` as if nobody traced: no card explains why a line was not taken. */
export const withoutTrace = (body: ModuleItem[]): ModuleItem[] => cleared(body) as ModuleItem[];

function cleared(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(cleared);
  if (typeof node !== 'object' || node === null) return node;
  const { type, test, alternate } = node as { type?: string; test?: unknown; alternate?: unknown };
  if (type === 'ConditionalExpression' && isTrace(test)) return cleared(alternate);
  if (type === 'OptionalChainingExpression' && isTrace(receiverOf(node))) return nothing;
  return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, cleared(inner)]));
}

/** What `x?.y(…)` is called on. */
const receiverOf = (node: object): unknown =>
  (node as { base?: { callee?: { base?: { object?: unknown } } } }).base?.callee?.base?.object;

/** `trace`, `sheet.trace`. */
function isTrace(node: unknown): boolean {
  const { type, value, property } = (node ?? {}) as { type?: string; value?: unknown; property?: { value?: unknown } };
  return (type === 'Identifier' ? value : property?.value) === 'trace';
}

const span = { start: 0, end: 0, ctxt: 0 };
const nothing = {
  type: 'UnaryExpression',
  span,
  operator: 'void',
  argument: { type: 'NumericLiteral', span, value: 0, raw: '0' },
} as unknown as Expression;
