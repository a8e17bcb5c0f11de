const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const indexOf = new Map([...alphabet].map((letter, index) => [letter, index]));
indexOf.set('-', 62).set('_', 63);

/** Bytes are signed (-128 to 127), as Apps Script has them; unsigned ones are taken too. */
export function encodeBase64(bytes: readonly number[]): string {
  const letters: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const group = ((a & 255) << 16) | (((b ?? 0) & 255) << 8) | ((c ?? 0) & 255);
    letters.push(
      letterAt(group >> 18),
      letterAt(group >> 12),
      b === undefined ? '=' : letterAt(group >> 6),
      c === undefined ? '=' : letterAt(group),
    );
  }
  return letters.join('');
}

/** Takes both alphabets, with or without padding; undefined for anything else. */
export function decodeBase64(text: string): number[] | undefined {
  const bytes: number[] = [];
  const letters = text.replace(/={0,2}$/, '');
  let group = 0;
  let bits = 0;
  for (const letter of letters) {
    const index = indexOf.get(letter);
    if (index === undefined) return undefined;
    group = ((group << 6) | index) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(signed((group >> bits) & 255));
    }
  }
  return bytes;
}

export const signed = (byte: number): number => (byte > 127 ? byte - 256 : byte);

const letterAt = (index: number): string => alphabet.charAt(index & 63);
