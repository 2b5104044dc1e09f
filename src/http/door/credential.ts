import { SECRET_PREFIX } from '../../base/api-key.ts';
import { Problem } from '../../base/errors.ts';

/** What somebody shows: nothing, the secret of an API key, or a token. */
export type Credential =
  | { readonly kind: 'none' }
  | { readonly kind: 'key'; readonly secret: string }
  | { readonly kind: 'token'; readonly token: string };

const BEARER = /^Bearer +(\S+) *$/i;
/** Base64url in three parts: a signed JSON Web Token. */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const LONGEST = 8_192;

/** Reads an `Authorization` header, or what stands for it; UNAUTHORIZED where it is none of ours. Repeats nothing of it. */
export function readCredential(authorization: string | undefined): Credential | Problem {
  if (authorization === undefined || authorization.trim() === '') return { kind: 'none' };
  const shown = authorization.length > LONGEST ? undefined : BEARER.exec(authorization)?.[1];
  if (shown === undefined)
    return unauthorized(
      'What was shown has not the form "Bearer <API key or token>", or is longer than 8,192 characters',
    );
  if (shown.startsWith(SECRET_PREFIX)) return { kind: 'key', secret: shown };
  if (TOKEN.test(shown)) return { kind: 'token', token: shown };
  return unauthorized('What was shown is neither an API key, which begins with "trb_", nor a JSON Web Token');
}

/** A refusal of a credential, in words that say what is wrong with it and nothing of what stands in it. */
export function unauthorized(words: string): Problem {
  return new Problem('UNAUTHORIZED', words);
}
