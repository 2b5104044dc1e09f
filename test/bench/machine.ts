import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { round } from './spread.ts';

/** Where and on what was measured. */
export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly node: string;
  /** With a + where the files differ from it. */
  readonly commit: string;
  /** How busy the machine was before the bench began, as the system's own average of a minute. */
  readonly load: number;
}

/** This machine and this commit. */
export function describeMachine(): Machine {
  const git = (...words: string[]) => execFileSync('git', words, { encoding: 'utf8' }).trim();
  const isChanged = git('status', '--porcelain', '--untracked-files=no') !== '';
  return {
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? 'unknown',
    node: process.version,
    commit: git('rev-parse', '--short', 'HEAD') + (isChanged ? '+' : ''),
    load: round(loadavg()[0] ?? 0),
  };
}
