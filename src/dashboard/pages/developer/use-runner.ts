import { useRef, useState } from 'react';
import { useSession } from '../../app/session/context.ts';
import type { Request } from './request.ts';
import { run } from './run.ts';

/** An answer, numbered in the order of arrival. */
export interface Answered {
  readonly number: number;
  readonly text: string;
}

/** What is being run, what came of it (newest first), and how to begin and end it. */
export interface Runner {
  readonly isRunning: boolean;
  readonly answers: readonly Answered[];
  readonly failure: string | null;
  start(request: Request): Promise<void>;
  stop(): void;
}

/** A subscription that runs for a day must not fill the memory. */
const KEPT = 50;

/** Runs one request at a time; another one ends the one before. */
export function useRunner(): Runner {
  const session = useSession();
  const [isRunning, setRunning] = useState(false);
  const [answers, setAnswers] = useState<readonly Answered[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const current = useRef(new AbortController());

  async function start(request: Request): Promise<void> {
    current.current.abort();
    const ending = new AbortController();
    current.current = ending;
    setRunning(true);
    setAnswers([]);
    setFailure(null);
    let number = 0;
    await run(session, request, {
      onAnswer(answer) {
        if (ending.signal.aborted) return;
        number += 1;
        const answered = { number, text: JSON.stringify(answer, null, 2) };
        setAnswers((before) => [answered, ...before].slice(0, KEPT));
      },
      onFailure: setFailure,
      signal: ending.signal,
    });
    if (!ending.signal.aborted) setRunning(false);
  }

  return {
    ...{ isRunning, answers, failure, start },
    stop() {
      current.current.abort();
      setRunning(false);
    },
  };
}
