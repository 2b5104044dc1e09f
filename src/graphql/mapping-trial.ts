import type { MappingFault } from '../model/mapping-check.ts';
import { MappingShape } from '../model/mapping-shape.ts';
import type { MappingTrial } from '../sync/mapping-dry-run.ts';
import { faultsOf } from '../sync/save-mapping.ts';
import type { GraphContext } from './context.ts';
import { type InputError, invalid } from './errors.ts';
import type { EntityType } from './generated/resolvers.ts';
import { kindOf } from './resolvers/system.ts';

/** A mapping as a caller names it; without rows it is the one in force. */
export interface TrialInput {
  readonly system: string;
  readonly type: EntityType;
  readonly rows?: unknown;
}

/** The mapping that was given, or everything that is wrong with it. */
export async function readTrial(
  { sync }: GraphContext,
  { system: id, type, rows }: TrialInput,
): Promise<MappingTrial | { readonly errors: readonly InputError[] }> {
  const system = sync.systems.find((one) => one.id === id);
  const kind = kindOf(type);
  if (!system) {
    const known = sync.systems.map((one) => one.id).join(', ');
    return { errors: [invalid(['system'], `is "${id}"; the systems are ${known}`)] };
  }
  if (rows == null) return { system, kind, mapping: system.mapping(kind) };
  const read = MappingShape.safeParse(rows);
  if (!read.success)
    return { errors: read.error.issues.map(({ path, message }) => invalid(['rows', ...path.map(String)], message)) };
  const faults = await faultsOf(sync, system, kind, read.data);
  if (faults.length > 0) return { errors: faults.map(faultError) };
  return { system, kind, mapping: read.data };
}

/** What is wrong with a mapping as an error at its row. */
export function faultError({ row, part, message }: MappingFault): InputError {
  return invalid(['rows', ...(row === null ? [] : [String(row)]), ...(part === null ? [] : [part])], message);
}
