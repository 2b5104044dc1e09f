import type { ShippedRule } from '../../model/rule.ts';
import { SYSTEM } from './settings.ts';

/** Rules about customers, who are looked after here and campaigned for elsewhere. */
export const rules: readonly ShippedRule[] = [
  {
    id: `rul_${SYSTEM}-pull`,
    name: 'When a contact changes in Commusoft, the latest is pulled from the other systems and what then differs is written to Commusoft',
    on: 'everywhere',
    trigger: { on: ['changed'], kinds: ['contact'], origins: [SYSTEM] },
    when: null,
    actions: [{ do: 'pullContact' }],
    // It only reads, and a busy morning there changes thousands.
    mostPerHour: 20_000,
  },
];
