import type { Action } from './shape.ts';

/** What the fields of one action get. */
export interface FieldsProps<A extends Action = Action> {
  readonly action: A;
  readonly place: string;
  readonly kinds: readonly string[];
  readonly onChange: (action: Action) => void;
}
