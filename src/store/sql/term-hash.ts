/**
 * A term as the index holds it: 32 bits (FNV-1a with the finalizer of MurmurHash3) of the tenant and the term, so that the
 * entries of one tenant are hardly ever another's: about one pair of tenants in a thousand shares some tens of 20,000, and
 * the policy by tenant keeps those apart. Two terms with one hash only make the index name a contact too many.
 */
export function termHashes(tenant: string, terms: Iterable<string>): number[] {
  const start = add(0x811c9dc5, tenant);
  return [...new Set([...terms].map((term) => mixed(add(start, term))))];
}

function add(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
