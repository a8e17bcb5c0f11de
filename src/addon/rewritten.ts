import { parse } from '@swc/core';

/** A node of the parser's tree: where it stands, and what else its kind has. */
export interface Node {
  type: string;
  span: { start: number; end: number };
  [key: string]: unknown;
}

/** What to write in place of a stretch of the script, in the parser's positions. */
export interface Change {
  start: number;
  end: number;
  text: string;
}

/**
 * The script with other text at the places that `changesOf` finds among its nodes. What lies between stays as it is, texts among
 * it; where two words would become one, a blank keeps them apart.
 */
export async function rewritten(code: string, changesOf: (nodes: Node[]) => Change[]): Promise<string> {
  const bytes = Buffer.from(`;${code}`); // the parser counts from any number on: the semicolon's
  const script = await parse(bytes.toString(), { syntax: 'ecmascript', script: true, target: 'es2019' });
  const nodes: Node[] = [];
  eachNode(script, (node) => nodes.push(node));
  const pieces: string[] = [];
  let end = 1;
  for (const change of changesOf(nodes).sort((a, b) => a.start - b.start)) {
    pieces.push(bytes.toString('utf8', end, change.start - script.span.start), change.text);
    end = change.end - script.span.start;
  }
  pieces.push(bytes.toString('utf8', end));
  return pieces.map((piece, i) => (areOneWord(pieces[i - 1] ?? '', piece) ? ` ${piece}` : piece)).join('');
}

const areOneWord = (before: string, next: string): boolean => /^[\w$]{2}$/.test(before.slice(-1) + next.charAt(0));

/** Of hundreds of thousands: a generator in a generator would take longer than the parser. A key in quotation marks is none. */
function eachNode(value: unknown, visit: (node: Node) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && 'span' in value) visit(value as Node);
  for (const [name, below] of Object.entries(value)) if (name !== 'key' || !isText(below)) eachNode(below, visit);
}

const isText = (value: unknown): boolean => (value as Partial<Node> | null)?.type === 'StringLiteral';
