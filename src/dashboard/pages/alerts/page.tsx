import { navigate, useAddress } from '../../app/router/history.ts';
import { Page as PageFrame } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { OpenAlerts } from './OpenAlerts.tsx';
import { TargetList } from './TargetList.tsx';
import { Watched } from './Watched.tsx';
import './alerts.css';

const TABS = [
  { id: 'alerts', label: 'Alerts', content: <OpenAlerts /> },
  { id: 'watched', label: 'Watched for', content: <Watched /> },
  { id: 'targets', label: 'Who is told', content: <TargetList /> },
];

/** What is wrong, what is watched for, and who is told. */
export function Page() {
  const { query } = useAddress();
  const wanted = query.get('tab');
  const selected = TABS.find(({ id }) => id === wanted)?.id ?? 'alerts';
  return (
    <PageFrame title="Alerts" lead="What is wrong, what is watched for, and who is told.">
      <Tabs
        label="Alerts"
        tabs={TABS}
        selected={selected}
        onSelect={(id) => navigate(`/alerts?tab=${id}`, { replace: true })}
      />
    </PageFrame>
  );
}
