import type { Fault, Simulator } from '../../../src/sources/simulator.ts';
import type { Dice } from '../../support/dice.ts';

/** What may go wrong with a call: mostly it is slow. */
const TROUBLES: readonly [Fault, ...Fault[]] = [
  { kind: 'latency', ms: 300, times: 8 },
  { kind: 'latency', ms: 2_000, times: 3 },
  { kind: 'status', status: 500, times: 2 },
  { kind: 'status', status: 503, retryAfter: 1, times: 2 },
  { kind: 'status', status: 429, times: 2 },
  { kind: 'status', status: 429, retryAfter: 2, times: 1 },
  { kind: 'cut', times: 2 },
  { kind: 'lost-answer', times: 2 },
  { kind: 'malformed', times: 1 },
  { kind: 'truncated', times: 1 },
  { kind: 'hang', times: 1 },
];

/** Lets something go wrong in one of them, for a call or a few; half of the time for a write. */
export function trouble(dice: Dice, simulators: readonly Simulator[]): void {
  const simulator = simulators[dice.between(0, simulators.length - 1)];
  const fault = { ...dice.pick(TROUBLES) };
  simulator?.faults.push(
    dice.chance(50) ? { ...fault, match: '^(POST|PUT|DELETE) (?!.*(search|find|aggregate|getToken|login))' } : fault,
  );
}
