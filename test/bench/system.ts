import { type BackfillRate, backfillRate } from './backfill.ts';
import { benchPeople } from './people.ts';
import { type SteadyPass, steadyPasses } from './steady.ts';
import { startBenchWorld } from './world.ts';

/** What one system costs alone: its first pass, and what a pass costs when nothing has changed, by the size of the world. */
export interface SystemCost {
  readonly system: string;
  readonly backfill: BackfillRate;
  readonly steady: readonly SteadyCost[];
}

/** A pass over one kind with few and with many people, and what follows for ten thousand. */
export interface SteadyCost {
  readonly kind: string;
  readonly few: SteadyPass;
  readonly many: SteadyPass;
  /** Exact where there are ten thousand people, else in proportion to the growth from few to many. */
  readonly perTenThousand: number;
  /** The pass leaves the rest to the next one when it has spent its share of calls. */
  readonly bounded: boolean;
}

const TEN_THOUSAND = 10_000;
/** Behind so many calls a pass that must ask contact by contact leaves the rest to the next. */
const CALLS_PER_SWEEP = 400;

/** Measures one system with no limits on calls, in a world of a tenth of the people and in one of all. */
export async function measureSystem(system: string, people: number): Promise<SystemCost> {
  const few = await passesWith(system, people / 10);
  const many = await passesWith(system, people);
  const steady = many.passes.map((pass, nth) => costOf(few.passes[nth] ?? pass, pass, people));
  return { system, backfill: many.backfill, steady };
}

async function passesWith(system: string, people: number) {
  let calls = 0;
  const world = await startBenchWorld({
    people: benchPeople(people),
    systems: [system],
    limited: false,
    profileDir: null,
    answered: () => {
      calls += 1;
    },
  });
  try {
    const backfill = await backfillRate(world, people);
    return { backfill, passes: await steadyPasses(world, () => calls) };
  } finally {
    await world.close();
  }
}

function costOf(few: SteadyPass, many: SteadyPass, people: number): SteadyCost {
  const perPerson = (many.calls - few.calls) / (people - people / 10);
  const grown = Math.round(many.calls + perPerson * (TEN_THOUSAND - people));
  const bounded = grown >= CALLS_PER_SWEEP;
  const perTenThousand = bounded ? Math.max(many.calls, CALLS_PER_SWEEP) : grown;
  return { kind: many.kind, few, many, perTenThousand, bounded };
}
