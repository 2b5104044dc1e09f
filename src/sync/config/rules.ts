import type { Value } from '../../model/kind.ts';
import type { Rule } from '../../model/rule.ts';
import { keepRules } from '../rule-book.ts';
import { checkRule } from '../rule-check.ts';
import { type ConfigError, type ConfigSection, isMapping } from './section.ts';

/** All rules by their ids, shipped ones as they are in force. */
export const rulesSection: ConfigSection = {
  name: 'rules',
  async read(store) {
    const entries = (await store.rules.all()).map(({ rule: { id, ...parts } }) => [id, parts]);
    return Object.fromEntries(entries) as Value;
  },
  check(data, systems) {
    if (!isMapping(data)) return [{ path: [], message: 'must be a mapping of rules by their ids' }];
    return Object.entries(data).flatMap(([id, parts]): ConfigError[] => {
      if (!isMapping(parts)) return [{ path: [id], message: 'must be a mapping with name, trigger and actions' }];
      const checked = checkRule({ systems, targets: null }, { when: null, ...parts, id });
      if ('rule' in checked) return [];
      return checked.errors.map(({ path, message }) => ({ path: path[0] === 'id' ? [id] : [id, ...path], message }));
    });
  },
  async write(tx, data, { clock }) {
    const rules = Object.entries(data as Record<string, Omit<Rule, 'id'>>);
    await keepRules(
      tx,
      rules.map(([id, parts]): Rule => ({ ...parts, when: parts.when ?? null, id })),
      clock.now(),
    );
  },
};
