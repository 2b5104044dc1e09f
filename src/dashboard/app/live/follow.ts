import type { Client } from 'graphql-ws';
import type { GraphProblem } from '../problem.ts';

/** What is subscribed to; `variables` are asked for whenever it is sent: at first and after every lost connection. */
export interface Followed<T> {
  readonly query: string;
  readonly variables: () => Record<string, unknown>;
  readonly onData: (data: T) => void;
  readonly signal: AbortSignal;
}

/** Follows a subscription over lost connections; resolves when it ends for good: with what the graph said, or null where it just ended. */
export function follow<T>(
  client: Client,
  { query, variables, onData, signal }: Followed<T>,
): Promise<GraphProblem | null> {
  return new Promise((resolve) => {
    const payload = {
      query,
      // The client writes its payload out anew each time it has connected, and so it says each time where to go on.
      get variables() {
        return variables();
      },
    };
    const end = client.subscribe<T>(payload, {
      next({ data, errors }) {
        if (data && !signal.aborted) onData(data);
        if (errors?.[0]) resolve(errors[0]);
      },
      error: (thrown) => resolve(problemOf(thrown)),
      complete: () => resolve(null),
    });
    signal.addEventListener('abort', end, { once: true });
  });
}

/** A list of errors of the graph, an error, or the event of a socket that was closed for good. */
function problemOf(thrown: unknown): GraphProblem {
  if (Array.isArray(thrown) && thrown[0]) return thrown[0] as GraphProblem;
  if (thrown instanceof Error) return { message: thrown.message };
  const reason = (thrown as { reason?: unknown } | null)?.reason;
  return { message: typeof reason === 'string' && reason !== '' ? reason : 'The live connection was closed' };
}
