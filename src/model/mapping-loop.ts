import { isWildcard, type Mapping, type MappingRow, recordFields, writtenFields } from './mapping.ts';

/** A way by which a value comes back to where it was, and a row that it goes through. */
export interface Loop {
  readonly row: number;
  readonly path: readonly string[];
}

interface Step {
  readonly from: string;
  readonly to: string;
  /** The record field between the two. */
  readonly through: string;
  /** The row of the mapping in question; null for a step in another system. */
  readonly row: number | null;
}

/**
 * Finds an entity field whose value, written to a record and read from there into another entity field, comes back to it in the end;
 * null where there is none. The values could change with every round.
 */
export function findLoop(mapping: Mapping, others: readonly Mapping[]): Loop | null {
  const own = stepsOf(mapping);
  const steps = [...own, ...others.flatMap(stepsOf).map((step) => ({ ...step, row: null }))];
  for (const step of own) {
    const way = wayBack(steps, step);
    if (way && step.row !== null) return { row: step.row, path: way };
  }
  return null;
}

function stepsOf(mapping: Mapping): Step[] {
  return mapping.flatMap((out, at) =>
    writtenFields(out).flatMap((through) =>
      mapping
        .filter((row) => row.direction !== 'out' && row.entity !== out.entity && !isWildcard(row))
        .filter((row) => recordFields(row).includes(through) && !isOtherPart(out, row))
        .map(({ entity }) => ({ from: out.entity, to: entity, through, row: at })),
    ),
  );
}

/** The parts of a full name share a record field without touching each other. */
function isOtherPart(out: MappingRow, into: MappingRow): boolean {
  const [mine, theirs] = [out.transforms?.[0], into.transforms?.[0]];
  return mine?.do === 'splitName' && theirs?.do === 'splitName' && mine.part !== theirs.part;
}

/** The shortest way from the end of a step back to its beginning. */
function wayBack(steps: readonly Step[], first: Step): readonly string[] | null {
  const ways = [[first.from, first.through, first.to]];
  const seen = new Set([first.to]);
  for (const way of ways) {
    const here = way.at(-1);
    if (here === first.from) return way;
    for (const step of steps.filter(({ from, to }) => from === here && !seen.has(to))) {
      seen.add(step.to);
      ways.push([...way, step.through, step.to]);
    }
  }
  return null;
}
