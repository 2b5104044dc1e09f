import type { ReactNode } from 'react';
import type { OverviewQuery } from '../../../client/generated/graphql.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { Meter } from '../../ui/Meter.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { HEALTH } from '../../words/health.ts';
import { budgetLeft } from './budget.ts';

interface SystemCardProps {
  readonly system: OverviewQuery['systems'][number];
}

/** One system: how it is, when it was last heard of, and what waits for it. */
export function SystemCard({ system: { name, health } }: SystemCardProps) {
  const { words, tone } = HEALTH[health.state];
  const budget = health.budget && budgetLeft(health.budget);
  return (
    <Card title={name} aside={<Badge tone={tone}>{words}</Badge>}>
      {health.error && <p className="system-error">{health.error}</p>}
      <dl className="facts">
        <Fact name="Last heard from it">
          {health.lastWebhookAt ? <RelativeTime at={health.lastWebhookAt} /> : 'Never'}
        </Fact>
        <Fact name="Last checked">{health.lastPollAt ? <RelativeTime at={health.lastPollAt} /> : 'Not yet'}</Fact>
        <Fact name="Waiting to be written">{count(health.pendingDeliveries, 'plain')}</Fact>
        <Fact name="Refused, needs a person">{count(health.failedDeliveries, 'bad')}</Fact>
        <Fact name="Changes not announced">{count(health.missedWebhooks, 'warn')}</Fact>
      </dl>
      {budget && (
        <Meter
          label={budget.label}
          value={budget.remaining}
          most={budget.limit}
          words={budget.words}
          tone={budget.tone}
        />
      )}
    </Card>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Nothing is nothing to look at. */
function count(number: number, tone: Tone): ReactNode {
  return number === 0 ? 'None' : <Badge tone={tone}>{number}</Badge>;
}
