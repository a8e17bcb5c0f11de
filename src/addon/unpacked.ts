import inflate from 'tiny-inflate';

/** The text that `packed` (packed-tables.ts) made a string of; `sizeBytes` is what it takes as UTF-8. */
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

/** UTF-8, for which Apps Script has no TextDecoder. */
function textOf(bytes: Uint8Array): string {
  const pieces: string[] = [];
  let codes: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i] as number;
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    let code = length === 1 ? first : first & (0xff >> (length + 1));
    for (let j = 1; j < length; j++) code = (code << 6) | ((bytes[i + j] as number) & 0x3f);
    codes.push(code);
    i += length;
    if (codes.length === 4_096 || i >= bytes.length) {
      pieces.push(String.fromCodePoint(...codes));
      codes = [];
    }
  }
  return pieces.join('');
}
