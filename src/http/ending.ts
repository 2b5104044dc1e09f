import type { ExecutionResult } from 'graphql';

/** What GraphQL's subscriptions are; a transport takes for one only what has all of it. */
type Answers = Required<AsyncIterableIterator<ExecutionResult>>;

const DONE = { done: true, value: undefined } as const;

/**
 * The same answers until `watch` says that there are to be no more: what it gives is the last one, at once. What `watch` answers is
 * called when the answers end, however they do. Unlike an async generator it passes a `return()` on at once.
 */
export function endedBy(answers: Answers, watch: (end: (last: ExecutionResult) => void) => () => void): Answers {
  let last: ExecutionResult | null = null;
  let isDone = false;
  let wake: () => void = () => undefined;
  const stop = watch((given) => {
    last = given;
    wake();
  });

  /** The next answer, or null where the end comes first. */
  const nextOrEnd = () =>
    new Promise<IteratorResult<ExecutionResult> | null>((resolve, reject) => {
      wake = () => resolve(null);
      answers.next().then(resolve, (error: unknown) => {
        stop();
        reject(error);
      });
    });

  async function end(): Promise<typeof DONE> {
    isDone = true;
    stop();
    await answers.return();
    return DONE;
  }

  return {
    async next() {
      if (isDone) return DONE;
      const step = last ? null : await nextOrEnd();
      if (step && !step.done) return step;
      await end();
      return last && !step ? { done: false, value: last } : DONE;
    },
    return: end,
    async throw(error) {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
