import type { SetupDryRunQuery } from '../../../../client/generated/graphql.ts';
import { counted, grouped } from '../../../words/count.ts';

/** What a trial on all records found. */
export type Outcome = NonNullable<SetupDryRunQuery['dryRunMapping']['result']>;

/** What would happen, as a few plain sentences; what it would cost stands with it. */
export function outcomeInWords({ records, inward, outward, failing, costs }: Outcome, system: string): string[] {
  if (records === 0) return [`Nothing of ${system} was read yet, so there is nothing to try it on.`];
  const looked = `${counted(records, 'record')} of ${system} ${records === 1 ? 'was' : 'were'} looked at.`;
  if (inward + outward + failing === 0) return [looked, 'Nothing would change.'];
  return [
    looked,
    inward > 0
      ? `${counted(inward, 'of them', 'of them')} would read differently here.`
      : 'Here nothing would read differently.',
    ...(outward > 0 ? [`${counted(outward, 'record')} of ${system} would be written to.`] : []),
    ...(failing > 0 ? [`${counted(failing, 'record')} would fail.`] : []),
    ...costs.map(
      ({ system: { name }, writes, calls, seconds }) =>
        `Writing to ${name}: ${counted(writes, 'record')}, at most ${grouped(calls)} calls, about ${durationInWords(seconds)}.`,
    ),
  ];
}

/** "40 seconds", "5 minutes", "3 hours". */
export function durationInWords(seconds: number): string {
  if (seconds < 90) return counted(Math.max(1, Math.round(seconds)), 'second');
  if (seconds < 90 * 60) return counted(Math.round(seconds / 60), 'minute');
  return counted(Math.round(seconds / 3600), 'hour');
}

/** One value that would change. */
export interface Change {
  readonly key: string;
  readonly whose: string;
  readonly where: string;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The values that would change in the examples, line by line. */
export function changesIn({ examples }: Outcome, system: string): Change[] {
  return examples.flatMap(({ recordId, entity, inward, outward }) => {
    const whose = nameOf(entity) ?? `record ${recordId}`;
    const lines = (diffs: Outcome['examples'][number]['inward'], where: string) =>
      diffs.map((diff) => ({ key: `${recordId}:${where}:${diff.field}`, whose, where, ...diff }));
    return [...lines(inward, 'here'), ...lines(outward, `in ${system}`)];
  });
}

const LONGEST = 40;

/** What people know it by. */
export function nameOf(entity: Outcome['examples'][number]['entity']): string | null {
  if (!entity) return null;
  switch (entity.__typename) {
    case 'Contact':
      return entity.name ?? null;
    case 'Task':
      return entity.title;
    case 'Note':
      return entity.body.length > LONGEST ? `${entity.body.slice(0, LONGEST)}…` : entity.body;
    case 'Appointment':
      return entity.subject;
    case 'Tag':
      return entity.label;
  }
}
