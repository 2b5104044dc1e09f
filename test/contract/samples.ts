import { models } from '../../src/model/index.ts';
import type { FieldRule, Fields, Kind, Value } from '../../src/model/kind.ts';
import { type Mapping, toEntity, writtenTo } from '../../src/model/mapping.ts';
import type { SourceRecord } from '../../src/sources/source.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Fields whose values a system knows beforehand: people of its staff. They are borrowed from its own records. */
const STAFF = ['assignee', 'author'];

/** Texts that have to be of a certain form. */
const TEXTS: Readonly<Record<string, (nth: number, version: number) => string>> = {
  'address.country': (_, version) => (version ? 'IE' : 'GB'),
  'address.postcode': (nth, version) => `BS${nth % 20} ${version}ST`,
  color: (_, version) => (version ? '#FF0000' : '#00FF00'),
  status: (_, version) => (version ? 'SHOWED' : 'CONFIRMED'),
  name: (nth, version) => `sample ${nth} ${version}`,
};

/** Minutes behind the start of a sample's own two hours, which no other sample shares. */
const INSTANTS: Readonly<Record<string, number>> = { dueAt: 0, startsAt: 15, endsAt: 75 };

/** An entity of that kind with every field a system may be able to keep; the versions of the n-th differ in all of them. */
export function sampleEntity(
  kind: Kind,
  [nth, version]: readonly [number, number],
  records: readonly SourceRecord[],
  mapping: Mapping,
): Fields {
  const rules = Object.entries(models[kind].fields).filter(([, rule]) => !rule.readOnly);
  const known = records.map((record) => toEntity(models[kind], mapping, record.fields));
  const fields = rules.map(([field, rule]): [string, Value | undefined] => [
    field,
    STAFF.includes(field) ? known.map((entity) => entity[field]).find(Boolean) : sampleValue(field, rule, nth, version),
  ]);
  const custom = known.flatMap((entity) => Object.entries(entity)).filter(([field]) => field.startsWith('custom.'));
  return Object.fromEntries([...fields, ...custom].filter(([, value]) => value != null)) as Fields;
}

function sampleValue(field: string, rule: FieldRule, nth: number, version: number): Value {
  switch (rule.type) {
    case 'email':
      return `sample.${nth}.${version}@example.com`;
    case 'phone':
      return `+4477009${version}${1000 + nth}`;
    case 'url':
      return `https://sample${nth}-${version}.example.com`;
    case 'instant':
      return new Date(firstHour() + (120 * nth + (INSTANTS[field] ?? 0) + 10 * version) * MINUTE).toISOString();
    case 'flag':
      return version > 0;
    case 'names':
      return ['customer', `sample ${nth} ${version}`];
    default:
      return TEXTS[field]?.(nth, version) ?? `Sample ${field.replace('.', ' ')} ${nth} ${version}`;
  }
}

/** Midnight of the day after tomorrow. */
function firstHour(): number {
  const now = Date.now();
  return now - (now % DAY) + 2 * DAY;
}

/** The fields of an entity that can be written as one of these record fields. */
export function writable(mapping: Mapping, entity: Fields, accepted: readonly string[]): Fields {
  return Object.fromEntries(
    Object.entries(entity).filter(([field]) => {
      const [place] = writtenTo(mapping, field);
      return (
        place !== undefined &&
        (accepted.includes(place) || (place.startsWith('custom.') && accepted.includes('custom.*')))
      );
    }),
  );
}
