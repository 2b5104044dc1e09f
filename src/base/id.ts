import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Makes ids that sort by time and never repeat: `prefix_` and a version 7 UUID without dashes. */
export type NewId = (prefix: string) => string;

/** Ids from that clock and that source of random bytes (default: the operating system's). */
export function createIds(now: () => number, fill: (bytes: Uint8Array) => void = randomFillSync): NewId {
  return (prefix) => {
    const random = new Uint8Array(16);
    fill(random);
    return `${prefix}_${v7({ msecs: now(), random }).replaceAll('-', '')}`;
  };
}

/** The prefix of an id, or null where it has not the form of one of ours. */
export function idPrefix(id: string): string | null {
  return /^([a-z]{3})_[0-9A-Za-z_:.-]{1,120}$/.exec(id)?.[1] ?? null;
}
