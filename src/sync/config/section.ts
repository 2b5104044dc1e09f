import type { z } from 'zod';
import type { Value } from '../../model/kind.ts';
import type { Store } from '../../store/store.ts';
import type { Cause, SyncContext } from '../context.ts';

/** Something that is wrong with a section; `path` leads to it from the section's top. */
export interface ConfigError {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What putting a section in force needs besides the transaction: tools, and who does it under which correlation id. */
export type ConfigTools = Pick<SyncContext, 'clock' | 'newId'> & Pick<Cause, 'actor' | 'correlationId'>;

/** One part of the configuration: data in the store that an operator decides on. No secrets belong into it. */
export interface ConfigSection {
  /** Its key in the file. */
  readonly name: string;
  /** What is in force, keyed by names and ids, not by places in a list. */
  read(store: Store): Promise<Value>;
  /** All that is wrong with data from outside; `systems` are the ids of all systems. */
  check(data: unknown, systems: readonly string[]): readonly ConfigError[];
  /** Puts checked data in force; what it does not name stays as it is. Writing what was read changes nothing. */
  write(tx: Store, data: Value, tools: ConfigTools): Promise<void>;
}

/** True for a mapping of names to values. */
export function isMapping(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** All that is wrong with a mapping of things by their ids, each of that shape. */
export function checkEach(data: unknown, shape: z.ZodType, what: string): readonly ConfigError[] {
  if (!isMapping(data)) return [{ path: [], message: `must be a mapping of ${what} by their ids` }];
  return Object.entries(data).flatMap(([id, parts]): ConfigError[] => {
    if (!isMapping(parts)) return [{ path: [id], message: 'must be a mapping' }];
    const read = shape.safeParse({ ...parts, id });
    if (read.success) return [];
    return read.error.issues.map((issue) => ({ path: [id, ...names(issue)], message: issue.message }));
  });
}

/** The path of an issue as one of a configuration. */
export function names({ path }: z.core.$ZodIssue): (string | number)[] {
  return path.map((part) => (typeof part === 'number' ? part : String(part)));
}
