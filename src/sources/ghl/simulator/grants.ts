import { createHash } from 'node:crypto';
import type { Clock } from '../../../base/clock.ts';
import { COMPANY_ID } from './company.ts';
import type { Ids } from './ids.ts';

/** The vendor does not say how long a code is good; ten minutes is the most that the OAuth standard recommends. */
const CODE_MS = 600_000;
/** `expires_in` of the vendor's example, in seconds. */
const ACCESS_S = 86_399;
/** A refresh token is good for a year or until it is used. */
const REFRESH_MS = 365 * 24 * 3_600_000;

/** What somebody consented to; without a location it is the whole agency's. */
export interface Wish {
  readonly locationId: string | null;
  readonly scope: string;
  readonly redirectUri: string;
}

/** A consent, from the page on until the app is uninstalled. */
export interface Granted extends Wish {
  isOver: boolean;
}

/** Whom a call's token speaks for; a location's token reaches one location, a company's (an agency's) the agency. */
export interface Bearer {
  readonly userType: 'Location' | 'Company';
  readonly locationId: string | null;
  readonly scopes: ReadonlySet<string> | 'all';
}

/** A token as it is handed out. */
export interface Issued {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
}

/** What the vendor knows of the app's codes and tokens. */
export interface Grants {
  /** A code for what somebody consented to. */
  consent(wish: Wish): string;
  /** What a code or a refresh token stands for; null where it is wrong, used or too old. */
  ofCode(code: string): Granted | null;
  ofRefreshToken(token: string): Granted | null;
  /** A new pair; the code or refresh token that was `spent` for it is good for nothing any more. */
  issue(granted: Granted, spent: string): Issued & { readonly refresh_token: string };
  /** A token of one location, made with a company's: there is no refresh token to it. */
  issueForLocation(companyToken: string, locationId: string): Issued;
  /** Null where the token is wrong or over. */
  bearerOf(accessToken: string): Bearer | null;
  /** All access tokens are over, as after a day. */
  expire(): void;
  /** Everything ends that was granted, as when the app is uninstalled; answers what. */
  endAll(): readonly Granted[];
}

interface Kept {
  readonly granted: Granted;
  readonly until: number;
}

/** An app that nobody has installed yet. */
export function createGrants(clock: Clock, ids: Ids): Grants {
  const codes = new Map<string, Kept>();
  const refreshTokens = new Map<string, Kept>();
  const accessTokens = new Map<string, Kept & { readonly bearer: Bearer }>();

  const keptIn = <K extends Kept>(kept: Map<string, K>, key: string): K | null => {
    const found = kept.get(key);
    return found && !found.granted.isOver && found.until > clock.now() ? found : null;
  };

  function issueAccess(granted: Granted, locationId: string | null): Issued {
    const userType = locationId === null ? 'Company' : 'Location';
    // What makes location tokens comes with every company's, as was measured of the live system.
    const scope = granted.locationId === null ? `${granted.scope} oauth.readonly oauth.write` : granted.scope;
    const access_token = webToken({ authClass: userType, authClassId: locationId ?? COMPANY_ID }, ids.uuid());
    accessTokens.set(access_token, {
      granted,
      until: clock.now() + ACCESS_S * 1000,
      bearer: { userType, locationId, scopes: new Set(scope.split(/\s+/)) },
    });
    return { access_token, token_type: 'Bearer', expires_in: ACCESS_S, scope };
  }

  return {
    consent(wish) {
      const code = createHash('sha1').update(ids.uuid()).digest('hex');
      codes.set(code, { granted: { ...wish, isOver: false }, until: clock.now() + CODE_MS });
      return code;
    },
    ofCode: (code) => keptIn(codes, code)?.granted ?? null,
    ofRefreshToken: (token) => keptIn(refreshTokens, token)?.granted ?? null,
    issue(granted, spent) {
      codes.delete(spent);
      refreshTokens.delete(spent);
      const refresh_token = webToken({ authClass: 'refresh' }, ids.uuid());
      refreshTokens.set(refresh_token, { granted, until: clock.now() + REFRESH_MS });
      return { ...issueAccess(granted, granted.locationId), refresh_token };
    },
    issueForLocation(companyToken, locationId) {
      const by = keptIn(accessTokens, companyToken);
      if (!by) throw new Error('Only a token that is good makes another');
      return issueAccess(by.granted, locationId);
    },
    bearerOf: (token) => keptIn(accessTokens, token)?.bearer ?? null,
    expire: () => accessTokens.clear(),
    endAll() {
      const ended = new Set([...refreshTokens.values()].map(({ granted }) => granted).filter(({ isOver }) => !isOver));
      for (const granted of ended) granted.isOver = true;
      return [...ended];
    },
  };
}

/** In the form of the vendor's tokens, signed by nobody. */
function webToken(claims: Readonly<Record<string, string>>, unique: string): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signature = createHash('sha256').update(unique).digest('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ ...claims, jti: unique })}.${signature}`;
}
