import { useState } from 'react';
import { useQuery } from 'urql';
import type { RulePastQuery, RuleRowFragment } from '../../../client/generated/graphql.ts';
import { explain } from '../../app/problem.ts';
import { useDoing } from '../../app/use-doing.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { say } from '../../ui/notices.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { RestoreRule, RulePast } from './rule.ts';

type Version = RulePastQuery['rules'][number]['versions'][number];

interface PastProps {
  readonly id: string;
  /** Gets the rule as it then is. */
  readonly onRestored: (rule: RuleRowFragment) => void;
}

/** What a rule did before, newest first, and the way back to it. */
export function Past({ id, onRestored }: PastProps) {
  const [{ data, error }, ask] = useQuery({ query: RulePast });
  const restore = useDoing(RestoreRule);
  const [wanted, setWanted] = useState<Version | null>(null);
  const rule = data?.rules.find((one) => one.id === id);
  const goBack = async ({ version }: Version) => {
    const answer = await restore.run({ input: { id, version } });
    setWanted(null);
    const refused = answer?.rollbackRule.userErrors[0];
    if (refused) say(`It stays as it is: ${refused.message}.`, 'bad');
    const restored = answer?.rollbackRule.rule;
    if (!restored) return;
    onRestored(restored);
    say('The rule does again what it did then.');
  };
  return (
    <Card title="Versions">
      {error && <ErrorState {...explain(error)} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!data && !error && <Loading what="Reading what it was before" />}
      {/* biome-ignore lint/a11y/noRedundantRoles: without bullets, some screen readers take it for no list */}
      <ol className="firings" role="list">
        {rule?.versions.map((one) => (
          <li key={one.version} className="firing">
            <p>{one.summary}</p>
            <div className="rule-foot quiet">
              <span>
                Version {one.version}, {one.why}, <RelativeTime at={one.at} />
              </span>
              {one.version === rule.version ? (
                <span>In force</span>
              ) : (
                <Button onPress={() => setWanted(one)} aria-label={`Back to version ${one.version}`}>
                  Back to this
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      <Confirm
        title="Back to this version?"
        isOpen={wanted !== null}
        isPending={restore.isDoing}
        onClose={() => setWanted(null)}
        action="Go back"
        onConfirm={() => wanted && goBack(wanted)}
      >
        <p>{wanted?.summary}</p>
        <p>What it is now stays among the versions.</p>
      </Confirm>
    </Card>
  );
}
