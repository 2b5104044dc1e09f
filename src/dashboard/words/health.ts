import type { HealthState } from '../../client/generated/graphql.ts';
import type { Tone } from '../ui/Badge.tsx';

/** How a system is, for people. */
export const HEALTH: Readonly<Record<HealthState, { readonly words: string; readonly tone: Tone }>> = {
  OK: { words: 'Works', tone: 'good' },
  DEGRADED: { words: 'Works, with trouble', tone: 'warn' },
  DOWN: { words: 'Does not answer', tone: 'bad' },
  UNAUTHORIZED: { words: 'Refuses our sign-in', tone: 'bad' },
  NOT_CONNECTED: { words: 'Not connected', tone: 'plain' },
};

/** True for the name of a state. */
export function isHealthState(name: string): name is HealthState {
  return name in HEALTH;
}
