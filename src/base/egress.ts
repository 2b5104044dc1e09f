import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import { Problem } from './errors.ts';

/** The way out to addresses that people enter: public ones only, so that nobody reaches through the gateway into its own network. */
export interface Egress {
  /** Connects to public addresses and to allowed hosts; to all others a request fails with a Problem. What is checked is the address connected to. */
  readonly dispatcher: Dispatcher;
  /** The same for sockets that somebody else keeps. */
  readonly dial: buildConnector.connector;
  /** What is wrong with such an address, in words that follow its name; null where it may be tried. Asks no name server. */
  refusal(url: string): string | null;
  /** Breaks off what is under way. */
  breakOff(): void;
  close(): Promise<void>;
}

/** `allowed`: names or addresses that may be private. `resolve` stands in for the name server in tests. */
export interface EgressOptions {
  readonly allowed: readonly string[];
  readonly resolve?: Resolve;
}

type Resolve = (
  name: string,
  done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

const CONNECT_TIMEOUT_MS = 10_000;

/** Makes an egress with sockets of its own. */
export function createEgress({ allowed, resolve = resolveAll }: EgressOptions): Egress {
  const free = new Set(allowed.map(plainHost));
  const isFree = (host: string) => free.has(plainHost(host));
  const closed = (host: string) => isIP(host) !== 0 && !isFree(host) && !isPublicAddress(host);

  // Called for names only: the answer is what will be connected to, so a name cannot change its meaning in between.
  const checkedLookup: LookupFunction = (name, options, done) => {
    resolve(name, (error, addresses) => {
      const [first] = addresses;
      if (error || !first) return done(error ?? notFound(name), '', 0);
      if (!isFree(name) && addresses.some(({ address }) => closed(address))) return done(privateAddress(name), '', 0);
      if (options.all) return done(null, [...addresses]);
      done(null, first.address, first.family);
    });
  };
  const connect = buildConnector({ timeout: CONNECT_TIMEOUT_MS, lookup: checkedLookup });
  const dial: buildConnector.connector = (options, callback) => {
    if (closed(plainHost(options.hostname))) callback(privateAddress(plainHost(options.hostname)), null);
    else connect(options, callback);
  };
  const dispatcher = new Agent({ connect: dial });

  return {
    dispatcher,
    dial,
    refusal(text) {
      const url = URL.canParse(text) ? new URL(text) : null;
      if (!url || !/^https?:$/.test(url.protocol))
        return 'is not a web address; expected something like https://hooks.example.com/alerts';
      if (url.username || url.password) return 'must not hold a user name or password';
      const host = plainHost(url.hostname);
      if (closed(host) || (isLocalName(host) && !isFree(host))) return privateText(host);
      return url.protocol === 'http:' && !isFree(host)
        ? 'must begin with https://, unless ALLOW_PRIVATE_HOSTS names its host'
        : null;
    },
    breakOff: () => void dispatcher.destroy(),
    close: async () => (dispatcher.destroyed ? undefined : dispatcher.close()),
  };
}

/** True for an address of the public internet; loopback, private, link-local and all other special ranges are none. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

function isLocalName(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost');
}

/** A host as it is compared: lower case, without the brackets of IPv6 and the dot of the root. */
function plainHost(host: string): string {
  const plain = host
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
  return ipaddr.isValid(plain) && isIP(plain) !== 0 ? ipaddr.process(plain).toString() : plain;
}

function resolveAll(name: string, done: Parameters<Resolve>[1]): void {
  lookup(name, { all: true }, (error, addresses) => done(error, addresses ?? []));
}

function notFound(name: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${name} has no address`), { code: 'ENOTFOUND' });
}

function privateText(host: string): string {
  return `leads into a private network (${host}); name the host in ALLOW_PRIVATE_HOSTS to allow it`;
}

function privateAddress(host: string): Problem {
  return new Problem('FORBIDDEN', `The address ${privateText(host)}`);
}
