/** A number from 0 to 2^32 - 1 that looks random and is the same for the same numbers. MurmurHash3's mixing. */
export function mixedNumber(...numbers: number[]): number {
  let hash = 0x9747b28c;
  for (const number of numbers) {
    hash = Math.imul(hash ^ Math.imul(number, 0xcc9e2d51), 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = Math.imul(hash, 5) + 0xe6546b64;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
