import { useState } from 'react';
import type { Refusal } from './use-write.ts';
import { errorAt, errorElsewhere } from './user-errors.ts';

const NOTHING: Refusal = { errors: [], problem: null };

/** What was wrong with a form when it was last sent: at its `fields`, and elsewhere. */
export function useRefusal(fields: readonly string[]) {
  const [refusal, setRefusal] = useState(NOTHING);
  return {
    errorAt: (field: string) => errorAt(refusal, field),
    whole: errorElsewhere(refusal, fields),
    /** Takes what sending it came to; true if all went well. */
    take(result: Refusal): boolean {
      setRefusal(result);
      return result.errors.length === 0 && result.problem === null;
    },
  };
}
