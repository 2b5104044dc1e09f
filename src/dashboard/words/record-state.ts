import type { RecordState } from '../../client/generated/graphql.ts';
import type { Tone } from '../ui/Badge.tsx';

/** How a record of a system stands, for people. */
export const RECORD_STATE: Readonly<Record<RecordState, { readonly words: string; readonly tone: Tone }>> = {
  IN_SYNC: { words: 'Up to date', tone: 'good' },
  PENDING: { words: 'A change is on its way there', tone: 'plain' },
  FAILED: { words: 'Refused a change', tone: 'bad' },
  CONFLICT: { words: 'Differs, somebody has to decide', tone: 'warn' },
  ARCHIVED: { words: 'Deleted or archived there', tone: 'plain' },
  QUARANTINED: { words: 'Set aside, because it changes too often', tone: 'bad' },
};
