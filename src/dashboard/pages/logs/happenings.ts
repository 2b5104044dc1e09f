import type { SyncEventKind } from '../../../client/generated/graphql.ts';

/** Events as people look for them: a few sorts, each of several kinds. */
export const SORTS: readonly {
  readonly id: string;
  readonly label: string;
  readonly kinds: readonly SyncEventKind[];
}[] = [
  { id: 'changes', label: 'Changes', kinds: ['CREATED', 'UPDATED', 'DELETED', 'MERGED', 'LINKED', 'UNLINKED'] },
  { id: 'writes', label: 'Writes', kinds: ['WRITE_APPLIED', 'WRITE_RETRYING', 'WRITE_FAILED', 'ECHO_SUPPRESSED'] },
  {
    id: 'problems',
    label: 'Problems',
    kinds: ['WRITE_FAILED', 'CONFLICT', 'CONFLICT_RESOLVED', 'QUARANTINED', 'ALERT', 'ALERT_RECOVERED'],
  },
  { id: 'reading', label: 'Reading', kinds: ['RUN_STARTED', 'RUN_FINISHED'] },
  { id: 'setup', label: 'Systems and rules', kinds: ['SYSTEM_CHANGED', 'MAPPING_CHANGED', 'RULE_FIRED'] },
];

/** The kinds of that sort; undefined: all kinds. */
export function kindsOfSort(id: string): SyncEventKind[] | undefined {
  const kinds = SORTS.find((sort) => sort.id === id)?.kinds;
  return kinds && [...kinds];
}
