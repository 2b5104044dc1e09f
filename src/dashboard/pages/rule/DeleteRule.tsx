import { useState } from 'react';
import { navigate } from '../../app/router/history.ts';
import { useDoing } from '../../app/use-doing.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { say } from '../../ui/notices.ts';
import { RemoveRule } from './rule.ts';

interface DeleteRuleProps {
  readonly id: string;
  readonly name: string;
}

/** Deletes a rule of one's own, after asking. */
export function DeleteRule({ id, name }: DeleteRuleProps) {
  const [isAsking, setAsking] = useState(false);
  const remove = useDoing(RemoveRule);
  const confirm = async () => {
    const answer = await remove.run({ id });
    setAsking(false);
    const refused = answer?.deleteRule.userErrors[0];
    if (refused) return say(`It was not deleted: ${refused.message}.`, 'bad');
    if (!answer) return;
    say(`“${name}” is deleted.`);
    navigate('/rules');
  };
  return (
    <>
      <Button tone="danger" onPress={() => setAsking(true)}>
        Delete the rule
      </Button>
      <Confirm
        title="Delete this rule?"
        isOpen={isAsking}
        isPending={remove.isDoing}
        onClose={() => setAsking(false)}
        action="Delete it"
        tone="danger"
        onConfirm={confirm}
      >
        <p>“{name}” does nothing any more then. What it did so far stays, in your systems and in the list.</p>
      </Confirm>
    </>
  );
}
