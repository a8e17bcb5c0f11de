import inflate from 'tiny-inflate';

/** The text that `packed` (packed-tables.ts) made a string of; `sizeBytes` is what it takes as UTF-8. */
export const unpacked = (packed: string, sizeBytes: number): string =>
  textOf(inflate(bytesOf(packed), new Uint8Array(sizeBytes)));

/** Base 85: five letters, from `#` on and `~` for the backslash, are four bytes. */
function bytesOf(packed: string): Uint8Array {
  const bytes = new Uint8Array((packed.length / 5) * 4);
  for (let i = 0, at = 0; i < packed.length; i += 5, at += 4) {
    let value = 0;
    for (let j = i; j < i + 5; j++) {
      const code = packed.charCodeAt(j);
      value = value * 85 + (code === 0x7e ? 0x5c : code) - 0x23;
    }
    bytes[at] = value >>> 24;
    bytes[at + 1] = value >>> 16;
    bytes[at + 2] = value >>> 8;
    bytes[at + 3] = value;
  }
  return bytes;
}

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
