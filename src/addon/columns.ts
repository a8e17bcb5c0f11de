/**
 * Objects of one form as a text in which the values of one property stand together, which deflates better than one object
 * after the other: the property's path, then a line for each object that has it, what is no list of words as JSON after a tab.
 * Words are sorted, and each has in place of the letters it shares with the one before how many they are, as a control
 * character from `none` on.
 */
export function columnsOf(objects: readonly object[]): string {
  const columns = new Map<string, string[]>();
  const add = (value: unknown, path: string, index: number): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) add(inner, path ? `${path}.${key}` : key, index);
      return;
    }
    const cell = isWords(value) ? shortened([...value].sort()) : `\t${JSON.stringify(value)}`;
    columns.set(path, [...(columns.get(path) ?? []), index + cell]);
  };
  for (const [index, object] of objects.entries()) add(object, '', index);
  return [...columns].map(([path, rows]) => [path, ...rows].join('\n')).join('\n\n');
}

/** Lines, of which those of one word come first, sorted and with the letters they share as `columnsOf` writes them. */
export function sharedLines(lines: string): string {
  const all = lines.trim().split('\n');
  const words = all.filter((line) => /^[!-~]+$/.test(line)).sort();
  return [shortened(words), ...all.filter((line) => !/^[!-~]+$/.test(line))].join('\n');
}

/** The lines that `sharedLines` wrote, in its order. */
export function linesOf(shared: string): string {
  const end = shared.indexOf('\n');
  return lengthened(shared.slice(0, end)).join('\n') + shared.slice(end);
}

const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((word) => /^\P{Cc}+$/u.test(word));

/** U+000B, for a word that shares no letter with the one before it; U+001F is for twenty. */
const none = 0x0b;
const most = 0x1f - none;

const shortened = (words: string[]): string =>
  words
    .map((word, i) => {
      const before = words[i - 1] ?? '';
      let shared = 0;
      while (shared < most && shared < word.length && word[shared] === before[shared]) shared++;
      return String.fromCharCode(none + shared) + word.slice(shared);
    })
    .join('');

function lengthened(shortened: string): string[] {
  let word = '';
  return (shortened.match(/\p{Cc}\P{Cc}*/gu) ?? []).map((own) => {
    word = word.slice(0, own.charCodeAt(0) - none) + own.slice(1);
    return word;
  });
}

/** The objects that `columnsOf` wrote. */
export function objectsOf<T>(columns: string): T[] {
  const objects: Tree[] = [];
  for (const column of columns.split('\n\n')) {
    const [path = '', ...rows] = column.split('\n');
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    for (const row of rows) {
      const index = Number.parseInt(row, 10);
      const cell = row.slice(`${index}`.length);
      let owner = under(objects, index);
      for (const key of keys) owner = under(owner, key);
      owner[last] = cell.startsWith('\t') ? JSON.parse(cell) : lengthened(cell);
    }
  }
  return objects as T[];
}

type Tree = { [key: string]: unknown };

function under(owner: Tree | Tree[], key: string | number): Tree {
  const branches = owner as Record<string | number, Tree>;
  const branch = branches[key] ?? {};
  branches[key] = branch;
  return branch;
}
