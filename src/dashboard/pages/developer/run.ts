import type { Session } from '../../app/session/context.ts';
import type { Request } from './request.ts';

/** Where answers go. */
export interface Sink {
  /** An answer as the gateway gave it. */
  readonly onAnswer: (answer: unknown) => void;
  /** Why none came, in words. */
  readonly onFailure: (words: string) => void;
  readonly signal: AbortSignal;
}

/** Sends a request with the caller's own credential, over HTTP or, to subscribe, over the socket; resolves when no more answers come. */
export function run(session: Session, request: Request, sink: Sink): Promise<void> {
  return request.isSubscription ? subscribe(session, request, sink) : post(session, request, sink);
}

async function post({ authorization }: Session, request: Request, { onAnswer, onFailure, signal }: Sink) {
  const { isSubscription: _, ...body } = request;
  try {
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
        ...(authorization !== null && { authorization }),
      },
      body: JSON.stringify(body),
      signal,
    });
    onAnswer(await answer.json());
  } catch (error) {
    if (!signal.aborted) onFailure(`The gateway did not answer: ${String(error)}.`);
  }
}

function subscribe({ socket }: Session, request: Request, { onAnswer, onFailure, signal }: Sink): Promise<void> {
  const { isSubscription: _, ...payload } = request;
  return new Promise((resolve) => {
    const end = socket.client.subscribe(payload, {
      next: onAnswer,
      error(thrown) {
        if (Array.isArray(thrown)) onAnswer({ errors: thrown });
        else onFailure('The live connection was closed by the gateway.');
        resolve();
      },
      complete: resolve,
    });
    signal.addEventListener('abort', end, { once: true });
  });
}
