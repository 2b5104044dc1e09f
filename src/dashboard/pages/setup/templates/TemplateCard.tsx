import { useState } from 'react';
import { useMutation } from 'urql';
import type { SetupTemplatesQuery } from '../../../../client/generated/graphql.ts';
import { explain } from '../../../app/problem.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { say } from '../../../ui/notices.ts';
import { withSettingWords } from '../../../words/setting.ts';
import { type Change, TemplateChange } from './TemplateChange.tsx';
import { SetupApplyTemplate } from './templates.ts';

interface TemplateCardProps {
  readonly template: SetupTemplatesQuery['mappingTemplates'][number];
}

/** One template: what it is for, what it would change now, and putting that in force. */
export function TemplateCard({ template: { id, name, summary, unmet } }: TemplateCardProps) {
  const [changes, setChanges] = useState<readonly Change[] | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [{ fetching }, run] = useMutation(SetupApplyTemplate);
  const apply = async (confirm: boolean) => {
    const { data, error } = await run({ input: { id, confirm } });
    const answer = data?.applyTemplate;
    setWrong(error ? explain(error).what : (answer?.userErrors[0]?.message ?? null));
    if (!answer || answer.userErrors.length > 0) return;
    setChanges(answer.applied ? null : answer.changes);
    if (answer.applied) say(`“${name}” is in force.`);
  };
  const isInForce = changes?.every(({ added, changed, removed }) => [added, changed, removed].flat().length === 0);
  return (
    <Card title={name} aside={unmet.length > 0 && <Badge>Not yet</Badge>}>
      <p>{withSettingWords(summary)}</p>
      {unmet.length > 0 && (
        <ul className="template-unmet">
          {unmet.map((reason) => (
            <li key={reason}>{withSettingWords(reason)}</li>
          ))}
        </ul>
      )}
      <div role="status" className="outcome">
        {wrong !== null && <p className="notice notice-bad">{wrong}.</p>}
        {isInForce && <p className="notice notice-good">Everything is like this already.</p>}
      </div>
      {changes?.map((change) => (
        <TemplateChange key={`${change.system.id}:${change.type}`} change={change} />
      ))}
      {unmet.length === 0 && (
        <div className="actions">
          {changes === null ? (
            <Button isPending={fetching} onPress={() => apply(false)} aria-label={`See what changes: ${name}`}>
              See what changes
            </Button>
          ) : (
            <>
              {!isInForce && (
                <Button
                  tone="primary"
                  isPending={fetching}
                  onPress={() => apply(true)}
                  aria-label={`Use this: ${name}`}
                >
                  Use this
                </Button>
              )}
              <Button tone="quiet" onPress={() => setChanges(null)}>
                Close
              </Button>
            </>
          )}
        </div>
      )}
    </Card>
  );
}
