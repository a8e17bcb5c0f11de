interface Names {
  [name: string]: 0 | Names;
}
interface Said {
  [name: string]: unknown;
}

/**
 * Puts the sentences, in the order of their names, beside the functions that say the rest; `{0} of {1}` takes two values. See
 * packed-messages.ts.
 */
export function filled(names: Names, sentences: string[], functions: Said): Said {
  let next = 0;
  const fill = (inner: Names, said: Said): Said => {
    for (const name of Object.keys(inner)) {
      const below = inner[name];
      said[name] = below
        ? fill(below, (said[name] || {}) as Said)
        : sayingOf(sentences[next++] as string) || said[name];
    }
    return said;
  };
  return fill(names, functions);
}

const sayingOf = (sentence: string) =>
  /\{\d/.test(sentence)
    ? (...values: unknown[]) => sentence.replace(/\{(\d)\}/g, (_, place: number) => String(values[place]))
    : sentence;
