import type { AuditOutcome, ReceiptStatus, SyncRunState } from '../../client/generated/graphql.ts';
import type { Tone } from '../ui/Badge.tsx';

type Words<Name extends string> = Readonly<Record<Name, { readonly words: string; readonly tone: Tone }>>;

/** What became of a write, for people. */
export const WRITES: Words<ReceiptStatus> = {
  APPLIED: { words: 'Written', tone: 'good' },
  QUEUED: { words: 'Waiting', tone: 'plain' },
  FAILED: { words: 'Refused', tone: 'bad' },
  UNSUPPORTED: { words: 'Not possible there', tone: 'plain' },
  UNDONE: { words: 'Taken back', tone: 'warn' },
  SKIPPED: { words: 'Left out', tone: 'plain' },
};

/** How a run stands, for people. */
export const RUNS: Words<SyncRunState> = {
  RUNNING: { words: 'Goes on', tone: 'plain' },
  FINISHED: { words: 'Ended well', tone: 'good' },
  FAILED: { words: 'Broke off', tone: 'bad' },
};

/** How something ended that somebody wanted, for people. */
export const OUTCOMES: Words<AuditOutcome> = {
  DONE: { words: 'Done', tone: 'good' },
  REFUSED: { words: 'Not allowed or wrong', tone: 'warn' },
  FAILED: { words: 'Broke off', tone: 'bad' },
};

/** The names with their words, as a `Select` takes them. */
export function optionsOf<Name extends string>(words: Words<Name>): readonly { id: Name; label: string }[] {
  return (Object.keys(words) as Name[]).map((id) => ({ id, label: words[id].words }));
}
