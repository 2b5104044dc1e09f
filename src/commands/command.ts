import type { Env } from '../config.ts';
import type { SourceDefinition } from '../sources/source.ts';

/** What a command may use. */
export interface Tools {
  readonly env: Env;
  readonly definitions: readonly SourceDefinition[];
  /** Writes to standard output; resolves when more may be written. */
  write(text: string): Promise<void>;
}

/** How a command ended: what to print, and the exit code. */
export interface Outcome {
  readonly code: number;
  readonly lines: readonly string[];
}

/** The exit codes: 1 failed, 2 was called wrongly, 3 is left for a person to do. */
export const EXIT = { done: 0, failed: 1, usage: 2, byHand: 3 } as const;

/** What was given of a command's options: a text, or true for one that takes none. */
export type Options = Readonly<Record<string, string | true>>;

/** A command as it is called. */
export interface Command {
  /** The words it is called by. */
  readonly words: readonly string[];
  /** The arguments behind them, as usage shows them: as many must be given. */
  readonly parameters: readonly string[];
  /** What may be given besides, anywhere behind the words: name to what it takes, such as `<time>`, or null where it takes nothing. */
  readonly options?: Readonly<Record<string, string | null>>;
  /** What it does, a line. */
  readonly what: string;
  run(args: readonly string[], tools: Tools, options: Options): Promise<Outcome>;
}
