import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { fieldInWords } from '../../words/field.ts';
import { RECORD_STATE } from '../../words/record-state.ts';
import { valueOrDash } from '../../words/value.ts';
import type { ShownContact } from './fields.ts';

type ShownRecord = ShownContact['records'][number];

/** What each system holds of the contact, side by side. */
export function Records({ records }: { readonly records: readonly ShownRecord[] }) {
  return (
    <Card title="In your systems">
      {records.length === 0 && (
        <EmptyState title="No system holds this contact">
          It was known in one before, and is kept here alone.
        </EmptyState>
      )}
      <div className="records">
        {records.map((record) => (
          <RecordCard key={`${record.system.id} ${record.id}`} record={record} />
        ))}
      </div>
    </Card>
  );
}

function RecordCard({ record }: { readonly record: ShownRecord }) {
  const { words, tone } = RECORD_STATE[record.state];
  const fields = Object.entries((record.fields ?? {}) as Record<string, unknown>).filter(([, value]) =>
    isSomething(value),
  );
  return (
    <article className="record" aria-label={`In ${record.system.name}`}>
      <header className="record-head">
        <h3>{record.system.name}</h3>
        <Badge tone={tone}>{words}</Badge>
      </header>
      <p className="quiet">
        {record.changedAt ? (
          <>
            Changed there <RelativeTime at={record.changedAt} />, read <RelativeTime at={record.seenAt} />
          </>
        ) : (
          <>
            Read <RelativeTime at={record.seenAt} />
          </>
        )}
        {record.stale && '. It could not be asked just now: this is what it held then'}
      </p>
      <dl className="record-fields">
        {fields.map(([field, value]) => (
          <div key={field}>
            <dt>{recordFieldInWords(field)}</dt>
            <dd>{valueOrDash(value)}</dd>
          </div>
        ))}
      </dl>
      {record.url ? (
        <Link href={record.url} isExternal>
          Open in {record.system.name}
        </Link>
      ) : (
        <p className="quiet">Its number there: {record.id}</p>
      )}
    </article>
  );
}

function isSomething(value: unknown): boolean {
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function recordFieldInWords(field: string): string {
  const words = fieldInWords(field);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
