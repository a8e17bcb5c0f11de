/**
 * Objects of one form as a text in which the values of one property stand together, which deflates better than one object
 * after the other: the property's path, then a line for each object that has it, its words apart by tabs and sorted, what
 * is no list of words as JSON.
 */
export function columnsOf(objects: readonly object[]): string {
  const columns = new Map<string, string[]>();
  const add = (value: unknown, path: string, index: number): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) add(inner, path ? `${path}.${key}` : key, index);
      return;
    }
    const cells = isWords(value) ? [index, '', ...[...value].sort()] : [index, JSON.stringify(value)];
    columns.set(path, [...(columns.get(path) ?? []), cells.join('\t')]);
  };
  for (const [index, object] of objects.entries()) add(object, '', index);
  return [...columns].map(([path, rows]) => [path, ...rows].join('\n')).join('\n\n');
}

const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((word) => /^[^\t\n]+$/.test(word));

/** The objects that `columnsOf` wrote. */
export function objectsOf<T>(columns: string): T[] {
  const objects: Tree[] = [];
  for (const column of columns.split('\n\n')) {
    const [path = '', ...rows] = column.split('\n');
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    for (const row of rows) {
      const [index = '', json, ...words] = row.split('\t');
      let owner = under(objects, Number(index));
      for (const key of keys) owner = under(owner, key);
      owner[last] = json ? JSON.parse(json) : words;
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
