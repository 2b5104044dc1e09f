import { Badge } from '../../ui/Badge.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { exactTime } from '../../ui/relative-time.ts';
import { OUTCOMES } from '../../words/status.ts';
import { actionInWords } from './action.ts';
import type { Shape } from './Log.tsx';
import type { AuditRow } from './logs.ts';

/** How entries of the audit log are shown. */
export const auditShape: Shape<AuditRow> = {
  caption: 'Who did what, newest first',
  keyOf: ({ id }) => id,
  title: ({ actorName, action }) => `${actorName}: ${actionInWords(action)}`,
  details: (entry) => <AuditDetails entry={entry} />,
  columns: [
    { head: 'When', cell: ({ at }) => <RelativeTime at={at} /> },
    { head: 'Who', cell: ({ actorName }) => actorName },
    { head: 'What', cell: ({ action }) => actionInWords(action) },
    { head: 'About', cell: ({ subject }) => subject ?? '' },
    {
      head: 'How it ended',
      cell: ({ outcome }) => <Badge tone={OUTCOMES[outcome].tone}>{OUTCOMES[outcome].words}</Badge>,
    },
  ],
};

function AuditDetails({ entry }: { readonly entry: AuditRow }) {
  const { id, at, actor, actorName, action, subject, outcome, detail, askedFrom, correlationId } = entry;
  return (
    <>
      <Facts
        facts={[
          ['When', exactTime(Date.parse(at))],
          ['Who', actor === null ? actorName : `${actorName} (${actor})`],
          ['From', askedFrom],
          ['What', `${actionInWords(action)} (${action})`],
          ['About', subject],
          ['How it ended', OUTCOMES[outcome].words],
          ['Entry', id],
          ['Cause', correlationId],
        ]}
      />
      <pre className="log-detail">{JSON.stringify(detail, null, 2)}</pre>
    </>
  );
}
