import type { EventRowFragment } from '../../../client/generated/graphql.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { exactTime } from '../../ui/relative-time.ts';
import { eventInWords, eventTone, type SystemNames } from '../../words/event.ts';
import { fieldInWords } from '../../words/field.ts';
import { originInWords } from '../../words/origin.ts';
import { valueAlone } from '../../words/value.ts';
import type { Shape } from './Log.tsx';

const LOUD = { plain: null, good: null, warn: 'Look', bad: 'Problem' } as const;

/** How events are shown. */
export function eventShape(names: SystemNames): Shape<EventRowFragment> {
  return {
    caption: 'What happened, newest first',
    keyOf: ({ id }) => id,
    title: (event) => eventInWords(event, names),
    details: (event) => <EventDetails event={event} names={names} />,
    columns: [
      { head: 'When', cell: ({ at }) => <RelativeTime at={at} /> },
      {
        head: 'What',
        cell: (event) => {
          const tone = eventTone(event);
          const loud = LOUD[tone];
          return (
            <>
              {loud && <Badge tone={tone}>{loud}</Badge>} {eventInWords(event, names)}
            </>
          );
        },
      },
      { head: 'From', cell: ({ origin }) => originInWords(origin, names) },
    ],
  };
}

interface EventDetailsProps {
  readonly event: EventRowFragment;
  readonly names: SystemNames;
}

function EventDetails({ event, names }: EventDetailsProps) {
  const { at, origin, system, actor, message, changes, runId, correlationId, id } = event;
  return (
    <>
      <Facts
        facts={[
          ['When', exactTime(Date.parse(at))],
          ['From', originInWords(origin, names)],
          ['Written to', system?.name],
          ['Done by', actor],
          ['In its words', message],
          ['Event', id],
          ['Run', runId],
          ['Cause', correlationId],
        ]}
      />
      {changes.length > 0 && (
        <ul className="log-changes">
          {changes.map(({ field, before, after }) => (
            <li key={field}>
              <span className="quiet">{fieldInWords(field)}</span>
              <span>
                <del>{valueAlone(before)}</del> <span className="sr-only">became</span>
                <span aria-hidden="true">→</span> <ins>{valueAlone(after)}</ins>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
