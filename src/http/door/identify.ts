import type { Clock } from '../../base/clock.ts';
import { Problem, toProblem } from '../../base/errors.ts';
import type { Logger } from '../../base/logger.ts';
import { anybody, type Caller, withIncluded } from '../../graphql/caller.ts';
import type { Gateway } from '../../graphql/context.ts';
import type { KeyLookup } from '../../store/key-lookup.ts';
import type { Identify } from '../visit.ts';
import { type Credential, readCredential, unauthorized } from './credential.ts';
import type { CheckToken } from './tokens.ts';

/** The workspaces that credentials are for. */
export interface Workspaces {
  /** The one of anybody, and of tokens that name none as long as there is no other. */
  readonly standard: string;
  /** Null where there is no such workspace. */
  gatewayOf(workspace: string): Promise<Gateway | null>;
  /** Is there one besides the standard one? */
  hasOthers(): Promise<boolean>;
}

/** What callers are known by. */
export interface Recognition {
  /** May anybody come in who shows nothing? What is shown is checked all the same. */
  readonly isOpen: boolean;
  readonly keys: KeyLookup;
  /** Null where no tokens are taken. */
  readonly checkToken: CheckToken | null;
  readonly workspaces: Workspaces;
  readonly clock: Clock;
  readonly log: Logger;
}

const SHOW =
  'Show a key or token: as the header "authorization: Bearer ...", over WebSocket as the connection parameter "authorization"';

/** Finds out who asks by an API key or a token; what cannot be found out is UNAVAILABLE, and then nobody is let in. */
export function createIdentify(recognition: Recognition): Identify {
  const { workspaces, log } = recognition;
  return async ({ authorization, from }) => {
    try {
      const credential = readCredential(authorization);
      if (credential instanceof Problem) return credential;
      const caller = await callerOf(recognition, credential, from);
      if (caller instanceof Problem) return caller;
      const gateway = await workspaces.gatewayOf(caller.workspace);
      return gateway ? { caller, gateway } : unauthorized('The workspace that this key or token is for is not here');
    } catch (thrown) {
      const problem = toProblem(thrown);
      if (problem.code === 'UNAVAILABLE') return problem;
      log.error({ err: thrown }, 'who asks cannot be found out');
      return new Problem('UNAVAILABLE', 'Who asks cannot be found out just now; try again later', 'later');
    }
  };
}

async function callerOf(
  { isOpen, keys, checkToken, workspaces, clock, log }: Recognition,
  credential: Credential,
  from: string,
): Promise<Caller | Problem> {
  if (credential.kind === 'none') return isOpen ? anybody(workspaces.standard, from) : unauthorized(SHOW);

  if (credential.kind === 'key') {
    const now = clock.now();
    const key = await keys.find(credential.secret);
    if (!key) return unauthorized('There is no such API key here: it is cut, mistyped, or of another gateway');
    if (key.revokedAt !== null) return unauthorized('The API key was revoked: ask an admin for another');
    if (key.expiresAt !== null && key.expiresAt <= now)
      return unauthorized('The API key is over: ask an admin for another');
    // Nobody waits for it, and nobody is refused because of it.
    keys.used(key.id, now).catch((err: unknown) => log.warn({ err }, 'that a key was used cannot be noted'));
    const { id, name, workspace, expiresAt: until } = key;
    return { id, name, workspace, scopes: withIncluded(key.scopes), from, until };
  }

  if (!checkToken) return unauthorized('Tokens are not taken here: show an API key');
  const claims = await checkToken(credential.token);
  if (claims instanceof Problem) return claims;
  const { subject, name, scopes, until } = claims;
  if (claims.workspace === null && (await workspaces.hasOthers()))
    return unauthorized('There are several workspaces, so the token must name one in its claim "workspace"');
  return { id: `jwt:${subject}`, name, workspace: claims.workspace ?? workspaces.standard, scopes, from, until };
}
