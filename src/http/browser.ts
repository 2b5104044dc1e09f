import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** The headers with which every answer goes out, so that no page can frame, sniff or run it. */
const SECURITY: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

const METHODS = 'GET, POST';
const HEADERS = 'accept, apollo-require-preflight, authorization, content-type, x-apollo-operation-name, x-max-age';
const PREFLIGHT_SECONDS = '600';

/** Puts the security headers on every answer; a page with a policy of its own keeps it. */
export function secureAnswers(app: FastifyInstance): void {
  app.addHook('onRequest', async (_, reply) => {
    reply.headers(SECURITY);
  });
}

/**
 * Was this sent by a page of another origin that is not among the allowed ones? Browsers say where a page is from in Origin,
 * and where they leave that out in Sec-Fetch-Site; other programs send neither.
 */
export function isForeign(headers: IncomingHttpHeaders, allowed: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']));
  if (allowed.includes(origin)) return false;
  return hostOf(origin) !== host;
}

/** The host and port in an address; null for what is none. (`URL.canParse` errs on some headers once it is compiled: it reads them as UTF-8.) */
export function hostOf(address: string): string | null {
  try {
    return new URL(address).host;
  } catch {
    return null;
  }
}

/** Lets a page of an allowed origin read the answer. */
export function allowOrigin(headers: IncomingHttpHeaders, reply: FastifyReply, allowed: readonly string[]): void {
  if (allowed.length > 0) reply.header('vary', 'Origin');
  if (headers.origin === undefined || !allowed.includes(headers.origin)) return;
  reply.headers({
    'access-control-allow-origin': headers.origin,
    'access-control-expose-headers': 'retry-after',
    'cross-origin-resource-policy': 'cross-origin',
  });
}

/** What a browser asks before it sends a page's request. */
export function answerPreflight(reply: FastifyReply): FastifyReply {
  if (reply.hasHeader('access-control-allow-origin')) {
    reply.headers({
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': HEADERS,
      'access-control-max-age': PREFLIGHT_SECONDS,
    });
  }
  return reply.code(204).header('allow', `${METHODS}, OPTIONS`).send();
}
