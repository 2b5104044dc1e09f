import type { LastDayQuery } from '../../../client/generated/graphql.ts';
import { counted } from '../../words/count.ts';

/** What happened within one hour. */
export type Hour = LastDayQuery['activity'][number];

/** One hour's pair of bars: heights from 0 to 1 of the chart's, and what they say. */
export interface Bars {
  readonly from: string;
  readonly clock: string;
  readonly changes: number;
  readonly failures: number;
  readonly words: string;
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
/** A bar that is there can be seen. */
const LEAST = 0.02;

/** The bars of these hours; the highest reaches the top. */
export function barsOf(hours: readonly Hour[]): readonly Bars[] {
  const most = highest(hours);
  const height = (count: number) => (count === 0 ? 0 : Math.max(count / most, LEAST));
  return hours.map(({ from, changes, failures }) => ({
    from,
    clock: clockOf(from),
    changes: height(changes),
    failures: height(failures),
    words: `From ${clockOf(from)}: ${counted(changes, 'change')}, ${counted(failures, 'failure')}`,
  }));
}

/** The most there was of either in one hour; 1 where nothing was. */
export function highest(hours: readonly Hour[]): number {
  return Math.max(1, ...hours.flatMap(({ changes, failures }) => [changes, failures]));
}

/** When an hour began, as a clock here shows it. */
export function clockOf(from: string): string {
  return clock.format(Date.parse(from));
}

/** All of it in one sentence. */
export function activityInWords(hours: readonly Hour[]): string {
  const sum = (what: 'changes' | 'failures') => hours.reduce((total, hour) => total + hour[what], 0);
  return `${counted(sum('changes'), 'change')} and ${counted(sum('failures'), 'failure')} in the last ${counted(hours.length, 'hour')}.`;
}
