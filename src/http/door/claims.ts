import type { JWTPayload } from 'jose';
import type { Problem } from '../../base/errors.ts';
import { type Scope, withIncluded } from '../../graphql/caller.ts';
import { unauthorized } from './credential.ts';

/** What a token says of its bearer. */
export interface Claims {
  readonly subject: string;
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Null where it names none. */
  readonly workspace: string | null;
  /** When it ends, in milliseconds since 1970. */
  readonly until: number;
}

/** As long as OpenID Connect allows a subject to be. */
const LONGEST = 255;
/** `scope` is RFC 8693's and RFC 9068's; some issuers write `scp` or `permissions` instead, as a text or as a list. */
const SCOPE_CLAIMS = ['scope', 'scp', 'permissions'] as const;

/** Reads the claims of a token whose signature and time were checked; `exp` and `sub` are there. UNAUTHORIZED where they say nothing clear. */
export function readClaims(payload: JWTPayload): Claims | Problem {
  const { sub, exp, name, workspace } = payload;
  if (!isWord(sub) || exp === undefined) return unauthorized('The token\'s claim "sub" must have 1 to 255 characters');
  if (workspace !== undefined && !isWord(workspace))
    return unauthorized('The token\'s claim "workspace" must be the id of one workspace');
  return {
    subject: sub,
    name: isWord(name) ? name : sub,
    scopes: withIncluded(SCOPE_CLAIMS.flatMap((claim) => wordsOf(payload[claim]))),
    workspace: workspace ?? null,
    until: exp * 1000,
  };
}

function wordsOf(claim: unknown): string[] {
  if (typeof claim === 'string') return claim.split(' ');
  return Array.isArray(claim) ? claim.filter((word): word is string => typeof word === 'string') : [];
}

function isWord(claim: unknown): claim is string {
  return typeof claim === 'string' && claim.length > 0 && claim.length <= LONGEST;
}
