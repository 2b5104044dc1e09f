import type { RecordState } from '../../../client/generated/graphql.ts';
import type { Tone } from '../../ui/Badge.tsx';
import { RECORD_STATE } from '../../words/record-state.ts';

interface Held {
  readonly system: { readonly id: string; readonly name: string };
  readonly state: RecordState;
}

/** What one system holds of a contact, in a few words. */
export interface Holding {
  readonly id: string;
  readonly words: string;
  readonly tone: Tone;
}

/** Each system once, however many records it holds; what is not up to date there counts before what is. */
export function holdings(records: readonly Held[]): readonly Holding[] {
  const systems = new Map(records.map(({ system }) => [system.id, system.name]));
  return [...systems].map(([id, name]) => {
    const own = records.filter(({ system }) => system.id === id);
    const state = own.find((record) => record.state !== 'IN_SYNC')?.state ?? 'IN_SYNC';
    const held = own.length > 1 ? `${name}, ${own.length} records` : name;
    const { words, tone } = RECORD_STATE[state];
    return { id, tone, words: state === 'IN_SYNC' ? held : `${held}: ${words.toLowerCase()}` };
  });
}
