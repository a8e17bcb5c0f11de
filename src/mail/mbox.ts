import { maxMailBytes } from './read.ts';

/**
 * The mails of an mbox, one after the other, from its bytes in chunks of any size. Lines that were quoted because they
 * begin with `From ` lose one `>` (mboxrd; the older mboxo never wrote two). Holds one mail at a time, and of a mail
 * longer than `maxMailBytes` only its beginning.
 */
export async function* splitMbox(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const splitter = new Splitter();
  for await (const chunk of chunks) yield* splitter.push(chunk);
  yield* splitter.end();
}

const lineFeed = 0x0a;
/** A separator or a quoted line shows what it is within this many bytes. */
const maxFromLine = 1024;

class Splitter {
  /** Bytes of a line whose end has not come yet. */
  private rest: Buffer = Buffer.alloc(0);
  /** The next bytes go on with a line whose beginning has been looked at. */
  private insideLine = false;
  private parts: Uint8Array[] = [];
  private size = 0;
  private atStart = true;

  *push(chunk: Uint8Array): Generator<Uint8Array> {
    const bytes = Buffer.concat([this.rest, chunk]);
    let kept = 0; // bytes before it are in parts already
    let at = 0;
    for (let end = lineEnd(bytes, at); end !== undefined; end = lineEnd(bytes, at)) {
      const line = bytes.subarray(at, end);
      if (!this.insideLine && this.isSeparator(line)) {
        this.keep(bytes.subarray(kept, at));
        yield* this.finishMail();
        kept = end;
      } else if (!this.insideLine && isQuotedFrom(line)) {
        this.keep(bytes.subarray(kept, at));
        kept = at + 1;
      }
      this.insideLine = line.at(-1) !== lineFeed;
      this.atStart = false;
      at = end;
    }
    this.keep(bytes.subarray(kept, at));
    this.rest = bytes.subarray(at);
  }

  *end(): Generator<Uint8Array> {
    if (this.rest.length > 0) yield* this.push(Buffer.of(lineFeed));
    yield* this.finishMail();
  }

  /**
   * `From - Thu Nov 19 09:12:44 2026`. The first line needs no date; later ones do, since some programs leave a
   * sentence that begins with "From" unquoted.
   */
  private isSeparator(line: Buffer): boolean {
    if (line[0] !== 0x46) return false;
    const text = line.toString('latin1', 0, maxFromLine);
    if (!text.startsWith('From ')) return false;
    return this.atStart || / [A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d/.test(text);
  }

  private keep(bytes: Uint8Array): void {
    const part = bytes.subarray(0, maxMailBytes - this.size);
    if (part.length === 0) return;
    this.parts.push(part);
    this.size += part.length;
  }

  private *finishMail(): Generator<Uint8Array> {
    const mail = Buffer.concat(this.parts);
    this.parts = [];
    this.size = 0;
    if (mail.some((byte) => byte !== lineFeed && byte !== 0x0d)) yield mail;
  }
}

/** Where the line that begins at `at` ends, its line feed included; a line too long to wait for ends with the bytes. */
function lineEnd(bytes: Buffer, at: number): number | undefined {
  const found = bytes.indexOf(lineFeed, at);
  if (found !== -1) return found + 1;
  return bytes.length - at > maxFromLine ? bytes.length : undefined;
}

function isQuotedFrom(line: Buffer): boolean {
  return line[0] === 0x3e && /^>+From /.test(line.toString('latin1', 0, maxFromLine));
}
