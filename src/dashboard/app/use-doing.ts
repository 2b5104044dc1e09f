import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useState } from 'react';
import { type AnyVariables, useClient } from 'urql';
import { say } from '../ui/notices.ts';
import { explain } from './problem.ts';

/** A mutation to be done on somebody's word, and whether it is under way. */
export interface Doing<Data, Variables> {
  readonly isDoing: boolean;
  /** Answers what the graph answered, its `userErrors` among it; null where nothing was done, which is said already. */
  run(variables: Variables): Promise<Data | null>;
}

/** The way to do something: one at a time, and what fails is said in words. */
export function useDoing<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): Doing<Data, Variables> {
  const client = useClient();
  const [isDoing, setDoing] = useState(false);
  return {
    isDoing,
    async run(variables) {
      setDoing(true);
      const { data, error } = await client.mutation(document, variables).toPromise();
      setDoing(false);
      if (!error) return data ?? null;
      const { what, remedy } = explain(error);
      say(`${what} ${remedy}`, 'bad');
      return null;
    },
  };
}
