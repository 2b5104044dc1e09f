import { quotedValue, valuesInWords } from '../../../words/value.ts';
import type { Previewed } from './use-preview.ts';

interface RowPreviewProps {
  readonly fields: Previewed['fields'];
  readonly system: string;
}

/** What one row makes of the record that is looked at, both ways; several fields where the row stands for several. */
export function RowPreview({ fields, system }: RowPreviewProps) {
  if (fields.length === 0) return null;
  return (
    <ul className="row-preview">
      {fields.map((one) => (
        <li key={one.field}>
          {fields.length > 1 && <span className="quiet">{one.field}: </span>}
          {one.in && (
            <span>
              {system} says {valuesInWords(one.in.record)}
              {isReadOtherwise(one.in) && <>, read as {quotedValue(one.in.value)}</>}.{' '}
            </span>
          )}
          {one.out && isWritten(one.out) && (
            <span>
              {system} would get {valuesInWords(one.out.record)}.{' '}
            </span>
          )}
          {(one.in?.error ?? one.out?.error) && <span className="field-error">{one.in?.error ?? one.out?.error}.</span>}
        </li>
      ))}
    </ul>
  );
}

function isReadOtherwise({ record, value }: NonNullable<Previewed['fields'][number]['in']>): boolean {
  return valuesInWords(record) !== quotedValue(value);
}

/** Only what differs from what is there is news. */
function isWritten({ record, today }: NonNullable<Previewed['fields'][number]['out']>): boolean {
  const isNothing = typeof record === 'object' && record !== null && Object.keys(record).length === 0;
  return !isNothing && valuesInWords(record) !== valuesInWords(today);
}
