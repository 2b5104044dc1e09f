import type { Kind } from '../model/kind.ts';

/** How the ids of each kind's entities begin. */
export const PREFIX: Readonly<Record<Kind, string>> = {
  contact: 'con',
  task: 'tsk',
  note: 'not',
  appointment: 'apt',
  tag: 'tag',
};

/** The kind of entity an id prefix stands for; null for other ids. */
export function kindOfPrefix(prefix: string | null): Kind | null {
  const found = Object.entries(PREFIX).find(([, candidate]) => candidate === prefix);
  return found ? (found[0] as Kind) : null;
}
