import inflate from 'tiny-inflate';

/** The text that `packed` (packed-tables.ts) made a string of; `sizeBytes` is what it takes as `bytesOf` there writes it. */
export const unpacked = (packed: string, sizeBytes: number): string =>
  textOf(inflate(bytesOf(packed), new Uint8Array(sizeBytes)));

/** Two letters, of the 93 that need no backslash between double quotes, are 13 bits. */
function bytesOf(packed: string): Uint8Array {
  const bytes = new Uint8Array((packed.length * 13) >> 4);
  let bits = 0;
  let waiting = 0;
  for (let i = 0, at = 0; i < packed.length; i += 2) {
    bits = (bits << 13) | (digit(packed.charCodeAt(i)) * 93 + digit(packed.charCodeAt(i + 1)));
    for (waiting += 13; waiting >= 8; waiting -= 8) bytes[at++] = bits >>> (waiting - 8);
    bits &= 0xff;
  }
  return bytes;
}

/** From the blank on, without `"` and the backslash. */
const digit = (code: number): number => code - (code > 0x5c ? 0x22 : code > 0x22 ? 0x21 : 0x20);

/** What `bytesOf` of packed-tables.ts wrote. */
function textOf(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i++] as number;
    const page = first > 2 ? 0 : first > 1 ? (bytes[i++] as number) : 0x30;
    text += String.fromCharCode(first > 2 ? first : page * 256 + (bytes[i++] as number));
  }
  return text;
}
