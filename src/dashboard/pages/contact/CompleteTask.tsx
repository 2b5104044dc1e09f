import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { say } from '../../ui/notices.ts';
import type { WriteThrough } from './use-write.ts';
import { errorElsewhere } from './user-errors.ts';
import { FinishTask } from './writes.ts';

interface CompleteTaskProps {
  readonly id: string;
  readonly title: string;
  readonly isDone: boolean;
  readonly write: WriteThrough;
}

/** Completes a task, or opens it again. */
export function CompleteTask({ id, title, isDone, write }: CompleteTaskProps) {
  const [isPending, setPending] = useState(false);
  const turn = async () => {
    setPending(true);
    const refusal = await write({
      what: `The task “${title}”`,
      document: FinishTask,
      input: { id, completed: !isDone },
      isCause: ({ entityId, kind }) => entityId === id && kind === 'UPDATED',
    });
    setPending(false);
    const error = errorElsewhere(refusal, []);
    if (error) say(error, 'bad');
  };
  const label = isDone ? 'Open again' : 'Mark as done';
  return (
    <Button tone={isDone ? 'quiet' : 'plain'} isPending={isPending} aria-label={`${label}: ${title}`} onPress={turn}>
      {label}
    </Button>
  );
}
