import { useState } from 'react';
import type { FailedDeliveryFragment } from '../../../client/generated/graphql.ts';
import { useDoing } from '../../app/use-doing.ts';
import { Button } from '../../ui/Button.tsx';
import { say } from '../../ui/notices.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { counted } from '../../words/count.ts';
import { deliveryInWords } from '../../words/delivery.ts';
import { entityInWords } from '../../words/entity.ts';
import { GiveUp } from './GiveUp.tsx';
import { retriedInWords } from './outcome.ts';
import { RetryDelivery } from './problems.ts';
import { ThingLink } from './ThingLink.tsx';

interface RefusedWriteProps {
  readonly delivery: FailedDeliveryFragment;
  readonly mayDecide: boolean;
  readonly onDone: () => void;
}

/** One write that a system refused: what it would do, and what can be done about it. */
export function RefusedWrite({ delivery, mayDecide, onDone }: RefusedWriteProps) {
  const { id, entity, system, attempts, createdAt } = delivery;
  const { run, isDoing } = useDoing(RetryDelivery);
  const [isGivingUp, setGivingUp] = useState(false);
  const about = entityInWords({ entity, type: null });
  async function retry() {
    const data = await run({ id });
    if (!data) return;
    const { delivery: after, userErrors } = data.retryDelivery;
    if (userErrors[0]) say(userErrors[0].message, 'bad');
    else if (after) {
      const { text, tone } = retriedInWords(after, system.name);
      say(text, tone);
    }
    onDone();
  }
  return (
    <li className="refused-row">
      <div className="refused-what">
        <span>
          <ThingLink entity={entity} />
        </span>
        <span>{deliveryInWords(delivery, system.name)}</span>
        <span className="quiet">
          From <RelativeTime at={createdAt} />, tried {attempts === 1 ? 'once' : counted(attempts, 'time')}
        </span>
      </div>
      {mayDecide && (
        <div className="refused-actions">
          <Button isPending={isDoing} aria-label={`Retry: ${about}`} onPress={() => void retry()}>
            Retry
          </Button>
          <Button tone="danger" aria-label={`Give up: ${about}`} onPress={() => setGivingUp(true)}>
            Give up
          </Button>
        </div>
      )}
      <GiveUp delivery={delivery} isOpen={isGivingUp} onClose={() => setGivingUp(false)} onDone={onDone} />
    </li>
  );
}
