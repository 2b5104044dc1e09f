import type { SetupMappingQuery } from '../../../../client/generated/graphql.ts';
import type { SelectOption } from '../../../ui/Select.tsx';
import { labelOf } from '../../../words/mapping.ts';

type EntityField = SetupMappingQuery['entityFields'][number];
type RecordField = SetupMappingQuery['recordFields'][number];

/** The fields of both sides, as the editor offers and names them. */
export interface Sides {
  readonly here: readonly SelectOption[];
  readonly there: readonly SelectOption[];
  readonly hereLabels: ReadonlyMap<string, string>;
  readonly thereLabels: ReadonlyMap<string, string>;
}

const ALL_CUSTOM = 'custom.*';

/** What can be chosen on both sides; a field there is shown with a value of a real record. */
export function sidesOf(entityFields: readonly EntityField[], recordFields: readonly RecordField[]): Sides {
  const hereLabels = new Map(entityFields.map(({ field, label }) => [field, label]));
  const thereLabels = new Map(recordFields.map(({ field, label }) => [field, label]));
  const all = { id: ALL_CUSTOM, label: labelOf(ALL_CUSTOM, hereLabels) };
  return {
    hereLabels,
    thereLabels,
    here: [
      ...entityFields.map(({ field, label, required }) => ({
        id: field,
        label,
        detail: required ? 'needed' : undefined,
      })),
      all,
    ],
    there: [...recordFields.map((field) => ({ id: field.field, label: field.label, detail: detailOf(field) })), all],
  };
}

/** The options, and what is chosen although nobody offers it, e.g. a field that the system has no more. */
export function withChosen(options: readonly SelectOption[], chosen: string): readonly SelectOption[] {
  return chosen === '' || options.some(({ id }) => id === chosen)
    ? options
    : [...options, { id: chosen, label: chosen }];
}

const LONGEST_SAMPLE = 30;

/** A value of a real record, and whether it can be written. */
function detailOf({ examples, writable }: RecordField): string | undefined {
  const [sample = ''] = examples;
  const cut = sample.length > LONGEST_SAMPLE ? `${sample.slice(0, LONGEST_SAMPLE)}…` : sample;
  const words = [cut && `e.g. ${cut}`, writable ? '' : 'only read'].filter(Boolean);
  return words.length > 0 ? words.join(', ') : undefined;
}
