import type { Value } from '../../model/kind.ts';
import type { Store } from '../../store/store.ts';

/** Something that is wrong with a section; `path` leads to it from the section's top. */
export interface ConfigError {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** One part of the configuration: data in the store that an operator decides on. No secrets belong into it. */
export interface ConfigSection {
  /** Its key in the file. */
  readonly name: string;
  /** What is in force, keyed by names and ids, not by places in a list. */
  read(store: Store): Promise<Value>;
  /** All that is wrong with data from outside; `systems` are the ids of all systems. */
  check(data: unknown, systems: readonly string[]): readonly ConfigError[];
  /** Puts checked data in force, `at` in milliseconds since 1970; what it does not name stays as it is. Writing what was read changes nothing. */
  write(tx: Store, data: Value, at: number): Promise<void>;
}

/** True for a mapping of names to values. */
export function isMapping(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
