import { KINDS, type Kind, type Value } from '../../model/kind.ts';
import { Policy } from '../../model/policy.ts';
import { readPolicies, setPolicy } from '../policies.ts';
import { type ConfigError, type ConfigSection, isMapping, names } from './section.ts';

type Parts = Omit<Policy, 'system' | 'kind'>;

/** The policies that an operator set: system, then kind. */
export const policiesSection: ConfigSection = {
  name: 'policies',
  async read(store) {
    const bySystem: Record<string, Record<string, Value>> = {};
    for (const { system, kind, ...parts } of await readPolicies(store)) {
      bySystem[system] = { ...bySystem[system], [kind]: parts as unknown as Value };
    }
    return bySystem;
  },
  check(data, systems) {
    if (!isMapping(data)) return [{ path: [], message: 'must be a mapping of systems' }];
    return Object.entries(data).flatMap(([system, kinds]): ConfigError[] => {
      if (!systems.includes(system))
        return [{ path: [system], message: `is not a system; the systems are ${systems.join(', ')}` }];
      if (!isMapping(kinds)) return [{ path: [system], message: 'must be a mapping of kinds' }];
      return Object.entries(kinds).flatMap(([kind, parts]) => checkPolicy(system, kind, parts));
    });
  },
  async write(tx, data) {
    for (const [system, kinds] of Object.entries(data as Record<string, Record<Kind, Parts>>))
      for (const [kind, parts] of Object.entries(kinds)) await setPolicy(tx, { system, kind: kind as Kind, ...parts });
  },
};

function checkPolicy(system: string, kind: string, parts: unknown): ConfigError[] {
  const path = [system, kind];
  if (!KINDS.some((known) => known === kind))
    return [{ path, message: `is not a kind; the kinds are ${KINDS.join(', ')}` }];
  if (!isMapping(parts)) return [{ path, message: 'must be a mapping with spread, when and deletes' }];
  const read = Policy.safeParse({ when: null, ...parts, system, kind });
  if (!read.success)
    return read.error.issues.map((issue) => ({ path: [...path, ...names(issue)], message: issue.message }));
  if (read.data.spread === 'rule' && read.data.when === null)
    return [{ path: [...path, 'spread'], message: 'is rule, so `when` must say for whom' }];
  return [];
}
