import ipaddr from 'ipaddr.js';

type Network = readonly [address: ipaddr.IPv4 | ipaddr.IPv6, prefix: number];

/** Names the network address behind a connection; the same name for addresses that one caller can choose among. */
export type NameCaller = (remote: string | undefined, forwardedFor: string | undefined) => string;

const UNKNOWN = 'unknown';
/** What a household or a server is given of IPv6. */
const PREFIX_PARTS = 4;

/** A network written as an address or as address/bits; null for what is neither. */
export function parseNetwork(text: string): Network | null {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  if (!ipaddr.isValid(text)) return null;
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/** Believes X-Forwarded-For as far as it was written by these proxies: the last address that is none of theirs is the caller's. */
export function createNameCaller(proxies: readonly string[]): NameCaller {
  const networks = proxies.map(parseNetwork).filter((network) => network !== null);
  const isProxy = (address: ipaddr.IPv4 | ipaddr.IPv6) =>
    networks.some((network) => network[0].kind() === address.kind() && address.match([...network]));
  return (remote, forwardedFor) => {
    const hops = [remote ?? '', ...(forwardedFor?.split(',').reverse() ?? [])].map((hop) => hop.trim());
    let caller = UNKNOWN;
    for (const hop of hops) {
      if (!ipaddr.isValid(hop)) break;
      const address = ipaddr.process(hop);
      caller = nameOf(address);
      if (!isProxy(address)) break;
    }
    return caller;
  };
}

function nameOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  return 'parts' in address
    ? address.parts
        .slice(0, PREFIX_PARTS)
        .map((part) => part.toString(16))
        .join(':')
    : address.toString();
}
