import { useState } from 'react';
import { useMutation } from 'urql';
import type { SaveMappingInput } from '../../../../client/generated/graphql.ts';
import { explain } from '../../../app/problem.ts';
import { type RowFaults, rowFaults } from './faults.ts';
import { SetupRollback, SetupSaveMapping } from './mapping.ts';

interface Effect {
  readonly records: number;
  readonly total: number;
}

/** Which mapping. */
export type Place = Pick<SaveMappingInput, 'system' | 'type'>;
/** What is put in force: rows, or an earlier version. */
export type Wish = Pick<SaveMappingInput, 'rows' | 'basedOn'> | { readonly version: number };
/** How: after a question was answered. */
export interface How {
  readonly confirm: boolean;
  readonly writeNow: boolean;
}

/** What came of it: it is in force, it needs a word because much would change, or it is wrong. */
export type Outcome =
  | { readonly became: 'saved' }
  | { readonly became: 'unconfirmed'; readonly effect: Effect }
  | { readonly became: 'refused'; readonly faults: RowFaults };

/** Puts mappings in force. */
export function useSaving(place: Place) {
  const [, save] = useMutation(SetupSaveMapping);
  const [, rollback] = useMutation(SetupRollback);
  const [isPending, setPending] = useState(false);

  async function put(wish: Wish, how: How): Promise<Outcome> {
    if ('version' in wish) {
      const { data, error } = await rollback({ input: { ...place, ...how, ...wish } });
      return outcomeOf(data?.rollbackMapping, error && explain(error).what);
    }
    const { data, error } = await save({ input: { ...place, ...how, ...wish } });
    return outcomeOf(data?.saveMapping, error && explain(error).what);
  }

  return {
    isPending,
    async put(wish: Wish, how: How): Promise<Outcome> {
      setPending(true);
      try {
        return await put(wish, how);
      } finally {
        setPending(false);
      }
    },
  };
}

interface Answer {
  readonly mapping?: object | null;
  readonly effect?: Effect | null;
  readonly userErrors: Parameters<typeof rowFaults>[0];
}

function outcomeOf(answer: Answer | undefined, failure: string | undefined): Outcome {
  if (answer?.mapping) return { became: 'saved' };
  if (answer?.effect && answer.userErrors.some(({ code }) => code === 'CONFIRM_NEEDED'))
    return { became: 'unconfirmed', effect: answer.effect };
  const faults = rowFaults(answer?.userErrors ?? []);
  return { became: 'refused', faults: failure === undefined ? faults : { ...faults, others: [failure] } };
}
