import type { PageProps } from '../../app/router/routes.ts';
import { useSession } from '../../app/session/context.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page as PageFrame } from '../../ui/Page.tsx';
import { AddBar } from './AddBar.tsx';
import { Fields } from './Fields.tsx';
import type { ShownContact } from './fields.ts';
import { History } from './History.tsx';
import { Receipts } from './Receipts.tsx';
import { Records } from './Records.tsx';
import { Tags } from './Tags.tsx';
import { Timeline } from './Timeline.tsx';
import { useContact } from './use-contact.ts';
import { useWrite, type WriteThrough } from './use-write.ts';
import './contact.css';

/** One contact: what is known of it, from where, what happened to it, and the ways to change it. */
export function Page({ parameters: { id = '' } }: PageProps) {
  const { may } = useSession();
  const { data, problem, versions, timeline, events, refresh } = useContact(id);
  const { last, write: send, forget } = useWrite(events?.[0]?.id ?? null);
  const write: WriteThrough = async (wish) => {
    const refusal = await send(wish);
    refresh();
    return refusal;
  };
  const contact = data?.contact;
  if (!contact) return <Absence isKnown={data !== undefined} problem={problem} onRetry={refresh} />;
  const names = new Map(data.systems.map((system) => [String(system.id), system.name]));
  const name = nameOf(contact);
  const writer = may('contacts.write') ? write : null;
  return (
    <PageFrame
      title={name}
      lead={<Link href="/contacts">All contacts</Link>}
      actions={writer && <AddBar contactId={contact.id} write={writer} />}
    >
      {problem && <ErrorState {...problem} onRetry={refresh} />}
      <Receipts
        write={last}
        holders={contact.records.map(({ system }) => system)}
        events={events ?? []}
        onClose={forget}
      />
      <Tags contact={contact} write={writer} />
      <div className="contact-columns">
        <div className="contact-column">
          <Fields contact={contact} versions={versions.list?.rows ?? null} names={names} write={writer} />
        </div>
        <div className="contact-column">
          <Timeline items={timeline} names={names} write={writer} />
        </div>
      </div>
      <Records records={contact.records} />
      <History
        contact={{ id: contact.id, name }}
        versions={versions}
        names={names}
        write={may('sync.manage') ? write : null}
      />
    </PageFrame>
  );
}

function nameOf({ name, email, phone }: ShownContact): string {
  return name ?? email ?? phone ?? 'A contact without a name';
}

interface AbsenceProps {
  /** It was looked for, and is not there. */
  readonly isKnown: boolean;
  readonly problem: Parameters<typeof ErrorState>[0] | null;
  readonly onRetry: () => void;
}

/** Stands for a contact that is not there, or not yet. */
function Absence({ isKnown, problem, onRetry }: AbsenceProps) {
  return (
    <PageFrame title="Contact" lead={<Link href="/contacts">All contacts</Link>}>
      {problem && <ErrorState {...problem} onRetry={onRetry} />}
      {!problem && !isKnown && <Loading what="Reading the contact" />}
      {!problem && isKnown && (
        <EmptyState title="There is no such contact" action={<Link href="/contacts">To all contacts</Link>}>
          It may have been deleted or have become one with another.
        </EmptyState>
      )}
    </PageFrame>
  );
}
