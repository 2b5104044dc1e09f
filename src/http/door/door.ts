import { createEgress } from '../../base/egress.ts';
import { Problem } from '../../base/errors.ts';
import type { Identify } from '../visit.ts';
import { createIdentify, type Recognition } from './identify.ts';
import { createKeySet } from './key-set.ts';
import { NOBODY, opennessOf, warningOf } from './openness.ts';
import type { DoorSettings, TokenSettings } from './settings.ts';
import { createTokenCheck } from './tokens.ts';

/** Where callers come in. */
export interface Door {
  readonly identify: Identify;
  /** What an operator is to be told at the start of who may call; null where a key or token is needed. */
  readonly warning: string | null;
  close(): Promise<void>;
}

/** What the door is built from: `isSandbox` and `host` decide with `settings` whether it is open. */
export interface DoorOptions extends Omit<Recognition, 'isOpen' | 'checkToken'> {
  readonly settings: DoorSettings;
  readonly isSandbox: boolean;
  readonly host: string;
  /** Names and addresses in private networks that may be asked for public keys. */
  readonly allowPrivateHosts: readonly string[];
}

/** Opens the door; rejects with a Problem for the operator where nobody could come in, or where a setting is of no use. */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const { settings, isSandbox, host, keys, clock, log } = options;
  const { auth, tokens } = settings;
  const hasKeys = await keys.anyAt(clock.now());
  const openness = opennessOf({ auth, isSandbox, host, hasTokens: tokens !== null, hasKeys });
  if (openness === 'nobody') throw new Problem('INVALID', NOBODY);
  const egress = createEgress({ allowed: options.allowPrivateHosts });
  const refusal = tokens && 'jwksUrl' in tokens.keys ? egress.refusal(tokens.keys.jwksUrl) : null;
  if (refusal) throw new Problem('INVALID', `AUTH_JWKS_URL ${refusal}`);
  const keyOf = ({ keys }: TokenSettings) =>
    'jwksUrl' in keys ? createKeySet(keys.jwksUrl, { egress, clock, log }) : new TextEncoder().encode(keys.secret);
  const checkToken = tokens && createTokenCheck({ ...tokens, key: keyOf(tokens) }, clock);
  const isOpen = openness !== 'closed';
  return {
    identify: createIdentify({ ...options, isOpen, checkToken }),
    warning: warningOf(openness),
    close: () => egress.close(),
  };
}
