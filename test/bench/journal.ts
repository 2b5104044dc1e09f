import type { AnsweredCall } from './calls.ts';
import type { ToldEvent } from './events.ts';
import { pause } from './time.ts';

/** One edit on its way: when it was made, told, written to each other system, and told to be written. */
export interface Change {
  readonly recordId: string;
  readonly editedAt: number;
  readonly written: Map<string, number>;
  readonly confirmed: Map<string, number>;
  toldAt: number | null;
}

/** Every edit carries a name of its own, by which it is recognised wherever it turns up. */
export interface Journal {
  /** The name for the next edit of that record. */
  edit(recordId: string, now: number): string;
  told(event: ToldEvent, at: number): void;
  answered(call: AnsweredCall): void;
  /** The changes since the last time, when all are done or `patienceMs` have passed. */
  collect(patienceMs: number): Promise<ReadonlyMap<string, Change>>;
}

/** Such a name, whatever a system did to its letters. */
export const NAME = /bench-\d+/gi;

const READING = /\/(search|find|aggregate|login|getToken)$/;
const LOOK_EVERY_MS = 25;

/** Keeps account of edits that must reach these systems. */
export function createJournal(others: readonly string[]): Journal {
  let changes = new Map<string, Change>();
  const byEntity = new Map<string, Change>();
  let count = 0;

  const isDone = ({ toldAt, written, confirmed }: Change) =>
    toldAt !== null && written.size === others.length && confirmed.size === others.length;

  return {
    edit(recordId, now) {
      count += 1;
      const name = `bench-${count}`;
      changes.set(name, { recordId, editedAt: now, written: new Map(), confirmed: new Map(), toldAt: null });
      return name;
    },
    told({ kind, entityId, system, changes: fields }, at) {
      if (kind === 'WRITE_APPLIED') {
        byEntity.get(entityId ?? '')?.confirmed.set(system?.id ?? '', at);
        return;
      }
      const [name] = namesIn(fields.map(({ after }) => after));
      const change = changes.get(name ?? '');
      if (!change || entityId === null) return;
      change.toldAt ??= at;
      byEntity.set(entityId, change);
    },
    answered({ system, call, status, at }) {
      const isWrite = call.method !== 'GET' && !READING.test(call.path) && status < 300;
      if (!isWrite || !others.includes(system)) return;
      for (const name of namesIn(call.body)) {
        const change = changes.get(name);
        if (change && !change.written.has(system)) change.written.set(system, at);
      }
    },
    async collect(patienceMs) {
      for (let waited = 0; waited < patienceMs && ![...changes.values()].every(isDone); waited += LOOK_EVERY_MS)
        await pause(LOOK_EVERY_MS);
      const collected = changes;
      changes = new Map();
      byEntity.clear();
      return collected;
    },
  };
}

/** The names of edits that stand somewhere in a value. */
export function namesIn(value: unknown): string[] {
  return (JSON.stringify(value) ?? '').toLowerCase().match(NAME) ?? [];
}
