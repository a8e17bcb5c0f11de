/** FNV-1a, 32 bits: spreads addresses over the roster's shards, so it must stay as it is. Not for secrets. */
export function fnv1a(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}
