import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `src/contact/data/public-suffixes.ts`, made from the list in tldts: the rules of its ICANN section, a line for each
 * top-level domain. A group has what its rules end with before the brackets: `jp co aichi(aisai ama)` are the suffixes
 * jp, co.jp, aichi.jp, aisai.aichi.jp and ama.aichi.jp; a domain that is none itself ends with a dot. The ASCII spelling
 * of names in other letters (`xn--…`), an eighth of the list, is left out.
 */
export async function publicSuffixes(): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(tldts, 'package.json'), 'utf8'));
  const trie: Trie = createRequire(import.meta.url)(path.join(tldts, 'dist/cjs/src/data/trie.js'));
  const lines = treeOf(trie).map(written);
  return `${head(version)}export const publicSuffixes = (): string => \`\n${lines.join('\n')}\n\`;\n`;
}

const head = (version: string): string => `/**
 * The public suffixes of the Internet's top-level domains: the ICANN section of the Public Suffix List
 * (publicsuffix.org, Mozilla Public License 2.0) as tldts ${version} has it. Written by scripts/generate.ts; change
 * nothing here. scripts/public-suffixes.ts says how to read it.
 */
`;

/** The arrays in which tldts keeps the list: a tree of labels, the edges of a node beside each other. */
interface Trie {
  nodeFlags: Uint8Array;
  edgeStart: ArrayLike<number>;
  edgeLength: ArrayLike<number>;
  edgeChild: ArrayLike<number>;
  labelText: string;
  rulesRoot: number;
  exceptionsRoot: number;
}

interface Label {
  name: string;
  isSuffix: boolean;
  below: Label[];
}

const icann = 1;

function treeOf({ nodeFlags, edgeStart, edgeLength, edgeChild, labelText, rulesRoot, exceptionsRoot }: Trie): Label[] {
  const offsets: number[] = [];
  let offset = 0;
  for (let edge = 0; edge < edgeLength.length; edge++) {
    offsets.push(offset);
    offset += edgeLength[edge] ?? 0;
  }
  const below = (node: number, mark = ''): Label[] => {
    const labels: Label[] = [];
    for (let edge = edgeStart[node] ?? 0; edge < (edgeStart[node + 1] ?? 0); edge++) {
      const from = offsets[edge] ?? 0;
      const child = edgeChild[edge] ?? 0;
      const children = below(child, mark);
      const isSuffix = ((nodeFlags[child] ?? 0) & icann) > 0;
      const name = labelText.slice(from, from + (edgeLength[edge] ?? 0));
      if (!name.startsWith('xn--') && (isSuffix || children.length > 0)) {
        labels.push({ name: isSuffix ? mark + name : name, isSuffix, below: children });
      }
    }
    return labels.sort((a, b) => (a.name < b.name ? -1 : 1));
  };
  return merged(below(rulesRoot), below(exceptionsRoot, '!'));
}

/** The exceptions (`!www.ck`) under the domains whose rules they break. */
function merged(rules: Label[], exceptions: Label[]): Label[] {
  for (const exception of exceptions) {
    const rule = rules.find(({ name }) => name === exception.name);
    if (rule) rule.below = merged(rule.below, exception.below);
    else rules.push(exception);
  }
  return rules;
}

const written = ({ name, isSuffix, below }: Label): string =>
  [name + (isSuffix ? '' : '.'), ...below.map(group)].join(' ');

const group = ({ name, isSuffix, below }: Label): string =>
  name + (isSuffix ? '' : '.') + (below.length > 0 ? `(${below.flatMap((label) => flat(label)).join(' ')})` : '');

const flat = ({ name, isSuffix, below }: Label): string[] => [
  ...(isSuffix ? [name] : []),
  ...below.flatMap(flat).map((label) => `${label}.${name}`),
];

const tldts = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', 'tldts');
