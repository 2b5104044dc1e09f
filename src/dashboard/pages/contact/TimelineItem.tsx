import type { ReactNode } from 'react';
import type { ContactTimelineQuery } from '../../../client/generated/graphql.ts';
import { Badge } from '../../ui/Badge.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { APPOINTMENT_STATUS } from '../../words/appointment.ts';
import { eventInWords, eventTone, type SystemNames } from '../../words/event.ts';
import { CompleteTask } from './CompleteTask.tsx';
import { momentInWords, spanInWords } from './moments.ts';
import type { WriteThrough } from './use-write.ts';

/** Something on the timeline. */
export type ShownItem = NonNullable<ContactTimelineQuery['contact']>['timeline']['nodes'][number];

interface TimelineItemProps {
  readonly item: ShownItem;
  readonly names: SystemNames;
  readonly write: WriteThrough | null;
}

/** One of them, in words. */
export function TimelineItem({ item, names, write }: TimelineItemProps) {
  switch (item.__typename) {
    case 'Task':
      return (
        <Item kind="Task" title={item.task} text={item.text} aside={item.assignee}>
          <Badge tone={item.completed ? 'good' : 'warn'}>{item.completed ? 'Done' : 'To do'}</Badge>
          <span>{item.dueAt ? `Due ${momentInWords(item.dueAt)}` : 'Without a date'}</span>
          {write && <CompleteTask id={item.id} title={item.task} isDone={item.completed} write={write} />}
        </Item>
      );
    case 'Note':
      return (
        <Item kind="Note" title={item.heading ?? null} text={item.note} aside={item.author}>
          <RelativeTime at={item.at} />
        </Item>
      );
    case 'Appointment': {
      const { words, tone } = APPOINTMENT_STATUS[item.status];
      const aside = [item.location, item.assignee].filter(Boolean).join(' · ');
      return (
        <Item kind="Appointment" title={item.meeting} text={item.remarks} aside={aside}>
          <Badge tone={tone}>{words}</Badge>
          <span>{spanInWords(item.startsAt, item.endsAt)}</span>
        </Item>
      );
    }
    case 'SyncEvent':
      return (
        <p className="timeline-event" data-tone={eventTone(item)}>
          {eventInWords(item, names)} <RelativeTime at={item.at} />
        </p>
      );
    default:
      return null;
  }
}

interface ItemProps {
  readonly kind: string;
  readonly title: string | null;
  readonly text: string | null | undefined;
  readonly aside: string | null | undefined;
  readonly children: ReactNode;
}

function Item({ kind, title, text, aside, children }: ItemProps) {
  return (
    <div className="timeline-item" data-kind={kind}>
      <p className="timeline-title">
        <span className="quiet">{kind}</span> {title && <strong>{title}</strong>}
      </p>
      {text && <p className="timeline-text">{text}</p>}
      <div className="timeline-facts">
        {children}
        {aside && <span className="quiet">{aside}</span>}
      </div>
    </div>
  );
}
