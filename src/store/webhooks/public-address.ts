import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Why an address was not connected to. */
export class PrivateAddress extends Error {
  readonly code = 'address-not-public';
}

/** Whether an IP address is one of the internet's own: not of this machine, a private network, a link or a special use. */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address);
  return family !== 0 && !special.check(address, family === 6 ? 'ipv6' : 'ipv4');
};

/** Throws `PrivateAddress` when the host of a URL is an IP address that is not public: it is looked up nowhere. */
export function refusePrivateHost({ hostname }: URL): void {
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(address) && !isPublicAddress(address)) throw new PrivateAddress('The address is not public');
}

/**
 * As `dns.lookup`, and fails unless all addresses of the name are public. Whoever connects gets the very addresses that were
 * checked, so a name that answers otherwise the next time gains nothing.
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const addresses = found as LookupAddress[] | undefined;
    const [first] = addresses ?? [];
    if (error || !addresses || !first) return callback(error ?? new Error('The name has no address'), '', 0);
    if (!addresses.every(({ address }) => isPublicAddress(address))) {
      return callback(new PrivateAddress('The name leads to an address that is not public'), '', 0);
    }
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

/** IANA's special-purpose registries, multicast, and what wraps an IPv4 address. Mapped IPv4 is checked as IPv4. */
const special = new BlockList();
for (const range of [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24',
  '192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
  '::/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10',
  'fec0::/10 ff00::/8',
].flatMap((line) => line.split(' '))) {
  const [network = '', prefix] = range.split('/');
  special.addSubnet(network, Number(prefix), isIP(network) === 6 ? 'ipv6' : 'ipv4');
}
