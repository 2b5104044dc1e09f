import type { z } from 'zod';
import type { Clock } from '../base/clock.ts';
import type { Http } from '../base/http.ts';
import type { Value } from '../model/kind.ts';

/** How a person connects a system by consenting there instead of handing a credential over. All failures are Problems. */
export interface OAuth<A extends z.ZodObject = z.ZodObject> {
  /** The operator's app there, in environment variables; without those that have no default nobody connects this way. */
  readonly app: A;
  /** The definition's settings without the credential, which a grant stands for; `connect` takes them with `tools.tokens`. */
  readonly settings: z.ZodObject;
  /** Where `exchange` and `renew` ask. */
  baseUrl(app: z.output<A>): string;
  /** Where a person consents; from there the browser comes to `redirectUri` with a `code` and that `state`. */
  authorizeUrl(app: z.output<A>, asked: { readonly state: string; readonly redirectUri: string }): string;
  /** What a code is good for, once; UNAUTHORIZED where for nothing. */
  exchange(app: z.output<A>, tools: OAuthTools, consent: Consent): Promise<Grant>;
  /**
   * Tokens in the place of these, which may be spent by it: what is answered must be kept before anything else is done. It may
   * be over already where it takes more than one step; then it is to be renewed as well. UNAUTHORIZED with the retry `never`:
   * the grant has ended, and a person must connect anew.
   */
  renew(app: z.output<A>, tools: OAuthTools, tokens: Value): Promise<Value>;
  /** When calls with these tokens begin to be refused (ms since 1970). */
  expiresAt(tokens: Value): number;
}

/** What a source may use of the world to get tokens; `http` is bound to `baseUrl`. */
export interface OAuthTools {
  readonly http: Http;
  readonly clock: Clock;
}

/** What came back of a person's consent. `redirectUri` as it was asked with; `place` names one of the places of an earlier answer. */
export interface Consent {
  readonly code: string;
  readonly redirectUri: string;
  readonly place?: string;
}

/** A connection as somebody granted it, or the places that they might have meant: one of them is to be named with a new consent. */
export type Grant = GrantedConnection | { readonly places: readonly Place[] };

/** The settings that the grant decides, in texts as environment variables have them, and tokens that only the source understands. */
export interface GrantedConnection {
  readonly settings: Readonly<Record<string, string>>;
  readonly tokens: Value;
}

/** A part of a system that can be connected on its own, e.g. a branch of a company. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

/** The tokens of a grant as all who use them share them. */
export interface Tokens {
  /** Those to call with; renewed before they are over. */
  current(): Promise<Value>;
  /** Others than those that the system has just refused; UNAUTHORIZED where there are none. */
  renewed(refused: Value): Promise<Value>;
}
