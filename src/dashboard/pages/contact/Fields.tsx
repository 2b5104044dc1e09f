import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import type { SystemNames } from '../../words/event.ts';
import { FieldRow } from './FieldRow.tsx';
import { fieldsOf, type ShownContact } from './fields.ts';
import { originInWords, type ShownVersion, sourceOf } from './history.ts';
import type { WriteThrough } from './use-write.ts';

interface FieldsProps {
  readonly contact: ShownContact;
  /** Newest first; null while they are read. */
  readonly versions: readonly ShownVersion[] | null;
  readonly names: SystemNames;
  readonly write: WriteThrough | null;
}

/** The merged contact, field by field. */
export function Fields({ contact, versions, names, write }: FieldsProps) {
  const disputed = new Set(contact.conflicts.filter(({ open }) => open).map(({ field }) => field));
  const fields = fieldsOf(contact).filter(({ value }) => write !== null || value !== null);
  return (
    <Card title="Details">
      {/* biome-ignore lint/a11y/noRedundantRoles: without bullets, some screen readers take it for no list */}
      <ul className="field-rows" role="list">
        {fields.map((field) => (
          <FieldRow
            key={field.field}
            contactId={contact.id}
            field={field}
            write={write}
            source={
              <span className="field-source">
                {disputed.has(field.field) && <Badge tone="warn">Systems disagree</Badge>}
                {versions && (
                  <Source hasValue={field.value !== null} version={sourceOf(field.field, versions)} names={names} />
                )}
              </span>
            }
          />
        ))}
      </ul>
    </Card>
  );
}

interface SourceProps {
  readonly hasValue: boolean;
  readonly version: ShownVersion | null;
  readonly names: SystemNames;
}

/** Where a value came from and when; of a field that never had one there is nothing to say. */
function Source({ hasValue, version, names }: SourceProps) {
  if (!version) return hasValue ? 'older than the history kept' : null;
  return (
    <>
      {hasValue ? 'set' : 'emptied'} {originInWords(version.origin, names)}, <RelativeTime at={version.at} />
    </>
  );
}
