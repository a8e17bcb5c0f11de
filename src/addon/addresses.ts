/** Addresses from a pasted text: `Name <a@b.example>`, or bare, separated by commas, semicolons, line breaks or spaces. */
export function readAddresses(text: string): { addresses: string[]; unreadable: string[] } {
  const addresses = new Set<string>();
  const unreadable: string[] = [];
  for (const part of text.replace(/"[^"\n]*"/g, ' ').split(/[\n\r,;、，；]/)) {
    const found = addressesIn(part);
    if (found) for (const address of found) addresses.add(address);
    else if (part.trim()) unreadable.push(part.trim());
  }
  return { addresses: [...addresses], unreadable };
}

/** The addresses of one part; undefined when any of it is no address, or nothing is. */
function addressesIn(part: string): string[] | undefined {
  const open = part.lastIndexOf('<');
  const close = part.indexOf('>', open);
  const words = open >= 0 && close > open ? [part.slice(open + 1, close)] : part.split(/\s+/);
  const addresses = words.map((word) => word.trim().toLowerCase()).filter(Boolean);
  return addresses.length > 0 && addresses.every(isAddress) ? addresses : undefined;
}

/** Whether this is one email address that the store takes: something, an @, a domain with a dot. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\.]+(?:\.[^\s@<>"(),:;[\]\\.]+)+$/.test(text);
}
