import type { FailedDeliveryFragment } from '../../../client/generated/graphql.ts';
import { useDoing } from '../../app/use-doing.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { say } from '../../ui/notices.ts';
import { entityInWords } from '../../words/entity.ts';
import { DiscardDelivery } from './problems.ts';

interface GiveUpProps {
  readonly delivery: FailedDeliveryFragment;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks before a write is given up, and gives it up. */
export function GiveUp({ delivery: { id, entity, system }, isOpen, onClose, onDone }: GiveUpProps) {
  const { run, isDoing } = useDoing(DiscardDelivery);
  async function giveUp() {
    const data = await run({ id });
    onClose();
    if (!data) return;
    const wrong = data.discardDelivery.userErrors[0];
    if (wrong) say(wrong.message, 'bad');
    else say(`${system.name} is not asked about this again.`);
    onDone();
  }
  return (
    <Dialog
      title="Give this write up?"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Keep it</Button>
          <Button tone="danger" isPending={isDoing} onPress={() => void giveUp()}>
            Give it up
          </Button>
        </>
      }
    >
      <p>
        {system.name} keeps what it has about {entityInWords({ entity, type: null })}; your other systems keep the
        change. They differ in this from then on, until somebody changes it again.
      </p>
    </Dialog>
  );
}
