import { errors, type JWTVerifyGetKey, type JWTVerifyOptions, jwtVerify } from 'jose';
import type { Clock } from '../../base/clock.ts';
import { Problem } from '../../base/errors.ts';
import { type Claims, readClaims } from './claims.ts';
import { unauthorized } from './credential.ts';

/** Checks a JSON Web Token: what it says, or an UNAUTHORIZED that says what is wrong with it. Rejects where that cannot be found out. */
export type CheckToken = (token: string) => Promise<Claims | Problem>;

/** From whom and for whom tokens must be, and what they are checked with: a shared secret (HS256) or an issuer's public keys. */
export interface TokenTrust {
  readonly issuer: string;
  readonly audience: string;
  readonly key: Uint8Array | JWTVerifyGetKey;
}

const PUBLIC_KEY_ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];
/** Clocks differ by so much. */
const TOLERANCE_SECONDS = 5;

/** Tokens of that issuer for that audience. A secret opens no token that names a public-key algorithm, nor the other way round. */
export function createTokenCheck({ issuer, audience, key }: TokenTrust, clock: Clock): CheckToken {
  const isSecret = key instanceof Uint8Array;
  const options: JWTVerifyOptions = {
    issuer,
    audience,
    algorithms: isSecret ? ['HS256'] : PUBLIC_KEY_ALGORITHMS,
    requiredClaims: ['exp', 'sub'],
    clockTolerance: TOLERANCE_SECONDS,
  };
  return async (token) => {
    const now = { ...options, currentDate: new Date(clock.now()) };
    try {
      const { payload } = isSecret ? await jwtVerify(token, key, now) : await jwtVerify(token, key, now);
      const claims = readClaims(payload);
      return claims instanceof Problem ? claims : { ...claims, until: claims.until + TOLERANCE_SECONDS * 1000 };
    } catch (thrown) {
      if (!(thrown instanceof errors.JOSEError)) throw thrown;
      // Its words are all that is kept: the error holds the claims, which are somebody's.
      return unauthorized(wordsOf(thrown));
    }
  };
}

function wordsOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'The token is over: get a new one';
  if (error instanceof errors.JWTClaimValidationFailed) {
    const wrong = error.reason === 'missing' ? 'is missing' : 'is not the one that is asked for here';
    return `The token's claim "${error.claim}" ${wrong}`;
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return 'The token is signed by an algorithm that is not taken here';
  const isForeign =
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys;
  return isForeign
    ? 'The token is not signed by a key of its issuer that is known here'
    : 'The token is not a well-formed, signed JSON Web Token';
}
