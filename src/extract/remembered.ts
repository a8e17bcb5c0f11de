/**
 * The same function of a text, asked once for each text of a message: many rules ask the same about the same line.
 * What is remembered is bounded, and gone with the next message.
 */
export function remembered<V>(work: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  memories.push(known);
  return (text) => {
    if (text.length > longest) return work(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as V;
    const value = work(text);
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}

/** To be called for each message, so that no text of one stays in memory for the next. */
export function forget(): void {
  for (const known of memories) if (known.size > 0) known.clear();
}

const memories: Map<string, unknown>[] = [];
const most = 1_000;
const longest = 300;
