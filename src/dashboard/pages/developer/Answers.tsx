import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Code } from './Code.tsx';
import type { Runner } from './use-runner.ts';

interface AnswersProps extends Pick<Runner, 'answers' | 'failure' | 'isRunning'> {
  readonly isLive: boolean;
}

/** What the gateway answered; to a subscription all that came, newest on top. */
export function Answers({ answers, failure, isRunning, isLive }: AnswersProps) {
  return (
    <section className="answers" aria-label="Answer">
      <p role="status" className={isLive && isRunning ? 'quiet' : 'sr-only'}>
        {isRunning ? (isLive ? following(answers[0]?.number ?? 0) : '') : answers.length > 0 ? 'Answered.' : ''}
      </p>
      {failure !== null && (
        <p role="alert" className="notice notice-bad">
          {failure}
        </p>
      )}
      {isRunning && !isLive && answers.length === 0 && <Loading what="Waiting for the answer" />}
      {!isRunning && failure === null && answers.length === 0 && (
        <EmptyState title="No answer yet">Run the query: what the gateway says to it stands here.</EmptyState>
      )}
      {answers.map(({ number, text }) => (
        <Code key={number} label={isLive ? `Message ${number}` : 'The answer'} text={text} />
      ))}
    </section>
  );
}

function following(count: number): string {
  return count === 0 ? 'Following; nothing has come yet.' : `Following; ${count} came so far.`;
}
