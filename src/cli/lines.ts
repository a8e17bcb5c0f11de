/** A line of JSON longer than this holds no mail; it is passed over. */
const maxLineBytes = 256 * 1024 * 1024;
const lineFeed = 0x0a;

/**
 * The lines of UTF-8 bytes that come in chunks; an Error stands for a line that is too long. They end at line feeds
 * alone: node:readline would also cut at U+2028, which JSON allows inside a string.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string | Error> {
  const decoder = new TextDecoder();
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (): string | Error => {
    const line = size > maxLineBytes ? new Error('The line is too long') : decoder.decode(Buffer.concat(parts));
    parts = [];
    size = 0;
    return line;
  };
  const add = (part: Uint8Array) => {
    size += part.length;
    if (size > maxLineBytes) parts = [];
    else parts.push(part);
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      add(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    add(chunk.subarray(start));
  }
  if (size > 0) yield take();
}
