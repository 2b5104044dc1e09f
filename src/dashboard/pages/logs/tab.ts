import type { SystemNames } from '../../words/event.ts';

/** What every tab is given. */
export interface TabProps {
  readonly names: SystemNames;
}
