import type { Value } from '../../model/kind.ts';
import type { Tokens } from '../oauth.ts';
import { accessOf } from './kept-tokens.ts';

/** The token that a connection's calls are made with. */
export interface Bearer {
  current(): Promise<string>;
  /** Another one in the place of that, which was refused; null where there is none. */
  renewed(refused: string): Promise<string | null>;
}

/** A private integration's token: only a person replaces it. */
export function fixedBearer(token: string): Bearer {
  return { current: async () => token, renewed: async () => null };
}

/** The token of a grant. */
export function grantedBearer(tokens: Tokens): Bearer {
  let latest: Value = null;
  const use = (value: Value) => {
    latest = value;
    return accessOf(value);
  };
  return {
    current: async () => use(await tokens.current()),
    async renewed(refused) {
      const isLatest = latest !== null && accessOf(latest) === refused;
      // Another call was refused as well and has brought a new one meanwhile.
      return use(await (isLatest ? tokens.renewed(latest) : tokens.current()));
    },
  };
}
