import type { RuleRowFragment } from '../../../client/generated/graphql.ts';
import { useDoing } from '../../app/use-doing.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Link } from '../../ui/Link.tsx';
import { say } from '../../ui/notices.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { timesInWords } from '../../words/count.ts';
import { ChangeRule } from './rules.ts';

interface RuleCardProps {
  readonly rule: RuleRowFragment;
}

/** One rule: what it does, whether it is on, and how often it did it. */
export function RuleCard({ rule }: RuleCardProps) {
  const { id, name, enabled, pausedAt, mostPerHour, summary, lastFiredAt, firings } = rule;
  const change = useDoing(ChangeRule);
  const turn = async (isOn: boolean) => {
    const answer = await change.run({ input: { id, enabled: isOn } });
    const refused = answer?.updateRule.userErrors[0];
    if (refused) say(`The rule was not changed: ${refused.message}.`, 'bad');
    else if (answer) say(isOn ? `“${name}” is on.` : `“${name}” is off.`);
  };
  return (
    <Card title={name} aside={<Switch label={name} isOn={enabled} onChange={turn} isDisabled={change.isDoing} />}>
      <p className="rule-sentence">{summary}</p>
      {enabled && pausedAt && (
        <div className="notice notice-warn">
          <span>
            Paused <RelativeTime at={pausedAt} />, because it acted more than {mostPerHour} times within an hour.
          </span>
          <Button onPress={() => turn(true)} isPending={change.isDoing}>
            Let it go on
          </Button>
        </div>
      )}
      <div className="rule-foot">
        <p className="quiet">
          {lastFiredAt ? (
            <>
              Acted {timesInWords(firings)}, last <RelativeTime at={lastFiredAt} />
            </>
          ) : (
            'Has not acted yet'
          )}
        </p>
        {!enabled && <Badge>Does nothing</Badge>}
        <Link href={`/rules/${id}`} look="button" aria-label={`Open “${name}”`}>
          Open
        </Link>
      </div>
    </Card>
  );
}
