import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { useEffect, useState } from 'react';
import { useSession } from '../../app/session/context.ts';
import { run } from './run.ts';

/** The schema once it is known, and why it is not. */
export interface Schema {
  readonly schema: GraphQLSchema | null;
  readonly problem: string | null;
}

const UNKNOWN = 'This gateway does not say what can be asked, so nothing is completed here. Queries can still be run.';

/** The schema of this gateway, as it tells it to this caller. */
export function useSchema(): Schema {
  const session = useSession();
  const [known, setKnown] = useState<Schema>({ schema: null, problem: null });
  useEffect(() => {
    const ending = new AbortController();
    const query = getIntrospectionQuery({ descriptions: true });
    void run(
      session,
      { query, variables: {}, isSubscription: false },
      {
        onAnswer: (answer) => setKnown(read(answer as { data?: IntrospectionQuery | null })),
        onFailure: (problem) => setKnown({ schema: null, problem }),
        signal: ending.signal,
      },
    );
    return () => ending.abort();
  }, [session]);
  return known;
}

function read({ data }: { readonly data?: IntrospectionQuery | null }): Schema {
  return data ? { schema: buildClientSchema(data), problem: null } : { schema: null, problem: UNKNOWN };
}
