import type { Kind } from '../model/kind.ts';
import type { Mapping } from '../model/mapping.ts';

/** A mapping as somebody put it in force. */
export interface KeptMapping {
  readonly system: string;
  readonly kind: Kind;
  /** From 1 on. */
  readonly version: number;
  readonly rows: Mapping;
  readonly actor: string | null;
  readonly why: string | null;
  readonly at: number;
}
