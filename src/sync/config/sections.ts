import { alertRulesSection, alertTargetsSection } from './alerts.ts';
import { mappingsSection } from './mappings.ts';
import { policiesSection } from './policies.ts';
import { retentionSection } from './retention.ts';
import { rulesSection } from './rules.ts';
import type { ConfigSection } from './section.ts';

/** All parts of the configuration, in the order in which they are written. */
export const sections: readonly ConfigSection[] = [
  policiesSection,
  mappingsSection,
  alertTargetsSection,
  rulesSection,
  alertRulesSection,
  retentionSection,
];
