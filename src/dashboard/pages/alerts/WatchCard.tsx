import type { WatchListQuery } from '../../../client/generated/graphql.ts';
import { now } from '../../app/clock.ts';
import { useDoing } from '../../app/use-doing.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { MultiSelect } from '../../ui/MultiSelect.tsx';
import { say } from '../../ui/notices.ts';
import { exactTime } from '../../ui/relative-time.ts';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { ChangeAlertRule, MuteRule } from './alerts.ts';
import { isMuted, MUTES, mutedUntil } from './mute.ts';
import { Threshold } from './Threshold.tsx';
import { limitOf, withLimit } from './threshold.ts';

interface WatchCardProps {
  readonly rule: WatchListQuery['alertRules'][number];
  readonly targets: WatchListQuery['alertTargets'];
}

/** One thing that is watched for: on or off, from when on, who is told, and not for now. */
export function WatchCard({ rule, targets }: WatchCardProps) {
  const { id, name, enabled, shipped, summary, condition } = rule;
  const doing = useDoing(ChangeAlertRule);
  const change = async (part: { enabled?: boolean; targets?: string[]; condition?: object }, done: string) => {
    const answer = await doing.run({ input: { id, ...part } });
    const refused = answer?.setAlertRule.userErrors[0];
    if (refused) say(`It stays as it is: ${refused.message}.`, 'bad');
    else if (answer) say(done);
  };
  const limit = limitOf(condition);
  const sentence = `${summary.charAt(0).toUpperCase()}${summary.slice(1)}`;
  return (
    <Card
      title={sentence}
      aside={
        <Switch
          label={sentence}
          isOn={enabled}
          isDisabled={doing.isDoing}
          onChange={(isOn) =>
            change({ enabled: isOn }, isOn ? `“${sentence}” is watched for.` : `“${sentence}” is not watched for.`)
          }
        />
      }
    >
      {!shipped && name !== sentence && <p className="quiet">{name}</p>}
      {limit && (
        <Threshold
          key={limit.value}
          label={limit.label}
          value={limit.value}
          isDoing={doing.isDoing}
          onSave={(value) => change({ condition: withLimit(condition, limit, value) }, `“${sentence}” is saved.`)}
        />
      )}
      <MultiSelect
        label="Who is told"
        options={targets.map((target) => ({
          id: target.id,
          label: target.enabled ? target.name : `${target.name} (off)`,
        }))}
        values={rule.targets.map((target) => target.id)}
        onChange={(ids) => change({ targets: ids }, `Who is told of “${sentence}” is saved.`)}
        placeholder="Nobody"
      />
      <Mute rule={rule} />
    </Card>
  );
}

function Mute({ rule: { id, name, mutedUntil: until } }: Pick<WatchCardProps, 'rule'>) {
  const doing = useDoing(MuteRule);
  const mute = async (moment: string | null) => {
    const answer = await doing.run({ input: { id, until: moment } });
    const refused = answer?.muteAlertRule.userErrors[0];
    if (refused) say(`It is not muted: ${refused.message}.`, 'bad');
    else if (answer) say(moment ? `Nobody is told of “${name}” for a while.` : `“${name}” is told of again.`);
  };
  if (until && isMuted(until, now()))
    return (
      <div className="notice notice-warn">
        <span>Nobody is told until {exactTime(Date.parse(until))}.</span>
        <Button onPress={() => mute(null)} isPending={doing.isDoing} aria-label={`Tell again of “${name}”`}>
          Tell again
        </Button>
      </div>
    );
  return (
    <Select
      label="Tell nobody"
      options={MUTES}
      value={null}
      placeholder="for a while…"
      onChange={(hours) => mute(mutedUntil(hours, now()))}
      isDisabled={doing.isDoing}
    />
  );
}
