import type { Row } from '../../simulator.ts';
import { FIELDS, type Field, LINE_FIELDS, SECTIONS } from './fields.ts';

/** What was read from a document, by field: normalized values, how sure the engine was, and what a person has seen. */
export interface Extraction {
  readonly values: Readonly<Record<string, string>>;
  readonly confidences: Readonly<Record<string, number>>;
  readonly validated: readonly string[];
}

/** The extraction kept in an annotation's row, which the API never shows in this form. */
export function extractionOf(annotation: Row): Extraction {
  return {
    values: (annotation.values ?? {}) as Record<string, string>,
    confidences: (annotation.confidences ?? {}) as Record<string, number>,
    validated: (annotation.validated ?? []) as string[],
  };
}

/** Above this the engine's own score validates a field; the vendor's default. */
const SCORE_THRESHOLD = 0.8;
const LINES_SECTION = 'line_items_section';

/** The tree of sections, datapoints and the one table that GET annotations/{id}/content answers. */
export function contentTree(annotation: Row): Row[] {
  const node = (offset: number, category: string, schemaId: string, rest: Row) => {
    const id = Number(annotation.id) * 1000 + offset;
    return { id, url: `${String(annotation.content)}/${id}`, category, schema_id: schemaId, ...rest };
  };
  const datapoint = (field: Field) =>
    node(FIELDS.indexOf(field) + 1, 'datapoint', field.id, datapointBody(field, extractionOf(annotation)));
  const tuple = node(902, 'tuple', 'line_item', { children: LINE_FIELDS.map(datapoint) });
  const lines = node(901, 'multivalue', 'line_items', { children: [tuple] });
  return [
    ...SECTIONS.map(({ id, fields }, index) => node(910 + index, 'section', id, { children: fields.map(datapoint) })),
    node(900, 'section', LINES_SECTION, { children: [lines] }),
  ];
}

function datapointBody(field: Field, { values, confidences, validated }: Extraction): Row {
  const value = values[field.id];
  const confidence = confidences[field.id] ?? null;
  const content = {
    value: value === undefined ? '' : display(field, value),
    normalized_value: value !== undefined && isNormalized(field) ? value : null,
    page: value === undefined ? null : 1,
    position: value === undefined ? null : [100, 100, 300, 120],
    rir_text: value ?? null,
    rir_confidence: value === undefined ? null : confidence,
    connector_text: null,
  };
  return { hidden: false, content, validation_sources: sourcesOf(field, value, confidence, validated) };
}

function sourcesOf(field: Field, value: string | undefined, confidence: number | null, validated: readonly string[]) {
  const sources = value === undefined ? ['not_found'] : [];
  if (value !== undefined && (confidence ?? 0) >= SCORE_THRESHOLD) sources.push('score');
  if (validated.includes(field.id)) sources.push('human');
  return sources;
}

function isNormalized({ type }: Field): boolean {
  return type === 'date' || type === 'number';
}

/** As the form shows it: 14/05/2026 and 1,234.50. */
function display({ type }: Field, value: string): string {
  if (type === 'date') return value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1');
  return type === 'number' ? value.replace(/\B(?=(\d{3})+(?!\d)(?=\.|$))/g, ',') : value;
}

function normalize({ type }: Field, value: string): string {
  if (type === 'date') return value.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$2-$1');
  return type === 'number' ? value.replaceAll(',', '') : value;
}

/** The shorter tree that an export answers: exportable fields with one plain value each. */
export function exportTree(annotation: Row): Row[] {
  const { values, confidences } = extractionOf(annotation);
  const datapoint = ({ id, type }: Field) => ({
    category: 'datapoint',
    schema_id: id,
    value: values[id] ?? '',
    type,
    rir_confidence: id in values ? (confidences[id] ?? null) : null,
  });
  const tuple = { category: 'tuple', schema_id: 'line_item', children: LINE_FIELDS.map(datapoint) };
  const lines = { category: 'multivalue', schema_id: 'line_items', children: [tuple] };
  return [
    ...SECTIONS.map(({ id, fields }) => ({
      category: 'section',
      schema_id: id,
      children: fields.filter(({ exported }) => exported).map(datapoint),
    })),
    { category: 'section', schema_id: LINES_SECTION, children: [lines] },
  ];
}

/** The field that a datapoint's id stands for within an annotation. */
export function fieldOf(annotation: Row, datapointId: number): Field | null {
  return FIELDS[datapointId - Number(annotation.id) * 1000 - 1] ?? null;
}

/** The extraction after a value was written by API. A list field is left as it is, without a word, as at the vendor. */
export function writeField(
  annotation: Row,
  field: Field,
  value: string | undefined,
  sources: readonly string[] | undefined,
): Extraction {
  const { values, confidences, validated } = extractionOf(annotation);
  if (field.type === 'enum') return { values, confidences, validated };
  const others = validated.filter((id) => id !== field.id);
  return {
    values: value === undefined ? values : { ...values, [field.id]: normalize(field, value) },
    confidences,
    validated: sources === undefined ? validated : sources.includes('human') ? [...others, field.id] : others,
  };
}
