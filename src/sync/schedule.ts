import { KINDS, type Kind } from '../model/kind.ts';

/** How often systems are polled: everything every `everyMs`, but for the exceptions, named 'system' or 'system.kind'. */
export interface Schedule {
  readonly everyMs: number;
  readonly exceptions: ReadonlyMap<string, number>;
}

/** Kinds of one system that are polled together. */
export interface PollGroup {
  readonly everyMs: number;
  readonly kinds: readonly Kind[];
}

const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };
const DURATION = /^[1-9]\d{0,5}[smh]$/;
const DEFAULT_MS = 15 * 60_000;

/** How often that kind of that system is polled, in milliseconds: what names it most exactly decides. */
export function pollInterval({ everyMs, exceptions }: Schedule, system: string, kind: Kind): number {
  return exceptions.get(`${system}.${kind}`) ?? exceptions.get(system) ?? everyMs;
}

/** A poll that is one interval late still vouches for what it read: then the next one is already on its way. */
export function trustMs(schedule: Schedule, system: string, kind: Kind): number {
  return 2 * pollInterval(schedule, system, kind);
}

/** The kinds of one system, those with the same interval together, in the order they are given. */
export function pollGroups(schedule: Schedule, system: string, kinds: readonly Kind[]): PollGroup[] {
  const groups = new Map<number, Kind[]>();
  for (const kind of kinds) {
    const everyMs = pollInterval(schedule, system, kind);
    groups.set(everyMs, [...(groups.get(everyMs) ?? []), kind]);
  }
  return [...groups].map(([everyMs, together]) => ({ everyMs, kinds: together }));
}

/** Reads '15m,sys=5m,sys.note=1h'; answers what is wrong with it, in words that follow the setting's name, where it is. */
export function parseSchedule(text: string, systems: readonly string[]): Schedule | string {
  const exceptions = new Map<string, number>();
  let everyMs: number | null = null;
  for (const part of text.split(',').map((one) => one.trim())) {
    const [, name, duration = ''] = /^(?:([^=]*)=)?(.*)$/.exec(part) ?? [];
    if (!DURATION.test(duration))
      return name === undefined ? 'is not a duration' : `names "${name}" without a duration`;
    const ms = Number(duration.slice(0, -1)) * (UNIT_MS[duration.slice(-1)] ?? 0);
    const wrong = name === undefined ? null : wrongName(name, systems);
    if (wrong) return wrong;
    if (name === undefined ? everyMs !== null : exceptions.has(name))
      return `names ${name === undefined ? 'an interval for everything' : `"${name}"`} twice`;
    if (name === undefined) everyMs = ms;
    else exceptions.set(name, ms);
  }
  return { everyMs: everyMs ?? DEFAULT_MS, exceptions };
}

function wrongName(name: string, systems: readonly string[]): string | null {
  const [system = '', kind] = name.split('.', 2);
  if (!systems.includes(system)) return `names "${system}", which is not a system`;
  const known = kind === undefined || (KINDS as readonly string[]).includes(kind);
  return known && name.split('.').length <= 2 ? null : `names "${name}", which is not a kind of ${system}`;
}
