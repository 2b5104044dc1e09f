import type { Explained } from '../app/problem.ts';
import { Button } from './Button.tsx';

interface ErrorStateProps extends Explained {
  readonly onRetry?: () => void;
  /** It is tried again without anybody's doing. */
  readonly isTryingAgain?: boolean;
}

/** Says what happened, who can mend it, and tries again. */
export function ErrorState({ what, remedy, retryable, onRetry, isTryingAgain = false }: ErrorStateProps) {
  return (
    <div className="state state-bad" role="alert">
      <p className="state-title">{what}</p>
      <p>{remedy}</p>
      {isTryingAgain && <p>Trying again…</p>}
      {retryable && onRetry && <Button onPress={onRetry}>Try again</Button>}
    </div>
  );
}
