import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';

const NAME = 'tributary_oauth';
/** How long a person may take to consent. */
export const ERRAND_MS = 10 * 60_000;

/** A secret that only the browser that gets this cookie can show again, on its way back from the system. */
export function newBrowser(secure: boolean): { readonly browser: string; readonly cookie: string } {
  const browser = randomBytes(32).toString('base64url');
  return { browser, cookie: cookieOf(browser, ERRAND_MS / 1000, secure) };
}

/** Takes the secret away again. */
export function forgotten(secure: boolean): string {
  return cookieOf('', 0, secure);
}

/** What a browser shows; empty where it shows nothing. */
export function browserOf({ cookie }: IncomingHttpHeaders): string {
  return (cookie && parseCookie(cookie)[NAME]) || '';
}

/** Lax: it comes along when the system's page sends the browser back, and with no request that another page makes by itself. */
function cookieOf(value: string, maxAge: number, secure: boolean): string {
  return stringifySetCookie({ name: NAME, value, path: '/oauth', maxAge, httpOnly: true, sameSite: 'lax', secure });
}
