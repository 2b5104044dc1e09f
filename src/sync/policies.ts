import { z } from 'zod';
import type { Value } from '../model/kind.ts';
import { Policy } from '../model/policy.ts';
import type { Store } from '../store/store.ts';

const KEY = 'policies';
const Policies = z.array(Policy);

/** The policies that an operator has set; the others are the default ones. */
export async function readPolicies(store: Store): Promise<readonly Policy[]> {
  return Policies.parse((await store.settings.get(KEY)) ?? []);
}

/** Sets the policy for one kind in one system. */
export async function setPolicy(store: Store, policy: Policy): Promise<void> {
  await store.transaction(async (tx) => {
    const others = (await readPolicies(tx)).filter(
      (known) => known.system !== policy.system || known.kind !== policy.kind,
    );
    await tx.settings.put(KEY, [...others, policy] as unknown as Value);
  });
}
