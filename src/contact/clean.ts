/** Text as it is put into an input and read from it: whole, but without control and direction-changing characters. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(invisible, '');
}

/** A copy with every text in it cleaned. */
export function cleaned<T>(value: T): T {
  const json = JSON.stringify(value);
  return JSON.parse(
    json,
    mayBeUnclean.test(json) ? (_, part) => (typeof part === 'string' ? clean(part) : part) : undefined,
  );
}

/** C0 and C1 controls but tab and line feed; the bidirectional controls of Unicode (UAX #9); the byte order mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The same in JSON, where those of C0 are escaped: few texts have any, and for most one look is enough. */
const mayBeUnclean = /\\[bfru]|[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
